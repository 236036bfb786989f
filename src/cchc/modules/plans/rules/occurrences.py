"""From the time of a task to dated occurrences.

A day that falls on a weekend or a holiday stays the day that is written. A co-ordinating agency is
bound through the whole period of a recurring task, by one occurrence: each product is the lead's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cchc.modules.plans.rules.kinds import Freq, Obligation, TimeKind, WaitingFor
from cchc.modules.plans.rules.rounds import Round, rounds_between
from cchc.modules.plans.rules.timing import Timing

MOST_OCCURRENCES = 1_000
"""More than weekly work over fifteen years: beyond it the paper was misread."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One occurrence to be made: dated, going on until a day, or waiting."""

    sequence: int
    label: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    is_continuous: bool = False
    waits_for: WaitingFor | None = None


class TooManyOccurrences(Exception):
    """The rhythm over the period gives more occurrences than any office could answer for."""


_WAITS = {
    TimeKind.BY_REFERENCE: WaitingFor.REFERENCE,
    TimeKind.CONDITIONAL: WaitingFor.EVENT,
    TimeKind.NONE: WaitingFor.DEADLINE,
}


def plan_occurrences(
    timing: Timing,
    obligation: Obligation,
    *,
    period: tuple[date, date],
    assigned_on: date,
) -> tuple[Planned, ...]:
    """What an assignment owes and by when: at least one occurrence, always.

    Rounds that were over before the task was given are left out. Raises TooManyOccurrences.
    """
    if timing.kind in _WAITS:
        return (Planned(1, waits_for=_WAITS[timing.kind]),)
    start = timing.starts_on or period[0]
    end = timing.due_on or max(period[1], start)
    if (
        timing.kind is TimeKind.RECURRING
        and timing.rhythm.freqs
        and Freq.DAILY not in timing.rhythm.freqs
    ):
        if obligation is Obligation.COORDINATING:
            return (Planned(1, starts_on=start, due_on=end, is_continuous=True),)
        return _rounds(timing, start, end, assigned_on)
    goes_on = timing.kind in (TimeKind.CONTINUOUS, TimeKind.FROM, TimeKind.RECURRING)
    return (Planned(1, starts_on=min(start, end), due_on=end, is_continuous=goes_on),)


def _rounds(timing: Timing, start: date, end: date, assigned_on: date) -> tuple[Planned, ...]:
    rounds = rounds_between(start, end, timing.rhythm)
    if len(rounds) > MOST_OCCURRENCES:
        raise TooManyOccurrences
    ahead = [one for one in rounds if one.due_on >= assigned_on] or rounds[-1:]
    if not ahead:  # the named days all lie outside the period
        return (Planned(1, starts_on=start, due_on=end),)
    return tuple(_planned(sequence, one) for sequence, one in enumerate(ahead, start=1))


def _planned(sequence: int, one: Round) -> Planned:
    return Planned(sequence, label=one.label, starts_on=one.starts_on, due_on=one.due_on)


def once_due(due_on: date, *, starts_on: date | None, sequence: int, label: str) -> Planned:
    """One dated occurrence, as an event or a person orders it."""
    earliest = starts_on if starts_on is not None and starts_on <= due_on else None
    return Planned(sequence, label=label, starts_on=earliest, due_on=due_on)


def renumbered(planned: tuple[Planned, ...], *, after: int) -> tuple[Planned, ...]:
    """The same occurrences, numbered on from those that are there already."""
    return tuple(replace(one, sequence=after + one.sequence) for one in planned)
