"""Puts wrapped lines together again: what the printer broke at the margin is one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc.officialdocs.sources.flow import begins_anew
from cchc.officialdocs.sources.sheet import Line
from cchc.officialdocs.sources.syllables import is_syllable

_SPACE = 0.25
_YEARS = re.compile(r"[^\s]*\d{4} [-–] ?\d{4}\D?")
_STOPS = (".", ";", ":")


def cell_text(lines: Sequence[Line], width: float) -> str:
    """The lines of a table cell as paragraphs joined by line breaks; `width` is the cell's."""
    if not lines:
        return ""
    room = max([width - 12.0, *(line.x1 - line.x0 for line in lines)])
    text = lines[0].text
    for before, line in pairwise(lines):
        text += _between(before, line, room) + line.text
    return text


def _between(before: Line, line: Line, room: float) -> str:
    """What stands between two lines of a cell: a line break, a space, or nothing."""
    start = line.text[:1]
    if begins_anew(line.text) and not _is_range_cut(before, line):
        return "\n"
    if start.isupper() or start.isdigit():
        ended = before.text.endswith(_STOPS) or not start.isdigit()
        if ended and would_fit(before, line, room) and not before.text.endswith((",", "-", "/")):
            return "\n"
    return glue(before, line, room)


def _is_range_cut(before: Line, line: Line) -> bool:
    """A range of years that the margin cut: "2021 / - 2025"."""
    return _YEARS.fullmatch(f"{before.words[-1].text} {line.text[:8]}") is not None


def would_fit(before: Line, line: Line, room: float) -> bool:
    """Whether the first word of `line` had room after `before`: then the break was meant."""
    first = line.words[0]
    needed = _SPACE * before.size + (first.x1 - first.x0)
    return (before.x1 - before.x0) + needed < room - 0.15 * before.size


def glue(before: Line, line: Line, room: float) -> str:
    """A space, or nothing where a word itself was broken."""
    text, start = before.text, line.text[:1]
    if text.endswith("/") and text[-2:-1].strip() and start.isalnum():
        return ""
    if text.endswith("-") and text[-2:-1].isalnum() and start.isalnum():
        return ""
    return "" if _is_broken_word(before, line, room) else " "


def _is_broken_word(before: Line, line: Line, room: float) -> bool:
    """A word longer than its column is broken between two letters and fills the line."""
    if len(before.words) != 1:
        return False
    word, rest = before.words[0], line.words[0]
    letter = (rest.x1 - rest.x0) / max(len(rest.text), 1)
    if room - (before.x1 - before.x0) >= letter or is_syllable(word.text):
        return False
    if word.text[-1].isdigit() and rest.text[0].isdigit():
        return True
    alike = word.text.isupper() == rest.text.isupper()
    return alike and word.text[-1].isalpha() and rest.text[0].isalpha()
