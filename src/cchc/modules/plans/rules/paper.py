"""The paper itself as plain blocks with places, so that a review can show it beside the reading."""

from __future__ import annotations

from typing import Any

from cchc.modules.plans.rules.reading import place_key
from cchc.officialdocs.layout import Layout, Paragraph, Row, Table

MOST_BLOCKS = 4_000
"""A review shows at most so much of a paper; the rest is in the file."""


def paper_of(layout: Layout) -> list[dict[str, Any]]:
    """Paragraphs and tables in reading order, small enough to keep with the draft."""
    return [
        _table(block) if isinstance(block, Table) else _paragraph(block)
        for block in layout.blocks[:MOST_BLOCKS]
    ]


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "text": paragraph.text,
        "place": place_key(paragraph.place),
        "page": paragraph.place.page,
        "bold": paragraph.is_bold,
        "italic": paragraph.is_italic,
        "centered": paragraph.is_centered,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "place": place_key(table.place),
        "page": table.place.page,
        "rows": [_row(row) for row in table.rows[:MOST_BLOCKS]],
    }


def _row(row: Row) -> list[dict[str, Any]]:
    """The cells that are drawn: those that a merged cell covers are not."""
    return [
        {
            "text": cell.text,
            "place": place_key(cell.place),
            "bold": cell.is_bold,
            "spans": cell.spans,
            "row_spans": cell.row_spans,
        }
        for cell in row.cells
        if not cell.is_covered
    ]
