"""Letter heads and signatures: two short columns that stand side by side without any rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cchc.officialdocs.sources.flow import goes_on
from cchc.officialdocs.sources.grid import Entry
from cchc.officialdocs.sources.sheet import Line, mean_confidence

_NARROWEST = 3.0
_OFF_CENTER = 40.0
_ASKEW = 12.0
_SIGNING_SPACE = 150.0
"""Points left free for the signature between the office and the name."""
RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?\.")
_NUMBER = re.compile(r"Số\s*:|V/v", re.IGNORECASE)


@dataclass(slots=True)
class Zone:
    """Lines from `start` up to but without `end` that fall into a left and a right column."""

    start: int
    end: int
    left: list[Line]
    right: list[Line]


@dataclass(slots=True)
class _Gutter:
    """The free strip between the two columns."""

    low: float
    high: float

    def narrowed(self, low: float, high: float) -> _Gutter | None:
        low, high = max(self.low, low), min(self.high, high)
        return _Gutter(low, high) if high - low >= _NARROWEST else None


def find_zones(lines: Sequence[Line], left: float, right: float) -> list[Zone]:
    """The zones among lines that stand between the margins `left` and `right`."""
    zones: list[Zone] = []
    at = 0
    while at < len(lines):
        zone = _zone_at(lines, at, (left + right) / 2, zones[-1].end if zones else 0)
        if zone is None:
            at += 1
        else:
            zones.append(zone)
            at = zone.end
    return zones


def zone_rows(zone: Zone, page: int) -> list[list[Entry]]:
    """The zone as a table of one row and two cells."""
    return [[_entry(zone.left, page), _entry(zone.right, page)]]


def _entry(lines: Sequence[Line], page: int) -> Entry:
    text = ""
    before = ""
    for line in lines:
        part = line.text
        if not text:
            text = part
        elif goes_on(before, part) or (
            part.startswith("VIỆT NAM") and before.endswith("CHỦ NGHĨA")
        ):
            text += f" {part}"
        else:
            text += f"\n{part}"
        before = part
    return Entry(
        text=text,
        is_bold=bool(lines) and all(line.is_bold for line in lines),
        confidence=mean_confidence(word for line in lines for word in line.words),
        page=page,
    )


def _zone_at(lines: Sequence[Line], at: int, center: float, floor: int) -> Zone | None:
    gutter = _evidence(lines, at)
    if gutter is None:
        return None
    end, gutter, evidence = _grow_down(lines, at, gutter, center)
    start = _grow_up(lines, at, gutter, floor, center)
    taken = lines[start:end]
    if len(evidence) < 2 and not any(_speaks(line) for line in evidence):
        return None
    if sum(len(line.parts()) > 2 for line in taken if _crosses(line, gutter)) > 1:
        return None
    left, right = _split(taken, gutter)
    return Zone(start, end, left, right) if left and right else None


def _evidence(lines: Sequence[Line], at: int) -> _Gutter | None:
    """The gutter a line shows by itself, or together with the one below that stands beside it."""
    parts = lines[at].parts()
    if len(parts) == 2:
        return _Gutter(parts[0].x1, parts[1].x0)
    if len(parts) == 1 and at + 1 < len(lines) and _beside(lines[at], lines[at + 1]):
        first, second = sorted((lines[at], lines[at + 1]), key=lambda line: line.x0)
        return _Gutter(first.x1, second.x0)
    return None


def _beside(line: Line, other: Line) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    apart = max(line.x0, other.x0) - min(line.x1, other.x1)
    return overlap > 0.25 * line.size and apart > line.size


def _grow_down(
    lines: Sequence[Line], at: int, gutter: _Gutter, center: float
) -> tuple[int, _Gutter, list[Line]]:
    """How far the zone reaches, the gutter left, and the lines that show both columns."""
    evidence: list[Line] = []
    end = at
    for place in range(at, len(lines)):
        line = lines[place]
        if place > at and not _near(lines[place - 1], line, gutter):
            break
        narrowed = _narrowed(line, gutter, center)
        if narrowed is None or not _stands_under(line, lines[at:place], gutter):
            break
        if _evidence(lines, place) is not None:
            evidence += lines[place : place + 2] if len(line.parts()) == 1 else [line]
        gutter, end = narrowed, place + 1
    return end, gutter, evidence


def _stands_under(line: Line, above: Sequence[Line], gutter: _Gutter) -> bool:
    """Whether a line of the right column alone is centred or set like the lines above it."""
    _, right = _split([*above, line], gutter)
    if len(right) < 2 or line.x0 < gutter.low or len(line.parts()) > 1:
        return True
    center = median((each.x0 + each.x1) / 2 for each in right[:-1])
    start = median(each.x0 for each in right[:-1])
    return abs((line.x0 + line.x1) / 2 - center) < _OFF_CENTER or abs(line.x0 - start) < _ASKEW


def _grow_up(lines: Sequence[Line], at: int, gutter: _Gutter, floor: int, center: float) -> int:
    """Take in lines right above: the office in the right column, the recipients in the left one."""
    start = at
    while start > floor:
        line, below = lines[start - 1], lines[start]
        is_right = line.x0 >= gutter.high - 1 and line.x0 > center - 20
        is_known = is_right or RECIPIENTS.match(line.text) is not None
        is_head = start <= 6 and line.x1 <= gutter.low + 20 and line.text.isupper()
        is_parted = len(line.parts()) >= 2
        if not (is_known or is_head or is_parted) or below.top - line.bottom > 2 * line.size:
            break
        if _narrowed(line, gutter, center) is None:
            break
        start -= 1
    return start


def _near(before: Line, line: Line, gutter: _Gutter) -> bool:
    gap = line.top - before.bottom
    if gap <= 2.2 * max(before.size, line.size):
        return True
    return line.x0 >= gutter.low and gap <= _SIGNING_SPACE


def _narrowed(line: Line, gutter: _Gutter, center: float) -> _Gutter | None:
    """The gutter that is left when the line is taken in; None when the line does not belong."""
    parts = line.parts()
    if len(parts) == 1 and _is_in_the_middle(line, gutter, center):
        return None
    low, high = 0.0, float("inf")
    for before, word in pairwise([None, *line.words]):
        if word is None:
            continue
        if (word.x0 + word.x1) / 2 < (gutter.low + gutter.high) / 2:
            low = max(low, word.x1)
        elif before is None or (before.x0 + before.x1) / 2 < (gutter.low + gutter.high) / 2:
            high = min(high, word.x0)
    if len(parts) == 1 and low > 0 and high < float("inf"):
        return None
    return gutter.narrowed(low, high)


def _is_in_the_middle(line: Line, gutter: _Gutter, center: float) -> bool:
    """Whether a line is centred on the page, and so a heading below the letter head."""
    own = (line.x0 + line.x1) / 2
    if abs(own - center) > 14:
        return False
    return line.x0 < gutter.high + 1 or own - gutter.high < 60


def _crosses(line: Line, gutter: _Gutter) -> bool:
    return line.x0 < gutter.low and line.x1 > gutter.high


def _speaks(line: Line) -> bool:
    """Whether the words themselves tell a letter head or a signature."""
    return any(
        RECIPIENTS.match(part.text) or _OFFICE.match(part.text) or _NUMBER.match(part.text)
        for part in line.parts()
    )


def _split(lines: Sequence[Line], gutter: _Gutter) -> tuple[list[Line], list[Line]]:
    middle = (gutter.low + gutter.high) / 2
    left, right = [], []
    for line in lines:
        one = [word for word in line.words if (word.x0 + word.x1) / 2 < middle]
        two = [word for word in line.words if (word.x0 + word.x1) / 2 >= middle]
        if one:
            left.append(Line(one))
        if two:
            right.append(Line(two))
    return left, right
