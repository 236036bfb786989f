"""The life of a meeting, and of an entry in the work calendar, as data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from cchc.modules.meetings.rules.kinds import EntryState


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "PLANNED"
    INVITED = "INVITED"
    POSTPONED = "POSTPONED"
    """Put off; a new day may be set, or it may be cancelled."""
    HELD = "HELD"
    CONCLUDED = "CONCLUDED"
    CANCELLED = "CANCELLED"


M, E = MeetingState, EntryState

TRANSITIONS: Mapping[MeetingState, frozenset[MeetingState]] = {
    M.PLANNED: frozenset({M.INVITED, M.POSTPONED, M.CANCELLED}),
    M.INVITED: frozenset({M.HELD, M.POSTPONED, M.CANCELLED}),
    M.POSTPONED: frozenset({M.PLANNED, M.CANCELLED}),
    M.HELD: frozenset({M.CONCLUDED}),
    M.CONCLUDED: frozenset(),
    M.CANCELLED: frozenset(),
}
TAKES_PLACE = frozenset({M.PLANNED, M.INVITED, M.HELD, M.CONCLUDED})
"""States in which a meeting stands in calendars."""
TOLD = frozenset({M.INVITED, M.POSTPONED, M.HELD, M.CONCLUDED, M.CANCELLED})
"""States in which those invited know of it (a planned one is its organiser's own)."""
STILL_AHEAD = frozenset({M.PLANNED, M.INVITED})

ENTRY_TRANSITIONS: Mapping[EntryState, frozenset[EntryState]] = {
    E.PROPOSED: frozenset({E.APPROVED, E.RETURNED, E.CANCELLED}),
    E.RETURNED: frozenset({E.PROPOSED, E.CANCELLED}),
    E.APPROVED: frozenset({E.CANCELLED}),
    E.CANCELLED: frozenset(),
}


class StepNotAllowed(Exception):
    """This step does not follow from the present state."""

    def __init__(self, current: StrEnum, wanted: StrEnum) -> None:
        super().__init__(f"{current} -> {wanted}")
        self.current, self.wanted = current, wanted


def check_step(current: MeetingState, wanted: MeetingState) -> None:
    """Raise StepNotAllowed unless a meeting may go there."""
    if wanted not in TRANSITIONS[current]:
        raise StepNotAllowed(current, wanted)


def check_entry_step(current: EntryState, wanted: EntryState) -> None:
    """Raise StepNotAllowed unless an entry may go there."""
    if wanted not in ENTRY_TRANSITIONS[current]:
        raise StepNotAllowed(current, wanted)
