"""Finds the grid of a table in the ruling lines of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.sources.sheet import Rule, Sheet, Word

MOST_RULES = 4_000
_COVERED = 0.6
_OVERHANG = 7.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the grid: its first row and column, and how many of each it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A ruled table: where its columns and rows are parted, and its cells with merges found."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    owner: dict[tuple[int, int], GridCell]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell that holds a point."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, y) - 1
        return self.owner.get((row, column))

    def cell_of(self, word: Word) -> GridCell | None:
        """The cell a word stands in, by its middle."""
        return self.cell_at((word.x0 + word.x1) / 2, word.middle)

    def width_of(self, cell: GridCell) -> float:
        """How wide the cell is."""
        return self.xs[cell.column + cell.columns] - self.xs[cell.column]


def find_grids(sheet: Sheet, tolerance: float) -> list[Grid]:
    """All ruled tables of a page, from top to foot; a lone frame around a text is none."""
    if len(sheet.horizontals) > MOST_RULES or len(sheet.verticals) > MOST_RULES:
        return []
    horizontals = merge_rules(sheet.horizontals, tolerance)
    verticals = merge_rules(sheet.verticals, tolerance)
    grids = []
    for across, down in _connected(horizontals, verticals, tolerance):
        grid = _grid(across, down, tolerance)
        if grid is not None and len(grid.cells) >= 2:
            grids.append(grid)
    return sorted(_outermost(grids), key=lambda grid: (grid.ys[0], grid.xs[0]))


def merge_rules(rules: Sequence[Rule], tolerance: float) -> list[Rule]:
    """Rules that lie on one line and touch, as one: borders are drawn cell by cell, or as dots."""
    merged: list[Rule] = []
    for band in _bands(sorted(rules, key=lambda rule: rule.at), tolerance):
        at = sum(rule.at for rule in band) / len(band)
        start, end = band[0].start, band[0].end
        for rule in band[1:]:
            if rule.start <= end + 2 * tolerance:
                end = max(end, rule.end)
            else:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        merged.append(Rule(at, start, end))
    return [rule for rule in merged if rule.end - rule.start > 2 * tolerance]


def _bands(rules: Sequence[Rule], tolerance: float) -> list[list[Rule]]:
    bands: list[list[Rule]] = []
    for rule in rules:
        if bands and rule.at - bands[-1][0].at <= tolerance:
            bands[-1].append(rule)
        else:
            bands.append([rule])
    return [sorted(band, key=lambda rule: rule.start) for band in bands]


def _connected(
    horizontals: Sequence[Rule], verticals: Sequence[Rule], tolerance: float
) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross each other, directly or through others: one group a table."""
    parent = list(range(len(horizontals) + len(verticals)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for v, down in enumerate(verticals, len(horizontals)):
        for h, across in enumerate(horizontals):
            if (
                across.start - tolerance <= down.at <= across.end + tolerance
                and down.start - tolerance <= across.at <= down.end + tolerance
            ):
                parent[root(v)] = root(h)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate([*horizontals, *verticals]):
        group = groups.setdefault(root(at), ([], []))
        group[at >= len(horizontals)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(across: Sequence[Rule], down: Sequence[Rule], tolerance: float) -> Grid | None:
    xs = _positions([rule.at for rule in down], tolerance)
    ys = _positions([rule.at for rule in across], tolerance)
    _open_sides(xs, across)
    _open_sides(ys, down)
    if len(xs) < 2 or len(ys) < 2:
        return None
    lines_over = [
        [_drawn(across, y, xs[at], xs[at + 1], tolerance) for at in range(len(xs) - 1)] for y in ys
    ]
    lines_left = [
        [_drawn(down, x, ys[at], ys[at + 1], tolerance) for x in xs] for at in range(len(ys) - 1)
    ]
    cells, owner = _cells(lines_over, lines_left)
    return Grid(xs, ys, cells, owner)


def _positions(values: Sequence[float], tolerance: float) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 2 * tolerance:
            kept.append(value)
    return kept


def _open_sides(positions: list[float], crossing: Sequence[Rule]) -> None:
    """Add the edge a table leaves open (a page break, no outer border) where two rules reach it."""
    if not positions:
        return
    ends = sorted((rule.end for rule in crossing), reverse=True)
    if len(ends) >= 2 and ends[1] - positions[-1] > _OVERHANG:
        positions.append(ends[1])
    starts = sorted(rule.start for rule in crossing)
    if len(starts) >= 2 and positions[0] - starts[1] > _OVERHANG:
        positions.insert(0, starts[1])


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float, tolerance: float) -> bool:
    """Whether the stretch from `start` to `end` is drawn at `at`."""
    covered = 0.0
    for rule in rules:
        if abs(rule.at - at) <= 2 * tolerance:
            covered += max(0.0, min(rule.end, end) - max(rule.start, start))
    return covered >= _COVERED * (end - start)


def _cells(
    over: Sequence[Sequence[bool]], left: Sequence[Sequence[bool]]
) -> tuple[list[GridCell], dict[tuple[int, int], GridCell]]:
    """Cells from the drawn stretches: neighbours without a line between them are one."""
    owner: dict[tuple[int, int], GridCell] = {}
    cells: list[GridCell] = []
    row_count, column_count = len(left), len(over[0])
    for row in range(row_count):
        for column in range(column_count):
            if (row, column) in owner:
                continue
            columns = 1
            while column + columns < column_count and _is_open_right(
                row, column + columns, left, owner
            ):
                columns += 1
            rows = 1
            while row + rows < row_count and _is_open_below(
                row + rows, column, columns, over, left
            ):
                rows += 1
            cell = GridCell(row, column, rows, columns)
            cells.append(cell)
            for r in range(row, row + rows):
                for c in range(column, column + columns):
                    owner[r, c] = cell
    return cells, owner


def _is_open_right(
    row: int, column: int, left: Sequence[Sequence[bool]], owner: dict[tuple[int, int], GridCell]
) -> bool:
    return not left[row][column] and (row, column) not in owner


def _is_open_below(
    row: int,
    column: int,
    columns: int,
    over: Sequence[Sequence[bool]],
    left: Sequence[Sequence[bool]],
) -> bool:
    if any(over[row][column : column + columns]):
        return False
    return not any(left[row][column + 1 : column + columns])


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Grids that do not lie inside a cell of another one."""
    return [
        grid
        for grid in grids
        if not any(other is not grid and _inside(grid, other) for other in grids)
    ]


def _inside(grid: Grid, other: Grid) -> bool:
    return (
        other.xs[0] - 1 <= grid.xs[0]
        and grid.xs[-1] <= other.xs[-1] + 1
        and other.ys[0] - 1 <= grid.ys[0]
        and grid.ys[-1] <= other.ys[-1] + 1
    )
