"""When the digest of a day leaves: on a working day, at a set hour, never at night."""

from __future__ import annotations

from datetime import date, datetime, time

from cchc.platform.calendar import (
    VIETNAM,
    WorkingCalendar,
    first_working_day_on_or_after,
    in_vietnam,
    is_working_day,
)

EARLIEST, LATEST = time(6, 0), time(17, 0)
"""Between these the hour may be set."""
EVENING = time(18, 0)
"""What did not leave by then waits for the next working morning."""
USUAL = time(7, 30)


class HourRefused(Exception):
    """The hour lies at night."""


def check_hour(at: time) -> None:
    """Raise HourRefused for an hour at night."""
    if not EARLIEST <= at <= LATEST:
        raise HourRefused


def is_time(moment: datetime, *, sends_at: time, calendar: WorkingCalendar) -> bool:
    """Whether the digests of the day may leave at this moment."""
    local = in_vietnam(moment)
    return is_working_day(calendar, local.date()) and sends_at <= local.time() < EVENING


def sending_moment(day: date, *, sends_at: time, calendar: WorkingCalendar) -> datetime:
    """When the digest of this day leaves: on a day off, in the next working morning."""
    working_day = first_working_day_on_or_after(calendar, day)
    return datetime.combine(working_day, sends_at, tzinfo=VIETNAM)
