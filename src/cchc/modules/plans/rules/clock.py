"""The clock of an occurrence, explained line by line as an officer would on paper.

Only the facts are put in order here; the words are in `labels`. Days are counted with the working
calendar handed in, from the day after the deadline when late, up to the deadline when not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.plans.rules.kinds import DueChangeKind, WaitingFor
from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, State
from cchc.platform.calendar import (
    WorkingCalendar,
    add_working_days,
    explain_days,
    working_days_between,
)


class LineKind(StrEnum):
    """What a line of the explanation says."""

    ASSIGNED = "ASSIGNED"
    WRITTEN = "WRITTEN"
    """The time as the paper writes it."""
    TRIGGERED = "TRIGGERED"
    STARTS = "STARTS"
    LAST_DAY = "LAST_DAY"
    """The last day that is in time, as first given."""
    HOLIDAYS = "HOLIDAYS"
    CHANGED = "CHANGED"
    """The deadline was set anew."""
    EXTENSION_PENDING = "EXTENSION_PENDING"
    NO_EXTENSION = "NO_EXTENSION"
    SUBMITTED = "SUBMITTED"
    TODAY = "TODAY"
    WAITS = "WAITS"
    GOES_ON = "GOES_ON"
    DAYS_LEFT = "DAYS_LEFT"
    DAYS_LATE = "DAYS_LATE"
    STOPPED = "STOPPED"


@dataclass(frozen=True, slots=True)
class DueChange:
    """One entry of the ledger: why, to which day, and since when."""

    kind: DueChangeKind
    to_due_on: date
    decided_on: date


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """Everything the explanation needs to know of one occurrence."""

    state: State
    assigned_on: date
    written: str
    starts_on: date | None
    due_on: date | None
    first_due_on: date | None
    is_continuous: bool = False
    waits_for: WaitingFor | None = None
    triggered_on: date | None = None
    submitted_on: date | None = None
    changes: Sequence[DueChange] = ()
    has_pending_extension: bool = False


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One line: what it says, and the day, the working days or the words it says it with."""

    kind: LineKind
    on: date | None = None
    days: int | None = None
    text: str = ""


def explain_clock(facts: ClockFacts, calendar: WorkingCalendar, *, today: date) -> list[ClockLine]:
    """The lines of the clock, in the order in which an officer would count."""
    lines = [ClockLine(LineKind.ASSIGNED, on=facts.assigned_on)]
    if facts.written:
        lines.append(ClockLine(LineKind.WRITTEN, text=facts.written))
    if facts.triggered_on is not None:
        lines.append(ClockLine(LineKind.TRIGGERED, on=facts.triggered_on))
    if facts.due_on is None:
        waits = facts.waits_for or WaitingFor.DEADLINE
        return [*lines, ClockLine(LineKind.WAITS, text=waits), ClockLine(LineKind.TODAY, on=today)]
    return [*lines, *_until_due(facts, facts.due_on, calendar), *_today(facts, calendar, today)]


def _until_due(facts: ClockFacts, due_on: date, calendar: WorkingCalendar) -> list[ClockLine]:
    lines = []
    if facts.starts_on is not None:
        lines.append(ClockLine(LineKind.STARTS, on=facts.starts_on))
    lines.append(ClockLine(LineKind.LAST_DAY, on=facts.first_due_on or due_on))
    counted_from = max(facts.starts_on or facts.assigned_on, facts.assigned_on)
    if counted_from <= due_on:
        lines.append(_holidays(calendar, counted_from, due_on))
    for change in facts.changes:
        lines.append(ClockLine(LineKind.CHANGED, on=change.to_due_on, text=change.kind))
    if facts.has_pending_extension:
        lines.append(ClockLine(LineKind.EXTENSION_PENDING))
    elif not facts.changes:
        lines.append(ClockLine(LineKind.NO_EXTENSION))
    return lines


def _holidays(calendar: WorkingCalendar, start: date, end: date) -> ClockLine:
    """The days off on weekdays between two days, weekends being no news."""
    off = [
        line
        for line in explain_days(calendar, start, end)
        if not line.is_working and line.on.weekday() < 5
    ]
    return ClockLine(
        LineKind.HOLIDAYS, days=len(off), text=", ".join(f"{line.on:%d/%m}" for line in off)
    )


def _today(facts: ClockFacts, calendar: WorkingCalendar, today: date) -> list[ClockLine]:
    lines = []
    is_handed_in = facts.state in PENDING_DECISION or facts.state is State.ACCEPTED
    counted_on = facts.submitted_on if is_handed_in and facts.submitted_on else today
    if is_handed_in and facts.submitted_on is not None:
        lines.append(ClockLine(LineKind.SUBMITTED, on=facts.submitted_on))
    lines.append(ClockLine(LineKind.TODAY, on=today))
    if facts.state in (State.SUSPENDED, State.WITHDRAWN):
        return [*lines, ClockLine(LineKind.STOPPED, text=facts.state)]
    days = days_until(facts.due_on, counted_on, calendar)
    if days is not None and days < 0:
        return [*lines, ClockLine(LineKind.DAYS_LATE, days=-days)]
    if facts.is_continuous and not is_handed_in:
        return [*lines, ClockLine(LineKind.GOES_ON, on=facts.due_on)]
    return [*lines, ClockLine(LineKind.DAYS_LEFT, days=days)]


def days_until(due_on: date | None, today: date, calendar: WorkingCalendar) -> int | None:
    """Working days left until the deadline; negative when late; None when there is no deadline.

    A deadline that passed over a weekend is late by at least one day from the first day after it.
    """
    if due_on is None:
        return None
    if today <= due_on:
        return working_days_between(calendar, today, due_on)
    return -max(working_days_between(calendar, due_on, today), 1)


def due_after_standstill(
    due_on: date, stopped_on: date, resumed_on: date, calendar: WorkingCalendar
) -> date:
    """The deadline moved by the working days the clock stood still; never earlier than it was."""
    stood_still = working_days_between(calendar, stopped_on, resumed_on)
    return add_working_days(calendar, due_on, stood_still) if stood_still > 0 else due_on
