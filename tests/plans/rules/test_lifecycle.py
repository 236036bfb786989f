"""The life of an occurrence."""

from __future__ import annotations

import pytest

from cchc.modules.plans.rules.lifecycle import (
    OPEN,
    PENDING_DECISION,
    TRANSITIONS,
    WITH_THE_AGENCY,
    State,
    TransitionNotAllowed,
    check_transition,
    draw,
    may_become,
    sources_of,
)


def test_every_state_says_where_it_leads() -> None:
    assert set(TRANSITIONS) == set(State)


def test_what_is_accepted_or_withdrawn_stays_so() -> None:
    assert set(State) - OPEN == {State.ACCEPTED, State.WITHDRAWN}


def test_only_accepted_proof_ends_work() -> None:
    assert sources_of(State.ACCEPTED) == {State.APPROVED}


def test_everything_open_can_be_withdrawn() -> None:
    assert sources_of(State.WITHDRAWN) == OPEN


def test_the_agency_and_the_deciders_never_hold_the_work_at_once() -> None:
    assert not WITH_THE_AGENCY & PENDING_DECISION


def test_a_step_that_the_life_does_not_have_is_refused() -> None:
    check_transition(State.SUBMITTED, State.APPROVED)

    with pytest.raises(TransitionNotAllowed) as refusal:
        check_transition(State.IN_PROGRESS, State.ACCEPTED)

    assert (refusal.value.current, refusal.value.wanted) == (State.IN_PROGRESS, State.ACCEPTED)
    assert not may_become(State.ACCEPTED, State.RETURNED)


def test_the_drawing_has_every_step() -> None:
    drawing = draw()

    assert drawing.startswith("stateDiagram-v2")
    for state, onward in TRANSITIONS.items():
        assert all(f"{state} --> {wanted}" in drawing for wanted in onward)
    assert "ACCEPTED --> [*]" in drawing
