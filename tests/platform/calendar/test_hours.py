"""The hours of a week."""

from datetime import date, time

import pytest

from cchc.platform.calendar import Shift, WeekdayHours, WorkingCalendar
from cchc.platform.calendar.hours import afternoon_of, check_hours, morning_of

MORNING = Shift(time(7, 30), time(11, 30))
AFTERNOON = Shift(time(13, 30), time(17))
THROUGH = Shift(time(8), time(16))


def test_a_shift_that_closes_before_it_opens_is_refused():
    with pytest.raises(ValueError, match="opens before it closes"):
        Shift(time(17), time(8))


def test_overlapping_shifts_of_one_weekday_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        WorkingCalendar(hours=(WeekdayHours(0, MORNING), WeekdayHours(0, THROUGH)))


def test_shifts_that_follow_one_another_in_time_do_not_overlap():
    check_hours(
        [
            WeekdayHours(0, MORNING, effective_to=date(2019, 12, 31)),
            WeekdayHours(0, THROUGH, effective_from=date(2020, 1, 1)),
            WeekdayHours(1, THROUGH),
        ]
    )


def test_an_unknown_weekday_is_refused():
    with pytest.raises(ValueError, match="weekday"):
        check_hours([WeekdayHours(7, MORNING)])


def test_hours_hold_from_a_date_until_a_date():
    hours = WeekdayHours(0, MORNING, date(2019, 1, 1), date(2019, 12, 31))

    assert not hours.holds_on(date(2018, 12, 31))
    assert hours.holds_on(date(2019, 1, 1))
    assert hours.holds_on(date(2019, 12, 31))
    assert not hours.holds_on(date(2020, 1, 1))


@pytest.mark.parametrize(
    ("shifts", "morning", "afternoon"),
    [
        pytest.param((MORNING, AFTERNOON), (MORNING,), (AFTERNOON,), id="two shifts"),
        pytest.param(
            (THROUGH,),
            (Shift(time(8), time(12)),),
            (Shift(time(12), time(16)),),
            id="one shift through noon",
        ),
        pytest.param((MORNING,), (MORNING,), (), id="mornings only"),
        pytest.param((AFTERNOON,), (), (AFTERNOON,), id="afternoons only"),
    ],
)
def test_a_day_is_halved_at_noon(shifts, morning, afternoon):
    assert morning_of(shifts) == morning
    assert afternoon_of(shifts) == afternoon
