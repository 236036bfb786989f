"""One entry per announced event."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Entry(models.Model):
    """A line of the trail. No foreign keys, so that the trail never holds live data back."""

    at = models.DateTimeField()
    recorded_at = models.DateTimeField(auto_now_add=True)
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

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"
