"""For whom and when a figure is asked: an agency, a period, an area, a document, an obligation.

A cut can only be narrowed: what is asked of a part is never more than what was asked of the whole.

The *year* of a cut is the year in whose plan the work counts, as boards count it: it holds work
without a deadline too. `since` and `until` ask for days besides, both included.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cchc.modules.figures.rules.kinds import DatedBy, Dimension

NO_KEY = ""
"""What stands under nothing: without a deadline, without an area."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What a figure is narrowed to; the empty cut asks for everything that the actor may know."""

    agency_ids: frozenset[int] | None = None
    """None: everywhere."""
    year: int | None = None
    since: date | None = None
    until: date | None = None
    is_undated: bool = False
    """Only what has no day in the sense of `dated_by`."""
    dated_by: DatedBy = DatedBy.DUE
    area: str | None = None
    """The empty code asks for what names no area."""
    source_id: int | None = None
    obligation: str = ""

    @property
    def has_days(self) -> bool:
        """Whether days are asked for, and not only a year."""
        return self.is_undated or self.since is not None or self.until is not None

    @property
    def asks(self) -> frozenset[Dimension]:
        """By what it is narrowed; days count as months."""
        asked = {
            Dimension.AGENCY: self.agency_ids is not None,
            Dimension.AREA: self.area is not None,
            Dimension.SOURCE: self.source_id is not None,
            Dimension.OBLIGATION: bool(self.obligation),
            Dimension.MONTH: self.has_days,
        }
        return frozenset(dimension for dimension, is_asked in asked.items() if is_asked)

    def without(self, dimensions: frozenset[Dimension]) -> Cut:
        """The same, no longer narrowed by these."""
        wider = self
        if Dimension.AGENCY in dimensions:
            wider = replace(wider, agency_ids=None)
        if Dimension.AREA in dimensions:
            wider = replace(wider, area=None)
        if Dimension.SOURCE in dimensions:
            wider = replace(wider, source_id=None)
        if Dimension.OBLIGATION in dimensions:
            wider = replace(wider, obligation="")
        if Dimension.MONTH in dimensions:
            wider = replace(wider, since=None, until=None, is_undated=False)
        return wider

    def within(self, since: date | None, until: date | None) -> Cut:
        """The same, and only of these days."""
        starts = max((day for day in (self.since, since) if day), default=None)
        ends = min((day for day in (self.until, until) if day), default=None)
        return replace(self, since=starts, until=ends)

    def of_agencies(self, ids: frozenset[int]) -> Cut:
        """The same, and only of these agencies."""
        return replace(self, agency_ids=ids if self.agency_ids is None else self.agency_ids & ids)

    def narrowed(self, by: Dimension, key: str) -> Cut:
        """The part of this cut that a line of a table shows.

        Raises ValueError when the key is not one of the dimension.
        """
        if by is Dimension.AGENCY:
            return self.of_agencies(frozenset({int(key)}))
        if by is Dimension.AREA:
            return replace(self, area=key)
        if by is Dimension.SOURCE:
            return replace(self, source_id=int(key))
        if by is Dimension.OBLIGATION:
            return replace(self, obligation=key)
        return replace(self, is_undated=True) if key == NO_KEY else self.within(*days_of(key))


def month_key(day: date) -> str:
    """2019-07."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_key(day: date) -> str:
    """2019-Q3."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def days_of(key: str) -> tuple[date, date]:
    """The first and the last day of `2019-07` or `2019-Q3`. Raises ValueError."""
    year, part = int(key[:4]), key[5:]
    if part.startswith("Q"):
        last = 3 * int(part[1:])
        first = last - 2
    else:
        first = last = int(part)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def to_json(cut: Cut) -> dict[str, Any]:
    """A cut as it is kept; what it does not ask for is left out."""
    kept: dict[str, Any] = {
        "agency_ids": sorted(cut.agency_ids) if cut.agency_ids is not None else None,
        "year": cut.year,
        "since": cut.since.isoformat() if cut.since else None,
        "until": cut.until.isoformat() if cut.until else None,
        "is_undated": cut.is_undated or None,
        "dated_by": cut.dated_by if cut.dated_by is not DatedBy.DUE else None,
        "area": cut.area,
        "source_id": cut.source_id,
        "obligation": cut.obligation or None,
    }
    return {name: value for name, value in kept.items() if value is not None}


def from_json(kept: Mapping[str, Any]) -> Cut:
    """A cut as it was kept."""
    agencies = kept.get("agency_ids")
    since, until = kept.get("since"), kept.get("until")
    return Cut(
        agency_ids=frozenset(agencies) if agencies is not None else None,
        year=kept.get("year"),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        is_undated=bool(kept.get("is_undated")),
        dated_by=DatedBy(kept.get("dated_by", DatedBy.DUE)),
        area=kept.get("area"),
        source_id=kept.get("source_id"),
        obligation=kept.get("obligation", ""),
    )


def key_of(cut: Cut) -> str:
    """The same text for the same cut, for finding what was kept of it."""
    return json.dumps(to_json(cut), sort_keys=True, separators=(",", ":"))
