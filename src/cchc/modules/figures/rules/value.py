"""From what was added up to the number that people read.

Shares and means of several parts are put together from their sums, never from one another: the
rate of a province is not the mean of its agencies' rates. A median of parts says nothing about the
whole, so it cannot be put together at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cchc.modules.figures.rules.kinds import FigureKind


class NotAddable(TypeError):
    """The number of a whole does not follow from the numbers of its parts."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a source added up: so much, over so many; of a median, the one in the middle."""

    numerator: Decimal = Decimal(0)
    denominator: int = 0
    middle: Decimal | None = None

    def __add__(self, other: Sums) -> Sums:
        if self.middle is not None or other.middle is not None:
            raise NotAddable("a median has no parts")
        return Sums(self.numerator + other.numerator, self.denominator + other.denominator)


NOTHING = Sums()


def count(number: int) -> Sums:
    """So many things."""
    return Sums(Decimal(number), number)


def share(part: int, whole: int) -> Sums:
    """So many of so many."""
    return Sums(Decimal(part), whole)


def total_of(parts: Iterable[Sums]) -> Sums:
    """All parts together. Raises NotAddable."""
    return sum(parts, NOTHING)


@dataclass(frozen=True, slots=True)
class Value:
    """A number as it was counted on a day, with what it is made of."""

    amount: Decimal | None
    """None where there is nothing to say: a share of nothing."""
    numerator: Decimal
    denominator: int
    counted_on: date
    is_estimate: bool = False


def value_from(kind: FigureKind, sums: Sums, *, counted_on: date, decimals: int = 0) -> Value:
    """The number that people read, rounded once, halves up."""
    amount = _amount(kind, sums)
    rounded = None if amount is None else rounded_to(amount, decimals)
    return Value(rounded, sums.numerator, sums.denominator, counted_on)


def rounded_to(amount: Decimal, decimals: int) -> Decimal:
    """A number with so many decimals, halves up."""
    return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _amount(kind: FigureKind, sums: Sums) -> Decimal | None:
    if kind is FigureKind.COUNT:
        return sums.numerator
    if not sums.denominator:
        return None
    if kind is FigureKind.MEDIAN:
        return sums.middle
    factor = 100 if kind is FigureKind.RATE else 1
    return sums.numerator * factor / sums.denominator


def median_of(amounts: Sequence[Decimal]) -> Decimal | None:
    """The one in the middle, or the mean of the two; None of nothing."""
    if not amounts:
        return None
    in_order = sorted(amounts)
    middle = len(in_order) // 2
    if len(in_order) % 2:
        return in_order[middle]
    return (in_order[middle - 1] + in_order[middle]) / 2
