"""The shape of what waits in an inbox of this module: for whom, which rows, how they read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cchc.modules.plans import links
from cchc.modules.plans.models import Extension, Occurrence
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs, badge_of
from cchc.modules.worklist.public import Urgency, WorkItem, urgency_of
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom an inbox is made, and which day it is there."""

    actor: Actor
    today: date
    soon_until: date
    province_id: int


Find = Callable[[Asked, int], list[WorkItem]]
Rows = Callable[[Asked], QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item: how to find some, and the rows that are counted."""

    find: Find
    rows: Rows


def urgency_for(due_on: date | None, asked: Asked) -> Urgency:
    """How much a deadline presses this person."""
    return urgency_of(due_on, today=asked.today, soon_until=asked.soon_until)


def issuers_of(asked: Asked, permission: Permission) -> frozenset[int]:
    """For which issuers the person decides; over the province, for what the province gave."""
    scope = asked.actor.scope_of(permission)
    return frozenset({asked.province_id}) if scope.everywhere else scope.agencies


def handed_in(one: Occurrence) -> str:
    """Since when it waits for a decision."""
    if one.submitted_on is None:
        return ""
    return str(_("nộp ngày {day}").format(day=date_vi(one.submitted_on)))


SHOWN = (
    *("task", "task__code", "task__content", "plan", "plan__number"),
    *("label", "agency_id", "state", "timeliness", "due_on", "submitted_on"),
)
"""What an item shows of a round of work: the tables are much wider."""


def items_of(
    work: OccurrenceQuerySet,
    asked: Asked,
    limit: int,
    *,
    kind: str,
    action: Callable[[Occurrence], str],
    detail: Callable[[Occurrence], str],
) -> list[WorkItem]:
    """Occurrences as items of an inbox."""
    found = list(work.select_related("task", "plan").only(*SHOWN)[:limit])
    agencies = agency_refs(one.agency_id for one in found)
    items = []
    for one in found:
        parts = (one.plan.number, one.label, detail(one))
        items.append(
            WorkItem(
                kind=kind,
                title=f"{one.task.code} {one.task.content}".strip(),
                detail=" · ".join(part for part in parts if part),
                due_on=one.due_on,
                state=badge_of(one, today=asked.today).label,
                agency_name=agencies[one.agency_id].name,
                action_label=action(one),
                url=links.task(one.task_id, one.pk),
                urgency=urgency_for(one.due_on, asked),
            )
        )
    return items


def extension_items(asking: QuerySet[Extension], asked: Asked, limit: int) -> list[WorkItem]:
    """Requests for more time as items of an inbox."""
    found = list(
        asking.select_related("occurrence__task", "occurrence__plan")
        .only("due_on", "wanted_on", "reason", *(f"occurrence__{name}" for name in SHOWN))
        .order_by("asked_at", "pk")[:limit]
    )
    agencies = agency_refs(one.occurrence.agency_id for one in found)
    return [
        WorkItem(
            kind="plans.extension",
            title=_("{agency} xin gia hạn: {task}").format(
                agency=agencies[one.occurrence.agency_id].name, task=one.occurrence.task.content
            ),
            detail=_("{plan} · xin lùi đến {day} · lý do: {reason}").format(
                plan=one.occurrence.plan.number, day=date_vi(one.wanted_on), reason=one.reason
            ),
            due_on=one.due_on,
            state=badge_of(one.occurrence, today=asked.today).label,
            agency_name=agencies[one.occurrence.agency_id].name,
            action_label=_("Quyết định"),
            url=links.task(one.occurrence.task_id, one.occurrence_id),
            urgency=urgency_for(one.due_on, asked),
        )
        for one in found
    ]
