"""Places: the provinces by name, and the place that a text says an authority belongs to."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from cchc.officialdocs.understanding.folding import fold, tidy


@cache
def _provinces() -> tuple[dict[str, str], frozenset[str]]:
    """The provinces by folded name, and which of them are cities."""
    file = resources.files("cchc.officialdocs") / "data" / "provinces.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    names = {fold(name): name for name in (*data["before"], *data["after"])}
    return names, frozenset(fold(name) for name in data["cities"])


def province_named(name: str) -> str | None:
    """The province of this name in its official spelling; None when there is none."""
    return _provinces()[0].get(fold(name).replace("tp. ", "").replace("tp ", ""))


def is_central_city(name: str) -> bool:
    """Whether a place is a city under the central government."""
    return fold(name) in _provinces()[1]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A level and a place: ("tỉnh", "Sen Hồng")."""

    level: str
    name: str

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


_WORDS = r"(?:[^\W\d_][\w’']*[ \t]*(?:-[ \t]*)?){1,5}"
_LEVELS = r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_PROVINCE = re.compile(rf"\b(tỉnh|thành phố)\s+({_WORDS})", re.IGNORECASE)
_ANY_LEVEL = re.compile(rf"\b({_LEVELS})\s+({_WORDS})", re.IGNORECASE)
_OWNED = re.compile(
    rf"\b(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+({_LEVELS})\s+({_WORDS})", re.IGNORECASE
)


def jurisdiction_in(text: str, *, any_level: bool = False) -> Jurisdiction | None:
    """The province or city that a text names first ("tỉnh Hậu Giang"); or a place of any level."""
    return _first(_ANY_LEVEL if any_level else _PROVINCE, text)


def committee_in(text: str) -> Jurisdiction | None:
    """The place whose People's Committee a text names first ("UBND huyện Sen Trắng")."""
    return _first(_OWNED, text)


def _first(pattern: re.Pattern[str], text: str) -> Jurisdiction | None:
    for match in pattern.finditer(text[:4000]):
        name = _trimmed(match.group(2))
        if name:
            return Jurisdiction(match.group(1).lower(), province_named(name) or name)
    return None


def _trimmed(name: str) -> str:
    """The capitals that make up a place's name: a known province, else at most three words."""
    words = tidy(name).strip(" -,.").split(" ")
    for count in range(min(len(words), 5), 0, -1):
        known = province_named(" ".join(words[:count]))
        if known:
            return known
    if name.isupper():
        words = [word.capitalize() for word in words]
    kept: list[str] = []
    for word in words[:3]:
        if not word[:1].isupper() or fold(word) in {"uy", "doan", "ubnd", "cchc", "nam", "giai"}:
            break
        kept.append(word)
    return " ".join(kept)
