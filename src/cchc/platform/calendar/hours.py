"""The hours of a week: when the doors open and close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
NOON = time(12)


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One stretch of work within a day; it never passes midnight."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"a shift opens before it closes: {self.opens}–{self.closes}")


@dataclass(frozen=True, slots=True)
class WeekdayHours:
    """A shift of one weekday (0 Monday … 6 Sunday), from a date and, when set, until a date."""

    weekday: int
    shift: Shift
    effective_from: date = date.min
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether these hours are in force on this day, whatever its weekday."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )


def week(shifts: Mapping[int, Iterable[Shift]]) -> tuple[WeekdayHours, ...]:
    """The hours of a week that hold always, from shifts by weekday."""
    return tuple(WeekdayHours(weekday, shift) for weekday in shifts for shift in shifts[weekday])


OFFICE_WEEK = week(
    {
        weekday: (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17)))
        for weekday in range(MONDAY, SATURDAY)
    }
)
"""What most state offices keep; an administrator sets those of the province or of an agency."""


def check_hours(hours: Iterable[WeekdayHours]) -> None:
    """Raise ValueError for an unknown weekday or two shifts that overlap on the same days."""
    earlier: list[WeekdayHours] = []
    for entry in sorted(hours, key=lambda each: (each.weekday, each.shift)):
        if not MONDAY <= entry.weekday <= SUNDAY:
            raise ValueError(f"no such weekday: {entry.weekday}")
        clash = next((other for other in earlier if _overlap(other, entry)), None)
        if clash is not None:
            raise ValueError(f"shifts overlap: {clash.shift} and {entry.shift}")
        earlier.append(entry)


def _overlap(one: WeekdayHours, other: WeekdayHours) -> bool:
    return (
        one.weekday == other.weekday
        and other.shift.opens < one.shift.closes
        and one.shift.opens < other.shift.closes
        and one.effective_from <= (other.effective_to or date.max)
        and other.effective_from <= (one.effective_to or date.max)
    )


def morning_of(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    """The shifts before noon; a single shift that runs through is cut at noon."""
    if len(shifts) == 1 and shifts[0].opens < NOON < shifts[0].closes:
        return (Shift(shifts[0].opens, NOON),)
    return tuple(shift for shift in shifts if shift.opens < NOON)


def afternoon_of(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
    """The shifts after noon; a single shift that runs through is cut at noon."""
    if len(shifts) == 1 and shifts[0].opens < NOON < shifts[0].closes:
        return (Shift(NOON, shifts[0].closes),)
    return tuple(shift for shift in shifts if shift.opens >= NOON)
