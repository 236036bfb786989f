"""The inbox of a person: every source asked, the answers in one order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from cchc.modules.organisation.public import structure_version
from cchc.modules.worklist.rules.items import WorkItem, in_order
from cchc.platform.access import Actor
from cchc.platform.sql import count_each

Find = Callable[[Actor, date, int], list[WorkItem]]
Count = Callable[[Actor, date], int]
Rows = Callable[[Actor, date], Sequence[QuerySet[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Source:
    """A module's answer to "what waits for this person?", and how many things in all."""

    name: str
    find: Find
    count: Count
    rows: Rows | None = None
    """What `count` counts, as querysets: all modules are then counted in one question. They must
    follow from the actor, the day and the tables of the organisation alone."""


_sources: dict[str, Source] = {}
_sizes: dict[str, int] = {}
"""How many querysets each source gives; always the same number."""
_counted: ContextVar[dict[tuple[Actor, date], dict[str, list[int]]] | None] = ContextVar(
    "worklist_counted", default=None
)


def register_source(name: str, find: Find, count: Count, rows: Rows | None = None) -> None:
    """Let a module feed the inbox; called in its `apps.ready`, harmless to repeat."""
    _sources[name] = Source(name, find, count, rows)


def begin_request(*, environ: Mapping[str, Any] | None = None, **_: Any) -> None:
    """Count only once until the request ends, if it only reads: it then tells one number."""
    only_reads = environ is not None and environ.get("REQUEST_METHOD") in {"GET", "HEAD"}
    _counted.set({} if only_reads else None)


def end_request(**_: Any) -> None:
    """Count every time again, as jobs and commands do."""
    _counted.set(None)


def items_for(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person, the most pressing first."""
    found = [item for source in _sources.values() for item in source.find(actor, today, limit)]
    return in_order(found, limit=limit)


def count_for(actor: Actor, today: date) -> int:
    """How many things wait for this person."""
    alone = sum(source.count(actor, today) for source in _sources.values() if source.rows is None)
    return alone + sum(sum(numbers) for numbers in _numbers(actor, today).values())


def numbers_waiting(name: str, actor: Actor, today: date) -> list[int]:
    """How many rows each queryset has that this source registered: which of them to read at all."""
    return _numbers(actor, today).get(name, [])


def _numbers(actor: Actor, today: date) -> dict[str, list[int]]:
    """The same for all sources, in one question."""
    if actor.user_id is None:
        return {}
    counted = _counted.get()
    key = (actor, today)
    if counted is not None and key in counted:
        return counted[key]
    numbers = _asked(actor, today)
    if counted is not None:
        counted[key] = numbers
    return numbers


def _asked(actor: Actor, today: date) -> dict[str, list[int]]:
    sources = {name: source.rows for name, source in _sources.items() if source.rows is not None}
    sizes = _sizes
    key = ("worklist", tuple(sources), actor, today, structure_version())

    def querysets() -> list[QuerySet[Any, Any]]:
        found = {name: rows(actor, today) for name, rows in sources.items()}
        sizes.update({name: len(querysets) for name, querysets in found.items()})
        return [one for querysets in found.values() for one in querysets]

    numbers = iter(count_each(key, querysets))
    return {name: list(islice(numbers, sizes[name])) for name in sources}
