"""The life of an outgoing paper, from its draft to its sending (NĐ 30/2020, chương II)."""

from __future__ import annotations

from cchc.modules.documents.rules.kinds import LetterState

TRANSITIONS: dict[LetterState, frozenset[LetterState]] = {
    LetterState.DRAFT: frozenset(
        {LetterState.SUBMITTED, LetterState.ISSUED, LetterState.ABANDONED}
    ),
    LetterState.SUBMITTED: frozenset(
        {LetterState.DRAFT, LetterState.ISSUED, LetterState.ABANDONED}
    ),
    LetterState.ISSUED: frozenset({LetterState.SENT, LetterState.WITHDRAWN}),
    LetterState.SENT: frozenset({LetterState.WITHDRAWN}),
    LetterState.WITHDRAWN: frozenset(),
    LetterState.ABANDONED: frozenset(),
}
OPEN = frozenset({LetterState.DRAFT, LetterState.SUBMITTED})
"""What may still be changed, or be given up."""
NUMBERED = frozenset({LetterState.ISSUED, LetterState.SENT, LetterState.WITHDRAWN})
"""What has a number and keeps it."""


class LetterTransitionNotAllowed(Exception):
    """The paper is not in a state from which this can be done."""

    def __init__(self, current: LetterState, wanted: LetterState) -> None:
        super().__init__(f"{current} -> {wanted}")
        self.current, self.wanted = current, wanted


def check_transition(current: LetterState, wanted: LetterState) -> None:
    """Raise LetterTransitionNotAllowed unless the life cycle has this step."""
    if wanted not in TRANSITIONS[current]:
        raise LetterTransitionNotAllowed(current, wanted)


def draw() -> str:
    """The life cycle as a Mermaid diagram, for the generated documentation."""
    lines = ["stateDiagram-v2", "    [*] --> DRAFT"]
    for state, onward in TRANSITIONS.items():
        lines += [f"    {state} --> {wanted}" for wanted in LetterState if wanted in onward]
        if not onward:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines)
