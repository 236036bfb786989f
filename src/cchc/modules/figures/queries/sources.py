"""Who counts what: modules register their figures here and are asked by code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cchc.modules.figures.rules.cut import Cut
from cchc.modules.figures.rules.figure import Figure, FigureTwice, UnknownFigure
from cchc.modules.figures.rules.kinds import Dimension, RowPart
from cchc.modules.figures.rules.rows import FigureRow, Place, RowsPage
from cchc.modules.figures.rules.value import Sums
from cchc.platform.access import Actor

BySums = Mapping[str, Sums]
"""By the key of a dimension; the whole stands under the empty key."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, on which day, for which cut."""

    cut: Cut
    actor: Actor
    today: date


class FigureSource(Protocol):
    """A part of a module that counts several figures, as many as it can in one query.

    Every answer is narrowed to what the actor may know of.
    """

    @property
    def figures(self) -> Sequence[Figure]:
        """What it counts, in the order of the catalogue."""

    def measure(
        self, codes: Collection[str], asked: Asked, by: Dimension | None
    ) -> Mapping[str, BySums]:
        """By code and key; a key with nothing under it may be left out."""

    def page(self, code: str, asked: Asked, part: RowPart, place: Place) -> RowsPage:
        """Some of the rows behind a figure."""

    def every_row(self, code: str, asked: Asked, part: RowPart) -> Iterator[FigureRow]:
        """All of them, a chunk at a time."""

    def rows_of(self, code: str, ids: Sequence[int], asked: Asked) -> list[FigureRow]:
        """The rows with these numbers as they stand now; those that the actor may not see: none."""

    def names(self, by: Dimension, keys: Collection[str]) -> Mapping[str, str]:
        """The words for keys of areas, documents, obligations, in the order of a table."""

    def choices(self, by: Dimension, asked: Asked) -> list[tuple[str, str]]:
        """What a person may narrow to: key and words."""


Measure = Callable[[Asked, Dimension | None], BySums]
ListRows = Callable[[Asked, RowPart], Iterable[FigureRow]]


@dataclass(frozen=True)
class SmallSource:
    """A single figure with few rows: a function that counts and a function that lists."""

    figure: Figure
    counts: Measure
    lists: ListRows

    @property
    def figures(self) -> Sequence[Figure]:
        """The one."""
        return (self.figure,)

    def measure(
        self, codes: Collection[str], asked: Asked, by: Dimension | None
    ) -> Mapping[str, BySums]:
        """As the function counts."""
        return {self.figure.code: self.counts(asked, by)}

    def page(self, code: str, asked: Asked, part: RowPart, place: Place) -> RowsPage:
        """A stretch of what the function lists; the cursor is a position."""
        rows = list(self.lists(asked, part))
        starts = int(place.after or place.before or 0)
        ends = starts + place.size
        after = str(ends) if ends < len(rows) else ""
        before = str(max(starts - place.size, 0)) if starts else ""
        return RowsPage(rows[starts:ends], len(rows), next=after, previous=before)

    def every_row(self, code: str, asked: Asked, part: RowPart) -> Iterator[FigureRow]:
        """As the function lists."""
        return iter(self.lists(asked, part))

    def rows_of(self, code: str, ids: Sequence[int], asked: Asked) -> list[FigureRow]:
        """Those of the list that are wanted."""
        wanted = set(ids)
        return [row for row in self.lists(asked, RowPart.ALL) if row.id in wanted]

    def names(self, by: Dimension, keys: Collection[str]) -> Mapping[str, str]:
        """It has no words of its own."""
        return {}

    def choices(self, by: Dimension, asked: Asked) -> list[tuple[str, str]]:
        """It offers nothing of its own."""
        return []


_sources: dict[str, tuple[Figure, FigureSource]] = {}


def register_source(source: FigureSource) -> None:
    """Take up everything that a source counts; called in `apps.ready`, harmless to repeat.

    Raises FigureTwice when another figure has the code.
    """
    for figure in source.figures:
        known = _sources.get(figure.code)
        if known is not None and known[0] is not figure:
            raise FigureTwice(figure.code)
        _sources[figure.code] = figure, source


def register_figure(figure: Figure, *, measure: Measure, rows: ListRows) -> None:
    """Take up a single figure with few rows, with what counts it and what lists its rows.

    `measure(asked, by)` answers by key ("" is the whole); `rows(asked, part)` lists.
    """
    register_source(SmallSource(figure, measure, rows))


def figure_of(code: str) -> Figure:
    """The figure of this code. Raises UnknownFigure."""
    return _entry(code)[0]


def source_of(code: str) -> FigureSource:
    """Who counts it. Raises UnknownFigure."""
    return _entry(code)[1]


def is_counted(code: str) -> bool:
    """Whether any module counts a figure of this code."""
    return code in _sources


def all_figures() -> list[Figure]:
    """Every figure of the catalogue, in the order of registration."""
    return [figure for figure, _source in _sources.values()]


def figures_for(actor: Actor) -> list[Figure]:
    """The figures that the actor may ask for."""
    return [figure for figure in all_figures() if actor.may_somewhere(figure.permission)]


def _entry(code: str) -> tuple[Figure, FigureSource]:
    if code not in _sources:
        raise UnknownFigure(code)
    return _sources[code]
