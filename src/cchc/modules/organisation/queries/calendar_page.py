"""The calendar of a year: every day with what decides about it, and the hours of the week."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cchc.modules.organisation.labels.agencies import SPECIAL_DAYS, WEEKDAYS, word
from cchc.modules.organisation.models import Agency, SpecialDay
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.calendars import working_calendar
from cchc.modules.organisation.queries.structure import structure_on
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import (
    DayKind,
    WorkingCalendar,
    explain_day,
    working_days_between,
)

YEARS = range(2010, 2041)
PLAIN = ("work", "off")


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the grid; outside its month it is empty."""

    on: date
    state: str = ""
    """`work`, `half`, `off`, `holiday`, `swapped`, `closed`; empty outside the month."""
    reason: str = ""
    is_today: bool = False
    number: str = ""
    """The day of the month, empty outside it."""
    note: str = ""
    """Why it is not as every other day, or that it is today; mostly empty."""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks of a month, Monday first."""

    number: int
    weeks: tuple[tuple[DayCell, ...], ...]
    working_days: int


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """A day of the year that is not as every other: a line of the list beside the grid."""

    on: date
    reason: str
    state: str


@dataclass(frozen=True, slots=True)
class SpecialRow:
    """A day that an administrator set."""

    id: int
    on: date
    kind: str
    reason: str
    act: str
    place: str
    may_remove: bool


@dataclass(frozen=True, slots=True)
class HoursRow:
    """The shifts of a weekday."""

    weekday: str
    shifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Everything that the page shows."""

    year: int
    previous_year: int | None
    next_year: int | None
    agency_id: int | None
    agency_name: str
    months: tuple[MonthGrid, ...]
    working_days: int
    marked: tuple[MarkedDay, ...]
    special: tuple[SpecialRow, ...]
    hours: tuple[HoursRow, ...]
    may_manage: bool


def calendar_page(*, actor: Actor, agency_id: int | None, year: int, today: date) -> CalendarPage:
    """The year of an agency or of the province; as many queries however full it is.

    Raises NotVisible.
    """
    agency_name = place_of(actor=actor, agency_id=agency_id)
    if year not in YEARS:
        raise NotVisible
    calendar = working_calendar(agency_id)
    months = tuple(_month(calendar, year, number, today) for number in range(1, 13))
    return CalendarPage(
        year=year,
        previous_year=year - 1 if year - 1 in YEARS else None,
        next_year=year + 1 if year + 1 in YEARS else None,
        agency_id=agency_id,
        agency_name=agency_name,
        months=months,
        working_days=sum(month.working_days for month in months),
        marked=tuple(
            MarkedDay(cell.on, cell.reason, cell.state)
            for month in months
            for week in month.weeks
            for cell in week
            if cell.state in ("holiday", "swapped")
        ),
        special=_special(actor, agency_id, year, today),
        hours=_hours(calendar, today),
        may_manage=actor.may(Permission.MANAGE_CALENDAR, agency_id=agency_id),
    )


def place_of(*, actor: Actor, agency_id: int | None) -> str:
    """The name of the agency whose calendar is meant; empty for the province. Raises NotVisible."""
    if agency_id is None:
        return ""
    return Agency.objects.get_visible(actor, pk=agency_id).name


def present_hours(agency_id: int | None, on: date) -> dict[int, str]:
    """The shifts of each weekday as an administrator types them."""
    rows = _hours(working_calendar(agency_id), on)
    return {number: ", ".join(row.shifts).replace("–", "-") for number, row in enumerate(rows)}


def _month(calendar: WorkingCalendar, year: int, number: int, today: date) -> MonthGrid:
    weeks = tuple(
        tuple(_cell(calendar, day, today) if day.month == number else DayCell(day) for day in week)
        for week in Calendar().monthdatescalendar(year, number)
    )
    days = [cell.on for week in weeks for cell in week if cell.state]
    before = date.fromordinal(days[0].toordinal() - 1)
    return MonthGrid(number, weeks, working_days_between(calendar, before, days[-1]))


def _cell(calendar: WorkingCalendar, day: date, today: date) -> DayCell:
    line = explain_day(calendar, day)
    state = "work" if line.is_working else "off"
    if line.kind is DayKind.SPECIAL:
        kind = calendar.special_days[day].kind
        state = {"CLOSED": "closed", "WORKING": "swapped"}.get(kind, "half")
    elif line.kind is DayKind.HOLIDAY:
        state = "holiday"
    elif line.kind is DayKind.SWAPPED:
        state = "swapped"
    is_plain = state in PLAIN and day != today
    return DayCell(
        day,
        state,
        line.reason,
        is_today=day == today,
        number=str(day.day),
        note="" if is_plain else line.reason,
    )


def _special(actor: Actor, agency_id: int | None, year: int, today: date) -> tuple[SpecialRow, ...]:
    """The days set for the agency, for what is above it, and for the province."""
    places = Q(agency=None)
    if agency_id is not None:
        above = [card.id for card in structure_on(today).above(agency_id)]
        places |= Q(agency_id__in=[agency_id, *above])
    rows = SpecialDay.objects.filter(places, on__year=year).select_related("agency")
    return tuple(
        SpecialRow(
            id=row.pk,
            on=row.on,
            kind=word(SPECIAL_DAYS, row.kind),
            reason=row.reason,
            act=row.act,
            place=row.agency.short_name if row.agency else "",
            may_remove=actor.may(Permission.MANAGE_CALENDAR, agency_id=row.agency_id),
        )
        for row in rows.order_by("on", "pk")
    )


def _hours(calendar: WorkingCalendar, today: date) -> tuple[HoursRow, ...]:
    """The hours of the week that hold today."""
    return tuple(
        HoursRow(
            weekday=name,
            shifts=tuple(
                f"{entry.shift.opens:%H:%M}–{entry.shift.closes:%H:%M}"
                for entry in sorted(calendar.hours, key=lambda each: each.shift)
                if entry.weekday == number and entry.holds_on(today)
            ),
        )
        for number, name in enumerate(WEEKDAYS)
    )
