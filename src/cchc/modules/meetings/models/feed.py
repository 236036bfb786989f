"""The secret addresses of people's calendar feeds."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q


class FeedKeyQuerySet(models.QuerySet["FeedKey"]):
    """Questions about feed addresses."""

    def in_force(self) -> Self:
        """Those that answer."""
        return self.filter(revoked_at=None)


class FeedKey(models.Model):
    """A person's secret address; only its hash is kept, so that nobody can read it here."""

    person_id = models.BigIntegerField()
    secret_hash = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=8)
    """The last letters of the secret, by which a person knows which address it is."""
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    objects = FeedKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="feed_key_one_in_force",
                fields=["person_id"],
                condition=Q(revoked_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} …{self.hint}"
