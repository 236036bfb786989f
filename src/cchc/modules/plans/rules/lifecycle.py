"""The life of an occurrence, from the day it is given to the day its proof is accepted.

Source: the states that provincial regulations on tasks given by the People's Committee use
(chờ tiếp nhận, đang thực hiện, chờ duyệt, hoàn thành; trả lại, tạm dừng, thu hồi).
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where an occurrence stands; whether it is late is another question (`timeliness`)."""

    WAITING = "WAITING"
    """No deadline yet: the event or the document it depends on has not come."""
    ASSIGNED = "ASSIGNED"
    """Given, not yet acknowledged by the agency."""
    IN_PROGRESS = "IN_PROGRESS"
    SUBMITTED = "SUBMITTED"
    """Proof handed in, the agency's head has not approved it yet."""
    APPROVED = "APPROVED"
    """Approved by the head, not yet accepted by whoever assigned."""
    ACCEPTED = "ACCEPTED"
    RETURNED = "RETURNED"
    SUSPENDED = "SUSPENDED"
    WITHDRAWN = "WITHDRAWN"


TRANSITIONS: dict[State, frozenset[State]] = {
    # An agency may finish what waits for an event or a document without waiting for it.
    State.WAITING: frozenset({State.ASSIGNED, State.SUBMITTED, State.WITHDRAWN}),
    State.ASSIGNED: frozenset(
        {State.IN_PROGRESS, State.SUBMITTED, State.SUSPENDED, State.WITHDRAWN}
    ),
    State.IN_PROGRESS: frozenset({State.SUBMITTED, State.SUSPENDED, State.WITHDRAWN}),
    State.SUBMITTED: frozenset({State.APPROVED, State.RETURNED, State.WITHDRAWN}),
    State.APPROVED: frozenset({State.ACCEPTED, State.RETURNED, State.WITHDRAWN}),
    State.RETURNED: frozenset({State.SUBMITTED, State.SUSPENDED, State.WITHDRAWN}),
    State.SUSPENDED: frozenset(
        {State.ASSIGNED, State.IN_PROGRESS, State.RETURNED, State.WITHDRAWN}
    ),
    State.ACCEPTED: frozenset(),
    State.WITHDRAWN: frozenset(),
}

OPEN = frozenset(state for state, onward in TRANSITIONS.items() if onward)
"""The states in which something is still to be done by someone."""

WITH_THE_AGENCY = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.RETURNED})
"""The states in which the agency itself is to move: the clock runs against it."""

PENDING_DECISION = frozenset({State.SUBMITTED, State.APPROVED})
"""Handed in, not decided: the clock stands at the day of handing in."""


class TransitionNotAllowed(Exception):
    """The occurrence is not in a state from which this can be done."""

    def __init__(self, current: State, wanted: State) -> None:
        super().__init__(f"{current} -> {wanted}")
        self.current, self.wanted = current, wanted


def may_become(current: State, wanted: State) -> bool:
    """Whether the life cycle has this step."""
    return wanted in TRANSITIONS[current]


def check_transition(current: State, wanted: State) -> None:
    """Raise TransitionNotAllowed unless the life cycle has this step."""
    if not may_become(current, wanted):
        raise TransitionNotAllowed(current, wanted)


def sources_of(wanted: State) -> frozenset[State]:
    """The states from which this one can be reached in one step."""
    return frozenset(state for state, onward in TRANSITIONS.items() if wanted in onward)


def draw() -> str:
    """The life cycle as a Mermaid diagram, for the generated documentation."""
    lines = ["stateDiagram-v2", "    [*] --> ASSIGNED", "    [*] --> WAITING"]
    for state, onward in TRANSITIONS.items():
        lines += [f"    {state} --> {wanted}" for wanted in State if wanted in onward]
        if not onward:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines)
