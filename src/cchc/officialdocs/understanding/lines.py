"""A layout as one stream of lines and data tables; letter heads and signatures become lines too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc.officialdocs.layout import Cell, Layout, Paragraph, Place, Row, Table
from cchc.officialdocs.understanding.columns import columns_of
from cchc.officialdocs.understanding.folding import fold, tidy

MOST_LETTERS = 20_000
"""A longer line is cut: no sentence of an office is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text; `column` is set where it stood in a letter head or signature."""

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
    r"cong hoa xa hoi chu nghia|doc lap\s*[-–]\s*tu do|\bnoi nhan\s*:|^\s*(?:tm|kt|tl|tuq"
    r"|q)\s*[.,]\s*\w"
    r"|ngay\s+[\d.…_ ]*\s*thang\s+[\d.…_ ]*\s*nam|^\s*so\s*:.{0,40}$|dang cong san viet nam",
    re.M,
)


_SIGNATURE = re.compile(r"^\W*(?:noi nhan\s*:|(?:tm|kt|tl|tuq)\s*[.,]\s*[a-z])")
_SIGNING = re.compile(
    r"^\W*(?:(?:tm|kt|tl|tuq|q)\s*[.,]\s*[a-z]|(?:pho )?(?:chu tich|giam doc|bo truong"
    r"|chanh van phong)\b)"
)
LAST_ROWS = 40
"""A signature under a table is looked for in this many of its last rows."""


def stream_of(layout: Layout) -> Stream:
    """The stream of a layout."""
    lines: list[Line] = []
    tables: list[DataTable] = []
    for block in layout.blocks:
        if isinstance(block, Paragraph):
            lines += _paragraph_lines(block)
            continue
        columns = columns_of(block)
        if columns is None and _is_frame(block):
            lines += _frame_lines(block.rows)
            continue
        head = columns.head_row if columns else 0
        tail = _tail(block.rows, head + 1)
        lines += _frame_lines(block.rows[:head])
        tables.append(DataTable(replace(block, rows=block.rows[head:tail]), len(lines) - 1))
        lines += _frame_lines(block.rows[tail:])
    return Stream(tuple(lines), tuple(tables))


def _tail(rows: Sequence[Row], start: int) -> int:
    """Where signature and recipients begin that a sheet holds under its table."""
    for at in range(max(start, len(rows) - LAST_ROWS), len(rows)):
        if any(_SIGNATURE.match(fold(cell.text)) for cell in rows[at].cells):
            return at
    return len(rows)


def _pieces(text: str) -> Iterator[str]:
    """The lines of a text; a signature run together is parted before the name."""
    for piece in text[:MOST_LETTERS].split("\n"):
        if len(piece) > 200 or not _SIGNING.match(fold(piece[:40])):
            yield piece
            continue
        words = piece.split()
        loud = [at for at, word in enumerate(words) if word.isupper()]
        cut = loud[-1] + 1 if loud else 0
        if not all(word.isupper() for word in words[:cut]):
            yield piece
            continue
        yield " ".join(words[:cut])
        yield " ".join(words[cut:])


def _paragraph_lines(paragraph: Paragraph) -> Iterator[Line]:
    for text in _pieces(paragraph.text):
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


def _frame_lines(rows: Sequence[Row]) -> Iterator[Line]:
    """The lines of a frame column by column, as a reader's eye goes."""
    width = max((len(row.cells) for row in rows), default=0)
    for column in range(width):
        for row in rows:
            if column < len(row.cells) and not row.cells[column].is_covered:
                yield from _cell_lines(row.cells[column], column)


def _cell_lines(cell: Cell, column: int) -> Iterator[Line]:
    for text in _pieces(cell.text):
        if tidy(text):
            yield Line(
                tidy(text),
                cell.place,
                is_bold=cell.is_bold,
                confidence=cell.confidence,
                column=column,
            )
