"""Which version of the organisation's tables is in force: so that what was read once can be kept.

Every table of agencies, groups and calendars has an append-only history, so the highest numbers of
their histories name a version. Operations on them wait for one another, so numbers come in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db import connection, models

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
from cchc.platform.sql import preparing_cursor

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

Versions = tuple[Version, Version]
"""Of the structure, and of the calendars."""

_asked: ContextVar[list[Versions] | None] = ContextVar("organisation_versions", default=None)


def structure_version() -> Version:
    """The version of agencies, names and groups; one short query, and one only in a request."""
    return _versions()[0]


def calendar_version() -> Version:
    """The version of special days and working hours; found out together with the structure's."""
    return _versions()[1]


def begin_request(**_: Any) -> None:
    """Ask for the versions only once until the request ends: it then sees one state throughout."""
    _asked.set([])


def end_request(**_: Any) -> None:
    """Ask every time again, as jobs and commands do."""
    forget_versions()


@contextmanager
def one_state_throughout() -> Iterator[None]:
    """Ask for the versions only once inside: for a job that reads much and changes nothing here."""
    begin_request()
    try:
        yield
    finally:
        forget_versions()


def forget_versions() -> None:
    """Ask every time for the rest of this request, because it writes."""
    _asked.set(None)


def _versions() -> Versions:
    asked = _asked.get()
    if asked:
        return asked[0]
    with preparing_cursor() as cursor:
        cursor.execute(_question())
        numbers = tuple(number or 0 for number in cursor.fetchone())
    versions = numbers[: len(STRUCTURE)], numbers[len(STRUCTURE) :]
    if asked is not None:
        asked.append(versions)
    return versions


@cache
def _question() -> str:
    """One number from the history of each table."""
    latest = [f"(SELECT max(pgh_id) FROM {_history_of(table)})" for table in STRUCTURE + CALENDAR]  # noqa: S608
    return f"SELECT {', '.join(latest)}"


def _history_of(table: type[models.Model]) -> str:
    history: type[models.Model] = table.pgh_event_model  # type: ignore[attr-defined]
    return connection.ops.quote_name(history._meta.db_table)
