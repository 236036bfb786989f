"""Mends order marks that recognition misread: "8)" between "e)" and "h)" can only be "g)".

The marks of a table follow one another, so the rows of each section are laid beside the sequences
that occur in official documents; where one fits most rows, the misread ones are set right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc.officialdocs.sources.grid import Entry, is_order_head

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that count in official documents; f, j, w and z are never among them."""
_WITHOUT_BARRED_D = LETTERS.replace("đ", "")
_ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
)  # fmt: skip
_MARK = re.compile(r"([(]?)(\d{1,3}|[a-zđ]|[IVX]{1,5})([.)]*)", re.IGNORECASE)
_ENDINGS = ".)}]:,;"
_SURE_OF_MENDED = 0.6
_LONGEST_HEAD = 5
_FIRST = ("1", "a", "A", "I")
_MOST = 0.65
"""So many marks of a group in one unbroken sequence are no chance."""
_CONFUSED = {
    "a": "8äæ4qsoă32", "b": "6ßhð", "c": "e€œo(¢©", "d": "đaø4c0q", "đ": "dg4ảq",
    "e": "©cóoéê6ce", "g": "8ø9sqpyÿ5ợ", "h": "bnk", "i": "ï1lj!ùúíìỉ:ÿ0t", "k": "hx",
    "l": "1i!|7", "m": "rnw", "n": "m", "o": "0", "p": "r", "q": "g9", "r": "f", "s": "5§",
    "t": "†f", "u": "ü", "v": "y", "0": "o", "1": "il!|", "2": "z", "3": "5", "4": "a", "5": "s",
    "6": "b", "7": "v/?", "8": "s&b", "9": "g",
}  # fmt: skip
_CONFUSED_ROMANS = {
    "I": "1l|",
    "II": "H|11|ll|LI|IL|IH|I",
    "III": "HI|IH|M|m|IIl|LHI|HH|LII|IHI|ILI",
    "IV": "TV|lV|1V",
    "V": "v",
}

Rows = list[list[Entry]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of counting: the values in their order, and what stands around them."""

    values: Sequence[str]
    opening: str = ""
    ending: str = ""

    def value(self, place: int) -> str:
        return self.values[place] if place < len(self.values) else ""

    def mark(self, place: int) -> str:
        return f"{self.opening}{self.value(place)}{self.ending}"


def mend_order_marks(rows: Rows) -> None:
    """Change, in place, the marks of the first column that must have been something else."""
    if not rows or not _is_order_column(rows):
        return
    head = rows[0][0]
    if not is_order_head(head.text):
        usual = "STT" if head.text[:1].upper() == "S" else "TT"
        rows[0][0] = replace(head, text=usual, confidence=_SURE_OF_MENDED)
    sections = [at for at, row in enumerate(rows) if at and _is_section(row)]
    _mend(rows, [at for at in sections if rows[at][0].spans == 1])
    groups = list(_groups(rows, sections))
    if not _mend(rows, [at for group in groups for at in group]):
        for group in groups:
            _mend(rows, group)


def counting_pairs(texts: Sequence[str]) -> int:
    """How many marks are followed by the one that comes next: a measure of how well they read."""
    return sum(_counts_on(before, after) for before, after in pairwise(texts))


def _counts_on(before: str, after: str) -> bool:
    first, second = _parsed(before), _parsed(after)
    if first is None or second is None or first[3] != second[3]:
        return False
    if first[2].isdigit() and second[2].isdigit():
        return int(second[2]) == int(first[2]) + 1
    at = LETTERS.find(first[2])
    return at >= 0 and second[2] in LETTERS[at + 1 : at + 3]


def _is_order_column(rows: Rows) -> bool:
    """Whether the first column counts: its head says so, or, misread, most of what is below it."""
    if is_order_head(rows[0][0].text):
        return True
    own = [row[0].text for row in rows[1:] if row[0].text and row[0].spans == 1]
    marks = sum(_parsed(text) is not None for text in own)
    return len(rows[0][0].text) <= _LONGEST_HEAD and len(own) >= 3 and marks * 2 > len(own)


def _is_section(row: Sequence[Entry]) -> bool:
    """Whether the row is the heading of a section: its cells are merged, or hold nothing else."""
    if any(entry.spans > 2 for entry in row):
        return True
    return bool(row[0].text) and not any(entry.text for entry in row[2:])


def _groups(rows: Rows, sections: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each section; not those that are the rest of a row cut by a page break."""
    group: list[int] = []
    for at in range(1, len(rows)):
        if at in sections:
            yield group
            group = []
        elif rows[at][0].text or (not rows[at][0].is_covered and not _is_first_of_page(rows, at)):
            group.append(at)
    yield group


def _is_first_of_page(rows: Rows, at: int) -> bool:
    return _page(rows[at]) != _page(rows[at - 1])


def _page(row: Sequence[Entry]) -> int | None:
    return next((entry.page for entry in row if entry.page is not None), None)


def _mend(rows: Rows, places: Sequence[int]) -> bool:
    """Mend the rows at `places` by the way of counting that fits best; False when none does."""
    texts = [rows[at][0].text for at in places]
    if len(texts) < 2:
        return False
    fitting = [way for way in _ways(texts) if _fits(way, texts)]
    if not fitting:
        return False
    way = max(fitting, key=lambda each: (_matches(each, texts), each.values[0] in _FIRST))
    for place, at in enumerate(places):
        text = rows[at][0].text
        if not _is_same(text, way.value(place)) or not _parsed(text):
            mended = replace(rows[at][0], text=way.mark(place), confidence=_SURE_OF_MENDED)
            rows[at][0] = mended
    return True


def _ways(texts: Sequence[str]) -> Iterator[_Way]:
    parsed = [mark for text in texts if (mark := _parsed(text)) is not None]
    opening = _most_common([mark[1] for mark in parsed])
    ending = _most_common([mark[3] for mark in parsed])
    numbers = [
        int(mark[2]) - place
        for place, text in enumerate(texts)
        if (mark := _parsed(text)) is not None and mark[2].isdigit()
    ]
    first = max(set(numbers), key=numbers.count) if numbers else 1
    yield _Way([str(first + place) for place in range(len(texts))], opening, ending)
    for letters in (LETTERS, _WITHOUT_BARRED_D, LETTERS.upper(), _ROMANS):
        yield _Way(letters, opening, ending)


def _most_common(values: Sequence[str]) -> str:
    return max(set(values), key=lambda value: (values.count(value), value)) if values else ""


def _matches(way: _Way, texts: Sequence[str]) -> int:
    return sum(_is_same(text, way.value(place)) for place, text in enumerate(texts))


def _fits(way: _Way, texts: Sequence[str]) -> bool:
    """Whether the way may be trusted: most marks agree, or at least all others may be misread."""
    matches = _matches(way, texts)
    if len(texts) >= 4 and matches >= _MOST * len(texts):
        return all(way.value(place) for place in range(len(texts)))
    doubtful = all(
        _is_same(text, way.value(place)) or _is_misread(text, way.value(place))
        for place, text in enumerate(texts)
    )
    return doubtful and matches * 4 >= len(texts) and matches >= 1


def _is_same(text: str, value: str) -> bool:
    mark = _parsed(text)
    return mark is not None and value != "" and mark[2] == value


def _is_misread(text: str, value: str) -> bool:
    """Whether the mark `value` may have been read as `text`."""
    if not value:
        return False
    bare = text.strip(_ENDINGS + "( ")
    if bare.casefold() == value.casefold() or not bare:
        return True
    if value in _CONFUSED_ROMANS:
        return bare in _CONFUSED_ROMANS[value].split("|")
    if value.isdigit() and _is_no_mark(bare):
        return True
    if len(bare) == 1 and bare.casefold() in _CONFUSED.get(value[-1:], ""):
        return True
    return _parsed(text) is None and len(bare) <= 3


def _is_no_mark(bare: str) -> bool:
    """Whether the letters are neither a figure nor a letter that counts: "V," or "lộ"."""
    if any(letter.isdigit() for letter in bare):
        return False
    return len(bare) <= 3 and bare not in LETTERS


def _parsed(text: str) -> re.Match[str] | None:
    return _MARK.fullmatch(text.strip())
