"""Tables drawn with pipes, as Markdown does, also when each cell stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cchc.officialdocs.sources.grid import is_order

_DASHES = r"\s*(?::?-{2,}:?|:-:?|-:)\s*"
_SEPARATOR = re.compile(rf"\s*\|?{_DASHES}(?:\|{_DASHES})*\|?\s*")
_UNESCAPED = re.compile(r"(?<!\\)\|")
LONGEST_HEAD_LINES = 120
LONGEST_ROW_LINES = 80

Rows = list[list[str]]


def find_pipe_table(lines: Sequence[str], at: int) -> tuple[int, Rows] | None:
    """Where the pipe table that begins at line `at` ends, and its rows; None when there is none."""
    return _one_cell_a_line(lines, at) or _rows_in_lines(lines, at)


def split_cells(text: str) -> list[str]:
    """The cells of one row, without its outer pipes."""
    parts = _UNESCAPED.split(text)
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip() and text.rstrip().endswith("|"):
        parts = parts[:-1]
    return [part.strip().replace("\\|", "|") for part in parts]


def _is_separator(line: str) -> bool:
    return "-" in line and _SEPARATOR.fullmatch(line) is not None


def _pipes(text: str) -> int:
    return len(_UNESCAPED.findall(text))


# --- a row in a line, or in a few -------------------------------------------------------------


def _rows_in_lines(lines: Sequence[str], at: int) -> tuple[int, Rows] | None:
    width = _declared_width(lines, at) or _repeated_width(lines, at)
    if width is None:
        return None
    rows: Rows = []
    end = at
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif _is_separator(lines[at]) and rows:
            at += 1
            end = at
        elif _opens(lines[at], width):
            row, at = _row_from(lines, at, width)
            rows.append(row)
            end = at
        else:
            break
    return (end, without_repeated_heads(rows)) if len(rows) >= 2 else None


def _declared_width(lines: Sequence[str], at: int) -> int | None:
    """The number of columns said by the rule of dashes below the head."""
    pipes = 0
    for line in lines[at : at + LONGEST_HEAD_LINES]:
        if _is_separator(line) and pipes:
            width = len(split_cells(line))
            return width if width >= 2 and width - 1 <= pipes <= width + 1 else None
        pipes += _pipes(line)
    return None


def _repeated_width(lines: Sequence[str], at: int) -> int | None:
    """The number of columns when two lines in a row have the same number of pipes."""
    width = len(split_cells(lines[at]))
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    if width >= 2 and _pipes(lines[at]) >= 2 and _pipes(following) == _pipes(lines[at]):
        return width
    return None


def _opens(line: str, width: int) -> bool:
    return line.lstrip().startswith("|") or _pipes(line) >= max(width - 1, 1)


def _row_from(lines: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """The row that begins at line `at` and the line after it."""
    outer = lines[at].lstrip().startswith("|")
    wanted = width + 1 if outer else width - 1
    text, end = lines[at], at + 1
    while _pipes(text) < wanted and end < min(len(lines), at + LONGEST_ROW_LINES):
        following = _next_filled(lines, end)
        if _pipes(text) > 1 and text.rstrip().endswith("|") and following.startswith("|"):
            break
        if outer and _pipes(following) == 0 and not _pipes_follow(lines, end):
            break
        text, end = f"{text}\n{lines[end]}", end + 1
    return split_cells(text)[:width], end


def _next_filled(lines: Sequence[str], at: int) -> str:
    return next((line.lstrip() for line in lines[at : at + 5] if line.strip()), "")


def _pipes_follow(lines: Sequence[str], at: int) -> bool:
    return any(_pipes(line) for line in lines[at : at + 12])


def without_repeated_heads(rows: Rows) -> Rows:
    """The rows without the head that a page break printed again."""
    return [row for at, row in enumerate(rows) if at == 0 or row != rows[0]]


# --- one cell on each line --------------------------------------------------------------------


def _one_cell_a_line(lines: Sequence[str], at: int) -> tuple[int, Rows] | None:
    cells, ends, rules = _single_cells(lines, at)
    width = rules or _period(cells)
    if width is None or width < 2 or len(cells) < 2 * width:
        return None
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    return ends[-1], rows


def _single_cells(lines: Sequence[str], at: int) -> tuple[list[str], list[int], int]:
    """Cells that stand alone on their lines, where each line ends, and how many rules of dashes."""
    cells: list[str] = []
    ends: list[int] = []
    rules = 0
    for place in range(at, len(lines)):
        line = lines[place].strip()
        if not line:
            continue
        if not line.startswith("|") and not line.endswith("|"):
            break
        parts = split_cells(line) or [""]
        if len(parts) != 1:
            break
        if _is_separator(line):
            rules += 1
        else:
            cells.append(parts[0])
            ends.append(place + 1)
    return cells, ends, rules


def _period(cells: Sequence[str]) -> int | None:
    for at, text in enumerate(cells[:14]):
        if at >= 2 and is_order(text) and text.strip("().*").casefold() in ("1", "i", "a"):
            return at
    return None
