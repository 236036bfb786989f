"""The text of ruled tables: words laid into the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.officialdocs.sources.grid import Entry, is_order
from cchc.officialdocs.sources.ruling import Grid, GridCell
from cchc.officialdocs.sources.sheet import Line, Word, lines_of, mean_confidence
from cchc.officialdocs.sources.wrapping import cell_text

_ALIGNED = 0.8


def rows_of_grid(grid: Grid, words: Sequence[Word], page: int) -> list[list[Entry]]:
    """The rows of the table, merged cells repeated in the cells they cover; empty rows left out."""
    inside: dict[GridCell, list[Word]] = {}
    for word in words:
        cell = grid.cell_of(word)
        if cell is not None:
            inside.setdefault(cell, []).append(word)
    rows: list[list[Entry]] = []
    for row in range(len(grid.ys) - 1):
        rows += _rows(grid, row, inside, page)
    return _without_empty(rows)


def _rows(grid: Grid, row: int, inside: dict[GridCell, list[Word]], page: int) -> list[list[Entry]]:
    """One row of the grid; several rows when the lines between them were left out."""
    lines = {
        cell: lines_of(inside.get(cell, ()))
        for column in range(len(grid.xs) - 1)
        if (cell := grid.owner[row, column]).row == row
    }
    cuts = _order_marks([lines.get(grid.owner[row, at], []) for at in range(len(grid.xs) - 1)])
    if cuts is None or any(cell.rows > 1 for cell in lines):
        return [_row(grid, row, lines, inside, page)]
    rows = []
    for top, foot in zip(cuts, [*cuts[1:], float("inf")], strict=True):
        part = {
            cell: [line for line in stack if top <= line.middle < foot]
            for cell, stack in lines.items()
        }
        rows.append(_row(grid, row, part, inside, page))
    return rows


def _row(
    grid: Grid,
    row: int,
    lines: dict[GridCell, list[Line]],
    inside: dict[GridCell, list[Word]],
    page: int,
) -> list[Entry]:
    entries = []
    for column in range(len(grid.xs) - 1):
        cell = grid.owner[row, column]
        stack = lines.get(cell)
        if stack is None:
            stack = lines_of(inside.get(cell, ()))
        is_first = cell.row == row and cell.column == column
        words = [word for line in stack for word in line.words]
        entries.append(
            Entry(
                text=cell_text(stack, grid.width_of(cell)),
                is_bold=bool(stack) and all(line.is_bold for line in stack),
                is_covered=not is_first,
                spans=cell.columns if is_first else 1,
                row_spans=cell.rows if is_first else 1,
                confidence=mean_confidence(words),
                page=page,
            )
        )
    return entries


def _order_marks(columns: Sequence[Sequence[Line]]) -> list[float] | None:
    """Where the rows begin when a row of the grid holds many: at each order mark in its first cell.

    Only when every line of the first cell is an order mark and the first stands at the very top.
    """
    marks = columns[0]
    if len(marks) < 2 or not all(is_order(mark.text) for mark in marks):
        return None
    others = [line for column in columns[1:] for line in column]
    if not others:
        return None
    first = min(line.middle for line in others)
    if abs(marks[0].middle - first) > _ALIGNED * marks[0].size:
        return None
    return [mark.middle - _ALIGNED * mark.size for mark in marks]


def _without_empty(rows: Sequence[list[Entry]]) -> list[list[Entry]]:
    return [row for row in rows if any(entry.text and not entry.is_covered for entry in row)]
