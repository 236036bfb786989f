"""Whether an occurrence is in time: what every list, board and report counts.

The done date is the day of the submission that was finally accepted, so that nobody is made late by
the time others take to decide. A day that is the deadline itself is still in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, State


class Timeliness(StrEnum):
    """How an occurrence stands against its deadline."""

    NOT_DUE = "NOT_DUE"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"
    AWAITING = "AWAITING"
    """Handed in in time, not decided yet."""
    DONE_ON_TIME = "DONE_ON_TIME"
    DONE_LATE = "DONE_LATE"
    WAITING = "WAITING"
    """No deadline yet."""
    CONTINUOUS = "CONTINUOUS"
    """Goes on all through the period, which has not ended."""
    NOT_COUNTED = "NOT_COUNTED"
    """Suspended or withdrawn."""


DONE = frozenset({Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE})
FALLEN_DUE = DONE | {Timeliness.OVERDUE}
"""What the rate is counted over: done whenever, or its day has passed."""

SOON_WORKING_DAYS = 5
"""A deadline is near in its last week of work."""

MOVES_WITH_THE_DAY = frozenset({Timeliness.NOT_DUE, Timeliness.DUE_SOON, Timeliness.CONTINUOUS})
"""What may become something else by the mere passing of a day."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts about one occurrence that decide its timeliness."""

    state: State
    due_on: date | None
    is_continuous: bool = False
    submitted_on: date | None = None
    """The day of the last round of handing in."""


def timeliness_of(standing: Standing, *, today: date, soon_until: date) -> Timeliness:
    """How an occurrence stands today; `soon_until` is the last deadline that counts as near."""
    if standing.state in (State.SUSPENDED, State.WITHDRAWN):
        return Timeliness.NOT_COUNTED
    if standing.due_on is None:
        return Timeliness.WAITING if standing.submitted_on is None else _undated(standing)
    if standing.state is State.ACCEPTED:
        return _done(standing.due_on, standing.submitted_on)
    if standing.state in PENDING_DECISION and standing.submitted_on is not None:
        is_late = standing.submitted_on > standing.due_on
        return Timeliness.OVERDUE if is_late else Timeliness.AWAITING
    if today > standing.due_on:
        return Timeliness.OVERDUE
    return Timeliness.CONTINUOUS if standing.is_continuous else _near(standing.due_on, soon_until)


def _near(due_on: date, soon_until: date) -> Timeliness:
    return Timeliness.DUE_SOON if due_on <= soon_until else Timeliness.NOT_DUE


def _done(due_on: date, submitted_on: date | None) -> Timeliness:
    is_late = submitted_on is not None and submitted_on > due_on
    return Timeliness.DONE_LATE if is_late else Timeliness.DONE_ON_TIME


def _undated(standing: Standing) -> Timeliness:
    """Work done without waiting for a deadline is never late."""
    if standing.state is State.ACCEPTED:
        return Timeliness.DONE_ON_TIME
    return Timeliness.AWAITING if standing.state in PENDING_DECISION else Timeliness.WAITING
