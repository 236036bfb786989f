"""Tables printed without ruling lines: found by their head row and the columns below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.sources.flow import begins_anew
from cchc.officialdocs.sources.grid import Entry, is_order, is_order_head
from cchc.officialdocs.sources.sheet import Line, Sheet, Word, lines_of, mean_confidence
from cchc.officialdocs.sources.side_by_side import RECIPIENTS
from cchc.officialdocs.sources.wrapping import cell_text

_FEWEST_COLUMNS = 3


@dataclass(slots=True)
class UnruledTable:
    """The rows of the table and the lines it takes, from `start` up to but without `end`."""

    start: int
    end: int
    rows: list[list[Entry]]
    edges: list[float]


def find_unruled(lines: Sequence[Line], sheet: Sheet) -> list[UnruledTable]:
    """All tables without rules among the lines of a page."""
    found: list[UnruledTable] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at, sheet, found[-1].end if found else 0)
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.end
    return found


def _table_at(lines: Sequence[Line], at: int, sheet: Sheet, floor: int) -> UnruledTable | None:
    if not _is_head(lines[at]):
        return None
    start, body = _head_lines(lines, at, floor)
    edges = _edges_of_head(lines[start:body])
    if len(edges) < _FEWEST_COLUMNS:
        return None
    end = _end_of_body(lines, body, edges)
    if end - body < 2:
        return None
    edges = _refined(edges, lines[start:end])
    rows = [_row(lines[start:body], edges, sheet)]
    rows += [_row(part, edges, sheet) for part in _body_rows(lines[body:end], edges, sheet)]
    return UnruledTable(start, end, rows, [*edges, sheet.width])


def _is_head(line: Line) -> bool:
    words = line.words
    starts = " ".join(word.text for word in words[:2])
    return len(line.parts()) >= _FEWEST_COLUMNS and (
        is_order_head(words[0].text) or is_order_head(starts)
    )


def _head_lines(lines: Sequence[Line], at: int, floor: int) -> tuple[int, int]:
    """From which line to which the head goes: it may be wrapped, the order mark in its middle."""
    start = at
    while start > floor and _is_wrapped_head(lines[start - 1], lines[start], lines[at]):
        start -= 1
    body = at + 1
    while (
        body < len(lines)
        and not is_order(lines[body].words[0].text)
        and not begins_anew(lines[body].text)
        and lines[body].top - lines[body - 1].bottom < 0.8 * lines[at].size
        and lines[body].is_bold == lines[at].is_bold
        and body - at < 6
    ):
        body += 1
    return start, body


def _is_wrapped_head(line: Line, below: Line, head: Line) -> bool:
    return (
        below.top - line.bottom < 0.6 * head.size
        and line.x0 > head.words[0].x1
        and len(line.parts()) >= 2
        and line.is_bold == head.is_bold
    )


def _edges_of_head(head: Sequence[Line]) -> list[float]:
    """Where each column begins, by the words of the head that stand above each other."""
    spans: list[tuple[float, float]] = []
    for part in sorted((part for line in head for part in line.parts()), key=lambda each: each.x0):
        if spans and part.x0 < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], part.x1))
        else:
            spans.append((part.x0, part.x1))
    return [start for start, _ in spans]


def _end_of_body(lines: Sequence[Line], body: int, edges: Sequence[float]) -> int:
    """The first line that is no longer of the table: prose from margin to margin, or a signature."""
    end = body
    for at in range(body, len(lines)):
        line = lines[at]
        if RECIPIENTS.match(line.text):
            break
        if at > body and line.top - lines[at - 1].bottom > 4 * line.size:
            break
        prose = len(line.parts()) == 1 and _columns_touched(line, edges) >= 3
        if prose and not _is_section(line):
            break
        end = at + 1
    return end


def _is_section(line: Line) -> bool:
    return begins_anew(line.text) or line.is_bold


def _columns_touched(line: Line, edges: Sequence[float]) -> int:
    return bisect_right(edges, line.x1 - 2) - bisect_right(edges, line.x0 + 2) + 1


def _refined(edges: Sequence[float], lines: Sequence[Line]) -> list[float]:
    """The edges moved to where the fewest words are cut."""
    words = [word for line in lines if len(line.parts()) > 1 for word in line.words]
    refined = [0.0]
    for before, edge in zip(edges, edges[1:], strict=False):
        low = (before + edge) / 2
        best = min(
            (low + step for step in range(int(max(edge - low, 1)) + 12)),
            key=lambda x: (sum(word.x0 < x < word.x1 for word in words), abs(x - edge + 3)),
        )
        refined.append(best)
    return refined


def _body_rows(lines: Sequence[Line], edges: Sequence[float], sheet: Sheet) -> list[list[Line]]:
    """The lines gathered into rows: by the rules between them, else by their order marks."""
    ruled = sorted(
        rule.at
        for rule in sheet.horizontals
        if rule.end - rule.start > 0.6 * (lines[-1].x1 - lines[0].x0)
        and lines[0].top - 4 < rule.at < lines[-1].bottom + 4
    )
    starts = ruled if len(ruled) >= 3 else _mark_tops(lines, edges)
    rows: list[list[Line]] = []
    last = None
    for line in lines:
        row = bisect_right(starts, line.middle)
        if row != last or not rows:
            rows.append([])
        rows[-1].append(line)
        last = row
    return rows


def _mark_tops(lines: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """The heights at which rows begin: just above every line with something in the first column."""
    return [
        line.middle - 0.6 * line.size
        for line in lines
        if line.words[0].x0 < edges[1] and _opens_row(line, edges)
    ]


def _opens_row(line: Line, edges: Sequence[float]) -> bool:
    first = [word.text for word in line.words if (word.x0 + word.x1) / 2 < edges[1]]
    return bool(first) and (is_order("".join(first)) or begins_anew(line.text))


def _row(lines: Sequence[Line], edges: Sequence[float], sheet: Sheet) -> list[Entry]:
    columns: list[list[Word]] = [[] for _ in edges]
    crossing = [line for line in lines if _is_crossing(line, edges)]
    for line in lines:
        is_whole = len(lines) == len(crossing)
        for at, word in enumerate(line.words):
            column = bisect_right(edges, (word.x0 + word.x1) / 2) - 1
            if is_whole:
                column = 0 if at == 0 and is_order(word.text) else 1
            columns[max(column, 0)].append(word)
    ends = [*edges[1:], sheet.width]
    return [
        _entry(lines_of(words), end - start, sheet.number)
        for words, start, end in zip(columns, edges, ends, strict=True)
    ]


def _is_crossing(line: Line, edges: Sequence[float]) -> bool:
    """A section's heading that runs across the columns."""
    return len(line.parts()) == 1 and _columns_touched(line, edges) >= 3


def _entry(lines: Sequence[Line], width: float, page: int) -> Entry:
    return Entry(
        text=cell_text(lines, width),
        is_bold=bool(lines) and all(line.is_bold for line in lines),
        confidence=mean_confidence(word for line in lines for word in line.words),
        page=page,
    )
