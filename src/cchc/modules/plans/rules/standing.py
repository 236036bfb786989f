"""How many occurrences taken together stand: as the most pressing of them."""

from __future__ import annotations

from cchc.modules.plans.rules.counts import Counts
from cchc.modules.plans.rules.timeliness import Timeliness

MOST_PRESSING_FIRST = (
    Timeliness.OVERDUE,
    Timeliness.DUE_SOON,
    Timeliness.NOT_DUE,
    Timeliness.AWAITING,
    Timeliness.CONTINUOUS,
    Timeliness.WAITING,
    Timeliness.DONE_LATE,
    Timeliness.DONE_ON_TIME,
    Timeliness.NOT_COUNTED,
)


def standing_of(counts: Counts) -> Timeliness:
    """The most pressing timeliness there is; waiting where there is nothing at all."""
    found = (timeliness for timeliness in MOST_PRESSING_FIRST if counts.of(timeliness))
    return next(found, Timeliness.WAITING)
