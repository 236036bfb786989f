"""Saying day by day why the office works or does not: the lines beneath a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc.platform.calendar.hours import SATURDAY, SUNDAY
from cchc.platform.calendar.working import SpecialKind, WorkingCalendar

WEEKDAYS_VI = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


class DayKind(StrEnum):
    """What decided about a day."""

    ORDINARY = "ORDINARY"
    WEEKEND = "WEEKEND"
    NO_HOURS = "NO_HOURS"
    HOLIDAY = "HOLIDAY"
    SWAPPED = "SWAPPED"
    SPECIAL = "SPECIAL"


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of an explanation; `reason` is Vietnamese, `kind` for who counts or translates."""

    on: date
    is_working: bool
    reason: str
    kind: DayKind


def explain_days(calendar: WorkingCalendar, first: date, last: date) -> list[DayLine]:
    """A line for each day from first to last, both included; empty when last comes first."""
    count = (last - first).days + 1
    return [explain_day(calendar, first + timedelta(days=offset)) for offset in range(count)]


def explain_day(calendar: WorkingCalendar, day: date) -> DayLine:
    """Why the office works on this day, or does not."""
    is_working = bool(calendar.shifts_on(day))
    special = calendar.special_days.get(day)
    if special is not None:
        reason = _with(_SPECIAL_VI[special.kind], special.reason)
        return DayLine(day, is_working, reason, DayKind.SPECIAL)
    if day in calendar.swapped:
        return DayLine(day, is_working, calendar.swapped[day], DayKind.SWAPPED)
    if day in calendar.holidays:
        return DayLine(day, is_working, _holiday_vi(calendar.holidays[day]), DayKind.HOLIDAY)
    weekday = day.weekday()
    if is_working:
        return DayLine(day, is_working, f"{WEEKDAYS_VI[weekday]}, ngày làm việc", DayKind.ORDINARY)
    kind = DayKind.WEEKEND if weekday in (SATURDAY, SUNDAY) else DayKind.NO_HOURS
    return DayLine(day, is_working, f"{WEEKDAYS_VI[weekday]}, ngày nghỉ hằng tuần", kind)


_SPECIAL_VI = {
    SpecialKind.CLOSED: "Nghỉ",
    SpecialKind.WORKING: "Làm việc",
    SpecialKind.MORNING_ONLY: "Chỉ làm việc buổi sáng",
    SpecialKind.AFTERNOON_ONLY: "Chỉ làm việc buổi chiều",
}


def _with(what: str, reason: str) -> str:
    return f"{what}: {reason}" if reason else what


def _holiday_vi(name: str) -> str:
    return name if name.startswith("Nghỉ") else _with("Nghỉ lễ", name)
