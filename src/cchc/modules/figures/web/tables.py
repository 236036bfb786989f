"""Tables of figures as templates take them: every number opens to its rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from cchc.modules.figures.queries.pages import FigurePage, FigureTable, RowsOfFigure, TableLine
from cchc.modules.figures.web import asking
from cchc.platform.web.request import ActorRequest
from cchc.ui.lists import address_with
from cchc.ui.parts import Tab


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table with the two ways on: the figure narrowed to it, and its rows."""

    line: TableLine
    figure_url: str
    rows_url: str


def table_rows(request: ActorRequest, code: str, table: FigureTable | None) -> list[TableRow]:
    """The lines of a table with their addresses; the filters in force are kept."""
    if table is None:
        return []
    figure = reverse("figures:figure", args=[code])
    rows = reverse("figures:rows", args=[code])
    found = []
    for line in table.lines:
        query = asking.kept(request.GET, **asking.narrowing(table.by, line.key))
        found.append(TableRow(line, figure + query, rows + query))
    return found


def dimension_tabs(request: ActorRequest, page: FigurePage) -> list[Tab]:
    """By what the figure can be cut."""
    chosen = page.table.by if page.table else None
    return [
        Tab(label, address_with(request.GET, {asking.BY: by}), by == chosen)
        for by, label in page.dimensions
    ]


def part_tabs(request: ActorRequest, page: RowsOfFigure) -> list[Tab]:
    """Of a rate: the denominator, the numerator, the rest."""
    return [
        Tab(label, address_with(request.GET, {asking.PART: part}), part == page.part)
        for part, label in page.parts
    ]
