"""Boards, calendars, timelines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cchc.modules.plans.queries.pages.shared import AgencyRef, Choice, Figure, StateBadge
from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What falls due on a day: one task once, however many agencies owe it."""

    task_id: int
    code: str
    content: str
    agency_count: int
    agency_name: str
    badge: StateBadge
    query: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month."""

    on: date
    is_in_month: bool
    is_today: bool
    is_working: bool
    holiday: str
    entries: list[CalendarEntry]
    more_count: int


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A month of deadlines, Monday to Sunday."""

    year: int
    month: int
    title: str
    weeks: list[list[CalendarDay]]
    previous: date
    next: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class GanttBar:
    """A task on the timeline: positions are days from the first day of the axis."""

    task_id: int
    code: str
    content: str
    lead: str
    starts_on: date
    due_on: date
    first_due_on: date
    """The baseline."""
    offset: int
    length: int
    baseline_length: int
    marks: list[tuple[int, str]]
    """Recurring work: day of each round, and its tone."""
    is_continuous: bool
    badge: StateBadge


@dataclass(frozen=True, slots=True)
class GanttPage:
    """The timeline of a plan by section, with the first deadline as baseline."""

    plan_id: int
    plan_number: str
    title: str
    axis_starts_on: date
    axis_ends_on: date
    day_count: int
    today_offset: int | None
    months: list[tuple[str, int, int]]
    """Label, offset, length."""
    sections: list[tuple[str, list[GanttBar]]]
    undated_count: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of the heat table: the rate, what it is counted from, and where it opens."""

    rate: Decimal | None
    fallen_due: int
    overdue: int
    total: int
    band: int
    """0 nothing fallen due, 1 worst … 5 best."""
    query: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """An agency's row of the heat table."""

    agency: AgencyRef
    cells: list[HeatCell]
    overall: HeatCell


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """An agency that needs attention."""

    agency: AgencyRef
    overdue: int
    due_soon: int
    query: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """How the whole stands: figures that open, agencies × areas, late work by week."""

    year: int
    years: list[Choice]
    obligation: str
    level: str
    as_of: datetime
    figures: list[Figure]
    counts: Counts
    rate_note: str
    areas: list[Choice]
    rows: list[HeatRow]
    totals: HeatRow | None
    weeks: list[tuple[str, int]]
    """Late work at the end of each of the last weeks: label, number."""
    attention: list[AttentionRow]
    unchosen_count: int
    waiting_count: int


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """One line of "by agency" or "by area"."""

    code: str
    name: str
    detail: str
    counts: Counts
    rate: Decimal | None
    query: str


@dataclass(frozen=True, slots=True)
class GroupedPage:
    """Work by agency or by area in one year."""

    kind: str
    year: int
    years: list[Choice]
    rows: list[GroupedRow]
    totals: GroupedRow
    rate_note: str
