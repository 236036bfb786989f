"""Keeping disk and register in step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from cchc.platform.storage.contents import (
    contents_on_disk,
    hash_of,
    incoming_on_disk,
    place_of,
)
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.storing import lock_key

DAY_SECONDS = 24 * 3600
BATCH = 500


@dataclass(frozen=True, slots=True)
class Damage:
    """A registered file whose content is not what was handed in."""

    file_id: int
    name: str
    what: str
    """MISSING, or CHANGED when the content no longer has its hash."""


def sweep(*, older_than_seconds: float = DAY_SECONDS) -> int:
    """Remove contents that no row names (an operation was undone) and half-received ones.

    Only what is older than a day: a running transaction is never disturbed. Answers how many.
    """
    latest = time.time() - older_than_seconds
    removed = 0
    for path in incoming_on_disk():
        removed += _remove_when_old(path, latest)
    batch: list[Path] = []
    for path in contents_on_disk():
        batch.append(path)
        if len(batch) == BATCH:
            removed += _sweep_batch(batch, latest)
            batch = []
    return removed + _sweep_batch(batch, latest)


def damaged_files(*, is_deep: bool = False) -> Iterator[Damage]:
    """Registered files whose content is missing; when deep, also those whose hash has changed."""
    rows = StoredFile.objects.order_by("id").values_list("id", "name", "sha256", "size")
    for file_id, name, sha256, size in rows.iterator():
        path = place_of(sha256)
        if not path.is_file():
            yield Damage(file_id, name, "MISSING")
        elif path.stat().st_size != size or (is_deep and hash_of(path) != sha256):
            yield Damage(file_id, name, "CHANGED")


def _sweep_batch(paths: list[Path], latest: float) -> int:
    named = set(
        StoredFile.objects.filter(sha256__in=[path.name for path in paths]).values_list(
            "sha256", flat=True
        )
    )
    return sum(_remove_unnamed(path, latest) for path in paths if path.name not in named)


@transaction.atomic
def _remove_unnamed(path: Path, latest: float) -> int:
    """Remove a content unless someone is taking the same one in, or has just done so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", lock_key(path.name))
        is_ours = bool(cursor.fetchone()[0])
    if not is_ours or StoredFile.objects.filter(sha256=path.name).exists():
        return 0
    return _remove_when_old(path, latest)


def _remove_when_old(path: Path, latest: float) -> int:
    try:
        if path.stat().st_mtime > latest:
            return 0
        path.unlink()
    except FileNotFoundError:
        return 0
    return 1
