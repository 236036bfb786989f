"""When digests leave: never at night, never on a day off."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.urging.rules.hours import (
    EARLIEST,
    EVENING,
    LATEST,
    HourRefused,
    check_hour,
    is_time,
    sending_moment,
)
from cchc.platform.calendar import VIETNAM, is_working_day, vietnamese_calendar

CALENDAR = vietnamese_calendar()
HOURS = st.times(EARLIEST, LATEST)
MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2021, 12, 20)).map(
    lambda moment: moment.replace(tzinfo=VIETNAM)
)


@given(moment=MOMENTS, sends_at=HOURS)
def test_digests_leave_only_by_day_on_working_days(moment: datetime, sends_at: time):
    if is_time(moment, sends_at=sends_at, calendar=CALENDAR):
        assert is_working_day(CALENDAR, moment.date())
        assert sends_at <= moment.time() < EVENING


@given(day=st.dates(date(2019, 1, 1), date(2021, 12, 20)), sends_at=HOURS)
def test_a_day_off_sends_in_the_next_working_morning(day: date, sends_at: time):
    moment = sending_moment(day, sends_at=sends_at, calendar=CALENDAR)

    assert is_time(moment, sends_at=sends_at, calendar=CALENDAR)
    assert moment.date() == day or not is_working_day(CALENDAR, day)


@pytest.mark.parametrize("at", [time(5, 59), time(17, 1), time(23)])
def test_no_hour_at_night_can_be_set(at: time):
    with pytest.raises(HourRefused):
        check_hour(at)
