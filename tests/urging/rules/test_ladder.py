"""The steps of a ladder: exact working days, never a day off, the highest only, each once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.kinds import LINE, Audience, Channel
from cchc.modules.urging.rules.ladder import (
    LadderRefused,
    LadderWhyNot,
    Step,
    check_steps,
    day_of,
    in_order,
    next_up,
    preview,
    reached,
    stands_at,
)
from cchc.platform.calendar import (
    is_working_day,
    last_working_day_on_or_before,
    vietnamese_calendar,
    working_days_between,
)

CALENDAR = vietnamese_calendar()
DAYS = st.dates(date(2019, 1, 2), date(2021, 12, 20))
STEPS = st.lists(
    st.builds(
        Step,
        offset=st.integers(-20, 30),
        audience=st.sampled_from(Audience),
        channels=st.just((Channel.IN_APP,)),
    ).map(
        lambda step: (
            step
            if step.offset <= 0
            else Step(step.offset, step.audience, step.channels, every=step.offset % 4)
        )
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda step: (step.offset, step.audience),
).map(in_order)


@given(due_on=DAYS, offset=st.integers(-60, 250).filter(bool))
def test_a_step_stands_exactly_so_many_working_days_from_the_deadline(due_on: date, offset: int):
    day = day_of(CALENDAR, due_on, offset)

    assert is_working_day(CALENDAR, day)
    assert working_days_between(CALENDAR, due_on, day) == offset


@given(due_on=DAYS)
def test_the_deadlines_own_step_is_a_working_day_and_never_after_it(due_on: date):
    day = day_of(CALENDAR, due_on, 0)

    assert day == last_working_day_on_or_before(CALENDAR, due_on)


@given(steps=STEPS, due_on=DAYS, away=st.integers(-40, 120))
def test_what_is_told_stands_on_a_working_day_not_after_today(
    steps: tuple[Step, ...], due_on: date, away: int
):
    on = due_on + timedelta(days=away)

    for telling in reached(steps, CALENDAR, due_on=due_on, on=on):
        assert is_working_day(CALENDAR, telling.scheduled_on)
        assert telling.scheduled_on <= on
        assert telling.scheduled_on == day_of(CALENDAR, due_on, telling.offset)
        assert stands_at(steps[telling.number - 1], telling.offset)


@settings(deadline=None)
@given(steps=STEPS, due_on=DAYS)
def test_day_by_day_every_step_comes_once_and_in_order(steps: tuple[Step, ...], due_on: date):
    told: list[int] = []
    for away in range(-60, 60):
        on = due_on + timedelta(days=away)
        if not is_working_day(CALENDAR, on):
            continue
        now = reached(steps, CALENDAR, due_on=due_on, on=on)
        if now and now[0].scheduled_on == on:
            told.append(now[0].offset)

    assert told == sorted(set(told))
    last = due_on + timedelta(days=59)
    expected = {
        turn.offset
        for turn in preview(steps, CALENDAR, due_on=due_on, repeats=60)
        if turn.scheduled_on <= last
    }
    # Two places can fall on one day, where the deadline is a day off: the higher one is told.
    assert set(told) <= expected
    assert {day_of(CALENDAR, due_on, offset) for offset in expected} == {
        day_of(CALENDAR, due_on, offset) for offset in told
    }


@settings(deadline=None)
@given(steps=STEPS, due_on=DAYS, away=st.integers(-40, 120))
def test_after_missed_days_only_the_highest_step_is_told(
    steps: tuple[Step, ...], due_on: date, away: int
):
    on = due_on + timedelta(days=away)
    told = reached(steps, CALENDAR, due_on=due_on, on=on)
    turns = [
        turn
        for turn in preview(steps, CALENDAR, due_on=due_on, repeats=130)
        if turn.scheduled_on <= on
    ]

    assert bool(told) == bool(turns)
    if told:
        highest = max(turn.offset for turn in turns)
        assert {telling.offset for telling in told} == {highest}
        assert {t.number for t in told} == {t.number for t in turns if t.offset == highest}


@given(steps=STEPS, after=st.integers(-20, 40), above=st.sampled_from(Audience))
def test_silence_goes_to_the_nearest_place_that_is_higher(
    steps: tuple[Step, ...], after: int, above: Audience
):
    following = next_up(steps, after=after, above=above)

    for offset, number, step in following:
        assert offset > after
        assert LINE.index(step.audience) > LINE.index(above)
        assert stands_at(step, offset)
        assert steps[number - 1] == step
    higher = [s for s in steps if LINE.index(s.audience) > LINE.index(above)]
    assert bool(following) == any(s.offset > after or s.every for s in higher)


def test_the_default_ladder_climbs_to_the_leader():
    check_steps(DEFAULT_STEPS)

    assert {step.audience for step in DEFAULT_STEPS} == set(Audience)
    assert in_order(DEFAULT_STEPS) == DEFAULT_STEPS


def test_a_deadline_of_20_october_2019_a_sunday():
    days = {
        (t.offset, t.step.audience): t.scheduled_on
        for t in preview(DEFAULT_STEPS, CALENDAR, due_on=date(2019, 10, 20), repeats=2)
    }

    assert days[-5, Audience.HOLDER] == date(2019, 10, 14)
    assert days[0, Audience.HOLDER] == date(2019, 10, 18)
    assert days[1, Audience.DIVISION_HEAD] == date(2019, 10, 21)
    assert days[10, Audience.HOLDER] == date(2019, 11, 1)
    assert days[10, Audience.LEADER] == date(2019, 11, 1)


@pytest.mark.parametrize(
    ("steps", "why", "number"),
    [
        ([], LadderWhyNot.NO_STEPS, None),
        ([Step(n, Audience.HOLDER) for n in range(1, 22)], LadderWhyNot.TOO_MANY_STEPS, None),
        ([Step(-61, Audience.HOLDER)], LadderWhyNot.OUT_OF_REACH, 1),
        ([Step(251, Audience.HOLDER)], LadderWhyNot.OUT_OF_REACH, 1),
        ([Step(0, Audience.HOLDER, every=2)], LadderWhyNot.REPEATS_BEFORE_DEADLINE, 1),
        ([Step(1, Audience.HOLDER, every=-1)], LadderWhyNot.NEGATIVE_NUMBER, 1),
        ([Step(1, Audience.HOLDER, answer_within=31)], LadderWhyNot.NEGATIVE_NUMBER, 1),
        ([Step(1, Audience.HOLDER), Step(1, Audience.HOLDER)], LadderWhyNot.TWICE_THE_SAME, 2),
        ([Step(1, Audience.HOLDER, (Channel.SMS,))], LadderWhyNot.NOT_IN_APP, 1),
        ([Step(0, Audience.HOLDER)], LadderWhyNot.NOTHING_AFTER_DEADLINE, None),
    ],
)
def test_a_ladder_that_leaves_work_silent_is_refused(
    steps: list[Step], why: LadderWhyNot, number: int | None
):
    with pytest.raises(LadderRefused) as refused:
        check_steps(steps)

    assert (refused.value.why, refused.value.step) == (why, number)
