"""Mends order marks that recognition misread: "8)" between "e)" and "h)" can only be "g)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cchc.officialdocs.sources.grid import Entry, is_order_head

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that count in official documents; f, j, w and z are never among them."""
SECTION = "§"
_MARK = re.compile(r"([(]?)(\d{1,3}|[a-zđ]|[IVX]{1,5})([.)]*)", re.IGNORECASE)
_ENDINGS = ".)}]:,;"
_SURE_OF_MENDED = 0.6
_CONFUSED = {
    "a": "8äæ4qsoă3", "b": "6ßhð", "c": "e€œo(¢", "d": "đaø4c0q", "đ": "dg4ả", "e": "©cóoéê6ce",
    "g": "8ø9sqpyÿ5ợ", "h": "bnkn", "i": "ï1lj!ùúíìỉ:ÿ0", "k": "hx", "l": "1i!|7", "m": "rnw",
    "n": "m", "o": "0", "p": "pP", "q": "g9", "r": "f", "s": "5§", "t": "†f", "u": "ü", "v": "y",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mark:
    opening: str
    value: str
    ending: str

    def __str__(self) -> str:
        return f"{self.opening}{self.value}{self.ending}"


def mend_order_marks(rows: list[list[Entry]]) -> None:
    """Change, in place, marks of the first column that do not fit while their neighbours do."""
    if not rows or not is_order_head(rows[0][0].text):
        return
    marked = [at for at, row in enumerate(rows) if at and (row[0].text or _is_section(row))]
    for place, at in enumerate(marked):
        if _is_section(rows[at]):
            continue
        before = _told(rows, marked, place - 1)
        after = _told(rows, marked, place + 1)
        better = mended_mark(before, rows[at][0].text, after)
        if better != rows[at][0].text:
            rows[at][0] = replace(rows[at][0], text=better, confidence=_SURE_OF_MENDED)
    _fill_gaps(rows)


def _told(rows: list[list[Entry]], marked: list[int], place: int) -> str:
    """The mark of a neighbour; `SECTION` for the heading of a section and for the table's ends."""
    if not 0 <= place < len(marked) or _is_section(rows[marked[place]]):
        return SECTION
    return rows[marked[place]][0].text


def _is_section(row: list[Entry]) -> bool:
    """Whether the row is the heading of a section: its cells are merged, or hold nothing else."""
    if any(entry.spans > 2 for entry in row):
        return True
    return bool(row[0].text) and not any(entry.text for entry in row[2:])


def mended_mark(before: str, text: str, after: str) -> str:
    """The mark as it must have been between its neighbours; as it is when that is not sure."""
    own = _parsed(text)
    for expected in _successors(before):
        if own is not None and own.value.casefold() == expected.value:
            return str(expected) if own.value != expected.value or not own.ending else text
        if own is not None and own.ending != expected.ending and expected.ending:
            continue
        if own is None and text[-1:] not in _ENDINGS and len(text) > 2:
            continue
        following = _parsed(after)
        fits = following is not None and following.value.casefold() in _values_after(expected)
        if fits or _is_confused(text, expected) or (own is None and after == SECTION):
            return str(expected)
    return text


def _fill_gaps(rows: list[list[Entry]]) -> None:
    """Give a row whose mark was lost the one that is missing between its neighbours.

    Not the first row of a page: without a mark it is the rest of the row before.
    """
    for at in range(2, len(rows) - 1):
        row, above = rows[at], rows[at - 1]
        if row[0].text or row[0].is_covered or _page(row) != _page(above):
            continue
        before = SECTION if _is_section(above) else above[0].text
        after = _parsed(next((below[0].text for below in rows[at + 1 :] if below[0].text), ""))
        for expected in _successors(before):
            if after is not None and after.value in _values_after(expected):
                row[0] = replace(row[0], text=str(expected), confidence=_SURE_OF_MENDED)
                break


def _page(row: list[Entry]) -> int | None:
    return next((entry.page for entry in row if entry.page is not None), None)


def _parsed(text: str) -> _Mark | None:
    found = _MARK.fullmatch(text.strip())
    return None if found is None else _Mark(found[1], found[2], found[3])


def _successors(before: str) -> list[_Mark]:
    """What may follow a mark: the next letter or figure; "a)" or "1" below a section's heading."""
    if before == SECTION:
        return [_Mark("", "a", ")"), _Mark("", "1", ""), _Mark("", "1", ".")]
    mark = _parsed(before)
    if mark is None:
        return []
    following = [replace(mark, value=value) for value in _values_after(mark)]
    return following if following or not mark.value.isupper() else [_Mark("", "a", ")")]


def _values_after(mark: _Mark) -> list[str]:
    """The next figure or letter; after d both đ and e, for some offices skip đ."""
    if mark.value.isdigit():
        return [str(int(mark.value) + 1)]
    at = LETTERS.find(mark.value)
    if at < 0 or at + 1 >= len(LETTERS):
        return []
    return ["đ", "e"] if mark.value == "d" else [LETTERS[at + 1]]


def _is_confused(text: str, expected: _Mark) -> bool:
    bare = text.strip(_ENDINGS + "( ")
    return len(bare) == 1 and bare.casefold() in _CONFUSED.get(expected.value, "")
