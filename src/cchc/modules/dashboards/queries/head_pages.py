"""What the pages about heads of agencies show, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc.modules.dashboards.rules.terms import Term
from cchc.modules.figures.public import Figure, Value


@dataclass(frozen=True, slots=True)
class PeriodAsked:
    """The period of a sheet: a year, or days of it."""

    label: str
    code: str
    year: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class HeadRef:
    """A head as the table names them; nameless where none is recorded."""

    person_id: int | None
    full_name: str
    title: str
    held_from: date | None
    held_until: date | None
    term: Term


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One head of one agency with the numbers of their days."""

    agency_id: int
    agency_name: str
    head: HeadRef
    values: Mapping[str, Value]

    def amount(self, code: str) -> Decimal | None:
        """One number."""
        value = self.values.get(code)
        return value.amount if value else None


@dataclass(frozen=True, slots=True)
class HeadsPage:
    """The heads of the agencies that the actor may know of."""

    rows: list[HeadRow]
    figures: list[Figure]
    """The columns, in order."""
    sort: str
    idle_count: int
    """Heads whose agencies have nothing to count in the period: left out."""


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One number of a sheet: own, of the group, and where it opens."""

    figure: Figure
    number: str
    made_of: str
    middle: str
    """The middle of the group; empty without one."""
    standing: str
    """Better or worse than the middle, in a word."""
    tone: str
    query: str
    """The query string of the rows behind it."""


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """One quarter of the past two years."""

    key: str
    name: str
    head_names: str
    numbers: list[tuple[str, str]]
    """Heading and number, in the order of the sheet's history columns."""
    values: Mapping[str, Value]
    query: str


@dataclass(frozen=True, slots=True)
class HeadSheet:
    """The sheet of responsibility of one head."""

    agency_id: int
    agency_name: str
    head: HeadRef
    heads: list[HeadRef]
    """Everybody who was head in the period."""
    period: PeriodAsked
    days_words: str
    lines: list[MeasureLine]
    group_size: int
    is_compared: bool
    """Whether the group is large enough to be compared with."""
    history: list[QuarterLine]
    history_figures: list[Figure]
    inherited_count: int
    """Overdue work whose deadline lies before the first day of the head."""
