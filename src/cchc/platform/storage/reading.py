"""Who may read a file: the module that owns it says so; nobody may otherwise."""

from __future__ import annotations

from collections.abc import Callable

from cchc.platform.access import Actor, NotVisible
from cchc.platform.storage.models import StoredFile

MayRead = Callable[[Actor, StoredFile], bool]

_readers: dict[str, MayRead] = {}


def allow_reading(prefix: str, may_read: MayRead) -> None:
    """Let a module decide about files whose owner begins "<prefix>:"; called from `apps.py`."""
    _readers[prefix] = may_read


def readable_file(file_id: int, *, actor: Actor) -> StoredFile:
    """The file, or NotVisible: who may not read it does not learn that it exists."""
    file = StoredFile.objects.filter(pk=file_id).first()
    if file is None or not may_read(actor, file):
        raise NotVisible
    return file


def may_read(actor: Actor, file: StoredFile) -> bool:
    """Whether the owner's module lets this actor read the file; never when no module speaks."""
    decide = _readers.get(file.owner.partition(":")[0])
    return decide is not None and decide(actor, file)


def id_of_owner(file: StoredFile) -> int:
    """The number after the colon of the owner: 12 of "plans.proof:12"."""
    return int(file.owner.partition(":")[2])
