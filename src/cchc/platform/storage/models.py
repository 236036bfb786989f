"""The register of stored files."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """A file as someone handed it in: never changed; a newer version is another row."""

    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    """Bytes."""
    sha256 = models.CharField(max_length=64)
    owner = models.CharField(max_length=80)
    """Whose file it is, as "plans.proof:12": decides who may read it."""
    version = models.PositiveIntegerField(default=1)
    previous = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next"
    )
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    created_by_name = models.CharField(max_length=200, blank=True)
    is_scanned = models.BooleanField(default=False)
    """True when a virus scanner found it clean."""

    class Meta:
        indexes = [
            models.Index(name="storage_file_owner", fields=["owner", "-id"]),
            models.Index(name="storage_file_content", fields=["sha256"]),
        ]
        constraints = [
            models.CheckConstraint(name="storage_file_not_empty", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="storage_file_hash", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="storage_file_first_or_later",
                condition=Q(version=1, previous=None) | Q(version__gt=1, previous__isnull=False),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="storage_file_never_changes", operation=pgtrigger.Update)
        ]

    def __str__(self) -> str:
        return f"{self.name} (v{self.version})"
