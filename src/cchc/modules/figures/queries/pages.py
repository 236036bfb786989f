"""What the pages of figures show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from cchc.modules.figures.rules.figure import Figure
from cchc.modules.figures.rules.kinds import Dimension
from cchc.modules.figures.rules.rows import FigureRow
from cchc.modules.figures.rules.value import Value


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the catalogue with its number of the moment."""

    code: str
    name: str
    unit: str
    number: str
    made_of: str
    """Numerator and denominator, where it has them."""
    tone: str
    first_line: str
    """The first line of its explanation."""
    value: Value | None
    """None where it cannot be cut so."""


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Every figure that the actor may ask for, under its headings."""

    groups: list[tuple[str, list[FigureLine]]]
    may_export: bool


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a figure cut by a dimension."""

    key: str
    name: str
    number: str
    made_of: str
    value: Value


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A figure cut by a dimension: its lines, and how they are drawn."""

    by: Dimension
    title: str
    lines: list[TableLine]
    has_sum: bool
    """Whether the lines add up to the number of the whole."""


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One figure: its number, what it is made of, its explanation, its tables."""

    figure: Figure
    name: str
    unit: str
    kind_label: str
    number: str
    made_of: str
    numerator: str
    denominator: str
    cut: str
    value: Value
    explanation: list[str]
    dimensions: list[tuple[Dimension, str]]
    periods: FigureTable | None
    """By month or quarter, drawn as a line."""
    table: FigureTable | None
    """By the dimension chosen."""
    snapshot_count: int
    may_export: bool
    may_freeze: bool


@dataclass(frozen=True, slots=True)
class RowsOfFigure:
    """The rows behind a number."""

    figure: Figure
    name: str
    number: str
    unit: str
    made_of: str
    cut: str
    rows: list[FigureRow]
    total: int
    next: str
    previous: str
    part: str
    parts: list[tuple[str, str]]
    """Of a rate: all, those in the numerator, the rest."""
    has_amounts: bool
    amount_title: str
    may_export: bool


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """A number that was kept."""

    id: int
    code: str
    name: str
    number: str
    unit: str
    cut: str
    taken_at: datetime
    taken_by: str
    reason: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of a kept number: what it was then, and how it stands now."""

    row: FigureRow
    amount: Decimal | None
    was_counted: bool


@dataclass(frozen=True, slots=True)
class SnapshotPage:
    """A kept number with the rows it was counted from, beside the number of today."""

    line: SnapshotLine
    made_of: str
    number_now: str
    made_of_now: str
    is_rate: bool
    has_amounts: bool
    amount_title: str
    rows: list[KeptRow]
    row_count: int
    hidden_count: int
    """Rows that the reader may not see, or that are gone."""
    has_all_rows: bool
    page: int
    page_count: int
