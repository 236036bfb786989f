"""What this module hears of itself: a moved clock makes successions due."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.organisation.events import ClockMoved
from cchc.modules.organisation.operations.passing_on import pass_on_open_work
from cchc.platform import clock
from cchc.platform.access import SYSTEM, Actor
from cchc.platform.events.announcing import subscribe


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    subscribe(ClockMoved, _pass_on_what_is_due)


def _pass_on_what_is_due(event: ClockMoved, actor: Actor, at: datetime) -> None:
    """In a demo the night of a succession may never come: the day is skipped."""
    pass_on_open_work(actor=SYSTEM, now=clock.now())
