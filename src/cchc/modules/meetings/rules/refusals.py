"""Why the module refuses: each refusal is named; the web says it in words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from cchc.modules.meetings.rules.conflicts import Conflict


class Problem(StrEnum):
    """What is wrong with what was asked."""

    NO_REASON = "NO_REASON"
    NO_LEADER = "NO_LEADER"
    NOT_A_LEADER = "NOT_A_LEADER"
    ENDS_BEFORE_IT_BEGINS = "ENDS_BEFORE_IT_BEGINS"
    IN_THE_PAST = "IN_THE_PAST"
    ROOM_TAKEN = "ROOM_TAKEN"
    ROOM_CLOSED = "ROOM_CLOSED"
    UNKNOWN_ROOM = "UNKNOWN_ROOM"
    NOTHING_TO_PUBLISH = "NOTHING_TO_PUBLISH"
    STILL_WAITING = "STILL_WAITING"
    NOTHING_NEW = "NOTHING_NEW"
    NOBODY_INVITED = "NOBODY_INVITED"
    UNKNOWN_AGENCY = "UNKNOWN_AGENCY"
    UNKNOWN_PERSON = "UNKNOWN_PERSON"
    NO_DELEGATE = "NO_DELEGATE"
    TOO_LATE_TO_ANSWER = "TOO_LATE_TO_ANSWER"
    NOT_YET_BEGUN = "NOT_YET_BEGUN"
    NO_CONCLUSIONS = "NO_CONCLUSIONS"
    ALREADY_HANDED_OVER = "ALREADY_HANDED_OVER"
    DUE_BEFORE_MEETING = "DUE_BEFORE_MEETING"
    NAME_TAKEN = "NAME_TAKEN"
    CLOSED = "CLOSED"
    """The meeting is over or off: nothing of it changes any more."""


class MeetingRefused(Exception):
    """It cannot be done so, and why."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(f"{problem} {detail}".strip())
        self.problem, self.detail = problem, detail


class ConflictsFound(Exception):
    """It meets with something else; whoever says that they know may go on."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__(", ".join(conflict.kind for conflict in conflicts))
        self.conflicts = tuple(conflicts)


def require_reason(reason: str) -> str:
    """The reason without stray spaces; raises MeetingRefused when there is none."""
    said = reason.strip()
    if not said:
        raise MeetingRefused(Problem.NO_REASON)
    return said
