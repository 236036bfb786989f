"""The one calendar of a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.worklist.public import AgendaItem


@dataclass(frozen=True, slots=True)
class DayList:
    """One day with what stands on it."""

    on: date
    name: str
    """ "Thứ Ba, 15/10/2019"."""
    is_working: bool
    closed: str
    """Why the office is closed: a holiday's name; empty on weekends and working days."""
    is_today: bool
    is_outside: bool
    items: list[AgendaItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A month, a week or a day of a person's calendar."""

    shape: str
    """ "thang", "tuan", "ngay"."""
    title: str
    shown_on: date
    weeks: list[list[DayList]]
    """Monday to Sunday, for a month; else one row of days."""
    previous_on: date
    next_on: date
    kind: str
    agency: str
    kinds: list[Choice]
    agencies: list[Choice]
    count: int
    late_count: int
    working_day_count: int


@dataclass(frozen=True, slots=True)
class FeedPage:
    """The person's feed address as far as it can be shown."""

    is_given: bool
    hint: str
    given_on: date | None
    last_used_on: date | None
