"""One element of a list of agencies while it is read, and how it gets its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.officialdocs.register import AgencyKind, AgencyRegister, Named
from cchc.officialdocs.understanding.name_words import Word

AND = frozenset({"va", "cung", "hoac"})
NOT_LISTED = "Cơ quan chưa có trong danh mục."


@dataclass(frozen=True, slots=True)
class Core:
    """What an element of the list is, up to word `end`; the rest of the element is its tail.

    `prefix` is the head that the elements after it may share; `is_listing` says that it was
    announced for a list ("Các Sở: …").
    """

    end: int
    name: str
    kind: AgencyKind
    named: Named | None = None
    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    confidence: float = 1.0
    doubt: str | None = None
    role: str | None = None
    prefix: str = ""
    is_listing: bool = False
    list_mark: str = ""
    """What parts the elements of an announced list: a comma, or semicolons all through."""
    is_capped: bool = False
    """True for "UBND cấp huyện": a following "cấp xã" belongs to the same body."""


def of_name(
    name: str, end: int, register: AgencyRegister, kind: AgencyKind, *, is_capped: bool = False
) -> Core:
    """A core under a name made by us, with the register's entry when it has one."""
    named = register.find(name)
    if named is None:
        return Core(end, name, kind, confidence=0.9, is_capped=is_capped)
    return replace(of_named(named, end), name=name, is_capped=is_capped)


def of_named(named: Named, end: int) -> Core:
    """A core for a registered name; several entries under one name are candidates only."""
    codes = tuple(entry.code for entry in named.entries)
    core = Core(end, named.display, named.entries[0].kind, named=named)
    if len(codes) == 1:
        return replace(core, codes=codes)
    doubt = "Tên này có thể là nhiều cơ quan; xin chọn."
    return replace(core, candidates=codes, confidence=0.8, doubt=doubt)


def text_of(words: Sequence[Word], start: int, end: int) -> str:
    """The words of a span as they are written, with commas kept."""
    pieces = []
    for at, word in enumerate(words[start:end]):
        is_comma = at > 0 and "," in word.before
        is_tight = at > 0 and word.before.strip() in {"&", "-", "/", "."} and " " not in word.before
        pieces.append(f"{', ' if is_comma else word.before if is_tight else ' '}{word.raw}")
    return "".join(pieces).strip()
