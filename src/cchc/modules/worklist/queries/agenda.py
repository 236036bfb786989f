"""The calendar of a person: every source asked, the answers in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from cchc.modules.worklist.rules.agenda import AgendaItem, AgendaKind, in_time_order
from cchc.platform.access import Actor

AgendaSource = Callable[[Actor, date, date], list[AgendaItem]]
"""Answers with what concerns the actor from the first to the last day, both included."""

_sources: dict[str, AgendaSource] = {}


def register_agenda(name: str, source: AgendaSource) -> None:
    """Let a module feed the calendar; called in its `apps.ready`, harmless to repeat."""
    _sources[name] = source


def agenda_of(
    actor: Actor, since: date, until: date, kinds: Collection[AgendaKind] = ()
) -> list[AgendaItem]:
    """What concerns this person from day to day, in the order of time; of some kinds if asked."""
    found = [item for source in _sources.values() for item in source(actor, since, until)]
    wanted = frozenset(kinds) or frozenset(AgendaKind)
    return in_time_order(item for item in found if item.kind in wanted)
