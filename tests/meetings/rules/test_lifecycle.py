"""The life of meetings and entries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.lifecycle import (
    ENTRY_TRANSITIONS,
    STILL_AHEAD,
    TAKES_PLACE,
    TRANSITIONS,
    MeetingState,
    StepNotAllowed,
    check_entry_step,
    check_step,
)
from cchc.modules.meetings.rules.refusals import MeetingRefused, require_reason


def test_every_state_says_where_it_leads() -> None:
    assert set(TRANSITIONS) == set(MeetingState)
    assert set(ENTRY_TRANSITIONS) == set(EntryState)


@given(st.lists(st.sampled_from(list(MeetingState)), max_size=12))
def test_whatever_is_tried_a_meeting_is_concluded_only_after_it_was_held(
    tries: list[MeetingState],
) -> None:
    state, been = MeetingState.PLANNED, [MeetingState.PLANNED]
    for wanted in tries:
        try:
            check_step(state, wanted)
        except StepNotAllowed as refused:
            assert (refused.current, refused.wanted) == (state, wanted)
            continue
        state = wanted
        been.append(state)

    if MeetingState.CONCLUDED in been:
        assert been.index(MeetingState.HELD) < been.index(MeetingState.CONCLUDED)
    if MeetingState.HELD in been:
        assert MeetingState.INVITED in been[: been.index(MeetingState.HELD)]


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.CONCLUDED])
def test_nothing_follows_the_end(state: MeetingState) -> None:
    for wanted in MeetingState:
        with pytest.raises(StepNotAllowed):
            check_step(state, wanted)


@pytest.mark.parametrize("state", list(MeetingState))
def test_every_meeting_that_is_ahead_can_be_called_off(state: MeetingState) -> None:
    may_cancel = MeetingState.CANCELLED in TRANSITIONS[state]

    assert may_cancel == (state in {*STILL_AHEAD, MeetingState.POSTPONED})
    assert (state in TAKES_PLACE) == (state not in {MeetingState.CANCELLED, MeetingState.POSTPONED})


def test_an_approved_entry_is_not_approved_again() -> None:
    check_entry_step(EntryState.PROPOSED, EntryState.APPROVED)
    with pytest.raises(StepNotAllowed):
        check_entry_step(EntryState.APPROVED, EntryState.APPROVED)


def test_a_reason_is_more_than_spaces() -> None:
    assert require_reason("  ốm ") == "ốm"
    with pytest.raises(MeetingRefused):
        require_reason(" \n ")
