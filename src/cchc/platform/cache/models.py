"""The table that Django's `DatabaseCache` reads and writes; nobody else touches it."""

from __future__ import annotations

from django.db import models

TABLE = "shared_cache"


class CacheRow(models.Model):
    """One cached value and when it is over; the columns are those of `createcachetable`."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = TABLE

    def __str__(self) -> str:
        return self.cache_key
