"""The areas of administrative reform: eight of 2011–2020, seven of 2021–2030."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapidfuzz import fuzz

from cchc.officialdocs.understanding.folding import fold


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its number in the old list of eight and in the new list of seven."""

    code: str
    name: str
    old: int
    new: int
    words: tuple[str, ...]


@cache
def areas() -> tuple[Area, ...]:
    """All areas, in the order in which a heading is compared with them."""
    file = resources.files("cchc.officialdocs") / "data" / "areas.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["area"]
    return tuple(
        Area(row["code"], row["name"], row["old"], row["new"], tuple(row["words"])) for row in rows
    )


def area_of(heading: str) -> Area | None:
    """The area that a heading names; None when it names none, or several with equal right."""
    plain = fold(heading)
    scored = [
        (max((len(word) for word in area.words if word in plain), default=0), area)
        for area in areas()
    ]
    best = max(scored, key=lambda pair: pair[0])
    return best[1] if best[0] else None


def area_nearly_named(heading: str) -> Area | None:
    """The area whose name a heading spells but for a letter or two that recognition got wrong."""
    plain = fold(heading).replace(" ", "")
    scored = [(fuzz.ratio(plain, fold(area.name).replace(" ", "")), area) for area in areas()]
    score, area = max(scored, key=lambda pair: pair[0])
    return area if score >= 94 else None


def new_number(old: int) -> int | None:
    """The number among the seven areas of one of the eight before them."""
    return next((area.new for area in areas() if area.old == old), None)
