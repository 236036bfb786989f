"""Builds the tables of a layout from plain rows of text, whatever format they came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.officialdocs.layout import Block, Cell, Paragraph, Place, Row, Table
from cchc.officialdocs.sources.letters import one_line

_ROMAN = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""Up to 89: letters that make no number ("VCCI") are a name."""
ORDER = re.compile(rf"[(\[]?(?:\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN}|[A-ZĐa-zđ])[.)\]/]?")
ORDER_HEADS = frozenset({"tt", "stt", "số tt", "số thứ tự", "thứ tự", "s tt", "sốtt", "no"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell before it has its place."""

    text: str = ""
    is_bold: bool = False
    is_covered: bool = False
    spans: int = 1
    row_spans: int = 1
    confidence: float = 1.0
    page: int | None = None


def build_table(rows: Sequence[Sequence[Entry]], number: int, page: int | None = None) -> Table:
    """A table of rows made equally long; `number` is its number in the document."""
    width = max((len(row) for row in rows), default=0)
    return Table(
        rows=tuple(_row(row, width, number, at, page) for at, row in enumerate(rows, 1)),
        place=Place(page=page, table=number),
    )


def _row(entries: Sequence[Entry], width: int, table: int, at: int, page: int | None) -> Row:
    padded = [*entries, *[Entry()] * (width - len(entries))]
    pages = [entry.page for entry in entries if entry.page is not None]
    page = pages[0] if pages else page
    cells = tuple(
        Cell(
            text=entry.text,
            place=Place(page=entry.page or page, table=table, row=at, cell=column),
            is_bold=entry.is_bold and bool(entry.text),
            is_covered=entry.is_covered,
            spans=entry.spans,
            row_spans=entry.row_spans,
            confidence=entry.confidence,
        )
        for column, entry in enumerate(padded, 1)
    )
    return Row(cells=cells, place=Place(page=page, table=table, row=at))


def is_order(text: str) -> bool:
    """Whether a cell holds nothing but an order mark: 1, 1.2, a), IV."""
    return ORDER.fullmatch(text.strip()) is not None


def is_order_head(text: str) -> bool:
    """Whether a cell is the head of the order column."""
    return one_line(text).casefold().rstrip(".") in ORDER_HEADS


def join_continued(blocks: Sequence[Block]) -> list[Block]:
    """Join tables that stand directly one after the other and have the same columns.

    A header row repeated at the top of the continuation is dropped. Tables of fewer than three
    columns are left apart: they are letter heads and signatures.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Table) and isinstance(last, Table) and _continues(last, block):
            joined[-1] = _appended(last, block)
        else:
            joined.append(block)
    return renumbered(joined)


def _continues(first: Table, second: Table) -> bool:
    if not first.rows or not second.rows:
        return False
    width = len(first.rows[0].cells)
    if width < 3 or len(second.rows[0].cells) != width:
        return False
    return same_words(first.rows[0], second.rows[0]) or not _has_own_head(second)


def _has_own_head(table: Table) -> bool:
    return any(is_order_head(cell.text) for row in table.rows[:2] for cell in row.cells[:2])


def same_words(first: Row, second: Row) -> bool:
    """Whether two rows say the same, spaces and case aside (a header repeated on each page)."""
    return _words(first) == _words(second) and any(_words(first))


def _words(row: Row) -> list[str]:
    return ["".join(cell.text.split()).casefold() for cell in row.cells]


def _appended(first: Table, second: Table) -> Table:
    head = 0
    while head < min(len(first.rows), len(second.rows), 4) and same_words(
        first.rows[head], second.rows[head]
    ):
        head += 1
    return replace(first, rows=first.rows + second.rows[head:])


def renumbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with paragraphs, tables and rows counted anew from 1."""
    numbered: list[Block] = []
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            numbered.append(replace(block, place=replace(block.place, paragraph=paragraphs)))
        else:
            tables += 1
            numbered.append(_renumbered_table(block, tables))
    return numbered


def _renumbered_table(table: Table, number: int) -> Table:
    rows = []
    for at, row in enumerate(table.rows, 1):
        cells = tuple(
            replace(cell, place=replace(cell.place, table=number, row=at)) for cell in row.cells
        )
        rows.append(Row(cells=cells, place=replace(row.place, table=number, row=at)))
    return Table(rows=tuple(rows), place=replace(table.place, table=number))
