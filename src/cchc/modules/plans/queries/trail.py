"""What happened: on a plan or a task from the trail, and lately as far as the actor may know."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.queries.pages import TrailItem
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.access import Actor
from cchc.platform.audit.reading import trail_of
from cchc.platform.sql import prepared_for

_SHOWN = 30
_READ = 120
"""The newest entries read; then they are put in the order of the office's clock."""


def trail_of_plan(plan_id: int) -> list[TrailItem]:
    """What happened to a plan as a whole, the last first."""
    return _items(f"plans.plan:{plan_id}")


def trail_of_task(task_id: int | None, thread_ids: Iterable[int] = ()) -> list[TrailItem]:
    """What happened to a task and everybody's part in it, and in these threads; the last first."""
    task = [f"plans.task:{task_id}"] if task_id is not None else []
    return _items(*task, *(f"plans.thread:{thread_id}" for thread_id in thread_ids))


def trail_of_draft(draft_id: int) -> list[TrailItem]:
    """What happened to a draft, the last first."""
    return _items(f"plans.draft:{draft_id}")


def recent_changes(actor: Actor, *, limit: int) -> list[TrailItem]:
    """What was handed in, decided or returned lately, as far as the actor may know."""

    def lately() -> QuerySet[Occurrence]:
        rows = Occurrence.objects.listed_for(actor).lately_changed().select_related("task")
        return rows.only("agency_id", "state", "state_since", "task", "task__content")[:limit]

    found: list[Occurrence] = prepared_for(("plans.recent", actor, limit), lately).objects()
    agencies = agency_refs(one.agency_id for one in found)
    return [
        TrailItem(
            at=one.state_since,
            actor_name=agencies[one.agency_id].name,
            text=_said(one),
            event=one.state,
        )
        for one in found
    ]


def _said(one: Occurrence) -> str:
    words = {
        State.SUBMITTED: _("nộp minh chứng “{task}”, chờ thủ trưởng duyệt"),
        State.APPROVED: _("gửi minh chứng “{task}”, chờ nghiệm thu"),
        State.ACCEPTED: _("được nghiệm thu “{task}”"),
        State.RETURNED: _("bị trả lại minh chứng “{task}”"),
    }
    return str(words[State(one.state)].format(task=one.task.content))


def _items(*abouts: str) -> list[TrailItem]:
    found = [line for about in abouts for line in trail_of(about, limit=_READ)]
    lines = sorted(found, key=lambda line: line.at, reverse=True)
    return [
        TrailItem(at=line.at, actor_name=line.actor_name, text=line.sentence, event=line.event)
        for line in lines[:_SHOWN]
    ]
