"""Recognises one scanned page: running text line by line, tables column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from cchc.officialdocs.sources.mark_strip import Mark, find_mark, read_marks
from cchc.officialdocs.sources.misreadings import mended_line
from cchc.officialdocs.sources.page_image import (
    POINTS,
    Gray,
    PageImage,
    lies_sideways,
    straightened,
)
from cchc.officialdocs.sources.ruling import Grid, GridCell, find_grids
from cchc.officialdocs.sources.sheet import Sheet, Word
from cchc.officialdocs.sources.tesseract import (
    Recognised,
    recognise,
    upright_turn,
)

DPI = 400
TOLERANCE = 3.0
_PAD = 14
_NARROW = 0.9
"""Inches; in a column this narrow stand order marks, of which every one counts."""
_INK = 128
_POOR = 0.55
_LETTER = 0.8
"""Letter size to the height of a recognised line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the page to recognise by itself, and where it lies on the page."""

    picture: Gray
    left: int
    top: int


def recognise_sheet(gray: Gray, number: int, *, dpi: int, seconds: float) -> Sheet:
    """The words and rules of a scanned page, as points of the page set upright and straight."""
    page = straightened(gray, dpi)
    turn = upright_turn(gray, dpi=dpi, seconds=seconds) if lies_sideways(page) else 0
    if turn:
        return _read(_turned(gray, turn, dpi), number, seconds)
    sheet = _read(page, number, seconds)
    if _is_poor(sheet):
        turn = upright_turn(gray, dpi=dpi, seconds=seconds)
        if turn:
            other = _read(_turned(gray, turn, dpi), number, seconds)
            return other if _worth(other) > _worth(sheet) else sheet
    return sheet


def _turned(gray: Gray, degrees: int, dpi: int) -> PageImage:
    """The page turned clockwise by quarter turns, then set straight."""
    return straightened(np.ascontiguousarray(np.rot90(gray, -(degrees // 90))), dpi)


def _read(page: PageImage, number: int, seconds: float) -> Sheet:
    height, width = page.gray.shape
    scale = POINTS / page.dpi
    sheet = Sheet(number, width * scale, height * scale)
    sheet.horizontals, sheet.verticals = page.horizontals, page.verticals
    grids = [grid for grid in find_grids(sheet, TOLERANCE) if len(grid.xs) > 2]
    for grid in grids:
        sheet.words += _read_marks(grid, page, seconds)
    for piece in _pieces(page, grids):
        found = recognise(piece.picture, dpi=page.dpi, seconds=seconds)
        for _, line in groupby(found, key=lambda each: (each.line_top, each.line_bottom)):
            sheet.words += mended_line([_word(word, piece, scale) for word in line])
    return sheet


def _read_marks(grid: Grid, page: PageImage, seconds: float) -> list[Word]:
    """The order marks in a narrow first column, which are then painted over on the page."""
    if grid.xs[1] - grid.xs[0] > _NARROW * POINTS:
        return []
    marks: list[Mark] = []
    for cell in grid.cells:
        if cell.column == 0 and cell.columns == 1:
            x0, y0, x1, y1 = _box(grid, cell, page)
            mark = find_mark(page.gray[y0:y1, x0:x1], x0, y0, page.dpi)
            if mark is not None:
                marks.append(mark)
    words = read_marks(marks, dpi=page.dpi, seconds=seconds)
    for mark in marks:
        tall, wide = mark.picture.shape
        page.gray[mark.top : mark.top + tall, mark.left : mark.left + wide] = 255
    return [each for word in words for each in mended_line([word])]


def _is_poor(sheet: Sheet) -> bool:
    sure = [word.confidence for word in sheet.words]
    return not sure or sum(sure) / len(sure) < _POOR


def _worth(sheet: Sheet) -> float:
    return sum(word.confidence * len(word.text) for word in sheet.words if word.confidence > 0.4)


def _word(word: Recognised, piece: _Piece, scale: float) -> Word:
    top, bottom = (word.line_top + piece.top) * scale, (word.line_bottom + piece.top) * scale
    left = (word.left + piece.left) * scale
    return Word(
        text=word.text,
        x0=left,
        top=top,
        x1=left + word.width * scale,
        bottom=bottom,
        size=max(_LETTER * (bottom - top), 4.0),
        confidence=word.confidence,
        is_whole=True,
    )


def _pieces(page: PageImage, grids: Sequence[Grid]) -> Iterator[_Piece]:
    """Of each table its columns one by one and its merged cells; then the running text.

    The tables are painted over on the page once they are taken.
    """
    for grid in grids:
        for box, cells in _columns(grid, page.dpi):
            picture = np.full((box[3] - box[1], box[2] - box[0]), 255, dtype=np.uint8)
            for cell in cells:
                x0, y0, x1, y1 = _box(grid, cell, page)
                part = page.gray[y0:y1, x0:x1]
                picture[y0 - box[1] : y1 - box[1], x0 - box[0] : x1 - box[0]] = part
            yield from _inked(picture, box[0], box[1])
        whole = _area(grid, page.dpi)
        page.gray[whole[1] : whole[3], whole[0] : whole[2]] = 255
    yield from _inked(page.gray, 0, 0)


def _columns(grid: Grid, dpi: int) -> Iterator[tuple[tuple[int, int, int, int], list[GridCell]]]:
    """The cells of each column with their box; merged cells come as columns of their own."""
    groups: dict[tuple[int, int], list[GridCell]] = {}
    for cell in grid.cells:
        groups.setdefault((cell.column, cell.columns), []).append(cell)
    for (column, width), cells in groups.items():
        x0, x1 = grid.xs[column], grid.xs[column + width]
        y0 = min(grid.ys[cell.row] for cell in cells)
        y1 = max(grid.ys[cell.row + cell.rows] for cell in cells)
        yield _pixels(x0, y0, x1, y1, dpi), cells


def _area(grid: Grid, dpi: int) -> tuple[int, int, int, int]:
    return _pixels(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], dpi)


def _box(grid: Grid, cell: GridCell, page: PageImage) -> tuple[int, int, int, int]:
    height, width = page.gray.shape
    x0, y0, x1, y1 = _pixels(
        grid.xs[cell.column],
        grid.ys[cell.row],
        grid.xs[cell.column + cell.columns],
        grid.ys[cell.row + cell.rows],
        page.dpi,
    )
    return x0, y0, min(x1, width), min(y1, height)


def _pixels(x0: float, y0: float, x1: float, y1: float, dpi: int) -> tuple[int, int, int, int]:
    scale = dpi / POINTS
    return max(int(x0 * scale), 0), max(int(y0 * scale), 0), int(x1 * scale), int(y1 * scale)


def _inked(picture: Gray, left: int, top: int) -> Iterator[_Piece]:
    """The picture cut to its ink with a little paper around; nothing when it is blank."""
    dark = picture < _INK
    rows, columns = np.flatnonzero(dark.sum(1) > 1), np.flatnonzero(dark.sum(0) > 1)
    if len(rows) < 8 or len(columns) < 4:
        return
    y0, y1 = max(rows[0] - _PAD, 0), rows[-1] + _PAD
    x0, x1 = max(columns[0] - _PAD, 0), columns[-1] + _PAD
    cut = picture[y0:y1, x0:x1]
    framed = np.pad(cut, _PAD, constant_values=255)
    yield _Piece(np.ascontiguousarray(framed), left + int(x0) - _PAD, top + int(y0) - _PAD)
