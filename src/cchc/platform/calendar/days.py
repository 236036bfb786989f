"""Counting working days: a period begins the day after the event, as deadlines of the law do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from cchc.platform.calendar.working import WorkingCalendar

HORIZON_YEARS = 60


class NoWorkingTime(Exception):
    """The calendar has no working day within reach, so that no period can end."""


def is_working_day(calendar: WorkingCalendar, day: date) -> bool:
    """Whether the office works on this day, be it for half of it."""
    return bool(calendar.shifts_on(day))


def add_working_days(calendar: WorkingCalendar, start: date, count: int) -> date:
    """The last day of a period of working days that begins the day after start.

    A negative count goes back: -1 is the working day before start. Zero is start itself, whether
    worked or not. Raises NoWorkingTime.
    """
    if count == 0:
        return start
    return _forward(calendar, start, count) if count > 0 else _back(calendar, start, -count)


def working_days_between(calendar: WorkingCalendar, start: date, end: date) -> int:
    """How many working days lie after start up to and including end; negative when end comes first.

    It undoes `add_working_days`: between a day and that day plus n there are n.
    """
    if end < start:
        return -_count(calendar, end.toordinal(), start.toordinal() - 1)
    return _count(calendar, start.toordinal() + 1, end.toordinal())


def last_working_day_on_or_before(calendar: WorkingCalendar, day: date) -> date:
    """The day itself when worked, or the nearest worked one before. Raises NoWorkingTime."""
    return day if is_working_day(calendar, day) else _back(calendar, day, 1)


def first_working_day_on_or_after(calendar: WorkingCalendar, day: date) -> date:
    """The day itself when worked, or the nearest worked one after. Raises NoWorkingTime.

    So ends a period whose last day is a day off (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    """
    return day if is_working_day(calendar, day) else _forward(calendar, day, 1)


def _forward(calendar: WorkingCalendar, start: date, count: int) -> date:
    year, after = start.year, start.toordinal()
    for reached in range(year, min(year + HORIZON_YEARS, date.max.year) + 1):
        days = calendar.working_days_of(reached)
        first = bisect_right(days, after)
        if first + count <= len(days):
            return date.fromordinal(days[first + count - 1])
        count -= len(days) - first
    raise NoWorkingTime


def _back(calendar: WorkingCalendar, start: date, count: int) -> date:
    year, before = start.year, start.toordinal()
    for reached in range(year, max(year - HORIZON_YEARS, date.min.year) - 1, -1):
        days = calendar.working_days_of(reached)
        end = bisect_left(days, before)
        if end >= count:
            return date.fromordinal(days[end - count])
        count -= end
    raise NoWorkingTime


def _count(calendar: WorkingCalendar, first: int, last: int) -> int:
    if last < first:
        return 0
    total = 0
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        days = calendar.working_days_of(year)
        total += bisect_right(days, last) - bisect_left(days, first)
    return total
