"""The tables of a Word file: merged cells laid over the grid, phantom columns taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from cchc.officialdocs.sources.grid import Entry
from cchc.officialdocs.sources.word_styles import W, value_of
from cchc.officialdocs.sources.xml_parts import Element, local

NARROWEST = 120
"""Twentieths of a point: grid lines nearer than this (2 mm) are one line drawn twice."""


class Merge(Enum):
    """How a cell belongs to the cells above it."""

    NONE = auto()
    BEGINS = auto()
    CONTINUES = auto()


@dataclass(slots=True)
class Slot:
    """A cell with the grid columns it takes, from `start` up to but without `end`."""

    start: int
    end: int
    text: str = ""
    is_bold: bool = False
    merge: Merge = Merge.NONE
    page: int | None = None


@dataclass(slots=True)
class GridRow:
    """The cells of a row, from left to right."""

    slots: list[Slot] = field(default_factory=list)


def rows_of(table: Element) -> list[Element]:
    """The rows of a table; rows deleted in tracked changes are not there."""
    rows: list[Element] = []
    for child in table:
        name = local(child)
        if name == "tr" and child.find(f"{W}trPr/{W}del") is None:
            rows.append(child)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            rows += rows_of(child)
    return rows


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    cells: list[Element] = []
    for child in row:
        name = local(child)
        if name == "tc":
            cells.append(child)
        elif name in ("sdt", "sdtContent", "customXml"):
            cells += cells_of(child)
    return cells


def columns_skipped(row: Element) -> int:
    """How many grid columns the row leaves free at its beginning."""
    properties = row.find(f"{W}trPr")
    return 0 if properties is None else _count(value_of(properties, "gridBefore"), 0)


def columns_spanned(cell: Element) -> int:
    """How many grid columns the cell takes."""
    properties = cell.find(f"{W}tcPr")
    return 1 if properties is None else max(1, _count(value_of(properties, "gridSpan"), 1))


def merge_of(cell: Element) -> Merge:
    """Whether the cell begins or continues a vertical merge."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is None:
        return Merge.NONE
    return Merge.BEGINS if merge.get(f"{W}val") == "restart" else Merge.CONTINUES


def is_merged_left(cell: Element) -> bool:
    """Whether the cell is covered by the one on its left (the old way of merging)."""
    merge = cell.find(f"{W}tcPr/{W}hMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def grid_lines(table: Element) -> list[int]:
    """Where the columns of the grid begin, in twentieths of a point; empty when not said."""
    lines = [0]
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        lines.append(lines[-1] + _count(column.get(f"{W}w"), 0))
    return lines if lines[-1] > 0 else []


def entries(rows: Sequence[GridRow], lines: Sequence[int]) -> list[list[Entry]]:
    """The rows as entries: each merged cell once, then covered cells that repeat it."""
    starts = _columns(rows, lines)
    laid: list[list[Entry]] = []
    origins: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        laid.append([])
        for slot in row.slots:
            first, last = starts[slot.start], max(starts[slot.end], starts[slot.start] + 1)
            laid[-1] += [Entry() for _ in range(first - len(laid[-1]))]
            origin = origins.get(first) if slot.merge is Merge.CONTINUES else None
            if origin is not None:
                laid[-1] += _covered_from_above(laid, origin, last - first)
                continue
            _forget(origins, first, last)
            if slot.merge is not Merge.NONE:
                origins[first] = (at, first)
            laid[-1] += _spread(slot, last - first)
    return laid


def _columns(rows: Sequence[GridRow], lines: Sequence[int]) -> dict[int, int]:
    """Grid columns to columns: only where some cell begins, lines drawn twice taken as one."""
    begun = sorted({slot.start for row in rows for slot in row.slots} | {0})
    ends = {slot.end for row in rows for slot in row.slots}
    together = [{slot.start for slot in row.slots} for row in rows]
    columns: dict[int, int] = {}
    kept: list[int] = []
    for start in begun:
        if kept and _are_one(kept[-1], start, lines, together):
            columns[start] = len(kept) - 1
        else:
            columns[start] = len(kept)
            kept.append(start)
    for end in sorted(ends):
        if end not in columns:
            columns[end] = sum(start < end for start in kept)
    return columns


def _are_one(left: int, right: int, lines: Sequence[int], together: Sequence[set[int]]) -> bool:
    if right >= len(lines) or lines[right] - lines[left] >= NARROWEST:
        return False
    return not any(left in starts and right in starts for starts in together)


def _spread(slot: Slot, width: int) -> list[Entry]:
    first = Entry(slot.text, slot.is_bold, spans=width, page=slot.page)
    covered = Entry(slot.text, slot.is_bold, is_covered=True, page=slot.page)
    return [first, *[covered] * (width - 1)]


def _covered_from_above(
    laid: list[list[Entry]], origin: tuple[int, int], width: int
) -> list[Entry]:
    row, column = origin
    above = laid[row][column]
    laid[row][column] = Entry(
        above.text, above.is_bold, False, above.spans, len(laid) - row, above.confidence, above.page
    )
    return [Entry(above.text, above.is_bold, is_covered=True)] * width


def _forget(origins: dict[int, tuple[int, int]], first: int, last: int) -> None:
    for column in range(first, last):
        origins.pop(column, None)


def _count(text: str | None, default: int) -> int:
    try:
        return int(float(text)) if text is not None else default
    except (ValueError, OverflowError):
        return default
