"""Weeks of the work calendar."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.meetings.rules.weeks import days_of, days_shown, monday_of, week_number
from cchc.platform.calendar import vietnamese_calendar


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_week(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert day in days_of(monday)
    assert len(days_of(monday)) == 7


def test_a_free_weekend_is_not_printed_and_a_used_one_is() -> None:
    monday = date(2019, 10, 14)
    calendar = vietnamese_calendar()

    assert len(days_shown(monday, [], calendar)) == 5
    assert days_shown(monday, [date(2019, 10, 20)], calendar)[-1] == date(2019, 10, 20)
    assert week_number(monday) == 42
