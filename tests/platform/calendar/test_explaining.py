"""The lines beneath a deadline."""

from datetime import date, time

import pytest
from hypothesis import given

from cchc.platform.calendar import (
    DayKind,
    Shift,
    SpecialDay,
    SpecialKind,
    WorkingCalendar,
    explain_day,
    explain_days,
    is_working_day,
    week,
    with_special_days,
    working_days_between,
)
from tests.platform.calendar.calendars import OFFICE, calendars, days


def test_a_line_for_each_day_with_both_ends():
    lines = explain_days(OFFICE, date(2019, 4, 26), date(2019, 5, 5))

    assert [line.on.day for line in lines] == [26, 27, 28, 29, 30, 1, 2, 3, 4, 5]
    assert [line.on.day for line in lines if line.is_working] == [26, 2, 3, 4]


def test_no_lines_when_the_end_comes_first():
    assert explain_days(OFFICE, date(2019, 4, 26), date(2019, 4, 25)) == []


@pytest.mark.parametrize(
    ("special", "works", "reason"),
    [
        ((SpecialKind.CLOSED, "tránh bão số 5"), False, "Nghỉ: tránh bão số 5"),
        ((SpecialKind.CLOSED, ""), False, "Nghỉ"),
        ((SpecialKind.WORKING, "theo công điện"), True, "Làm việc: theo công điện"),
        ((SpecialKind.MORNING_ONLY, "họp"), True, "Chỉ làm việc buổi sáng: họp"),
        ((SpecialKind.AFTERNOON_ONLY, "họp"), True, "Chỉ làm việc buổi chiều: họp"),
    ],
)
def test_a_special_day_gives_its_reason(special, works, reason):
    day = date(2019, 10, 15)
    line = explain_day(with_special_days(OFFICE, [SpecialDay(day, *special)]), day)

    assert (line.is_working, line.reason, line.kind) == (works, reason, DayKind.SPECIAL)


def test_a_weekday_without_hours_is_told_from_a_weekend():
    mondays = WorkingCalendar(hours=week({0: (Shift(time(8), time(12)),)}))

    assert explain_day(mondays, date(2019, 10, 15)).kind is DayKind.NO_HOURS
    assert explain_day(mondays, date(2019, 10, 19)).kind is DayKind.WEEKEND


def test_a_holiday_without_a_name_is_still_a_holiday():
    nameless = WorkingCalendar(holidays={date(2019, 10, 15): ""})

    assert explain_day(nameless, date(2019, 10, 15)).reason == "Nghỉ lễ"


@given(calendars(), days, days)
def test_the_explanation_and_the_count_agree(calendar, one, other):
    first, last = sorted((one, other))
    last = min(last, date.fromordinal(first.toordinal() + 90))
    lines = explain_days(calendar, first, last)

    assert [line.is_working for line in lines] == [is_working_day(calendar, d.on) for d in lines]
    assert sum(line.is_working for line in lines[1:]) == working_days_between(calendar, first, last)
