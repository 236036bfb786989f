"""Recognises the order marks of a table side by side on one line, for alone each is misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from cchc.officialdocs.sources.order_marks import counting_pairs
from cchc.officialdocs.sources.page_image import POINTS, Gray
from cchc.officialdocs.sources.sheet import Word
from cchc.officialdocs.sources.tesseract import Recognised, recognise

_INK = 150
_TALLEST = 0.26
"""Inches; whatever is taller stands on several lines and is read in the usual way."""
_WIDEST = 0.3
"""Inches; the head of the column and real words are wider, and are read in the usual way."""
_GAPS = (0.2, 0.125)
_SCALE = 0.75
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
    """The marks as words in their places; one that could not be read is left out.

    They are read twice, wider and closer apart: figures come out better far from each other,
    letters better close together. The reading that counts on more often is taken.
    """
    words: list[Word] = []
    for start in range(0, len(marks), _ON_A_LINE):
        line = marks[start : start + _ON_A_LINE]
        readings = [_read(line, int(gap * dpi), dpi, seconds) for gap in _GAPS]
        best = max(readings, key=lambda reading: counting_pairs([text for text, _ in reading]))
        for at, mark in enumerate(line):
            text, sure = best[at] if best[at][0] else max(reading[at] for reading in readings)
            if text:
                words.append(_word(mark, text, sure, dpi))
    return words


def _read(marks: Sequence[Mark], gap: int, dpi: int, seconds: float) -> list[tuple[str, float]]:
    """What each mark says and how sure that is; "" where words ran together."""
    picture, middles = _side_by_side(marks, gap)
    found = recognise(_smaller(picture), dpi=int(dpi * _SCALE), seconds=seconds, keep_all=True)
    own: list[list[Recognised]] = [[] for _ in marks]
    for each in found:
        left, right = each.left / _SCALE, (each.left + each.width) / _SCALE
        if np.count_nonzero((middles > left) & (middles < right)) <= 1:
            own[int(np.abs(middles - (left + right) / 2).argmin())].append(each)
    return [
        ("".join(part.text for part in parts), min((p.confidence for p in parts), default=0.0))
        for parts in own
    ]


def _smaller(picture: Gray) -> Gray:
    height, width = picture.shape
    size = (max(round(width * _SCALE), 1), max(round(height * _SCALE), 1))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


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


def _word(mark: Mark, text: str, sure: float, dpi: int) -> Word:
    scale = POINTS / dpi
    tall, wide = mark.picture.shape
    return Word(
        text=text,
        x0=mark.left * scale,
        top=mark.top * scale,
        x1=(mark.left + wide) * scale,
        bottom=(mark.top + tall) * scale,
        size=max(tall * scale, 4.0),
        confidence=sure,
        is_whole=True,
    )
