"""Asking for more time, before or after the deadline, and deciding on it.

The first deadline is kept for ever; what is granted only says until when the work may now take.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY, State


class ExtensionProblem(StrEnum):
    """Why an extension cannot be asked for or granted."""

    NOT_OPEN = "NOT_OPEN"
    NO_DEADLINE = "NO_DEADLINE"
    ALREADY_PENDING = "ALREADY_PENDING"
    NOT_LATER = "NOT_LATER"
    IN_THE_PAST = "IN_THE_PAST"
    NO_REASON = "NO_REASON"
    NOT_PENDING = "NOT_PENDING"
    AFTER_THE_WORK_ABOVE = "AFTER_THE_WORK_ABOVE"


class ExtensionNotAllowed(Exception):
    """The extension cannot be asked for or granted, and why."""

    def __init__(self, problem: ExtensionProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def check_asking(
    *,
    state: State,
    due_on: date | None,
    wanted_on: date,
    reason: str,
    today: date,
    has_pending: bool,
) -> None:
    """Raise ExtensionNotAllowed unless the agency may ask for this new deadline."""
    if state not in WITH_THE_AGENCY:
        raise ExtensionNotAllowed(ExtensionProblem.NOT_OPEN)
    if due_on is None:
        raise ExtensionNotAllowed(ExtensionProblem.NO_DEADLINE)
    if has_pending:
        raise ExtensionNotAllowed(ExtensionProblem.ALREADY_PENDING)
    if not reason.strip():
        raise ExtensionNotAllowed(ExtensionProblem.NO_REASON)
    check_new_deadline(wanted_on, due_on=due_on, today=today)


def check_new_deadline(new_due_on: date, *, due_on: date, today: date) -> None:
    """Raise ExtensionNotAllowed unless the new deadline is later and not in the past."""
    if new_due_on <= due_on:
        raise ExtensionNotAllowed(ExtensionProblem.NOT_LATER)
    if new_due_on < today:
        raise ExtensionNotAllowed(ExtensionProblem.IN_THE_PAST)


def check_deciding(*, is_pending: bool, is_granted: bool, reason: str) -> None:
    """Raise ExtensionNotAllowed unless this can be decided so; a refusal needs its reason."""
    if not is_pending:
        raise ExtensionNotAllowed(ExtensionProblem.NOT_PENDING)
    if not is_granted and not reason.strip():
        raise ExtensionNotAllowed(ExtensionProblem.NO_REASON)
