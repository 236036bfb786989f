"""Reads one page: its words and rules become paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cchc.officialdocs.sources.flow import begins_anew, is_cut
from cchc.officialdocs.sources.grid import Entry
from cchc.officialdocs.sources.margins import without_margins
from cchc.officialdocs.sources.ruled_tables import rows_of_grid
from cchc.officialdocs.sources.ruling import Grid, find_grids
from cchc.officialdocs.sources.sheet import Line, Sheet, lines_of, mean_confidence
from cchc.officialdocs.sources.side_by_side import find_zones, zone_rows
from cchc.officialdocs.sources.unruled import find_unruled
from cchc.officialdocs.sources.wrapping import glue, would_fit

_INDENT = 12.0
_APART = 1.3
_HEAD_MARGIN, _FOOT_MARGIN = 0.075, 0.925


@dataclass(slots=True)
class Passage:
    """A paragraph of a page, and how its ends lie against the margins."""

    text: str
    page: int
    is_bold: bool
    is_italic: bool
    is_centered: bool
    confidence: float
    is_flush: bool
    """Its first line is not indented, so it may go on a paragraph of the page before."""
    is_full: bool
    """Its last line reaches the right margin, so it may go on over the page."""
    is_in_margin: bool = False
    """It stands above or below where the text of a page begins and ends."""


@dataclass(slots=True)
class Panel:
    """A table of a page."""

    rows: list[list[Entry]]
    page: int
    edges: list[float]
    """Where its columns are parted; empty when it has no columns to speak of."""
    is_layout: bool = False
    """True for letter heads and signatures, which never go on over a page."""
    is_ruled: bool = True


Item = Passage | Panel


def read_sheet(sheet: Sheet, tolerance: float = 1.5, before: Sequence[Item] = ()) -> list[Item]:
    """Everything on the page from top to foot.

    `tolerance` is how far rules may miss each other; `before` are the items of the page before,
    whose last table may go on here without rules and without its head.
    """
    last = before[-1] if before else None
    going_on = last.edges if isinstance(last, Panel) and not last.is_ruled else []
    grids = find_grids(sheet, tolerance)
    outside = [
        word
        for word in sheet.words
        if not any(_holds(grid, word.x0, word.x1, word.middle) for grid in grids)
    ]
    lines = without_margins(lines_of(outside), sheet)
    items: list[Item] = []
    place = 0
    for grid in grids:
        above = [line for line in lines[place:] if line.middle < grid.ys[0]]
        items += _running(above, sheet, going_on if not items else [])
        place += len(above)
        rows = rows_of_grid(grid, sheet.words, sheet.number)
        items += _panel_or_passages(grid, rows, sheet)
    return items + _running(lines[place:], sheet, going_on if not items else [])


def _holds(grid: Grid, x0: float, x1: float, middle: float) -> bool:
    center = (x0 + x1) / 2
    return grid.xs[0] <= center <= grid.xs[-1] and grid.ys[0] <= middle <= grid.ys[-1]


def _panel_or_passages(grid: Grid, rows: list[list[Entry]], sheet: Sheet) -> list[Item]:
    """A grid with a single column is a frame around text, not a table."""
    if len(grid.xs) > 2:
        return [Panel(rows, sheet.number, grid.xs)] if rows else []
    return [
        Passage(part, sheet.number, entry.is_bold, False, False, entry.confidence, False, False)
        for row in rows
        for entry in row
        for part in entry.text.split("\n")
        if part
    ]


def _running(lines: Sequence[Line], sheet: Sheet, going_on: Sequence[float]) -> list[Item]:
    """Lines outside ruled tables: unruled tables, columns side by side, and paragraphs."""
    items: list[Item] = []
    at = 0
    for table in find_unruled(lines, sheet, going_on):
        items += _columns_and_passages(lines[at : table.start], sheet)
        items.append(Panel(table.rows, sheet.number, table.edges, is_ruled=False))
        at = table.end
    return items + _columns_and_passages(lines[at:], sheet)


def _columns_and_passages(lines: Sequence[Line], sheet: Sheet) -> list[Item]:
    if not lines:
        return []
    left, right = _margins(lines, sheet)
    items: list[Item] = []
    at = 0
    for zone in find_zones(lines, left, right):
        items += _passages(lines[at : zone.start], left, right, sheet)
        items.append(Panel(zone_rows(zone, sheet.number), sheet.number, [], is_layout=True))
        at = zone.end
    return items + _passages(lines[at:], left, right, sheet)


def _margins(lines: Sequence[Line], sheet: Sheet) -> tuple[float, float]:
    """The left and right margin of the text, the usual ones where the lines are too few to tell."""
    long = [line for line in lines if line.x1 - line.x0 > 0.45 * sheet.width]
    if len(long) < 3:
        return (
            min([0.14 * sheet.width, *(line.x0 for line in lines)]),
            max([0.9 * sheet.width, *(line.x1 for line in lines)]),
        )
    return min(line.x0 for line in long), max(line.x1 for line in long)


def _passages(lines: Sequence[Line], left: float, right: float, sheet: Sheet) -> list[Item]:
    groups: list[list[Line]] = []
    leading = _leading(lines)
    for line in lines:
        if groups and _goes_with(groups[-1], line, left, right, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_passage(group, left, right, sheet) for group in groups]


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    steps = [
        below.middle - line.middle
        for line, below in pairwise(lines)
        if below.middle - line.middle < 2.5 * line.size
    ]
    return median(steps) if steps else 1.2 * (lines[0].size if lines else 12.0)


def _goes_with(
    group: Sequence[Line], line: Line, left: float, right: float, leading: float
) -> bool:
    """Whether the line belongs to the paragraph of the lines before it."""
    before = group[-1]
    if line.middle - before.middle > _APART * max(leading, 1.1 * before.size):
        return False
    if before.is_bold != line.is_bold:
        return False
    if begins_anew(line.text):
        return is_cut(before.text, line.text) and not would_fit_on(before, line, right)
    if _is_centered(before, left, right) or _is_centered(line, left, right):
        return False
    if line.x0 - left > _INDENT and line.x0 - before.x0 > _INDENT:
        return False
    return not would_fit_on(before, line, right)


def would_fit_on(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` had room on the line before it."""
    return would_fit(before, line, right - before.x0)


def _is_centered(line: Line, left: float, right: float) -> bool:
    free = min(line.x0 - left, right - line.x1)
    return free > 20 and abs((line.x0 - left) - (right - line.x1)) < 0.05 * (right - left)


def _passage(group: Sequence[Line], left: float, right: float, sheet: Sheet) -> Passage:
    text = group[0].text
    for before, line in pairwise(group):
        text += glue(before, line, right - before.x0) + line.text
    return Passage(
        text=text,
        page=sheet.number,
        is_bold=all(line.is_bold for line in group),
        is_italic=all(line.is_italic for line in group),
        is_centered=_is_centered(group[0], left, right),
        confidence=mean_confidence(word for line in group for word in line.words),
        is_flush=group[0].x0 - left < _INDENT,
        is_full=right - group[-1].x1 < 0.12 * (right - left),
        is_in_margin=group[-1].bottom < _HEAD_MARGIN * sheet.height
        or group[0].top > _FOOT_MARGIN * sheet.height,
    )
