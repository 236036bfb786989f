"""Counting working days."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc.platform.calendar import (
    NoWorkingTime,
    SpecialDay,
    SpecialKind,
    WorkingCalendar,
    add_working_days,
    first_working_day_on_or_after,
    is_working_day,
    last_working_day_on_or_before,
    week,
    with_special_days,
    working_days_between,
)
from tests.platform.calendar.calendars import OFFICE, calendars, days

counts = st.integers(-300, 300)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        pytest.param("2026-03-02", 3, "2026-03-05", id="within one week"),
        pytest.param("2026-03-05", 2, "2026-03-09", id="over a weekend"),
        pytest.param("2026-04-29", 1, "2026-05-04", id="over the holidays of April and May"),
        pytest.param("2019-04-26", 4, "2019-05-06", id="counting an exchanged Saturday"),
        pytest.param("2019-10-19", 1, "2019-10-21", id="from a Saturday"),
        pytest.param("2019-12-31", 1, "2020-01-02", id="over the new year"),
        pytest.param("2019-10-19", 0, "2019-10-19", id="nothing to count"),
        pytest.param("2019-10-21", -1, "2019-10-18", id="back over a weekend"),
        pytest.param("2020-01-02", -1, "2019-12-31", id="back over the new year"),
        pytest.param("2015-03-02", 600, "2017-07-20", id="over years"),
    ],
)
def test_a_period_begins_the_day_after_and_ends_on_a_working_day(start, count, due):
    reached = add_working_days(OFFICE, date.fromisoformat(start), count)

    assert reached == _walk(date.fromisoformat(start), count)
    if abs(count) < 100:
        assert reached == date.fromisoformat(due)


def _walk(day: date, count: int) -> date:
    """The slow way, one day at a time."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        if is_working_day(OFFICE, day):
            count -= 1 if count > 0 else -1
    return day


@given(calendars(), days, counts)
def test_adding_then_counting_gives_what_was_added(calendar, start, count):
    assert working_days_between(calendar, start, add_working_days(calendar, start, count)) == count


@given(calendars(), days, counts)
def test_a_period_never_ends_on_a_day_off(calendar, start, count):
    assume(count != 0)

    assert is_working_day(calendar, add_working_days(calendar, start, count))


@given(calendars(), days, days, counts)
def test_who_starts_later_never_ends_earlier(calendar, one, other, count):
    earlier, later = sorted((one, other))

    assert add_working_days(calendar, earlier, count) <= add_working_days(calendar, later, count)


@given(calendars(), days, st.integers(1, 200))
def test_a_longer_period_ends_later(calendar, start, count):
    assert add_working_days(calendar, start, count) < add_working_days(calendar, start, count + 1)


@given(calendars(), days, days, days)
def test_counts_of_neighbouring_periods_add_up(calendar, first, second, third):
    first, second, third = sorted((first, second, third))

    assert working_days_between(calendar, first, third) == working_days_between(
        calendar, first, second
    ) + working_days_between(calendar, second, third)


@given(calendars(), days)
def test_the_nearest_working_days_embrace_the_day(calendar, day):
    before = last_working_day_on_or_before(calendar, day)
    after = first_working_day_on_or_after(calendar, day)

    assert before <= day <= after
    assert is_working_day(calendar, before)
    assert is_working_day(calendar, after)
    assert (before == after == day) is is_working_day(calendar, day)


def test_counting_backwards_is_negative():
    assert working_days_between(OFFICE, date(2019, 10, 21), date(2019, 10, 18)) == -1
    assert working_days_between(OFFICE, date(2019, 10, 21), date(2019, 10, 21)) == 0


def test_a_closure_moves_the_end_of_a_period():
    closed = with_special_days(OFFICE, [SpecialDay(date(2019, 10, 16), SpecialKind.CLOSED, "bão")])

    assert add_working_days(closed, date(2019, 10, 15), 1) == date(2019, 10, 17)


@pytest.mark.parametrize("count", [1, -1])
def test_an_office_that_never_works_has_no_periods(count):
    with pytest.raises(NoWorkingTime):
        add_working_days(WorkingCalendar(hours=week({})), date(2019, 10, 15), count)


@pytest.mark.parametrize(("day", "count"), [(date.max, 1), (date.min, -1)])
def test_the_calendar_ends_where_dates_end(day, count):
    with pytest.raises(NoWorkingTime):
        add_working_days(OFFICE, day, count)
