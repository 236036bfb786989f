"""What an item of the inbox is, and which comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

_NEVER = date(9999, 12, 31)


class Urgency(IntEnum):
    """How pressing an item is: smaller comes first."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2
    LATER = 3
    WHENEVER = 4


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing that waits for a person.

    `kind` is the source's stable code ("plans.approve"); `state` is the badge in words ("quá hạn 2
    ngày"); `action_label` is the button, a verb; `url` is where it leads.
    """

    kind: str
    title: str
    detail: str
    due_on: date | None
    state: str
    agency_name: str
    action_label: str
    url: str
    urgency: Urgency


def urgency_of(due_on: date | None, *, today: date, soon_until: date) -> Urgency:
    """How pressing a deadline is."""
    if due_on is None:
        return Urgency.WHENEVER
    if due_on < today:
        return Urgency.OVERDUE
    if due_on == today:
        return Urgency.TODAY
    return Urgency.SOON if due_on <= soon_until else Urgency.LATER


def in_order(items: Iterable[WorkItem], *, limit: int) -> list[WorkItem]:
    """The most pressing first; equals by deadline, then by title so that a list never jumps."""
    return sorted(items, key=lambda i: (i.urgency, i.due_on or _NEVER, i.title, i.url))[:limit]
