"""In time or late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.timeliness import Standing, Timeliness, timeliness_of

TODAY = date(2019, 10, 15)
SOON = date(2019, 10, 22)
DUE = date(2019, 9, 30)


def reckoned(standing: Standing) -> Timeliness:
    return timeliness_of(standing, today=TODAY, soon_until=SOON)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        pytest.param(Standing(State.IN_PROGRESS, TODAY), "DUE_SOON", id="due today is not late"),
        pytest.param(Standing(State.ASSIGNED, date(2019, 10, 14)), "OVERDUE", id="late by a day"),
        pytest.param(Standing(State.ASSIGNED, SOON), "DUE_SOON", id="the last near day"),
        pytest.param(Standing(State.ASSIGNED, date(2019, 10, 23)), "NOT_DUE", id="not near yet"),
        pytest.param(
            Standing(State.IN_PROGRESS, date(2019, 12, 31), is_continuous=True),
            "CONTINUOUS",
            id="going on inside the period",
        ),
        pytest.param(
            Standing(State.IN_PROGRESS, TODAY, is_continuous=True),
            "CONTINUOUS",
            id="going on to the last day",
        ),
        pytest.param(
            Standing(State.IN_PROGRESS, DUE, is_continuous=True),
            "OVERDUE",
            id="the period is over",
        ),
        pytest.param(Standing(State.WAITING, None), "WAITING", id="no deadline yet"),
        pytest.param(
            Standing(State.SUBMITTED, DUE, submitted_on=DUE), "AWAITING", id="handed in in time"
        ),
        pytest.param(
            Standing(State.APPROVED, DUE, submitted_on=date(2019, 10, 1)),
            "OVERDUE",
            id="handed in late and not decided",
        ),
        pytest.param(
            Standing(State.ACCEPTED, DUE, submitted_on=DUE), "DONE_ON_TIME", id="done in time"
        ),
        pytest.param(
            Standing(State.ACCEPTED, DUE, submitted_on=date(2019, 10, 1)),
            "DONE_LATE",
            id="done late",
        ),
        pytest.param(
            Standing(State.RETURNED, DUE, submitted_on=DUE),
            "OVERDUE",
            id="returned: the clock runs",
        ),
        pytest.param(Standing(State.SUSPENDED, DUE), "NOT_COUNTED", id="stands still"),
        pytest.param(Standing(State.WITHDRAWN, DUE), "NOT_COUNTED", id="taken back"),
        pytest.param(
            Standing(State.ACCEPTED, None, submitted_on=DUE),
            "DONE_ON_TIME",
            id="done without waiting for a deadline",
        ),
        pytest.param(
            Standing(State.SUBMITTED, None, submitted_on=DUE),
            "AWAITING",
            id="handed in without a deadline",
        ),
        pytest.param(
            Standing(State.RETURNED, None, submitted_on=DUE),
            "WAITING",
            id="returned without a deadline",
        ),
    ],
)
def test_how_an_occurrence_stands(standing: Standing, expected: str) -> None:
    assert reckoned(standing) == expected


@given(
    state=st.sampled_from(sorted(State)),
    due=st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2020, 12, 31))),
    is_continuous=st.booleans(),
    submitted=st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2020, 12, 31))),
    today=st.dates(date(2019, 1, 1), date(2020, 12, 31)),
    later=st.integers(0, 400),
)
def test_work_never_becomes_less_late_by_waiting(
    state: State,
    due: date | None,
    is_continuous: bool,
    submitted: date | None,
    today: date,
    later: int,
) -> None:
    standing = Standing(state, due, is_continuous, submitted)
    next_day = today + timedelta(days=later)

    before = timeliness_of(standing, today=today, soon_until=today + timedelta(days=7))
    after = timeliness_of(standing, today=next_day, soon_until=next_day + timedelta(days=7))

    if before is Timeliness.OVERDUE:
        assert after is Timeliness.OVERDUE
    if before in (Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.AWAITING):
        assert after is before
