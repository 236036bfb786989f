"""The home page: what waits for me, how my agency stands, who needs attention, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.plans.public import (
    HomeFigure,
    WatchedAgency,
    agencies_to_watch,
    home_figures,
    recent_changes,
)
from cchc.modules.plans.public import TrailItem as Change
from cchc.modules.worklist.public import WorkItem, count_for, items_for
from cchc.platform.access import Actor

ITEMS = 8
WATCHED = 6
CHANGES = 6


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that stands on the home page."""

    today: date
    items: list[WorkItem]
    item_count: int
    overdue_count: int
    figures: list[HomeFigure]
    watched: list[WatchedAgency]
    most_watched: int
    """The largest number of late or near tasks among the watched, for the bars."""
    changes: list[Change]


def home_page(*, actor: Actor, now: datetime) -> HomePage:
    """The home page of this person at this moment."""
    today = now.date()
    items = items_for(actor, today, ITEMS)
    watched = agencies_to_watch(actor, today, limit=WATCHED)
    return HomePage(
        today=today,
        items=items,
        item_count=count_for(actor, today),
        overdue_count=sum(1 for i in items if i.due_on is not None and i.due_on < today),
        figures=home_figures(actor, today),
        watched=watched,
        most_watched=max((row.weight for row in watched), default=0),
        changes=recent_changes(actor, limit=CHANGES),
    )
