"""Counting working minutes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.calendar import (
    VIETNAM,
    add_working_minutes,
    is_working_time,
    working_minutes_between,
)
from tests.platform.calendar.calendars import OFFICE, calendars, days

moments = st.builds(lambda day, at: datetime.combine(day, at, tzinfo=VIETNAM), days, st.times())
counts = st.integers(-20_000, 20_000)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        pytest.param("2019-10-15T08:00", 60, "2019-10-15T09:00", id="within the morning"),
        pytest.param("2019-10-15T11:00", 60, "2019-10-15T14:00", id="over noon"),
        pytest.param("2019-10-15T16:00", 60, "2019-10-15T17:00", id="to closing time"),
        pytest.param("2019-10-15T16:00", 61, "2019-10-16T07:31", id="over the night"),
        pytest.param("2019-10-18T16:59", 2, "2019-10-21T07:31", id="over the weekend"),
        pytest.param("2019-10-15T20:00", 1, "2019-10-16T07:31", id="received in the evening"),
        pytest.param("2019-10-15T20:00", 0, "2019-10-16T07:30", id="begins with the next day"),
        pytest.param("2019-10-15T06:00", 0, "2019-10-15T07:30", id="begins with the day"),
        pytest.param("2019-10-15T12:00", 0, "2019-10-15T13:30", id="begins after lunch"),
        pytest.param("2019-10-15T09:10", 0, "2019-10-15T09:10", id="nothing within working time"),
        pytest.param("2019-10-16T07:30", -1, "2019-10-15T16:59", id="back over the night"),
        pytest.param("2019-10-15T14:00", -60, "2019-10-15T11:00", id="back over noon"),
        pytest.param("2019-10-21T06:00", -210, "2019-10-18T13:30", id="back to an opening"),
    ],
)
def test_minutes_run_while_the_office_is_open(start, count, end):
    assert add_working_minutes(OFFICE, at(start), count) == at(end)


def test_the_answer_is_on_the_clocks_of_vietnam():
    reached = add_working_minutes(OFFICE, datetime(2019, 10, 15, 1, 0, tzinfo=UTC), 60)

    assert reached.isoformat() == "2019-10-15T09:00:00+07:00"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        add_working_minutes(OFFICE, datetime(2019, 10, 15, 8), 1)


@given(calendars(), moments, counts)
def test_adding_then_counting_gives_what_was_added(calendar, start, count):
    end = add_working_minutes(calendar, start, count)

    assert working_minutes_between(calendar, start, end) == count


@given(calendars(), moments, counts)
def test_a_period_never_ends_outside_working_time(calendar, start, count):
    assert is_working_time(calendar, add_working_minutes(calendar, start, count))


@given(calendars(), moments, moments, counts)
def test_who_starts_later_never_ends_earlier(calendar, one, other, count):
    earlier, later = sorted((one, other))

    assert add_working_minutes(calendar, earlier, count) <= add_working_minutes(
        calendar, later, count
    )


@given(calendars(), moments, st.integers(0, 10_000))
def test_a_longer_period_ends_later(calendar, start, count):
    assert add_working_minutes(calendar, start, count) < add_working_minutes(
        calendar, start, count + 1
    )


def test_counting_is_signed():
    assert working_minutes_between(OFFICE, at("2019-10-15T17:30"), at("2019-10-16T08:00")) == 30
    assert working_minutes_between(OFFICE, at("2019-10-16T08:00"), at("2019-10-15T17:30")) == -30


def test_the_office_is_open_from_opening_to_closing():
    assert is_working_time(OFFICE, at("2019-10-15T07:30"))
    assert is_working_time(OFFICE, at("2019-10-15T17:00"))
    assert not is_working_time(OFFICE, at("2019-10-15T12:00"))
    assert not is_working_time(OFFICE, at("2019-10-19T09:00"))
