"""Tables printed without rules: found by their head row and the white strips down the page."""

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
_FIRST_LOOK = 14
"""Lines below the head by which the columns are first judged."""
_NARROWEST_STRIP = 3
_USUAL_SPACE = 0.4
_MOST_CROSSING = 0.12
_FEWEST_LINES = 3


@dataclass(slots=True)
class UnruledTable:
    """The rows of the table and the lines it takes, from `start` up to but without `end`."""

    start: int
    end: int
    rows: list[list[Entry]]
    edges: list[float]


def find_unruled(
    lines: Sequence[Line], sheet: Sheet, going_on: Sequence[float] = ()
) -> list[UnruledTable]:
    """All tables without rules among the lines of a page.

    `going_on` are the edges of such a table that the page before left open.
    """
    found: list[UnruledTable] = []
    at = 0
    if going_on and (first := _continued(lines, sheet, going_on)) is not None:
        found.append(first)
        at = first.end
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
    edges = _edges(lines[start : body + _FIRST_LOOK], lines[start:body])
    if len(edges) < _FEWEST_COLUMNS:
        return None
    end = _end_of_body(lines, body, edges)
    if end - body < _FEWEST_LINES:
        return None
    edges = _edges(lines[start:end], lines[start:body]) or edges
    rows = [_row(lines[start:body], edges, sheet)]
    rows += [_row(part, edges, sheet) for part in _body_rows(lines[body:end], edges, sheet)]
    return UnruledTable(start, end, rows, [*edges, sheet.width])


def _continued(
    lines: Sequence[Line], sheet: Sheet, going_on: Sequence[float]
) -> UnruledTable | None:
    """The rest of a table from the page before, by its columns; a repeated head begins anew."""
    edges = list(going_on[:-1])
    if not lines or _is_head(lines[0]) or (len(lines) > 1 and _is_head(lines[1])):
        return None
    end = _end_of_body(lines, 0, edges)
    taken = lines[:end]
    parted = sum(len({_column(word, edges) for word in line.words}) > 1 for line in taken)
    if parted < 1 or _crossed(lines[0], edges):
        return None
    rows = [_row(part, edges, sheet) for part in _body_rows(taken, edges, sheet)]
    return UnruledTable(0, end, rows, list(going_on))


# --- head and columns -------------------------------------------------------------------------


def _is_head(line: Line) -> bool:
    words = line.words
    first = words[0].text
    return len(words) >= 4 and (is_order_head(first) or is_order_head(f"{first} {words[1].text}"))


def _head_lines(lines: Sequence[Line], at: int, floor: int) -> tuple[int, int]:
    """From which line to which the head goes: it may be wrapped, the order mark in its middle."""
    start = at
    while start > floor and at - start < 4 and _is_wrapped_head(lines[start - 1], lines, start, at):
        start -= 1
    body = at + 1
    while body < len(lines) and body - at < 6 and _is_rest_of_head(lines[body], lines, body, at):
        body += 1
    return start, body


def _is_wrapped_head(line: Line, lines: Sequence[Line], start: int, at: int) -> bool:
    head = lines[at]
    return (
        lines[start].top - line.bottom < 0.6 * head.size
        and line.x0 > head.words[0].x1
        and line.is_bold == head.is_bold
        and not begins_anew(line.text)
    )


def _is_rest_of_head(line: Line, lines: Sequence[Line], body: int, at: int) -> bool:
    head = lines[at]
    return (
        not is_order(line.words[0].text)
        and line.x0 > head.words[0].x0 + 1
        and line.top - lines[body - 1].bottom < 0.8 * head.size
        and line.is_bold == head.is_bold
    )


def _edges(lines: Sequence[Line], head: Sequence[Line]) -> list[float]:
    """Where the columns begin: right of each white strip that few lines cross.

    A column no word of the head stands over is part of the one on its left.
    """
    left = int(min(line.x0 for line in lines))
    right = int(max(line.x1 for line in lines)) + 1
    covered = [0] * (right - left + 2)
    for line in lines:
        for start, end in _covered_by(line):
            for x in range(max(int(start) - left, 0), min(int(end) - left + 1, len(covered))):
                covered[x] += 1
    allowed = int(_MOST_CROSSING * len(lines))
    edges = [0.0]
    strip = 0
    for x, count in enumerate(covered):
        if count <= allowed:
            strip += 1
            continue
        if strip >= _NARROWEST_STRIP and x > strip:
            edges.append(float(left + x - min(2, strip // 2)))
        strip = 0
    return _headed(edges, head)


def _covered_by(line: Line) -> list[tuple[float, float]]:
    """The stretches of the line that hold words, with the usual spaces between them."""
    covered: list[tuple[float, float]] = []
    for word in line.words:
        if covered and word.x0 - covered[-1][1] < _USUAL_SPACE * word.size:
            covered[-1] = (covered[-1][0], word.x1)
        else:
            covered.append((word.x0, word.x1))
    return covered


def _headed(edges: Sequence[float], head: Sequence[Line]) -> list[float]:
    over = {_column(word, edges) for line in head for word in line.words}
    return [edge for at, edge in enumerate(edges) if at in over or at == 0]


def _column(word: Word, edges: Sequence[float]) -> int:
    return max(bisect_right(edges, (word.x0 + word.x1) / 2) - 1, 0)


def _crossed(line: Line, edges: Sequence[float]) -> bool:
    """Whether a word stands right across an edge: then the line keeps to no columns."""
    return any(word.x0 < edge - 2 and word.x1 > edge + 2 for word in line.words for edge in edges)


# --- body -------------------------------------------------------------------------------------


def _end_of_body(lines: Sequence[Line], body: int, edges: Sequence[float]) -> int:
    """The first line that is no longer of the table: prose across it, or a signature."""
    end = body
    for at in range(body, len(lines)):
        line = lines[at]
        if RECIPIENTS.match(line.text):
            break
        if at > body and line.top - lines[at - 1].bottom > 4 * line.size:
            break
        if _crossed(line, edges) and not _is_section(line, lines, at, edges):
            break
        end = at + 1
    while end > body and _is_section(lines[end - 1], lines, end - 1, edges):
        end -= 1
    return end


def _is_section(line: Line, lines: Sequence[Line], at: int, edges: Sequence[float]) -> bool:
    """A heading that runs across the columns, with rows of the table below it."""
    starts = begins_anew(line.text) or is_order(line.words[0].text) or line.is_bold
    if not starts or len({_column(word, edges) for word in line.words}) < 2:
        return False
    below = lines[at + 1 : at + 3]
    return not below or not _crossed(below[0], edges)


def _body_rows(lines: Sequence[Line], edges: Sequence[float], sheet: Sheet) -> list[list[Line]]:
    """The lines gathered into rows: by the rules between them, else by their order marks."""
    if not lines:
        return []
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    ruled = sorted(
        rule.at
        for rule in sheet.horizontals
        if rule.end - rule.start > 0.6 * width and lines[0].top - 4 < rule.at < lines[-1].bottom + 4
    )
    starts = ruled if len(ruled) >= 3 else _row_tops(lines, edges)
    rows: list[list[Line]] = []
    last = None
    for line in lines:
        row = bisect_right(starts, line.middle)
        if row != last:
            rows.append([])
        rows[-1].append(line)
        last = row
    return rows


def _row_tops(lines: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """The heights at which rows begin, by the lines with an order mark in the first column."""
    marks = [at for at, line in enumerate(lines) if _opens_row(line, edges)]
    if marks and marks[0] == 0:
        return [lines[at].middle - 0.6 * lines[at].size for at in marks]
    return [_widest_gap(lines, before, at) for before, at in zip([0, *marks], marks, strict=False)]


def _widest_gap(lines: Sequence[Line], before: int, at: int) -> float:
    """Between two marks in the middle of their rows: where the lines are furthest apart."""
    pairs = [(lines[each], lines[each + 1]) for each in range(before, at)]
    if not pairs:
        return lines[at].top - 1
    above, below = max(pairs, key=lambda pair: pair[1].middle - pair[0].middle)
    return (above.middle + below.middle) / 2


def _opens_row(line: Line, edges: Sequence[float]) -> bool:
    first = [word.text for word in line.words if _column(word, edges) == 0]
    return bool(first) and (is_order("".join(first)) or begins_anew(line.text))


def _row(lines: Sequence[Line], edges: Sequence[float], sheet: Sheet) -> list[Entry]:
    columns: list[list[Word]] = [[] for _ in edges]
    for line in lines:
        is_whole = len(lines) == 1 and _crossed(line, edges)
        for at, word in enumerate(line.words):
            column = _column(word, edges)
            if is_whole:
                column = 0 if at == 0 and is_order(word.text) else 1
            columns[column].append(word)
    ends = [*edges[1:], sheet.width]
    return [
        _entry(lines_of(words), end - start, sheet.number)
        for words, start, end in zip(columns, edges, ends, strict=True)
    ]


def _entry(lines: Sequence[Line], width: float, page: int) -> Entry:
    return Entry(
        text=cell_text(lines, width),
        is_bold=bool(lines) and all(line.is_bold for line in lines),
        confidence=mean_confidence(word for line in lines for word in line.words),
        page=page,
    )
