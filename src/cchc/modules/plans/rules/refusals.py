"""The refusals of operations that no other rule names."""

from __future__ import annotations

from enum import StrEnum


class WorkProblem(StrEnum):
    """Why work cannot be given, changed or taken back so."""

    ALREADY_ACKNOWLEDGED = "ALREADY_ACKNOWLEDGED"
    ENDED = "ENDED"
    NO_REASON = "NO_REASON"
    NOTHING_SAID = "NOTHING_SAID"
    DUE_BEFORE_EVENT = "DUE_BEFORE_EVENT"
    EVENT_IN_THE_FUTURE = "EVENT_IN_THE_FUTURE"
    NOBODY_CONCERNED = "NOBODY_CONCERNED"
    NO_MEMBERS = "NO_MEMBERS"
    UNKNOWN_AGENCY = "UNKNOWN_AGENCY"
    ALREADY_SETTLED = "ALREADY_SETTLED"
    ALREADY_WITHDRAWN = "ALREADY_WITHDRAWN"
    NOT_ABOVE = "NOT_ABOVE"
    NOT_A_COLLEAGUE = "NOT_A_COLLEAGUE"
    ALREADY_A_SOURCE = "ALREADY_A_SOURCE"
    OWN_DOCUMENT = "OWN_DOCUMENT"
    NO_OTHER_DEADLINE = "NO_OTHER_DEADLINE"
    NOT_IN_FORCE = "NOT_IN_FORCE"


class WorkRefused(Exception):
    """The work cannot be given, changed or taken back so, and why."""

    def __init__(self, problem: WorkProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def require_reason(reason: str) -> str:
    """The reason without stray spaces; raises WorkRefused when there is none."""
    said = reason.strip()
    if not said:
        raise WorkRefused(WorkProblem.NO_REASON)
    return said


class DraftProblem(StrEnum):
    """Why a draft cannot be worked on or confirmed so."""

    NOT_READY = "NOT_READY"
    ALREADY_CONFIRMED = "ALREADY_CONFIRMED"
    ABANDONED = "ABANDONED"
    UNKNOWN_ROW = "UNKNOWN_ROW"
    UNKNOWN_FIELD = "UNKNOWN_FIELD"
    BAD_VALUE = "BAD_VALUE"
    NOTHING_TO_UNDO = "NOTHING_TO_UNDO"
    DUPLICATE_NUMBER = "DUPLICATE_NUMBER"
    INCOMPLETE = "INCOMPLETE"
    NOT_A_CORRECTION = "NOT_A_CORRECTION"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    UNKNOWN_PERSON = "UNKNOWN_PERSON"
    DUE_BEFORE_ISSUE = "DUE_BEFORE_ISSUE"
    NOTHING_TO_DATE = "NOTHING_TO_DATE"
    AGENCY_ENDED = "AGENCY_ENDED"
    NO_HEIR = "NO_HEIR"
    SAME_TASK_GONE = "SAME_TASK_GONE"


class DraftRefused(Exception):
    """The draft cannot be worked on or confirmed so, and why."""

    def __init__(self, problem: DraftProblem, detail: str = "") -> None:
        super().__init__(f"{problem} {detail}".strip())
        self.problem = problem
        self.detail = detail
