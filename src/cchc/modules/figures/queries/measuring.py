"""Asking figures: one number, a table of numbers, the rows behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from cchc.modules.figures.queries.sources import Asked, FigureSource, figure_of, source_of
from cchc.modules.figures.rules.cut import NO_KEY, Cut
from cchc.modules.figures.rules.figure import Figure
from cchc.modules.figures.rules.kinds import Dimension, RowPart
from cchc.modules.figures.rules.rows import FigureRow, Place, RowsPage
from cchc.modules.figures.rules.value import NOTHING, Sums, Value, value_from
from cchc.platform.access import Actor

FIRST_PAGE = Place()


class NotCutSo(ValueError):
    """The figure cannot be cut by what is asked for."""


def value_of(code: str, cut: Cut, *, actor: Actor, today: date) -> Value:
    """One number, of what the actor may know of.

    Raises UnknownFigure, AccessDenied or NotCutSo.
    """
    return values_of([code], cut, actor=actor, today=today)[code]


def values_of(codes: Collection[str], cut: Cut, *, actor: Actor, today: date) -> dict[str, Value]:
    """Several numbers of one cut; figures of one source are counted together.

    Raises UnknownFigure, AccessDenied or NotCutSo.
    """
    sums = _measured(codes, Asked(cut, actor, today), None)
    return {code: _value(code, sums[code].get(NO_KEY, NOTHING), today) for code in codes}


def series_of(code: str, cut: Cut, by: Dimension, *, actor: Actor, today: date) -> dict[str, Value]:
    """One number cut by a dimension: by key, those with nothing left out.

    Raises UnknownFigure, AccessDenied or NotCutSo.
    """
    table = table_of([code], cut, by, actor=actor, today=today)
    return {key: row[code] for key, row in table.items() if code in row}


def table_of(
    codes: Collection[str], cut: Cut, by: Dimension, *, actor: Actor, today: date
) -> dict[str, dict[str, Value]]:
    """Several numbers cut by a dimension: by key and code, in a query for each source.

    Raises UnknownFigure, AccessDenied or NotCutSo.
    """
    for code in codes:
        if by not in figure_of(code).dimensions:
            raise NotCutSo(code, by)
    rows: dict[str, dict[str, Value]] = defaultdict(dict)
    for code, by_key in _measured(codes, Asked(cut, actor, today), by).items():
        for key, sums in by_key.items():
            rows[key][code] = _value(code, sums, today)
    return dict(rows)


def rows_of(
    code: str,
    cut: Cut,
    *,
    actor: Actor,
    today: date,
    part: RowPart = RowPart.ALL,
    place: Place = FIRST_PAGE,
) -> RowsPage:
    """A page of the rows behind a number. Raises UnknownFigure or AccessDenied."""
    actor.require_somewhere(figure_of(code).permission)
    return source_of(code).page(code, Asked(cut, actor, today), part, place)


def every_row_of(
    code: str, cut: Cut, *, actor: Actor, today: date, part: RowPart = RowPart.ALL
) -> Iterator[FigureRow]:
    """All rows behind a number, a chunk at a time. Raises UnknownFigure or AccessDenied."""
    actor.require_somewhere(figure_of(code).permission)
    return source_of(code).every_row(code, Asked(cut, actor, today), part)


def _measured(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> dict[str, Mapping[str, Sums]]:
    """Each source is asked once."""
    groups: dict[int, tuple[FigureSource, list[str]]] = {}
    for code in codes:
        figure = figure_of(code)
        asked.actor.require_somewhere(figure.permission)
        if not figure.fits(asked.cut):
            raise NotCutSo(code, asked.cut.asks - figure.dimensions)
        source = source_of(code)
        groups.setdefault(id(source), (source, []))[1].append(code)
    found: dict[str, Mapping[str, Sums]] = {}
    for source, names in groups.values():
        found |= source.measure(names, asked, by)
    return {code: found.get(code, {}) for code in codes}


def _value(code: str, sums: Sums, today: date) -> Value:
    figure = figure_of(code)
    return value_from(figure.kind, sums, counted_on=today, decimals=figure.decimals)


def names_of(figures: Sequence[Figure], by: Dimension, keys: Collection[str]) -> Mapping[str, str]:
    """The words for the keys of a table, from whoever counts the first figure."""
    return source_of(figures[0].code).names(by, keys)
