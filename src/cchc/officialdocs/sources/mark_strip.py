"""Recognises the order marks of a table side by side on one line, for alone each is misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cchc.officialdocs.sources.page_image import POINTS, Gray
from cchc.officialdocs.sources.sheet import Word
from cchc.officialdocs.sources.tesseract import Recognised, recognise

_INK = 150
_TALLEST = 0.26
"""Inches; whatever is taller stands on several lines and is read in the usual way."""
_WIDEST = 0.3
"""Inches; the head of the column and real words are wider, and are read in the usual way."""
_GAP = 0.2
_ON_A_LINE = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """The ink of a mark, and where it lies on the page."""

    picture: Gray
    left: int
    top: int


def find_mark(part: Gray, left: int, top: int, dpi: int) -> Mark | None:
    """The mark in a cell whose corner lies at `left`, `top`; None when it is blank or too large."""
    dark = part < _INK
    rows, columns = np.flatnonzero(dark.sum(1) > 1), np.flatnonzero(dark.sum(0) > 1)
    if len(rows) < 0.03 * dpi or len(columns) < 0.005 * dpi:
        return None
    y0, y1, x0, x1 = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    if y1 - y0 > _TALLEST * dpi or x1 - x0 > _WIDEST * dpi:
        return None
    return Mark(part[y0:y1, x0:x1], left + int(x0), top + int(y0))


def read_marks(marks: Sequence[Mark], *, dpi: int, seconds: float) -> list[Word]:
    """The marks as words in their places; one that could not be read is left out."""
    words: list[Word] = []
    for start in range(0, len(marks), _ON_A_LINE):
        line = marks[start : start + _ON_A_LINE]
        picture, middles = _side_by_side(line, int(_GAP * dpi))
        found = recognise(picture, dpi=dpi, seconds=seconds, keep_all=True)
        own: list[list[Recognised]] = [[] for _ in line]
        for each in found:
            inside = (middles > each.left) & (middles < each.left + each.width)
            if inside.sum() <= 1:
                middle = each.left + each.width / 2
                own[int(np.abs(middles - middle).argmin())].append(each)
        words += [_word(mark, parts, dpi) for mark, parts in zip(line, own, strict=True) if parts]
    return words


def _side_by_side(marks: Sequence[Mark], gap: int) -> tuple[Gray, np.ndarray]:
    """One line of all marks, their middles level, and the middle of each along the line."""
    height = max(mark.picture.shape[0] for mark in marks) + gap
    width = sum(mark.picture.shape[1] + gap for mark in marks) + gap
    picture = np.full((height, width), 255, dtype=np.uint8)
    middles = []
    left = gap
    for mark in marks:
        tall, wide = mark.picture.shape
        top = (height - tall) // 2
        picture[top : top + tall, left : left + wide] = mark.picture
        middles.append(left + wide / 2)
        left += wide + gap
    return picture, np.array(middles)


def _word(mark: Mark, parts: Sequence[Recognised], dpi: int) -> Word:
    scale = POINTS / dpi
    tall, wide = mark.picture.shape
    return Word(
        text="".join(part.text for part in parts),
        x0=mark.left * scale,
        top=mark.top * scale,
        x1=(mark.left + wide) * scale,
        bottom=(mark.top + tall) * scale,
        size=max(tall * scale, 4.0),
        confidence=min(part.confidence for part in parts),
        is_whole=True,
    )
