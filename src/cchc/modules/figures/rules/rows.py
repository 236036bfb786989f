"""The rows that a figure is counted from, as every module shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One thing that was counted; `url` opens it."""

    id: int
    title: str
    url: str
    code: str = ""
    agency_name: str = ""
    source: str = ""
    """The document it comes from."""
    on: date | None = None
    """The day that puts it into the period."""
    status: str = ""
    tone: str = ""
    amount: Decimal | None = None
    """What it brings to a sum: days late, hours."""
    is_counted: bool = True
    """Of a rate: whether it is in the numerator."""


@dataclass(frozen=True, slots=True)
class RowsPage:
    """Some of the rows, and how to go on."""

    rows: list[FigureRow]
    total: int
    next: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list goes on: after or before a row that was seen, and how long a page is."""

    after: str = ""
    before: str = ""
    size: int = 50
