"""The working calendar of an office: hours, public holidays, days that differ from the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from cchc.platform.calendar.hours import (
    OFFICE_WEEK,
    Shift,
    WeekdayHours,
    afternoon_of,
    check_hours,
    morning_of,
)


class SpecialKind(StrEnum):
    """How a day differs from the rule."""

    CLOSED = "CLOSED"
    WORKING = "WORKING"
    MORNING_ONLY = "MORNING_ONLY"
    AFTERNOON_ONLY = "AFTERNOON_ONLY"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A closure, a day worked to make up for another, or a half-day, and why (Vietnamese)."""

    on: date
    kind: SpecialKind
    reason: str = ""


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """When an office works. Never changed: an edit by an administrator makes another version.

    `swapped` are the Saturdays worked in exchange for a weekday off, with their reason.
    `special_days` come from the administrator and outweigh all else; where the province and the
    agency both have one for a day, the caller gives the agency's. Years outside those of `holidays`
    have none. Two calendars are the same when their `version` is.
    """

    hours: tuple[WeekdayHours, ...] = OFFICE_WEEK
    holidays: Mapping[date, str] = field(default_factory=dict)
    swapped: Mapping[date, str] = field(default_factory=dict)
    special_days: Mapping[date, SpecialDay] = field(default_factory=dict)
    version: str = ""
    _by_year: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)
    _by_weekday: tuple[tuple[WeekdayHours, ...], ...] = field(default=(), init=False, repr=False)

    def __post_init__(self) -> None:
        check_hours(self.hours)
        in_order = sorted(self.hours, key=lambda entry: entry.shift)
        by_weekday = tuple(tuple(e for e in in_order if e.weekday == w) for w in range(7))
        object.__setattr__(self, "_by_weekday", by_weekday)
        if not self.version:
            object.__setattr__(self, "version", version_of(self))

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """The stretches of work of this day, in order; empty when the office is closed."""
        special = self.special_days.get(day)
        if special is not None:
            return self._special_shifts(special)
        if day in self.swapped:
            return self._full_day(day)
        if day in self.holidays:
            return ()
        return self._week_shifts(day, day.weekday())

    def working_days_of(self, year: int) -> tuple[int, ...]:
        """The working days of a year as ordinals, in order; remembered, for lists of thousands."""
        known = self._by_year.get(year)
        if known is None:
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            known = tuple(
                ordinal
                for ordinal in range(first, last + 1)
                if self.shifts_on(date.fromordinal(ordinal))
            )
            self._by_year[year] = known
        return known

    def _special_shifts(self, special: SpecialDay) -> tuple[Shift, ...]:
        if special.kind is SpecialKind.CLOSED:
            return ()
        if special.kind is SpecialKind.WORKING:
            return self._full_day(special.on)
        own = self._week_shifts(special.on, special.on.weekday()) or self._full_day(special.on)
        is_morning = special.kind is SpecialKind.MORNING_ONLY
        return morning_of(own) if is_morning else afternoon_of(own)

    def _full_day(self, day: date) -> tuple[Shift, ...]:
        """The longest day of the week: a Saturday worked in exchange is worked as a weekday."""
        candidates = [self._week_shifts(day, weekday) for weekday in range(7)]
        return max(candidates, key=_length)

    def _week_shifts(self, day: date, weekday: int) -> tuple[Shift, ...]:
        return tuple(entry.shift for entry in self._by_weekday[weekday] if entry.holds_on(day))


def with_special_days(
    calendar: WorkingCalendar, special_days: Iterable[SpecialDay]
) -> WorkingCalendar:
    """The same calendar with these days added; of two on one date the later one counts."""
    merged = dict(calendar.special_days)
    merged.update((special.on, special) for special in special_days)
    return WorkingCalendar(
        hours=calendar.hours,
        holidays=calendar.holidays,
        swapped=calendar.swapped,
        special_days=merged,
    )


def version_of(calendar: WorkingCalendar) -> str:
    """A short fingerprint of all that decides when the office works; wording does not count."""
    special = calendar.special_days
    parts = [
        *sorted(repr(entry) for entry in calendar.hours),
        "holidays",
        *sorted(day.isoformat() for day in calendar.holidays),
        "swapped",
        *sorted(day.isoformat() for day in calendar.swapped),
        "special",
        *sorted(f"{day} {special[day].kind}" for day in special),
    ]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _length(shifts: tuple[Shift, ...]) -> int:
    return sum(_minutes(shift) for shift in shifts)


def _minutes(shift: Shift) -> int:
    opens, closes = shift.opens, shift.closes
    return (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
