"""Where one stands in a group, and in which order a table stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

Row = TypeVar("Row")


def is_better(own: Decimal, middle: Decimal, *, is_more_better: bool) -> bool | None:
    """Whether a number is better than the middle of its group; None when it is the same."""
    if own == middle:
        return None
    return (own > middle) is is_more_better


def in_order(
    rows: Sequence[Row], amount: Callable[[Row], Decimal | None], *, is_descending: bool
) -> list[Row]:
    """Rows by an amount; those without one stand last in both directions, equals as they came."""
    known = [row for row in rows if amount(row) is not None]
    unknown = [row for row in rows if amount(row) is None]
    known.sort(key=lambda row: amount(row) or Decimal(0), reverse=is_descending)
    return known + unknown
