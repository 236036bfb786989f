"""Who must do what now: every piece of open work has exactly one answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cchc.modules.plans.rules.lifecycle import State


class Doer(StrEnum):
    """On which side the next move lies."""

    GIVER = "GIVER"
    """Whoever gave the work."""
    AGENCY = "AGENCY"
    """The agency that has it, or the person who holds it there."""
    HEAD = "HEAD"
    """Who approves for that agency."""
    BELOW = "BELOW"
    """Those to whom it was handed down."""
    NOBODY = "NOBODY"
    """Nothing is to be done any more."""


class Step(StrEnum):
    """What is to be done next."""

    SETTLE = "SETTLE"
    """Record the event or name the document that the work waits for."""
    ACKNOWLEDGE = "ACKNOWLEDGE"
    ANSWER_HANDBACK = "ANSWER_HANDBACK"
    DECIDE_EXTENSION = "DECIDE_EXTENSION"
    WAIT_FOR_PARTS = "WAIT_FOR_PARTS"
    HAND_IN = "HAND_IN"
    HAND_IN_AGAIN = "HAND_IN_AGAIN"
    APPROVE = "APPROVE"
    ACCEPT = "ACCEPT"
    RESUME = "RESUME"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides the next move on one piece of work."""

    state: State
    is_acknowledged: bool
    is_handed_back: bool = False
    has_pending_extension: bool = False
    open_part_count: int = 0


@dataclass(frozen=True, slots=True)
class NextAction:
    """The next move: what, and on which side it lies."""

    step: Step
    doer: Doer


_DECIDED = {
    State.SUBMITTED: NextAction(Step.APPROVE, Doer.HEAD),
    State.APPROVED: NextAction(Step.ACCEPT, Doer.GIVER),
    State.SUSPENDED: NextAction(Step.RESUME, Doer.GIVER),
    State.ACCEPTED: NextAction(Step.NONE, Doer.NOBODY),
    State.WITHDRAWN: NextAction(Step.NONE, Doer.NOBODY),
}


def next_action(facts: Facts) -> NextAction:
    """The next move: what waits for a decision above first, then what waits below, then the work.

    A request for more time stops nobody; it is the next move only once the work itself was begun.
    """
    decided = _DECIDED.get(facts.state)
    if decided is not None:
        return decided
    moves = (
        (facts.is_handed_back, NextAction(Step.ANSWER_HANDBACK, Doer.GIVER)),
        (facts.open_part_count > 0, NextAction(Step.WAIT_FOR_PARTS, Doer.BELOW)),
        (not facts.is_acknowledged, NextAction(Step.ACKNOWLEDGE, Doer.AGENCY)),
        (facts.state is State.WAITING, NextAction(Step.SETTLE, Doer.GIVER)),
        (facts.has_pending_extension, NextAction(Step.DECIDE_EXTENSION, Doer.GIVER)),
        (facts.state is State.RETURNED, NextAction(Step.HAND_IN_AGAIN, Doer.AGENCY)),
    )
    work = NextAction(Step.HAND_IN, Doer.AGENCY)
    return next((move for holds, move in moves if holds), work)
