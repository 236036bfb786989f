"""What letters brought about: how long tasks stay open after a letter (Kaplan–Meier), and medians.

A task that is still open when one looks is not left out: it counts as open until that day, which
is all that is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Watched:
    """One task after a letter: how many days it was watched, and whether it was done then."""

    days: int
    is_done: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A day of the curve: how many were open before it, how many were done on it, what is open."""

    day: int
    at_risk: int
    done: int
    still_open: Fraction
    """The share estimated to be open after this day."""


def survival(watched: Iterable[Watched]) -> list[Step]:
    """The curve of open tasks by days since the letter, a step for each day on which any was done.

    Those done on a day are counted before those whose watching ends on it (Kaplan and Meier 1958).
    """
    people = sorted(watched, key=lambda one: one.days)
    share, steps = Fraction(1), []
    at_risk = len(people)
    days = sorted({one.days for one in people})
    for day in days:
        here = [one for one in people if one.days == day]
        done = sum(one.is_done for one in here)
        if done:
            share *= Fraction(at_risk - done, at_risk)
            steps.append(Step(day, at_risk, done, share))
        at_risk -= len(here)
    return steps


def open_share_on(steps: Sequence[Step], day: int) -> Fraction:
    """The share still open so many days after the letter."""
    reached = [step.still_open for step in steps if step.day <= day]
    return reached[-1] if reached else Fraction(1)


def median_days(steps: Sequence[Step]) -> int | None:
    """The first day by which half of the tasks are done; None while that is not reached."""
    return next((step.day for step in steps if step.still_open <= Fraction(1, 2)), None)


def share_done(watched: Sequence[Watched], within: int) -> Fraction | None:
    """The share done within so many days; None when nothing was watched."""
    if not watched:
        return None
    return 1 - open_share_on(survival(watched), within)
