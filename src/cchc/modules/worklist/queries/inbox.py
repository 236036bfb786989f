"""The inbox of a person: every source asked, the answers in one order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc.modules.worklist.rules.items import WorkItem, in_order
from cchc.platform.access import Actor

Find = Callable[[Actor, date, int], list[WorkItem]]
Count = Callable[[Actor, date], int]


@dataclass(frozen=True, slots=True)
class Source:
    """A module's answer to "what waits for this person?", and how many things in all."""

    name: str
    find: Find
    count: Count


_sources: dict[str, Source] = {}


def register_source(name: str, find: Find, count: Count) -> None:
    """Let a module feed the inbox; called in its `apps.ready`, harmless to repeat."""
    _sources[name] = Source(name, find, count)


def items_for(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person, the most pressing first."""
    found = [item for source in _sources.values() for item in source.find(actor, today, limit)]
    return in_order(found, limit=limit)


def count_for(actor: Actor, today: date) -> int:
    """How many things wait for this person."""
    return sum(source.count(actor, today) for source in _sources.values())
