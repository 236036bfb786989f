"""How much open work an agency has, asked of the modules that keep work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from cchc.modules.organisation.queries.agencies import agency_cards

Counter = Callable[[Collection[int]], Mapping[int, int]]
_counters: dict[str, tuple[str | Promise, Counter]] = {}


@dataclass(frozen=True, slots=True)
class OpenWork:
    """So much open work of one kind in one agency."""

    agency_id: int
    agency_name: str
    what: str
    count: int


def register_open_work(module: str, what: str | Promise, count: Counter) -> None:
    """Let a module say how much open work agencies have; called in `apps.ready`, may be repeated.

    `what` names the work in the plural ("phần việc đang thực hiện"); `count` takes agency ids and
    returns how much each has.
    """
    _counters[module] = (what, count)


def open_work_of(agency_ids: Collection[int]) -> list[OpenWork]:
    """The open work of these agencies, kind by kind; agencies without any are left out."""
    cards = agency_cards(agency_ids)
    return [
        OpenWork(agency_id, cards[agency_id].name, str(what), count)
        for what, counter in _counters.values()
        for agency_id, count in counter(agency_ids).items()
        if count and agency_id in cards
    ]
