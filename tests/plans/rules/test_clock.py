"""The clock, explained line by line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.clock import (
    ClockFacts,
    DueChange,
    LineKind,
    days_until,
    due_after_standstill,
    explain_clock,
)
from cchc.modules.plans.rules.kinds import DueChangeKind, WaitingFor
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.calendar import vietnamese_calendar, working_days_between

CALENDAR = vietnamese_calendar()
TODAY = date(2019, 10, 15)
DUE = date(2019, 9, 30)
FACTS = ClockFacts(
    state=State.IN_PROGRESS,
    assigned_on=date(2018, 12, 6),
    written="Quý III/2019",
    starts_on=date(2019, 7, 1),
    due_on=DUE,
    first_due_on=DUE,
)


def lines(facts: ClockFacts) -> dict[LineKind, object]:
    return {
        line.kind: line.on
        if line.on is not None
        else line.days
        if line.days is not None
        else line.text
        for line in explain_clock(facts, CALENDAR, today=TODAY)
    }


def with_facts(**changes: object) -> ClockFacts:
    from dataclasses import replace

    return replace(FACTS, **changes)  # type: ignore[arg-type]


def test_a_late_task_is_counted_out_as_on_the_wall() -> None:
    said = lines(FACTS)

    assert said == {
        LineKind.ASSIGNED: date(2018, 12, 6),
        LineKind.WRITTEN: "Quý III/2019",
        LineKind.STARTS: date(2019, 7, 1),
        LineKind.LAST_DAY: DUE,
        LineKind.HOLIDAYS: 1,
        LineKind.NO_EXTENSION: "",
        LineKind.TODAY: TODAY,
        LineKind.DAYS_LATE: 11,
    }


def test_the_holidays_inside_are_named() -> None:
    holidays = next(
        line
        for line in explain_clock(FACTS, CALENDAR, today=TODAY)
        if line.kind is LineKind.HOLIDAYS
    )

    assert holidays.text == "02/09"


def test_what_waits_has_no_count() -> None:
    said = lines(
        with_facts(state=State.WAITING, due_on=None, first_due_on=None, waits_for=WaitingFor.EVENT)
    )

    assert said[LineKind.WAITS] == WaitingFor.EVENT
    assert LineKind.DAYS_LEFT not in said
    assert LineKind.LAST_DAY not in said


def test_every_change_of_the_deadline_is_a_line() -> None:
    changed = DueChange(DueChangeKind.EXTENDED, date(2019, 11, 15), date(2019, 9, 20))
    facts = with_facts(due_on=date(2019, 11, 15), changes=[changed], has_pending_extension=True)

    said = lines(facts)

    assert said[LineKind.LAST_DAY] == DUE
    assert said[LineKind.CHANGED] == date(2019, 11, 15)
    assert LineKind.EXTENSION_PENDING in said
    assert LineKind.NO_EXTENSION not in said
    assert said[LineKind.DAYS_LEFT] == 23


def test_the_event_that_gave_the_deadline_is_a_line() -> None:
    said = lines(with_facts(triggered_on=date(2019, 8, 1), written="", starts_on=None))

    assert said[LineKind.TRIGGERED] == date(2019, 8, 1)
    assert LineKind.WRITTEN not in said
    assert LineKind.STARTS not in said


def test_the_clock_stands_at_the_day_of_handing_in() -> None:
    said = lines(with_facts(state=State.APPROVED, submitted_on=date(2019, 9, 27)))

    assert said[LineKind.SUBMITTED] == date(2019, 9, 27)
    assert said[LineKind.DAYS_LEFT] == 1


def test_continuous_work_goes_on() -> None:
    facts = with_facts(is_continuous=True, due_on=date(2019, 12, 31))

    assert lines(facts)[LineKind.GOES_ON] == date(2019, 12, 31)
    assert LineKind.DAYS_LEFT in lines(
        with_facts(
            is_continuous=True,
            due_on=date(2019, 12, 31),
            state=State.SUBMITTED,
            submitted_on=TODAY,
        )
    )


def test_a_stopped_clock_says_so() -> None:
    assert lines(with_facts(state=State.SUSPENDED))[LineKind.STOPPED] == State.SUSPENDED


def test_a_deadline_before_the_day_it_was_given_counts_no_holidays() -> None:
    facts = with_facts(starts_on=None, due_on=date(2018, 12, 1), first_due_on=None)

    said = lines(facts)

    assert LineKind.HOLIDAYS not in said
    assert said[LineKind.LAST_DAY] == date(2018, 12, 1)


@pytest.mark.parametrize(
    ("due", "today", "days"),
    [
        pytest.param("2019-10-15", "2019-10-15", 0, id="today"),
        pytest.param("2019-10-18", "2019-10-15", 3, id="three days left"),
        pytest.param("2019-10-11", "2019-10-12", -1, id="a Saturday after a Friday is late"),
        pytest.param("2019-10-13", "2019-10-14", -1, id="a Sunday deadline"),
    ],
)
def test_days_left_and_days_late(due: str, today: str, days: int) -> None:
    found = days_until(date.fromisoformat(due), date.fromisoformat(today), CALENDAR)

    assert found == days


def test_no_deadline_no_days() -> None:
    assert days_until(None, TODAY, CALENDAR) is None


@given(
    due=st.dates(date(2018, 1, 1), date(2020, 12, 31)),
    stopped=st.dates(date(2018, 1, 1), date(2020, 12, 31)),
    length=st.integers(-30, 200),
)
def test_a_standstill_gives_back_the_days_it_took(due: date, stopped: date, length: int) -> None:
    resumed = stopped + timedelta(days=length)

    new = due_after_standstill(due, stopped, resumed, CALENDAR)

    stood = max(working_days_between(CALENDAR, stopped, resumed), 0)
    assert new >= due
    assert working_days_between(CALENDAR, due, new) == stood
