"""A month as a grid of weeks, Monday first, with what falls on each day."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

SHOWN_PER_DAY = 4


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """Something on a day."""

    on: date
    title: str
    url: str = ""
    tone: str = "idle"
    said: str = ""
    """The state in words, for screen readers and on hover."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the grid."""

    on: date
    entries: list[MonthEntry] = field(default_factory=list)
    more_count: int = 0
    is_outside: bool = False
    is_today: bool = False
    closed: str = ""
    """Why the office is closed: a holiday's name; empty on a working day."""
    is_closed: bool = False
    more_url: str = ""
    name: str = ""
    """The day in full, for phones: "Thứ Ba, 15/10"."""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks of one month."""

    title: str
    weekdays: list[str]
    weeks: list[list[DayCell]]


def month_grid(
    year: int,
    month: int,
    entries: Iterable[MonthEntry],
    *,
    today: date,
    holidays: Mapping[date, str] | None = None,
    day_url: str = "",
) -> MonthGrid:
    """The grid of a month; `day_url` ends where the day is to be written (?ngay=)."""
    by_day: dict[date, list[MonthEntry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.on].append(entry)
    shut = holidays or {}

    names = _weekdays()

    def cell(day: date) -> DayCell:
        there = by_day.get(day, [])
        return DayCell(
            on=day,
            entries=there[:SHOWN_PER_DAY],
            more_count=max(0, len(there) - SHOWN_PER_DAY),
            is_outside=day.month != month,
            is_today=day == today,
            closed=shut.get(day, ""),
            is_closed=day in shut or day.weekday() >= 5,
            name=f"{names[day.weekday()]}, {day:%d/%m}",
            more_url=f"{day_url}{day:%Y-%m-%d}" if day_url else "",
        )

    return MonthGrid(
        title=_("Tháng %(month)d/%(year)d") % {"month": month, "year": year},
        weekdays=names,
        weeks=[[cell(day) for day in week] for week in Calendar().monthdatescalendar(year, month)],
    )


def _weekdays() -> list[str]:
    return [
        _("Thứ Hai"),
        _("Thứ Ba"),
        _("Thứ Tư"),
        _("Thứ Năm"),
        _("Thứ Sáu"),
        _("Thứ Bảy"),
        _("Chủ nhật"),
    ]
