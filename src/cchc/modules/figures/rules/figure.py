"""What a figure is: a number with a name, a unit, an explanation, and the rows it is counted from.

A figure is described once, by the module that counts it, and asked for by its code everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.figures.rules.cut import Cut
from cchc.modules.figures.rules.kinds import Dimension, FigureKind
from cchc.platform.access import NotVisible

Words = object
"""A text, or one that is translated when it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the catalogue, as everybody may read of it."""

    code: str
    """Stable: `plans.overdue`; the module's name first."""
    group: Words
    """The heading of the catalogue under which it stands."""
    name: Words
    short_name: Words = ""
    """For headings of narrow columns; empty where the name is short."""
    unit: Words
    kind: FigureKind
    numerator: Words
    """What is counted, or added up."""
    denominator: Words = ""
    """Of what; empty for a count."""
    explanation: tuple[Words, ...] = ()
    """Line by line: what is in, what is left out, and which day puts it into a period."""
    dimensions: frozenset[Dimension] = frozenset()
    permission: StrEnum
    """Who may ask; the rows behind it are seen by the same permission."""
    row_noun: Words
    """What one row is: "việc", "lần xin gia hạn"."""
    amount_title: Words = ""
    """The heading of the amount that each row brings; empty where each brings one."""
    decimals: int = 0
    is_more_better: bool | None = None
    """None where neither is good or bad."""
    since: date
    """The day from which the platform has it."""

    @property
    def module(self) -> str:
        """The module that counts it."""
        return self.code.partition(".")[0]

    @property
    def heading(self) -> str:
        """The name as it stands over a narrow column."""
        return str(self.short_name) or str(self.name)

    @property
    def has_denominator(self) -> bool:
        """Whether the number is a share or a mean, so that it says over how many."""
        return self.kind is not FigureKind.COUNT

    def fits(self, cut: Cut) -> bool:
        """Whether it can be narrowed to everything that the cut asks for."""
        return cut.asks <= self.dimensions


class UnknownFigure(NotVisible, LookupError):
    """No module counts a figure of this code: answered as what cannot be seen."""


class FigureTwice(ValueError):
    """Two modules claim the same code."""


def by_group(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures under the headings of the catalogue, in the order in which they came."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(str(figure.group), []).append(figure)
    return list(groups.items())
