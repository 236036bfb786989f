"""The register of agencies that a text is read against: names, short names, groups, successors.

`DEFAULT_REGISTER` knows the usual agencies of a province and its central counterparts. A caller that
knows the real agencies (the plans module, from its database) builds its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from rapidfuzz import fuzz, process

from cchc.officialdocs.understanding.folding import fold
from cchc.officialdocs.understanding.name_words import Word, name_key, words_of

_LOWER_LEVELS = frozenset({"cap", "cac", "huyen", "quan", "thi", "xa", "phuong", "dac"})
MOST_WORDS = 24
"""No name of an agency is longer."""


class AgencyKind(StrEnum):
    """What a name in a list stands for; the values are those of the published JSON."""

    AGENCY = "agency"
    GROUP = "group"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency or a group of agencies under its code, with every name it goes by."""

    code: str
    name: str
    kind: AgencyKind = AgencyKind.AGENCY
    aliases: tuple[str, ...] = ()
    level: str = "province"
    valid_from: date | None = None
    valid_until: date | None = None
    successors: tuple[str, ...] = ()

    def is_valid_on(self, day: date) -> bool:
        """Whether the agency existed on a day."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in the register: how it is written there and whom it may mean."""

    display: str
    entries: tuple[AgencyEntry, ...]


@dataclass(frozen=True, slots=True)
class AgencyRegister:
    """Looks names up by their words: case, marks, "và", punctuation and spacing do not matter."""

    entries: tuple[AgencyEntry, ...]
    places: tuple[str, ...] = ()
    _names: dict[str, Named] = field(default_factory=dict, init=False, repr=False, compare=False)
    _fuzzy: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _of_places: dict[str, AgencyRegister] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for entry in self.entries:
            places = self.places if entry.kind is AgencyKind.AGENCY else ()
            for name in (entry.name, *entry.aliases):
                for variant in _variants(name, places):
                    self._add(variant, entry)

    def _add(self, name: str, entry: AgencyEntry) -> None:
        key = name_key(name)
        if len(key) < 3:
            return
        known = self._names.get(key)
        if known is None:
            self._names[key] = Named(name, (entry,))
            self._fuzzy[key] = fold(name)
        elif entry not in known.entries:
            self._names[key] = Named(known.display, (*known.entries, entry))

    def for_place(self, place: str) -> AgencyRegister:
        """The register with the names that carry the name of a province ("Báo Sen Hồng")."""
        place = place.strip()
        if not place or place in self.places:
            return self
        if len(self._of_places) > 80:
            self._of_places.clear()
        if place not in self._of_places:
            self._of_places[place] = AgencyRegister(self.entries, (*self.places, place))
        return self._of_places[place]

    def find(self, name: str) -> Named | None:
        """The agency or group of exactly this name."""
        return self._names.get(name_key(name))

    def by_code(self, code: str) -> AgencyEntry | None:
        """The entry under a code."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def longest_at(
        self, words: Sequence[Word], start: int, *, prefix: str = ""
    ) -> tuple[Named, int] | None:
        """The longest name that begins at a word, and the index of the word after it.

        `prefix` is put before the words: with "so", "Tài chính" is found as "Sở Tài chính". A name
        never runs over a semicolon or a line break before a dash.
        """
        key = prefix
        best: tuple[Named, int] | None = None
        for at in range(start, min(len(words), start + MOST_WORDS)):
            if at > start and _is_wall(words[at].before):
                break
            key += "" if words[at].key == "va" else words[at].key
            named = self._names.get(key)
            if named is None or words[at].key == "va":
                continue
            if named.entries[0].level != "province" or not _is_lower_body(words, at):
                best = (named, at + 1)
        return best

    def nearest(self, name: str, *, least: float = 88.0) -> tuple[Named, float] | None:
        """The name that looks most like this one (0–100), for letters that recognition got wrong."""
        if len(name) < 6 or len(name) > 120:
            return None
        found = process.extractOne(fold(name), self._fuzzy, scorer=fuzz.ratio, score_cutoff=least)
        if found is None or not _same_but_for_letters(fold(name), found[0]):
            return None
        return self._names[found[2]], float(found[1])


def _same_but_for_letters(first: str, second: str) -> bool:
    """Whether two names have the same words but for a letter or so in each: no other place's name."""
    words, others = first.split(" "), second.split(" ")
    if len(words) != len(others):
        return first.replace(" ", "") == second.replace(" ", "")
    return all(fuzz.ratio(a, b) >= 60 for a, b in zip(words, others, strict=True))


def _is_lower_body(words: Sequence[Word], at: int) -> bool:
    """ "Chủ tịch UBND" before "huyện": what was found so far is not the province's."""
    if words[at].key not in {"ubnd", "hdnd"} or at + 1 >= len(words):
        return False
    following = words[at + 1]
    return not following.before.strip() and following.key in _LOWER_LEVELS


def _is_wall(before: str) -> bool:
    return ";" in before or "+" in before or ":" in before or "\n-" in before.replace(" ", "")


def _variants(name: str, places: Iterable[str]) -> list[str]:
    """A name with and without "tỉnh" at its end, for a city, and with the name of the province."""
    base = name.removesuffix(" tỉnh")
    names = [name]
    if base != name and len(words_of(base)) > 1:
        names.append(base)
    if base != name and base != "UBND":
        names.append(f"{base} thành phố")
    ends_in_level = name != base or len(words_of(name)) > 1
    if ends_in_level:
        for place in places:
            names += [f"{base} {place}", f"{base} tỉnh {place}", f"{base} thành phố {place}"]
    return names


def entries_from_toml(data: dict[str, Any]) -> tuple[AgencyEntry, ...]:
    """The entries of a data file in the form of `data/agencies.toml`."""
    made = []
    for table, kind in (("agency", AgencyKind.AGENCY), ("group", AgencyKind.GROUP)):
        for row in data.get(table, ()):
            made.append(
                AgencyEntry(
                    code=row["code"],
                    name=row["name"],
                    kind=kind,
                    aliases=tuple(row.get("aliases", ())),
                    level=row.get("level", "province"),
                    valid_from=row.get("from"),
                    valid_until=row.get("until"),
                    successors=tuple(row.get("successors", ())),
                )
            )
    return tuple(made)


@cache
def default_register() -> AgencyRegister:
    """The usual agencies of a province, from the data file of the library."""
    file = resources.files("cchc.officialdocs") / "data" / "agencies.toml"
    return AgencyRegister(entries_from_toml(tomllib.loads(file.read_text(encoding="utf-8"))))


DEFAULT_REGISTER = default_register()
