"""The body of a document as headings and the points under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.officialdocs.layout import Place
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.lettering import Label, LabelStyle, split_label
from cchc.officialdocs.understanding.lines import Line
from cchc.officialdocs.understanding.writing import is_shouting

_RANKS = {
    LabelStyle.CAPITAL: 1, LabelStyle.ROMAN: 2, LabelStyle.NUMBER: 3, LabelStyle.DOTTED: 4,
    LabelStyle.LETTER: 6, LabelStyle.DASH: 8,
}  # fmt: skip
_PART_RANK, _UNLABELLED_RANK, PLAIN_RANK = 0, 5, 9
_PART = re.compile(r"^(?:phan|chuong|phu luc|muc)\s+(?:thu\s+)?[ivxlc\d]+\b|^phu luc\b")
_BULLETS = re.compile(r"^\s*[-–—+*•·▪‣]\s*")
_STOP = re.compile(r"(?<=[^\d\W][.!?])\s+(?=\S)")
HEADING_LETTERS = 180


@dataclass(frozen=True, slots=True)
class Point:
    """A heading, a numbered or dashed point, or a plain paragraph, with the headings above it."""

    text: str
    """The words without the label."""
    label: Label | None
    rank: int
    is_heading: bool
    place: Place
    confidence: float
    path: tuple[int, ...]
    """Indexes of the headings above, outermost first."""
    index: int
    line: int
    """Index of the line in the stream."""

    @property
    def plain(self) -> str:
        """The words folded, for comparing."""
        return fold(self.text)


def outline_of(lines: Sequence[Line], start: int, stop: int) -> tuple[Point, ...]:
    """The points of the lines from `start` up to `stop`."""
    return tuple(_points(lines, start, stop))


def _points(lines: Sequence[Line], start: int, stop: int) -> Iterator[Point]:
    open_headings: list[tuple[int, int]] = []
    for count, at in enumerate(range(start, min(stop, len(lines)))):
        line = lines[at]
        label, rest = split_label(line.text)
        is_heading = _is_heading(line, label, rest)
        rank = _rank(line, label, is_heading=is_heading)
        if is_heading:
            while open_headings and open_headings[-1][0] >= rank:
                open_headings.pop()
        path = tuple(index for heading_rank, index in open_headings if heading_rank < rank)
        yield Point(
            tidy(rest).strip(" *_"),
            label,
            rank,
            is_heading,
            line.place,
            line.confidence,
            path,
            count,
            at,
        )
        if is_heading:
            open_headings.append((rank, count))


def _is_heading(line: Line, label: Label | None, rest: str) -> bool:
    if not rest.strip() or len(line.text) > HEADING_LETTERS + 60:
        return False
    plain = line.plain
    if _PART.match(plain) and len(line.text) <= HEADING_LETTERS:
        return True
    is_loud = line.is_bold or is_shouting(rest)
    if label is None:
        return is_loud and len(line.text) <= HEADING_LETTERS and not line.text.endswith((".", ";"))
    if label.style in (LabelStyle.ROMAN, LabelStyle.CAPITAL):
        return len(rest) <= HEADING_LETTERS
    if label.style is LabelStyle.DASH:
        return False
    return is_loud or (
        len(rest) <= HEADING_LETTERS and not rest.rstrip().endswith((".", ";", "./.", ","))
    )


def _rank(line: Line, label: Label | None, *, is_heading: bool) -> int:
    if label is None:
        if not is_heading:
            return PLAIN_RANK
        return _PART_RANK if _PART.match(line.plain) else _UNLABELLED_RANK
    if label.style is LabelStyle.DOTTED:
        return min(_RANKS[label.style] + label.text.count(".") - 1, _UNLABELLED_RANK)
    return _RANKS[label.style]


def headings_above(points: Sequence[Point], point: Point) -> tuple[Point, ...]:
    """The headings over a point, outermost first."""
    return tuple(points[index] for index in point.path)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a full stop inside a number or short form ends none."""
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        begins_anew = text[stop.end() : stop.end() + 1].isupper() or text[stop.end()] in '"“'
        if begins_anew:
            found.append(text[start : stop.end()].strip())
            start = stop.end()
    return [sentence for sentence in (*found, text[start:].strip()) if sentence]
