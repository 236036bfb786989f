"""Finds tables in lines of text: columns parted by tabs or pipes, or one cell on each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.sources.flow import begins_anew
from cchc.officialdocs.sources.grid import is_order, is_order_head
from cchc.officialdocs.sources.pipe_tables import find_pipe_table, without_repeated_heads

LOOK_AHEAD = 6
LONGEST_HEAD = 70


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The rows of a table and the lines it takes, from `start` up to but without `end`."""

    start: int
    end: int
    rows: list[list[str]]


def find_tables(lines: Sequence[str]) -> list[FoundTable]:
    """All tables in the order of the lines; they do not overlap."""
    found: list[FoundTable] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is None:
            at += 1
        else:
            found.append(table)
            at = table.end
    return found


def _table_at(lines: Sequence[str], at: int) -> FoundTable | None:
    line = lines[at]
    if "\t" in line:
        return _tab_table(lines, at)
    if "|" in line:
        piped = find_pipe_table(lines, at)
        return piped and FoundTable(at, piped[0], piped[1])
    if is_order_head(line.strip(" *")):
        return _bare_table(lines, at)
    return None


# --- columns parted by tabs -----------------------------------------------------------------


def _tab_table(lines: Sequence[str], at: int) -> FoundTable | None:
    chunks, end = _tab_chunks(lines, at)
    width = _usual_width(chunks)
    rows: list[list[str]] = []
    for chunk in chunks:
        rows += _rows_of(chunk, width)
    if not _is_table(rows, width):
        return None
    return FoundTable(at, end, without_repeated_heads(rows))


def _tab_chunks(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """Lines of the table in chunks parted by empty lines, and where the table ends."""
    chunks: list[list[str]] = [[]]
    end = at
    width = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip(" \n"):
            if chunks[-1]:
                chunks.append([])
        elif "\t" in line:
            fields = _field_count(line)
            if width and not chunks[-1] and _is_another(line, fields, width):
                break
            width = max(width, fields)
            chunks[-1].append(line)
            end = at + 1
        elif width >= 3 and _table_resumes(lines, at, attached=bool(chunks[-1])):
            chunks[-1].append(line)
        else:
            break
        at += 1
    return [chunk for chunk in chunks if chunk], end


def _field_count(line: str) -> int:
    return line.count("\t") + 1


def _is_another(line: str, fields: int, width: int) -> bool:
    """After an empty line: is this the head of a different table?"""
    first = line.partition("\t")[0].strip(" *")
    return (fields != width and is_order_head(first)) or (width == 2) != (fields == 2)


def _table_resumes(lines: Sequence[str], at: int, *, attached: bool) -> bool:
    """Whether a line without a tab stands inside the table: its rows go on right after it."""
    text = lines[at].strip()
    page_number = text.isdigit() and len(text) <= 4
    if not (attached or page_number or begins_anew(text.lstrip("*"))):
        return False
    for line in lines[at + 1 : at + 1 + LOOK_AHEAD]:
        if line.count("\t") >= 2:
            return True
        if line.strip() and not attached:
            return False
    return False


def _usual_width(chunks: Sequence[Sequence[str]]) -> int:
    counts = Counter(_field_count(line) for chunk in chunks for line in chunk if "\t" in line)
    if not counts:
        return 0
    most = max(counts.values())
    return max(width for width, count in counts.items() if count * 2 >= most)


def _rows_of(chunk: Sequence[str], width: int) -> list[list[str]]:
    rows: list[list[str]] = []
    at = 0
    while at < len(chunk):
        fields, taken = _whole_row(chunk, at, width)
        if taken == 1 and len(fields) == 1:
            _place_loose(rows, fields[0], width)
        else:
            rows.append(fields)
        at += taken
    return rows


def _whole_row(chunk: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """The fields of the row that begins here; a line break inside a cell cuts a row into lines."""
    fields = _fields(chunk[at], width)
    if len(fields) == 1:
        return fields, 1
    joined, taken = list(fields), 1
    while len(joined) < width and at + taken < len(chunk) and taken < 40:
        line = chunk[at + taken]
        if is_order(line.partition("\t")[0]):
            break
        more = line.split("\t")
        joined = [*joined[:-1], f"{joined[-1]}\n{more[0]}", *more[1:]]
        taken += 1
    return (joined, taken) if len(joined) == width else (fields, 1)


def _fields(line: str, width: int) -> list[str]:
    fields = line.split("\t")
    while len(fields) > width and not fields[-1].strip():
        fields.pop()
    return fields


def _place_loose(rows: list[list[str]], text: str, width: int) -> None:
    """A line without columns: a section's heading, or the rest of the last cell."""
    stripped = text.strip()
    if stripped.isdigit() and len(stripped) <= 4:
        return
    is_heading = begins_anew(stripped.lstrip("*<b>")) or stripped.isupper() or stripped[:2] == "**"
    if is_heading or not rows:
        rows.append([stripped])
        return
    last = rows[-1]
    filled = [at for at, cell in enumerate(last) if cell.strip()]
    at = filled[-1] if filled else 0
    last[at] = f"{last[at]}\n{stripped}"


def _is_table(rows: Sequence[Sequence[str]], width: int) -> bool:
    if width >= 3:
        return len(rows) >= 2 or sum(bool(cell.strip()) for row in rows for cell in row) >= 3
    if width < 2 or len(rows) < 2:
        return False
    first = [row[0].strip() for row in rows]
    if is_order_head(first[0]):
        return True
    labels = sum(not text or begins_anew(f"{text} x") for text in first)
    return labels * 2 < len(rows)


# --- one cell on each line, no marks at all --------------------------------------------------


def _bare_table(lines: Sequence[str], at: int) -> FoundTable | None:
    """A table copied as text: the head "STT", the other heads, then each cell on a line."""
    cells = _cells_until_prose(lines, at)
    width = _period([text for _, text in cells])
    if width is None:
        return None
    rows, end = [[text for _, text in cells[:width]]], cells[width - 1][0] + 1
    place = width
    while place < len(cells):
        row = [cells[place][1]]
        place += 1
        while place < len(cells) and len(row) < width and not _opens_row(cells[place][1]):
            row.append(cells[place][1])
            place += 1
        if not _opens_row(row[0]):
            break
        rows.append(row)
        end = cells[place - 1][0] + 1
    if len(rows) < 3:
        return None
    return FoundTable(at, end, rows)


def _cells_until_prose(lines: Sequence[str], at: int) -> list[tuple[int, str]]:
    return [
        (place, lines[place].strip()) for place in range(at, len(lines)) if lines[place].strip()
    ]


def _opens_row(text: str) -> bool:
    return is_order(text.strip("* "))


def _period(cells: Sequence[str]) -> int | None:
    """How many columns: the heads up to the first cell that holds an order mark."""
    for at, text in enumerate(cells[:13]):
        if at >= 3 and _opens_row(text) and text.strip("*() .").casefold() in ("1", "i", "a"):
            return at
        if len(text) > LONGEST_HEAD:
            return None
    return None
