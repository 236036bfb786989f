"""What stands on the paper, before anything is understood: paragraphs and tables with their places.

Every reader of a file format (Word, PDF, scan, text, Excel) produces this; everything that
understands (header, targets, tasks) starts from it. So a new format is one new reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Medium(StrEnum):
    """What kind of file the document came in."""

    WORD = "docx"
    PDF = "pdf"
    SCAN = "scan"
    EXCEL = "xlsx"
    TEXT = "txt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file something stands; counts begin at 1, None where the medium has no such."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, without marks of Markdown, its spaces single."""

    text: str
    place: Place
    is_bold: bool = False
    is_italic: bool = False
    is_centered: bool = False
    confidence: float = 1.0
    """How sure the recognition of the letters is: 1.0 for text that was text, less for a scan."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its paragraphs are joined by a line break."""

    text: str
    place: Place
    is_bold: bool = False
    is_covered: bool = False
    """True for the cells that a merged cell covers: `text` then repeats the merged cell."""
    spans: int = 1
    """How many columns the cell covers, counted in the first of them."""
    row_spans: int = 1
    """How many rows the cell covers, counted in the first of them."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table; one that a page break cut in two is joined again where that is sure."""

    rows: tuple[Row, ...]
    place: Place


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader wants a person to look at; `code` is stable, `message` is Vietnamese."""

    code: str
    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole document as blocks in reading order."""

    medium: Medium
    blocks: tuple[Block, ...]
    page_count: int | None = None
    warnings: tuple[Doubt, ...] = field(default=())

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The running text without the tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> tuple[Table, ...]:
        """The tables in the order of the paper."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
