"""The paper of a draft as blocks to be shown beside the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cchc.modules.plans.queries.review_pages import PaperBlock, PaperCell

_MOST_ROWS = 400
_MOST_BLOCKS = 600


def paper_blocks(
    layout: Sequence[Mapping[str, Any]], page: int | None
) -> tuple[list[PaperBlock], int | None]:
    """The blocks of one page (all of them where the file has no pages), and how many pages."""
    count = _page_count(layout)
    shown = [block for block in layout if page is None or block.get("page") in (None, page)]
    return [_block(block) for block in shown[:_MOST_BLOCKS]], count


def page_to_show(layout: Sequence[Mapping[str, Any]], *wanted: int | None) -> int | None:
    """The first page that is wanted and there, else the first; None where the file has no pages."""
    count = _page_count(layout)
    if count is None:
        return None
    return next((page for page in wanted if page is not None and 1 <= page <= count), 1)


def pages_of_places(layout: Sequence[Mapping[str, Any]]) -> Mapping[str, int | None]:
    """The page of every paragraph and table, by its place."""
    return {block["place"]: block.get("page") for block in layout}


def _page_count(layout: Sequence[Mapping[str, Any]]) -> int | None:
    return max((block["page"] for block in layout if block.get("page")), default=None)


def _block(block: Mapping[str, Any]) -> PaperBlock:
    return PaperBlock(
        text=block.get("text", ""),
        place=block["place"],
        page=block.get("page"),
        is_bold=block.get("bold", False),
        is_italic=block.get("italic", False),
        is_centered=block.get("centered", False),
        rows=[[_cell(cell) for cell in row] for row in block.get("rows", [])[:_MOST_ROWS]],
    )


def _cell(cell: Mapping[str, Any]) -> PaperCell:
    return PaperCell(
        text=cell["text"],
        place=cell["place"],
        is_bold=cell["bold"],
        spans=cell["spans"],
        row_spans=cell["row_spans"],
    )
