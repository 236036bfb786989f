"""A printed page before it is understood: words and ruling lines with their positions.

Text layers of PDF files and recognised scans both end here, so what makes paragraphs and tables of
a page is written once. Positions are points (1/72 inch) from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

WIDE_GAP = 1.15
"""Gap between words, in letter sizes, from which a line falls into columns."""
_LABEL = re.compile(r"[-–—+*•·●○▪■]|[(]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđA-ZĐ]|[IVXLC]{1,6})[.)/]")
_LABEL_GAP = 40.0
_NO_SPACE = 0.12
_NEARLY_ALL = 0.7
"""Letters a font lacks come from another one, which may be neither bold nor italic."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    is_bold: bool = False
    is_italic: bool = False
    confidence: float = 1.0
    is_whole: bool = False
    """Whether it surely is a whole word (recognised), so that a space parts it from the next."""

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: `at` is its fixed coordinate, `start` and `end` the other one."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Sheet:
    """One page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Words that stand on one line, from left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return median(word.middle for word in self.words)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return median(word.size for word in self.words)

    @property
    def text(self) -> str:
        """Its words with spaces where there is space."""
        return join_words(self.words)

    @property
    def is_bold(self) -> bool:
        """Whether nearly all its letters are bold."""
        return self._share(lambda word: word.is_bold)

    @property
    def is_italic(self) -> bool:
        """Whether nearly all its letters are italic."""
        return self._share(lambda word: word.is_italic)

    @property
    def confidence(self) -> float:
        """The mean certainty of its letters."""
        return mean_confidence(self.words)

    def _share(self, holds: Callable[[Word], bool]) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if holds(word)) >= _NEARLY_ALL * letters

    def parts(self) -> list[Line]:
        """The line cut where wide gaps part it into columns; a label stays with its text."""
        parts: list[list[Word]] = [[self.words[0]]]
        wide = self._wide()
        for before, word in pairwise(self.words):
            gap = word.x0 - before.x1
            is_label = len(parts) == 1 and _LABEL.fullmatch(join_words(parts[-1])) is not None
            if gap > (max(wide, _LABEL_GAP) if is_label else wide):
                parts.append([])
            parts[-1].append(word)
        return [Line(part) for part in parts]

    def _wide(self) -> float:
        """From which gap on a line falls apart: well over the spaces of this very line."""
        gaps = sorted(word.x0 - before.x1 for before, word in pairwise(self.words))
        if len(gaps) < 3:
            return WIDE_GAP * self.size
        return max(0.75 * self.size, 2.5 * gaps[len(gaps) // 2])


def join_words(words: Sequence[Word]) -> str:
    """Words of a line as text; pieces that touch (a change of font inside a word) stay together."""
    text = ""
    last: Word | None = None
    for word in words:
        if last is not None and (word.is_whole or _is_apart(last, word)):
            text += " "
        text += word.text
        last = word
    return text


def _is_apart(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 > _NO_SPACE * min(word.size, before.size)


def mean_confidence(words: Iterable[Word]) -> float:
    """The certainty of some words, weighted by their length."""
    total = weight = 0.0
    for word in words:
        total += word.confidence * len(word.text)
        weight += len(word.text)
    return round(total / weight, 4) if weight else 1.0


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words gathered into lines, from the top of the page to its foot."""
    lines: list[list[Word]] = []
    middles: list[float] = []
    heights: list[float] = []
    for word in sorted(words, key=lambda each: (each.middle, each.x0)):
        height = word.bottom - word.top
        if lines and abs(word.middle - middles[-1]) < 0.45 * max(min(height, heights[-1]), 4.0):
            lines[-1].append(word)
            if height >= heights[-1] * 0.8:
                middles[-1] += (word.middle - middles[-1]) / len(lines[-1])
            heights[-1] = max(heights[-1], height)
        else:
            lines.append([word])
            middles.append(word.middle)
            heights.append(height)
    return [_without_marks(Line(sorted(line, key=lambda each: each.x0))) for line in lines]


def _without_marks(line: Line) -> Line:
    """The line without the small raised figures that point to footnotes.

    One at its very beginning stays: it opens the footnote itself.
    """
    if len(line.words) < 2:
        return line
    size, middle = line.size, line.middle
    return Line(
        [
            word
            for at, word in enumerate(line.words)
            if at == 0
            or not (word.text.isdigit() and word.size <= 0.75 * size and word.middle < middle - 0.5)
        ]
    )
