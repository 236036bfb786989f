"""Hours over hours: an agency's own outweigh those of what it belongs to while they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cchc.platform.calendar import WeekdayHours

ONE_DAY = timedelta(days=1)


def laid_over(
    own: Sequence[WeekdayHours], above: Sequence[WeekdayHours]
) -> tuple[WeekdayHours, ...]:
    """One's own hours, and those from above on the days when one has none."""
    rest = list(above)
    for first, last in dict.fromkeys((hours.effective_from, hours.effective_to) for hours in own):
        rest = [piece for hours in rest for piece in _outside(hours, first, last)]
    return (*own, *rest)


def _outside(hours: WeekdayHours, first: date, last: date | None) -> list[WeekdayHours]:
    """What remains of some hours before a period and after it."""
    pieces = []
    until = hours.effective_to
    if hours.effective_from < first:
        end = first - ONE_DAY
        pieces.append(replace(hours, effective_to=end if until is None else min(end, until)))
    if last is not None and (until is None or until > last):
        start = last + ONE_DAY
        pieces.append(replace(hours, effective_from=max(start, hours.effective_from)))
    return pieces
