"""What this module hears of the others, and what it lets them ask."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.organisation.events import ClockMoved
from cchc.modules.plans.public import register_task_section
from cchc.modules.urging.job_names import Job
from cchc.modules.urging.queries.task_section import section_of
from cchc.modules.urging.worklist import count_work, find_work
from cchc.modules.worklist.public import register_source
from cchc.platform.access import Actor
from cchc.platform.events.announcing import subscribe
from cchc.platform.jobs import enqueue


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    register_source("urging", find_work, count_work)
    register_task_section("urging", section_of)
    subscribe(ClockMoved, _catch_up)
    # --- letters


def _catch_up(event: ClockMoved, actor: Actor, at: datetime) -> None:
    """In a demo the days between never come: their urging is done when the clock has moved."""
    enqueue(Job.CATCH_UP, once=Job.CATCH_UP)
