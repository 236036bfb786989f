"""Counting working minutes: the clock of a step runs while the office is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cchc.platform.calendar.days import add_working_days, is_working_day
from cchc.platform.calendar.working import WorkingCalendar
from cchc.platform.calendar.zone import VIETNAM, in_vietnam

MINUTE = timedelta(minutes=1)
NOTHING = timedelta()


def is_working_time(calendar: WorkingCalendar, moment: datetime) -> bool:
    """Whether the office is open; the moments of opening and of closing both belong to it."""
    local = in_vietnam(moment)
    return any(opens <= local <= closes for opens, closes in _stretches(calendar, local.date()))


def add_working_minutes(calendar: WorkingCalendar, moment: datetime, count: int) -> datetime:
    """The moment when so many working minutes have passed, on the clocks of Vietnam.

    A moment outside working time counts from the next opening (with a negative count, back from the
    last closing). A period that ends with the day ends at closing time, not at the next opening.
    Raises NoWorkingTime.
    """
    local = in_vietnam(moment)
    if count < 0:
        return _back(calendar, local, -count * MINUTE)
    return _forward(calendar, local, count * MINUTE)


def working_minutes_between(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    """How many whole working minutes lie between two moments; negative when end comes first."""
    first, last = in_vietnam(start), in_vietnam(end)
    if last < first:
        return -(_open_time(calendar, last, first) // MINUTE)
    return _open_time(calendar, first, last) // MINUTE


def _stretches(calendar: WorkingCalendar, day: date) -> list[tuple[datetime, datetime]]:
    return [
        (
            datetime.combine(day, shift.opens, tzinfo=VIETNAM),
            datetime.combine(day, shift.closes, tzinfo=VIETNAM),
        )
        for shift in calendar.shifts_on(day)
    ]


def _forward(calendar: WorkingCalendar, start: datetime, left: timedelta) -> datetime:
    for opens, closes in _stretches_from(calendar, start.date()):
        begins = max(opens, start)
        if begins <= closes and left <= closes - begins:
            return begins + left
        left -= max(closes - begins, NOTHING)
    raise AssertionError("the days of work never run out")  # pragma: no cover


def _back(calendar: WorkingCalendar, start: datetime, left: timedelta) -> datetime:
    for opens, closes in _stretches_to(calendar, start.date()):
        ends = min(closes, start)
        if opens <= ends and left <= ends - opens:
            return ends - left
        left -= max(ends - opens, NOTHING)
    raise AssertionError("the days of work never run out")  # pragma: no cover


def _stretches_from(calendar: WorkingCalendar, day: date) -> Iterator[tuple[datetime, datetime]]:
    while True:
        yield from _stretches(calendar, day)
        day = add_working_days(calendar, day, 1)


def _stretches_to(calendar: WorkingCalendar, day: date) -> Iterator[tuple[datetime, datetime]]:
    while True:
        yield from reversed(_stretches(calendar, day))
        day = add_working_days(calendar, day, -1)


def _open_time(calendar: WorkingCalendar, start: datetime, end: datetime) -> timedelta:
    total, day = NOTHING, start.date()
    while day <= end.date():
        if is_working_day(calendar, day):
            for opens, closes in _stretches(calendar, day):
                total += max(min(closes, end) - max(opens, start), NOTHING)
        day = date.fromordinal(day.toordinal() + 1)
    return total
