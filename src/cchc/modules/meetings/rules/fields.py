"""What people write of an entry or of a meeting, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from cchc.modules.meetings.rules.kinds import MeetingKind, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFields:
    """An entry of the work calendar as it is written on the form."""

    on: date
    session: Session
    content: str
    leader_ids: tuple[int, ...]
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    room_id: int | None = None
    chair_id: int | None = None
    prepared_by_id: int | None = None
    attending_ids: tuple[int, ...] = ()
    attending_text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFields:
    """A meeting as it is written on the form."""

    kind: MeetingKind
    title: str
    on: date
    starts_at: time
    ends_at: time
    purpose: str = ""
    place: str = ""
    room_id: int | None = None
    chair_id: int | None = None
    papers_due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFields:
    """One point of an agenda."""

    title: str
    presenter_id: int | None = None
    minute_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionFields:
    """One conclusion that gives work."""

    content: str
    lead_id: int
    due_on: date
    product: str = ""
    coordinating_ids: tuple[int, ...] = ()
