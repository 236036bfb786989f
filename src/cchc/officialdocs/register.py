"""The register of agencies that a text is read against: names, short names, groups, successors.

`DEFAULT_REGISTER` knows the usual agencies of a province and its central counterparts. A caller
that knows the real agencies (the plans module, from its database) builds its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
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


class AgencyRegister:
    """Looks names up by their words: case, marks, "và", punctuation and spacing do not matter.

    `places` are names of provinces that may stand in the place of "tỉnh": with "Sen Hồng", "Báo Sen
    Hồng" is found as "Báo tỉnh". A register never changes once it is made.
    """

    def __init__(self, entries: Iterable[AgencyEntry], places: Iterable[str] = ()) -> None:
        self.entries = tuple(entries)
        self.places = tuple(places)
        self._by_code = {entry.code: entry for entry in self.entries}
        self._place_keys = _keys_of_places(self.places)
        self._names: dict[str, Named] = {}
        self._fuzzy: dict[str, str] = {}
        for entry in self.entries:
            for name in (entry.name, *entry.aliases):
                for variant in _variants(name):
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
        """The same register, reading names that carry the name of one more province."""
        place = place.strip()
        if not place or place in self.places:
            return self
        other = copy(self)
        other.places = (*self.places, place)
        other._place_keys = _keys_of_places(other.places)
        return other

    def find(self, name: str) -> Named | None:
        """The agency or group of exactly this name."""
        named = self._names.get(name_key(name))
        if named is not None or not self._place_keys:
            return named
        words = words_of(name)
        found = self.longest_at(words, 0)
        return found[0] if found is not None and found[1] == len(words) else None

    def by_code(self, code: str) -> AgencyEntry | None:
        """The entry under a code."""
        return self._by_code.get(code)

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
            place_end = self._place_end(words, at) if at > start else at
            if place_end > at and (named := self._of_place(key)) is not None:
                best = (named, place_end)
            key += "" if words[at].key == "va" else words[at].key
            named = self._names.get(key)
            if named is None or words[at].key == "va":
                continue
            if named.entries[0].level != "province" or not _is_lower_body(words, at):
                best = (named, at + 1)
        return best

    def _place_end(self, words: Sequence[Word], at: int) -> int:
        """The word after the name of a province that begins here; `at` itself when none does."""
        for keys in self._place_keys:
            end = at + len(keys)
            if tuple(word.key for word in words[at:end]) == keys:
                return end
        return at

    def _of_place(self, key: str) -> Named | None:
        """The agency of the province whose name stands where the register says "tỉnh"."""
        base = key.removesuffix("tinh").removesuffix("thanhpho")
        named = self._names.get(f"{base}tinh") or self._names.get(base)
        is_agency = named is not None and named.entries[0].kind is AgencyKind.AGENCY
        return named if is_agency else None

    def nearest(self, name: str, *, least: float = 88.0) -> tuple[Named, float] | None:
        """The name most like this one (0–100), for letters that recognition got wrong."""
        if len(name) < 6 or len(name) > 120:
            return None
        found = process.extractOne(fold(name), self._fuzzy, scorer=fuzz.ratio, score_cutoff=least)
        if found is None or not _same_but_for_letters(fold(name), found[0]):
            return None
        return self._names[found[2]], float(found[1])


def _same_but_for_letters(first: str, second: str) -> bool:
    """Whether names have the same words but for a letter or so: not another place's name."""
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


def _keys_of_places(places: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words of names of provinces, longer names first."""
    keys = {tuple(word.key for word in words_of(place)) for place in places}
    return tuple(sorted((key for key in keys if key), key=len, reverse=True))


def _variants(name: str) -> list[str]:
    """A name with and without "tỉnh" at its end, and for a city."""
    base = name.removesuffix(" tỉnh")
    names = [name]
    if base != name and len(words_of(base)) > 1:
        names.append(base)
    if base not in {name, "UBND"}:
        names.append(f"{base} thành phố")
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
