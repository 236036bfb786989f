"""Files for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cchc.platform.storage.models import StoredFile


@dataclass(frozen=True, slots=True)
class FileCard:
    """A file as a page shows it."""

    id: int
    name: str
    content_type: str
    size: int
    sha256: str
    owner: str
    version: int
    created_at: datetime
    created_by_name: str
    is_scanned: bool


def current_files(owners: Iterable[str]) -> dict[str, list[FileCard]]:
    """The newest version of each file of these owners, oldest file first; one query."""
    found: dict[str, list[FileCard]] = {owner: [] for owner in owners}
    for file in StoredFile.objects.filter(owner__in=list(found), next=None).order_by("id"):
        found[file.owner].append(card_of(file))
    return found


def versions_of(file_id: int) -> list[FileCard]:
    """This file and the versions before it, newest first; the caller has checked the right."""
    file = StoredFile.objects.filter(pk=file_id).first()
    found = []
    while file is not None:
        found.append(card_of(file))
        file = file.previous
    return found


def card_of(file: StoredFile) -> FileCard:
    """The plain values of a stored file."""
    return FileCard(
        id=file.pk,
        name=file.name,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        owner=file.owner,
        version=file.version,
        created_at=file.created_at,
        created_by_name=file.created_by_name,
        is_scanned=file.is_scanned,
    )
