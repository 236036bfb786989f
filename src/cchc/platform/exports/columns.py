"""What a column of an exported list is."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from django.utils.translation import gettext as _

from cchc.platform.calendar.zone import in_vietnam

Row = TypeVar("Row")
Kind = Literal["text", "number", "percent", "money", "date", "moment"]
Value = str | int | float | date | datetime | None
"""What is written into a cell: a moment is on the clocks of Vietnam and without a zone."""

LONGEST_TEXT = 32_000
"""Excel takes 32,767 characters in a cell."""
_EXACT = 10**15
"""Excel keeps 15 digits; longer numbers (codes, accounts) are written as text."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, the value that it takes from a row, how it is written, its width.

    Amounts of money are whole đồng; percentages are numbers of percent (23.6, not 0.236).
    """

    title: str
    value: Callable[[Row], Any]
    kind: Kind = "text"
    width: int = 20


def plain(value: Any) -> Value:
    """A value as a cell takes it: text, number, day or moment; nothing for what is empty."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, datetime):
        return in_vietnam(value).replace(tzinfo=None)
    if isinstance(value, date):
        return value
    if isinstance(value, int | float | Decimal):
        return _number(value)
    return _text(str(value))


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take this text for a formula."""
    return text.startswith(_FORMULA_STARTS)


def values_of(columns: Sequence[Column[Row]], row: Row) -> list[Value]:
    """The plain values of a row."""
    return [plain(column.value(row)) for column in columns]


def _number(value: float | Decimal) -> Value:
    if not math.isfinite(value):
        return None
    if abs(float(value)) >= _EXACT:
        return str(value)
    return float(value) if isinstance(value, Decimal) else value


def _text(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
