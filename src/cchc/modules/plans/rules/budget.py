"""Adding up the money of a plan without ever mixing "each district" with totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """The money of one task: đồng; `total` is None when nobody can know it."""

    code: str
    text: str
    amount: int | None
    basis: str
    total: int | None
    is_total_derived: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class BudgetSum:
    """What the lines come to, and the lines with money that no sum may take in."""

    total: int
    derived: int
    """The part of the total that was reckoned ("24 kỳ × 5 triệu") rather than written."""
    by_source: tuple[tuple[str, int], ...]
    not_counted: tuple[BudgetLine, ...]
    counted_count: int
    unpriced_count: int
    """Lines without any amount ("kinh phí tự chủ", "theo kế hoạch")."""


def sum_lines(lines: Iterable[BudgetLine]) -> BudgetSum:
    """The sum of a plan: totals only; an amount per district or per round stands beside it."""
    every = list(lines)
    counted = [line for line in every if line.total is not None]
    by_source: dict[str, int] = defaultdict(int)
    for line in counted:
        by_source[line.source] += line.total or 0
    return BudgetSum(
        total=sum(line.total or 0 for line in counted),
        derived=sum(line.total or 0 for line in counted if line.is_total_derived),
        by_source=tuple(sorted(by_source.items(), key=lambda pair: (-pair[1], pair[0]))),
        not_counted=tuple(line for line in every if line.total is None and line.amount is not None),
        counted_count=len(counted),
        unpriced_count=sum(1 for line in every if line.total is None and line.amount is None),
    )
