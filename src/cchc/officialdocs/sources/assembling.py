"""Puts the pages of a document together: running heads go, cut paragraphs and tables are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.fuzz import ratio

from cchc.officialdocs.layout import Block, Paragraph, Place
from cchc.officialdocs.sources.flow import begins_anew, is_cut
from cchc.officialdocs.sources.grid import Entry, build_table, is_order_head
from cchc.officialdocs.sources.limits import Limits, check_characters, check_rows
from cchc.officialdocs.sources.order_marks import mend_order_marks
from cchc.officialdocs.sources.sheet_reading import Item, Panel, Passage

_FIGURES = re.compile(r"\d+")
_NEAR = 6.0
_OPEN_END = re.compile(r".*[^.:;!?…”\"]", re.S)
_RUNNING_PAGES = 3
_NOT_DIGITS = re.compile(r"\D")
_TELLING = 25
_ALIKE = 90.0


def assemble(pages: Iterable[Sequence[Item]], limits: Limits, *, mend: bool = False) -> list[Block]:
    """The blocks of the document from the items of its pages; `mend` for recognised ones."""
    kept: list[Item] = []
    characters = 0
    for page in _without_running_heads([list(page) for page in pages]):
        is_first = True
        for item in page:
            characters += _length(item)
            check_characters(characters, limits)
            if is_first and kept and _join(kept, item):
                is_first = is_first and isinstance(item, Passage)
                continue
            is_first = False
            kept.append(item)
            if isinstance(item, Panel):
                check_rows(len(item.rows), limits)
        if kept and isinstance(kept[-1], Panel):
            check_rows(len(kept[-1].rows), limits)
    for item in kept if mend else ():
        if isinstance(item, Panel):
            mend_order_marks(item.rows)
    return _blocks(kept)


def _length(item: Item) -> int:
    if isinstance(item, Passage):
        return len(item.text)
    return sum(len(entry.text) for row in item.rows for entry in row)


def _without_running_heads(pages: list[list[Item]]) -> list[list[Item]]:
    """Leave out the same words at the head or the foot of most pages, figures aside."""
    for edge in (0, -1):
        while True:
            seen = Counter(
                key for page in pages if page and (key := _running_key(page[edge])) is not None
            )
            running = {
                key for key, count in seen.items() if count >= max(_RUNNING_PAGES, len(pages) / 2)
            }
            if not running:
                break
            for page in pages:
                if page and _running_key(page[edge]) in running:
                    page.pop(edge)
    return pages


def _running_key(item: Item) -> str | None:
    if not isinstance(item, Passage) or not item.is_in_margin or len(item.text) > 150:
        return None
    return _FIGURES.sub("#", item.text.casefold())


def _join(kept: list[Item], item: Item) -> bool:
    """Join the first item of a page to the last one of the page before; False when it is new."""
    last = kept[-1]
    if isinstance(last, Panel) and isinstance(item, Panel):
        rows = _continuation(last, item)
        if rows is None:
            return False
        last.rows += rows
        last.page = last.page
        return True
    if isinstance(last, Passage) and isinstance(item, Passage) and _runs_on(last, item):
        last.text += f" {item.text}"
        last.is_full = item.is_full
        last.confidence = min(last.confidence, item.confidence)
        return True
    return False


def _runs_on(last: Passage, item: Passage) -> bool:
    """A sentence left open at the foot of a page goes on at the head of the next."""
    return (
        last.is_full
        and item.is_flush
        and last.page != item.page
        and not (last.is_centered or item.is_centered)
        and last.is_bold == item.is_bold
        and _OPEN_END.fullmatch(last.text) is not None
        and (not begins_anew(item.text) or is_cut(last.text, item.text))
    )


def _continuation(last: Panel, panel: Panel) -> list[list[Entry]] | None:
    """The rows of `panel` fitted to the columns of `last`, its repeated head left out."""
    if last.is_layout or panel.is_layout or not last.rows:
        return None
    if _has_own_head(panel) and not _same_words(last.rows[0], panel.rows[0]):
        return None
    rows: list[list[Entry]] | None = panel.rows
    alike = len(last.edges) == len(panel.edges)
    if not alike or (last.is_ruled and not _same_edges(last.edges, panel.edges)):
        rows = _fitted(panel, last.edges)
    if rows is None:
        return None
    head = 0
    while head < min(len(rows), len(last.rows), 4) and _same_words(last.rows[head], rows[head]):
        head += 1
    return rows[head:]


def _has_own_head(panel: Panel) -> bool:
    return any(is_order_head(entry.text) for row in panel.rows[:2] for entry in row[:2])


def _same_edges(first: Sequence[float], second: Sequence[float]) -> bool:
    shift = second[0] - first[0]
    return all(abs(b - a - shift) <= _NEAR for a, b in zip(first, second, strict=True))


def _fitted(panel: Panel, edges: Sequence[float]) -> list[list[Entry]] | None:
    """The rows laid over other columns: on a page where all rows are merged, lines are missing.

    Each column of the panel must begin and end on an edge; None when one does not.
    """
    places = []
    for edge in panel.edges:
        near = min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
        if abs(edges[near] - edge) > _NEAR:
            return None
        places.append(near)
    if places[0] != 0 or places[-1] != len(edges) - 1 or len(set(places)) != len(places):
        return None
    return [_widened(row, places) for row in panel.rows]


def _widened(row: Sequence[Entry], places: Sequence[int]) -> list[Entry]:
    widened: list[Entry] = []
    for at, entry in enumerate(row):
        width = places[at + 1] - places[at]
        last = min(at + max(entry.spans, 1), len(places) - 1)
        spans = 1 if entry.is_covered else places[last] - places[at]
        widened.append(
            Entry(
                entry.text,
                entry.is_bold,
                entry.is_covered,
                spans,
                entry.row_spans,
                entry.confidence,
                entry.page,
            )
        )
        covered = Entry(
            entry.text, entry.is_bold, is_covered=True, confidence=entry.confidence, page=entry.page
        )
        widened += [covered] * (width - 1)
    return widened


def _same_words(first: Sequence[Entry], second: Sequence[Entry]) -> bool:
    """Whether two rows say the same; a letter or two may be misread, a number may not differ."""
    mine = ["".join(entry.text.split()).casefold() for entry in first]
    theirs = ["".join(entry.text.split()).casefold() for entry in second]
    if mine == theirs:
        return any(mine)
    one, other = "|".join(mine), "|".join(theirs)
    if _NOT_DIGITS.sub("", one) != _NOT_DIGITS.sub("", other):
        return False
    return len(one) >= _TELLING and ratio(one, other) >= _ALIKE


def _blocks(items: Sequence[Item]) -> list[Block]:
    blocks: list[Block] = []
    tables = 0
    for item in items:
        if isinstance(item, Passage):
            blocks.append(
                Paragraph(
                    text=item.text,
                    place=Place(page=item.page),
                    is_bold=item.is_bold,
                    is_italic=item.is_italic,
                    is_centered=item.is_centered,
                    confidence=item.confidence,
                )
            )
        else:
            tables += 1
            blocks.append(build_table(item.rows, tables, item.page))
    return blocks
