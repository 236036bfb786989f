"""Universal search: each module finds among its own, the page shows them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cchc.platform.access import Actor
from cchc.platform.text.folding import squeeze


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing that was found, as a line of the results."""

    kind: str
    """What it is, in words: "Nhiệm vụ", "Văn bản", "Cơ quan"."""
    title: str
    detail: str
    url: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """The hits of one kind."""

    kind: str
    hits: list[SearchHit]


_Finder = Callable[[Actor, str, int], list[SearchHit]]
_FINDERS: dict[str, _Finder] = {}


def register_search(kind: str, find: _Finder) -> None:
    """Let a module find its things by words typed with or without marks, at most so many."""
    _FINDERS[kind] = find


def kinds() -> list[str]:
    """The kinds that can be found, in the order of their modules."""
    return list(_FINDERS)


def find_all(actor: Actor, words: str, *, limit: int, kind: str = "") -> list[SearchGroup]:
    """What the actor may see that fits the words, by kind; nothing for fewer than two letters."""
    words = squeeze(words)
    if len(words) < 2:
        return []
    wanted = {kind: _FINDERS[kind]} if kind in _FINDERS else _FINDERS
    groups = [SearchGroup(name, find(actor, words, limit)) for name, find in wanted.items()]
    return [group for group in groups if group.hits]
