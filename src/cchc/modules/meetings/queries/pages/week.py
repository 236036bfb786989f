"""The work calendar of leaders, and rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.meetings.queries.pages.shared import Choice, TrailItem
from cchc.modules.meetings.queries.week_paper import WeekRow


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week's paper with its two halves."""

    on: date
    name: str
    closed: str
    is_today: bool
    morning: list[WeekRow]
    afternoon: list[WeekRow]
    """What lasts all day stands with the morning."""

    @property
    def rows(self) -> list[WeekRow]:
        """Everything of the day in order."""
        return [*self.morning, *self.afternoon]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A publication of the week."""

    number: int
    published_at: datetime
    published_by: str
    note: str
    entry_count: int


@dataclass(frozen=True, slots=True)
class WeekPage:
    """A week of one agency's leaders."""

    agency_id: int
    agency_name: str
    keeper_id: int
    keeper_name: str
    week_id: int | None
    starts_on: date
    ends_on: date
    number: int
    days: list[WeekDay]
    waiting: list[WeekRow]
    """Proposed or sent back, as far as the reader may know."""
    version: int
    published_at: datetime | None
    is_changed: bool
    """Whether something differs from the version published last."""
    versions: list[VersionRow]
    calendars: list[Choice]
    previous_on: date
    next_on: date
    may_propose: bool
    may_approve: bool
    may_publish: bool
    sees_unpublished: bool
    trail: list[TrailItem]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry, with what it meets with."""

    row: WeekRow
    agency_id: int
    agency_name: str
    starts_on: date
    room: str
    state: str
    state_label: str
    tone: str
    reason: str
    known_conflicts: str
    conflicts: list[str]
    proposed_by: str
    proposed_by_agency: str
    proposed_at: datetime
    meeting_id: int | None
    is_published: bool
    may_approve: bool
    may_correct: bool
    may_cancel: bool
    trail: list[TrailItem]


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room, and what it is taken for soon."""

    id: int
    name: str
    agency_name: str
    place: str
    seat_count: int
    equipment: str
    is_open: bool
    bookings: list[str]
    may_change: bool


@dataclass(frozen=True, slots=True)
class RoomsPage:
    """The list of rooms, and who keeps which calendar."""

    rooms: list[RoomRow]
    keepers: list[tuple[str, str]]
    may_set_up: bool
