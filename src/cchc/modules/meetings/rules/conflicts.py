"""What meets with what: the same leader, the same room, a day off.

A conflict is a warning with a way on: two appointments of one leader may be meant so. Only a room
that is firmly booked cannot be had twice; that is the database's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from cchc.modules.meetings.rules.kinds import Session
from cchc.platform.calendar import VIETNAM, WorkingCalendar, explain_day, is_working_day

_HOURS = {
    Session.MORNING: (time(7, 0), time(12, 0)),
    Session.AFTERNOON: (time(13, 0), time(17, 30)),
    Session.ALL_DAY: (time(7, 0), time(17, 30)),
}
_NOON = time(12, 0)
_MIDNIGHT = time(23, 59)


class ConflictKind(StrEnum):
    """What is met with."""

    LEADER = "LEADER"
    ROOM = "ROOM"
    DAY_OFF = "DAY_OFF"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, its end not included."""

    starts_at: datetime
    ends_at: datetime

    def overlaps(self, other: Span) -> bool:
        """Whether some moment belongs to both."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something in a calendar that takes people and perhaps a room."""

    key: str
    """"entry:12", "meeting:3": the same thing never meets with itself."""
    title: str
    span: Span
    people: frozenset[int] = frozenset()
    room_id: int | None = None
    is_firm: bool = True
    """Approved or sent out, not merely proposed."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to know before going on."""

    kind: ConflictKind
    with_title: str = ""
    person_id: int | None = None
    span: Span | None = None
    reason: str = ""


def span_of(
    on: date, session: Session, starts_at: time | None = None, ends_at: time | None = None
) -> Span:
    """The hours of an entry: as written, else those of its half of the day.

    With a beginning and no end it lasts to the end of its half, in the evening to midnight. Raises
    ValueError when it would end before it begins.
    """
    first, last = _HOURS[session]
    begins = starts_at or first
    ends = ends_at or (last if begins < last else _MIDNIGHT)
    if ends <= begins:
        raise ValueError("an entry ends after it begins")
    return Span(
        datetime.combine(on, begins, tzinfo=VIETNAM), datetime.combine(on, ends, tzinfo=VIETNAM)
    )


def is_open_ended(session: Session, ends_at: time) -> bool:
    """Whether an entry that begins at an hour lasts as long as its half of the day."""
    return ends_at in (_HOURS[session][1], _MIDNIGHT)


def session_at(starts_at: time) -> Session:
    """The half of the day in which an hour lies."""
    return Session.MORNING if starts_at < _NOON else Session.AFTERNOON


def conflicts_of(
    wanted: Occasion, others: Iterable[Occasion], calendar: WorkingCalendar
) -> list[Conflict]:
    """Everything that the wanted occasion meets with: the day first, then in the order of time."""
    found = _of_the_day(wanted, calendar)
    for other in sorted(others, key=lambda one: (one.span.starts_at, one.key)):
        if other.key != wanted.key and other.span.overlaps(wanted.span):
            found += _between(wanted, other)
    return found


def has_room_conflict(conflicts: Sequence[Conflict]) -> bool:
    """Whether the room is among them."""
    return any(conflict.kind is ConflictKind.ROOM for conflict in conflicts)


def _of_the_day(wanted: Occasion, calendar: WorkingCalendar) -> list[Conflict]:
    day = wanted.span.starts_at.astimezone(VIETNAM).date()
    if not is_working_day(calendar, day):
        reason = explain_day(calendar, day).reason
        return [Conflict(ConflictKind.DAY_OFF, span=wanted.span, reason=reason)]
    return []


def _between(wanted: Occasion, other: Occasion) -> list[Conflict]:
    shared = sorted(wanted.people & other.people)
    found = [Conflict(ConflictKind.LEADER, other.title, person, other.span) for person in shared]
    if wanted.room_id is not None and wanted.room_id == other.room_id:
        found.append(Conflict(ConflictKind.ROOM, other.title, span=other.span))
    return found
