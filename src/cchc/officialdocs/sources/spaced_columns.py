"""Letter heads and signatures of text files: two columns kept apart by spaces alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.sources.side_by_side import RECIPIENTS

_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_HEAD = re.compile(r"CỘNG\s+H[OÒÓ][AÀÁ]\s+X[ÃA]\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE)
_LONGEST = 40
"""More lines than a signature with its list of recipients has."""


@dataclass(frozen=True, slots=True)
class SpacedZone:
    """Lines from `start` up to but without `end`, as the texts of a left and a right column."""

    start: int
    end: int
    left: str
    right: str


def find_spaced_zones(lines: Sequence[str]) -> list[SpacedZone]:
    """The heads and signatures among lines whose columns stand apart by three spaces or more."""
    zones: list[SpacedZone] = []
    at = 0
    while at < len(lines):
        zone = _zone_at(lines, at)
        if zone is None:
            at += 1
        else:
            zones.append(zone)
            at = zone.end
    return zones


def _zone_at(lines: Sequence[str], at: int) -> SpacedZone | None:
    gap = _gap_in(lines[at])
    if gap is None or not _speaks(lines[at]):
        return None
    is_end = RECIPIENTS.match(lines[at].strip(" *_")) is not None
    left, right = [lines[at][: gap[0]]], [lines[at][gap[1] :]]
    end = at + 1
    for place in range(at + 1, min(at + _LONGEST, len(lines))):
        line = lines[place]
        if not line.strip():
            continue
        cut = _cut(line, gap)
        is_apart = place > end  # blank lines stand above
        if cut is None or (is_apart and not (all(cut) or (is_end and not cut[0]))):
            break
        left.append(cut[0])
        right.append(cut[1])
        end = place + 1
    return SpacedZone(at, end, _joined(left), _joined(right))


def _speaks(line: str) -> bool:
    """Whether a line can only be the head of a document or the end of it."""
    return _HEAD.search(line) is not None or RECIPIENTS.match(line.strip(" *_")) is not None


def _gap_in(line: str) -> tuple[int, int] | None:
    """Where the one wide gap of a line begins and ends; None when it has none, or several."""
    if "\t" in line or "|" in line:
        return None
    gaps = list(_GAP.finditer(line))
    return gaps[0].span() if len(gaps) == 1 else None


def _cut(line: str, gap: tuple[int, int]) -> tuple[str, str] | None:
    """The two parts of a line under a gap; None when the line runs across."""
    own = _gap_in(line)
    if own is not None:
        return line[: own[0]], line[own[1] :]
    indent = len(line) - len(line.lstrip())
    if indent >= gap[0]:
        return "", line
    ends = len(line.rstrip())
    return (line, "") if ends <= gap[1] and not indent else None


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(part.strip() for part in parts if part.strip())
