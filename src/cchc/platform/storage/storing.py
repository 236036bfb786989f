"""Taking files in."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.db import connection, transaction

from cchc.platform.access import Actor, NotVisible
from cchc.platform.storage.contents import keep, place_of, receive
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.naming import clean_name
from cchc.platform.storage.scanning import scan
from cchc.platform.storage.sniffing import sniff

_OWNER = re.compile(r"[a-z_]+(\.[a-z_]+)*:[0-9A-Za-z_-]+")
LOCK_CLASS = 0x46494C45


def store(
    *,
    content: BinaryIO,
    name: str,
    owner: str,
    actor: Actor,
    now: datetime,
    previous_id: int | None = None,
) -> StoredFile:
    """Take a file in for its owner, as a new one or as the next version of an earlier one.

    The type is known by the content, the content is kept once, the row belongs to the caller's
    transaction. Raises RefusedFile with a code and a Vietnamese message; NotVisible when the
    earlier version is not a file of this owner or has a successor already.
    """
    if not _OWNER.fullmatch(owner):
        raise ValueError(f"an owner is written like plans.proof:12, not {owner!r}")
    cleaned = clean_name(name)
    with receive(content) as arrived:
        kind = sniff(arrived.path, cleaned)
        is_scanned = scan(arrived.path)
        with transaction.atomic():
            version = _next_version(previous_id, owner)
            hold_content(arrived.sha256)
            keep(arrived)
            return StoredFile.objects.create(
                name=cleaned,
                content_type=kind.content_type,
                size=arrived.size,
                sha256=arrived.sha256,
                owner=owner,
                version=version,
                previous_id=previous_id,
                created_at=now,
                created_by_id=actor.user_id,
                created_by_name=actor.name,
                is_scanned=is_scanned,
            )


def open_file(file: StoredFile) -> BinaryIO:
    """The content, to be read from the start; the caller closes it."""
    return path_of(file).open("rb")


def path_of(file: StoredFile) -> Path:
    """Where the content lies, for programs that read a path; nobody may write there."""
    return place_of(file.sha256)


def hold_content(sha256: str) -> None:
    """Keep the sweeping of this content out until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", lock_key(sha256))


def lock_key(sha256: str) -> tuple[int, int]:
    """The two numbers of the advisory lock of a content."""
    return LOCK_CLASS, int(sha256[:7], 16)


def _next_version(previous_id: int | None, owner: str) -> int:
    if previous_id is None:
        return 1
    earlier = StoredFile.objects.select_for_update().filter(pk=previous_id, owner=owner).first()
    if earlier is None or StoredFile.objects.filter(previous=earlier).exists():
        raise NotVisible
    return earlier.version + 1
