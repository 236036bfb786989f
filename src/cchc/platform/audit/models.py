"""One entry per announced event, and the seals that make a change of them show."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now

_CHANGES = pgtrigger.Update | pgtrigger.Delete


class Entry(models.Model):
    """A line of the trail. No foreign keys, so that the trail never holds live data back."""

    at = models.DateTimeField()
    """When it happened for the office (the demo clock may say so)."""
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    """When it was written, by the clock of the database."""
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    event = models.CharField(max_length=100)
    about = ArrayField(models.CharField(max_length=80), default=list)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        indexes = [
            GinIndex(name="audit_entry_about", fields=["about"]),
            models.Index(name="audit_entry_at", fields=["-at", "-id"]),
            models.Index(name="audit_entry_actor", fields=["actor_id", "-id"]),
        ]
        triggers: ClassVar = [pgtrigger.Protect(name="audit_entry_stays", operation=_CHANGES)]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"


class Seal(models.Model):
    """A closed stretch of the trail; its digest covers its entries and the seal before it."""

    sealed_at = models.DateTimeField(db_default=Now(), editable=False)
    entry_count = models.PositiveIntegerField()
    last_entry_id = models.BigIntegerField()
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        triggers: ClassVar = [pgtrigger.Protect(name="audit_seal_stays", operation=_CHANGES)]

    def __str__(self) -> str:
        return f"{self.pk}: {self.digest[:12]}"


class SealedEntry(models.Model):
    """That an entry lies under a seal, and what it said then; tells a removed entry too."""

    entry_id = models.BigIntegerField(primary_key=True)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="sealed_entries")
    digest = models.CharField(max_length=64)

    class Meta:
        triggers: ClassVar = [
            pgtrigger.Protect(name="audit_sealed_entry_stays", operation=_CHANGES)
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} @ {self.seal_id}"
