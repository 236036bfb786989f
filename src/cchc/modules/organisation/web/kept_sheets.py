"""A spreadsheet between looking at it and bringing it in: stored, and named by a signed token."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import BinaryIO

from django.core import signing

from cchc.modules.organisation.queries.people_sheet import SheetUnreadable, read_sheet
from cchc.platform.access import Actor
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.storing import open_file, store

SALT = "organisation.people_list"
KEPT_FOR = timedelta(hours=2)
Table = Sequence[Sequence[object]]


def keep_sheet(content: BinaryIO, name: str, *, actor: Actor, now: datetime) -> str:
    """Take the file in; returns the token. Raises RefusedFile."""
    file = store(content=content, name=name, owner=_owner(actor), actor=actor, now=now)
    return signing.dumps(file.pk, salt=SALT)


def kept_sheet(token: str, *, actor: Actor) -> tuple[str, Table]:
    """The name and the cells of a file that this person sent. Raises SheetUnreadable."""
    try:
        file_id = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        raise SheetUnreadable from None
    file = StoredFile.objects.filter(pk=file_id, owner=_owner(actor)).first()
    if file is None:
        raise SheetUnreadable
    with open_file(file) as content:
        return file.name, read_sheet(content.read())


def _owner(actor: Actor) -> str:
    return f"organisation.people_list:{actor.user_id}"
