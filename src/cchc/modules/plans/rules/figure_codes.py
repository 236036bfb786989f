"""What this module counts: the codes under which others ask for it, and how counts become sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from cchc.modules.plans.rules.counts import Counts
from cchc.modules.plans.rules.timeliness import DONE, FALLEN_DUE, Timeliness


class FigureCode(StrEnum):
    """The figures of plans; stable, reports and targets name them."""

    GIVEN = "plans.given"
    FALLEN_DUE = "plans.fallen_due"
    DONE_ON_TIME = "plans.done_on_time"
    DONE_LATE = "plans.done_late"
    OPEN_IN_TIME = "plans.open_in_time"
    OVERDUE = "plans.overdue"
    ON_TIME_RATE = "plans.on_time_rate"
    DUE_SOON = "plans.due_soon"
    AWAITING = "plans.awaiting"
    WAITING = "plans.waiting"
    DAYS_LATE = "plans.days_late"
    WORKING_DAYS_LATE = "plans.working_days_late"
    EXTENSIONS_ASKED = "plans.extensions_asked"
    EXTENSIONS_GRANTED = "plans.extensions_granted"
    RETURNED_PROOFS = "plans.returned_proofs"
    ACKNOWLEDGED_RATE = "plans.acknowledged_rate"
    ACKNOWLEDGE_HOURS = "plans.acknowledge_hours"
    ENTERED_SAME_DAY = "plans.entered_same_day"
    ENTRY_DAYS = "plans.entry_days"


IN_FORCE = frozenset(Timeliness) - {Timeliness.NOT_COUNTED}
EVER_LATE = frozenset({Timeliness.DONE_LATE, Timeliness.OVERDUE})

COUNTED_OVER: Mapping[FigureCode, frozenset[Timeliness]] = {
    FigureCode.GIVEN: IN_FORCE,
    FigureCode.FALLEN_DUE: FALLEN_DUE,
    FigureCode.DONE_ON_TIME: frozenset({Timeliness.DONE_ON_TIME}),
    FigureCode.DONE_LATE: frozenset({Timeliness.DONE_LATE}),
    FigureCode.OPEN_IN_TIME: IN_FORCE - FALLEN_DUE,
    FigureCode.OVERDUE: frozenset({Timeliness.OVERDUE}),
    FigureCode.ON_TIME_RATE: FALLEN_DUE,
    FigureCode.DUE_SOON: frozenset({Timeliness.DUE_SOON}),
    FigureCode.AWAITING: frozenset({Timeliness.AWAITING}),
    FigureCode.WAITING: frozenset({Timeliness.WAITING}),
    FigureCode.DAYS_LATE: EVER_LATE,
    FigureCode.WORKING_DAYS_LATE: EVER_LATE,
}
"""How work must stand to be among the rows of a figure: of a rate, in its denominator."""

NUMERATORS: Mapping[FigureCode, frozenset[Timeliness]] = {
    FigureCode.ON_TIME_RATE: DONE - EVER_LATE,
}
"""How it must stand to be in the numerator, where that is not everything."""

FROM_COUNTS: Mapping[FigureCode, Callable[[Counts], tuple[int, int]]] = {
    FigureCode.GIVEN: lambda counts: (counts.total, counts.total),
    FigureCode.FALLEN_DUE: lambda counts: (counts.fallen_due, counts.fallen_due),
    FigureCode.DONE_ON_TIME: lambda counts: (counts.done_on_time, counts.done_on_time),
    FigureCode.DONE_LATE: lambda counts: (counts.done_late, counts.done_late),
    FigureCode.OPEN_IN_TIME: lambda counts: (counts.open_in_time, counts.open_in_time),
    FigureCode.OVERDUE: lambda counts: (counts.overdue, counts.overdue),
    FigureCode.ON_TIME_RATE: lambda counts: (counts.done_on_time, counts.fallen_due),
    FigureCode.DUE_SOON: lambda counts: (counts.due_soon, counts.due_soon),
    FigureCode.AWAITING: lambda counts: (counts.awaiting, counts.awaiting),
    FigureCode.WAITING: lambda counts: (counts.waiting, counts.waiting),
}
"""Numerator and denominator of what follows from how the work stands."""
