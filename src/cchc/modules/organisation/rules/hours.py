"""The hours of a week as an administrator types them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot

_SHIFT = re.compile(r"(\d{1,2})[:hg.](\d{2})?\s*[-–]\s*(\d{1,2})[:hg.](\d{2})?")
_BETWEEN = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One shift of a weekday (0 Monday … 6 Sunday)."""

    weekday: int
    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"


def read_shifts(weekday: int, text: str) -> list[Opening]:
    """The shifts written as "7:30-11:30, 13:30-17:00"; raises StructureRefused."""
    openings = []
    for part in filter(None, _BETWEEN.split(text.strip())):
        match = _SHIFT.fullmatch(part)
        if match is None:
            raise StructureRefused(StructureWhyNot.HOURS_BACKWARDS, (part,))
        from_hour, from_minute, to_hour, to_minute = (int(each or 0) for each in match.groups())
        try:
            opening = Opening(weekday, time(from_hour, from_minute), time(to_hour, to_minute))
        except ValueError:
            raise StructureRefused(StructureWhyNot.HOURS_BACKWARDS, (part,)) from None
        openings.append(opening)
    return openings


def check_week(week: Mapping[int, Iterable[Opening]], *, may_be_empty: bool) -> list[Opening]:
    """The shifts of a week in order; refuses those that overlap or close before they open."""
    openings = sorted(opening for day in week.values() for opening in day)
    if not openings and not may_be_empty:
        raise StructureRefused(StructureWhyNot.NO_WORKING_HOURS)
    for opening in openings:
        if opening.closes <= opening.opens:
            raise StructureRefused(StructureWhyNot.HOURS_BACKWARDS, (str(opening),))
    for one, other in pairwise(openings):
        if one.weekday == other.weekday and other.opens < one.closes:
            raise StructureRefused(StructureWhyNot.HOURS_OVERLAP, (f"{one}, {other}",))
    return openings


def same_hours(openings: Iterable[Opening]) -> list[tuple[int, str]]:
    """Each weekday with its shifts in words, for one line of a record."""
    by_day: dict[int, list[str]] = {}
    for opening in sorted(openings):
        by_day.setdefault(opening.weekday, []).append(str(opening))
    return [(weekday, " " + ", ".join(shifts)) for weekday, shifts in by_day.items()]
