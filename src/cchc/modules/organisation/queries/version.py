"""Which version of the organisation's tables is in force: so that what was read once can be kept.

Every table of agencies, groups and calendars has an append-only history, so the highest numbers of
their histories name a version. Operations on them wait for one another, so numbers come in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, models
from psycopg.sql import SQL, Identifier

from cchc.modules.organisation.models import (
    Agency,
    AgencyAlias,
    AgencyGroup,
    AgencyGroupMember,
    AgencyHours,
    PastState,
    SpecialDay,
    Succession,
)

Version = tuple[int, ...]

STRUCTURE: tuple[type[models.Model], ...] = (
    Agency,
    AgencyAlias,
    AgencyGroup,
    AgencyGroupMember,
    PastState,
    Succession,
)
CALENDAR: tuple[type[models.Model], ...] = (SpecialDay, AgencyHours)

_asked: ContextVar[dict[str, Version] | None] = ContextVar("organisation_versions", default=None)


def structure_version() -> Version:
    """The version of agencies, names and groups; one short query, and one only in a request."""
    return _version("structure", STRUCTURE)


def calendar_version() -> Version:
    """The version of special days and working hours; one short query, and one only in a request."""
    return _version("calendar", CALENDAR)


def begin_request(**_: Any) -> None:
    """Ask for each version only once until the request ends: it then sees one state throughout."""
    _asked.set({})


def end_request(**_: Any) -> None:
    """Ask every time again, as jobs and commands do."""
    forget_versions()


@contextmanager
def one_state_throughout() -> Iterator[None]:
    """Ask for each version only once inside: for a job that reads much and changes nothing here."""
    begin_request()
    try:
        yield
    finally:
        forget_versions()


def forget_versions() -> None:
    """Ask every time for the rest of this request, because it writes."""
    _asked.set(None)


def _version(name: str, tables: Sequence[type[models.Model]]) -> Version:
    asked = _asked.get()
    if asked is not None and name in asked:
        return asked[name]
    latest = SQL(", ").join(
        SQL("(SELECT max(pgh_id) FROM {})").format(Identifier(_history_of(table)))
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(SQL("SELECT {}").format(latest))
        version = tuple(number or 0 for number in cursor.fetchone())
    if asked is not None:
        asked[name] = version
    return version


def _history_of(table: type[models.Model]) -> str:
    history: type[models.Model] = table.pgh_event_model  # type: ignore[attr-defined]
    return history._meta.db_table
