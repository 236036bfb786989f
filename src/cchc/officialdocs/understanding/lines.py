"""A layout as one stream of lines and data tables; letter heads and signatures become lines too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.officialdocs.layout import Cell, Layout, Paragraph, Place, Table
from cchc.officialdocs.understanding.folding import fold, tidy

MOST_LETTERS = 20_000
"""A longer line is cut: no sentence of an office is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text; `column` is set for lines that stood in a letter head or signature."""

    text: str
    place: Place
    is_bold: bool = False
    is_centered: bool = False
    is_italic: bool = False
    confidence: float = 1.0
    column: int | None = None

    @property
    def plain(self) -> str:
        """The line folded, for comparing."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table that stands in the stream; `after` is the index of the line it follows (-1: none)."""

    table: Table
    after: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The lines of a document in reading order, and its data tables between them."""

    lines: tuple[Line, ...]
    tables: tuple[DataTable, ...]


_LETTER_HEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|\bnoi nhan\s*:|^\s*(?:tm|kt|tl|tuq|q)\s*[.,]\s*\w"
    r"|ngay\s+[\d.…_ ]*\s*thang\s+[\d.…_ ]*\s*nam|^\s*so\s*:.{0,40}$|dang cong san viet nam",
    re.M,
)


def stream_of(layout: Layout) -> Stream:
    """The stream of a layout."""
    lines: list[Line] = []
    tables: list[DataTable] = []
    for block in layout.blocks:
        if isinstance(block, Paragraph):
            lines += _paragraph_lines(block)
        elif _is_frame(block):
            lines += _frame_lines(block)
        else:
            tables.append(DataTable(block, len(lines) - 1))
    return Stream(tuple(lines), tuple(tables))


def _paragraph_lines(paragraph: Paragraph) -> Iterator[Line]:
    for text in paragraph.text[:MOST_LETTERS].split("\n"):
        if tidy(text):
            yield Line(
                tidy(text),
                paragraph.place,
                paragraph.is_bold,
                paragraph.is_centered,
                paragraph.is_italic,
                paragraph.confidence,
            )


def _is_frame(table: Table) -> bool:
    """Whether a table only lays text out: a letter head, a signature, a box of one column."""
    width = max((len(row.cells) for row in table.rows), default=0)
    if width <= 1:
        return True
    if width > 4 or len(table.rows) > 12:
        return False
    text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    return _LETTER_HEAD.search("\n".join(fold(line) for line in text.split("\n"))) is not None


def _frame_lines(table: Table) -> Iterator[Line]:
    """The lines of a frame column by column, as a reader's eye goes."""
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(width):
        for row in table.rows:
            if column < len(row.cells) and not row.cells[column].is_covered:
                yield from _cell_lines(row.cells[column], column)


def _cell_lines(cell: Cell, column: int) -> Iterator[Line]:
    for text in cell.text[:MOST_LETTERS].split("\n"):
        if tidy(text):
            yield Line(
                tidy(text),
                cell.place,
                is_bold=cell.is_bold,
                confidence=cell.confidence,
                column=column,
            )
