"""Working days and hours: pure; everything that decides is passed in."""

from cchc.platform.calendar.days import (
    NoWorkingTime,
    add_working_days,
    first_working_day_on_or_after,
    is_working_day,
    last_working_day_on_or_before,
    working_days_between,
)
from cchc.platform.calendar.explaining import DayKind, DayLine, explain_day, explain_days
from cchc.platform.calendar.hours import OFFICE_WEEK, Shift, WeekdayHours, week
from cchc.platform.calendar.minutes import (
    add_working_minutes,
    is_working_time,
    working_minutes_between,
)
from cchc.platform.calendar.vietnam import (
    KNOWN_YEARS,
    swapped_working_days,
    vietnamese_calendar,
    vietnamese_holidays,
)
from cchc.platform.calendar.working import (
    SpecialDay,
    SpecialKind,
    WorkingCalendar,
    version_of,
    with_special_days,
)
from cchc.platform.calendar.zone import VIETNAM, in_vietnam

__all__ = [
    "KNOWN_YEARS",
    "OFFICE_WEEK",
    "VIETNAM",
    "DayKind",
    "DayLine",
    "NoWorkingTime",
    "Shift",
    "SpecialDay",
    "SpecialKind",
    "WeekdayHours",
    "WorkingCalendar",
    "add_working_days",
    "add_working_minutes",
    "explain_day",
    "explain_days",
    "first_working_day_on_or_after",
    "in_vietnam",
    "is_working_day",
    "is_working_time",
    "last_working_day_on_or_before",
    "swapped_working_days",
    "version_of",
    "vietnamese_calendar",
    "vietnamese_holidays",
    "week",
    "with_special_days",
    "working_days_between",
    "working_minutes_between",
]
