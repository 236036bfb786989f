"""What this module puts into people's inboxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc.modules.worklist.public import WorkItem
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item: how to find some, how to count all."""

    find: Callable[[Actor, date, int], list[WorkItem]]
    count: Callable[[Actor, date], int]


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person in urging, at most `limit` of each kind."""
    if actor.user_id is None:
        return []
    return [item for kind in _KINDS for item in kind.find(actor, today, limit)]


def count_work(actor: Actor, today: date) -> int:
    """How many things wait for this person in urging."""
    if actor.user_id is None:
        return 0
    return sum(kind.count(actor, today) for kind in _KINDS)


_KINDS: tuple[Kind, ...] = (
    # --- digests
    # --- letters
)
