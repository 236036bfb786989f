"""Charts as plain data: what ECharts draws, and the table beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one set of bars."""

    name: str
    values: Sequence[float | None]
    tone: str = "red"
    """`red`, `ok`, `soon`, `late`, `idle`, `wait`, `gold`."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something that happened, drawn as an upright line: "đôn đốc đợt 1"."""

    category: str
    label: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of the table beneath."""

    category: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of numbers: its kind, the categories along it, and its series."""

    title: str
    categories: Sequence[str]
    series: Sequence[Series]
    kind: str = "line"
    """`line`, `bar`, `stacked` or `lying` (bars that lie, for long names)."""
    unit: str = ""
    category_title: str = ""
    marks: Sequence[ChartMark] = ()

    @property
    def rows(self) -> list[ChartRow]:
        """The same numbers for the table."""
        return [
            ChartRow(name, [series.values[place] for series in self.series])
            for place, name in enumerate(self.categories)
        ]

    def as_data(self) -> dict[str, Any]:
        """What the drawing script reads."""
        return {
            "kind": self.kind,
            "unit": self.unit,
            "categories": list(self.categories),
            "series": [
                {"name": one.name, "values": list(one.values), "tone": one.tone}
                for one in self.series
            ],
            "marks": [{"category": mark.category, "label": mark.label} for mark in self.marks],
        }
