"""Mends order marks that recognition misread: "8)" between "e)" and "h)" can only be "g)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cchc.officialdocs.sources.grid import Entry, is_order_head

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that count in official documents; f, j, w and z are never among them."""
_MARK = re.compile(r"([(]?)(\d{1,3}|[a-zđ]|[IVX]{1,5})([.)]*)", re.IGNORECASE)
_ENDINGS = ".)}]:,;"
_SURE_OF_MENDED = 0.6
_CONFUSED = {
    "a": "8äæ4qsoă3", "b": "6ßhð", "c": "e€œo(¢", "d": "đđaø4c0", "đ": "dg4ả", "e": "©cóoéê6ce",
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
    marked = [at for at, row in enumerate(rows) if at and row[0].text and row[0].spans == 1]
    for place, at in enumerate(marked):
        before = rows[marked[place - 1]][0].text if place else ""
        after = rows[marked[place + 1]][0].text if place + 1 < len(marked) else ""
        better = mended_mark(before, rows[at][0].text, after)
        if better != rows[at][0].text:
            rows[at][0] = replace(rows[at][0], text=better, confidence=_SURE_OF_MENDED)
    _fill_gaps(rows)


def mended_mark(before: str, text: str, after: str) -> str:
    """The mark as it must have been between its neighbours; as it is when that is not sure."""
    own = _parsed(text)
    for expected in _successors(_parsed(before)):
        if own is not None and own.value.casefold() == expected.value:
            return str(expected) if own.value != expected.value or not own.ending else text
        same_ending = text[-1:] in _ENDINGS or own is None
        if same_ending and (own is None or own.ending == expected.ending):
            following = _parsed(after)
            fits = following is not None and following.value in _values_after(expected)
            if fits or _is_confused(text, expected):
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
        before, after = _parsed(above[0].text), _parsed(rows[at + 1][0].text)
        for expected in _successors(before):
            if after is not None and after.value in _values_after(expected):
                row[0] = replace(row[0], text=str(expected), confidence=_SURE_OF_MENDED)
                break


def _page(row: list[Entry]) -> int | None:
    return next((entry.page for entry in row if entry.page is not None), None)


def _parsed(text: str) -> _Mark | None:
    found = _MARK.fullmatch(text.strip())
    return None if found is None else _Mark(found[1], found[2], found[3])


def _successors(mark: _Mark | None) -> list[_Mark]:
    """What may follow a mark: the next letter or figure; below a section's figure also "a)"."""
    if mark is None:
        return []
    if mark.value.isdigit():
        following = [replace(mark, value=str(int(mark.value) + 1))]
        return [_Mark("", "a", ")"), *following] if mark.ending == "." else following
    values = _values_after(mark)
    if not values and mark.value.isupper():
        return [_Mark("", "a", ")")]
    return [replace(mark, value=value) for value in values]


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
