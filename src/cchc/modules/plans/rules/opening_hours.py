"""The open hours of an office laid end to end, so that a database can count them for many rows.

`working_minutes_between` walks day by day, which is right for one clock and slow for a hundred
thousand; the time that has been open until a moment is found here by one search.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cchc.platform.calendar import VIETNAM, WorkingCalendar


@dataclass(frozen=True, slots=True)
class OpenTime:
    """The stretches of work in order: when each opens, how long it is, how much lies before it."""

    opens: tuple[datetime, ...]
    long: tuple[int, ...]
    """Seconds."""
    before: tuple[int, ...]
    """Seconds open before it."""

    def seconds_until(self, moment: datetime) -> float:
        """How many seconds the office was open until this moment, from the first stretch on."""
        place = bisect_right(self.opens, moment) - 1
        if place < 0:
            return 0
        passed = (moment - self.opens[place]).total_seconds()
        return self.before[place] + min(passed, self.long[place])


def open_time(calendar: WorkingCalendar, years: Iterable[int]) -> OpenTime:
    """The open hours of these years."""
    opens, long, before, total = [], [], [], 0
    for year in years:
        for ordinal in calendar.working_days_of(year):
            day = date.fromordinal(ordinal)
            for shift in calendar.shifts_on(day):
                begins = datetime.combine(day, shift.opens, tzinfo=VIETNAM)
                ends = datetime.combine(day, shift.closes, tzinfo=VIETNAM)
                opens.append(begins)
                long.append(int((ends - begins).total_seconds()))
                before.append(total)
                total += long[-1]
    return OpenTime(tuple(opens), tuple(long), tuple(before))
