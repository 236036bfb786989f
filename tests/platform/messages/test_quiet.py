"""When a message may leave."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.calendar import VIETNAM, is_working_day
from cchc.platform.messages.quiet import QuietHours, earliest_sending
from tests.platform.calendar.calendars import OFFICE, days

NIGHT = QuietHours(time(21), time(6, 30))
NOON = QuietHours(time(11, 30), time(13, 30))
NEVER = QuietHours(time(0), time(0))
moments = st.builds(lambda day, at: datetime.combine(day, at, tzinfo=VIETNAM), days, st.times())
hours = st.builds(QuietHours, st.times(), st.times())


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        pytest.param("2019-10-15T09:00", "2019-10-15T09:00", id="by day"),
        pytest.param("2019-10-15T20:59", "2019-10-15T20:59", id="in the evening"),
        pytest.param("2019-10-15T21:00", "2019-10-16T06:30", id="late in the evening"),
        pytest.param("2019-10-15T03:00", "2019-10-15T06:30", id="at night"),
        pytest.param("2019-10-15T06:30", "2019-10-15T06:30", id="when the quiet ends"),
        pytest.param("2019-10-18T22:00", "2019-10-21T06:30", id="over the weekend"),
        pytest.param("2019-10-19T10:00", "2019-10-21T06:30", id="on a Saturday"),
        pytest.param("2019-04-26T22:00", "2019-05-02T06:30", id="over the holidays"),
        pytest.param("2019-05-03T22:00", "2019-05-04T06:30", id="to a worked Saturday"),
    ],
)
def test_messages_leave_on_working_days_outside_quiet_hours(moment, sent):
    at = datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)

    assert earliest_sending(at, quiet=NIGHT, calendar=OFFICE) == datetime.fromisoformat(
        sent
    ).replace(tzinfo=VIETNAM)


def test_what_is_urgent_waits_for_the_morning_only():
    saturday = datetime(2019, 10, 19, 3, tzinfo=VIETNAM)

    assert earliest_sending(
        saturday, quiet=NIGHT, calendar=OFFICE, is_urgent=True
    ) == saturday.replace(hour=6, minute=30)


def test_quiet_hours_may_lie_within_a_day_or_be_none():
    assert NOON.holds_at(time(12))
    assert not NOON.holds_at(time(13, 30))
    assert not any(NEVER.holds_at(time(hour)) for hour in range(24))


@given(moments, hours, st.booleans())
def test_a_message_never_leaves_early_nor_in_quiet_hours(moment, quiet, is_urgent):
    sent = earliest_sending(moment, quiet=quiet, calendar=OFFICE, is_urgent=is_urgent)

    assert sent >= moment
    assert not quiet.holds_at(sent.time())
    assert is_urgent or is_working_day(OFFICE, sent.date())
    assert earliest_sending(sent, quiet=quiet, calendar=OFFICE, is_urgent=is_urgent) == sent


@given(moments, hours)
def test_what_is_urgent_never_waits_longer_than_a_day(moment, quiet):
    sent = earliest_sending(moment, quiet=quiet, calendar=OFFICE, is_urgent=True)

    assert sent - moment <= timedelta(days=1)
