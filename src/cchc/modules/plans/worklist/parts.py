"""What was handed down inside threads, in the inboxes of those who must do it or decide on it.

Work given to one person waits for that person alone; a division's for its head and its people.
"""

from __future__ import annotations

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import AgencyKind
from cchc.modules.plans import links
from cchc.modules.plans.models import Assignment, Extension, Handback, Occurrence
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.rules.kinds import ExtensionState, HandbackState, TaskStatus
from cchc.modules.plans.rules.lifecycle import OPEN, State
from cchc.modules.plans.worklist.items import (
    Asked,
    Kind,
    extension_items,
    handed_in,
    issuers_of,
    items_of,
    urgency_for,
)
from cchc.modules.worklist.public import WorkItem
from cchc.platform.text.writing import date_vi

_OPEN = sorted(OPEN)


def _doing(asked: Asked, permission: Permission, holder: str) -> Q:
    """Parts that the person may do: of their agencies, and those given to them by name."""
    scope = asked.actor.scope_of(permission)
    of_agency = Q(agency_id__in=scope.agencies) & ~Q(agency_id=F("issuer_id"))
    return Q(is_part=True) & (of_agency | Q(**{holder: asked.actor.user_id}))


def _gives(asked: Asked) -> Q:
    """What the person gave, or may decide about, in an agency's or their division's name."""
    division = Q(issuer__kind=AgencyKind.DIVISION)
    gives = asked.actor.scope_of(Permission.HAND_DOWN).agencies
    leads = asked.actor.scope_of(Permission.LEAD_DIVISION).agencies
    return (Q(issuer_id__in=gives) & ~division) | (Q(issuer_id__in=leads) & division)


def _to_take_up(asked: Asked) -> QuerySet[Assignment]:
    """Parts that nobody has taken up."""
    return Assignment.objects.filter(
        _doing(asked, Permission.ACKNOWLEDGE, "holder_id"),
        acknowledged_at=None,
        ended_at=None,
        is_handed_back=False,
        task__status=TaskStatus.ACTIVE,
    )


def _find_to_take_up(asked: Asked, limit: int) -> list[WorkItem]:
    found = list(
        _to_take_up(asked)
        .annotate(next_due_on=Min("occurrences__due_on"))
        .select_related("task")
        .order_by("next_due_on", "pk")[:limit]
    )
    agencies = agency_refs({pk for one in found for pk in (one.agency_id, one.issuer_id)})
    items = []
    for one in found:
        due_on = getattr(one, "next_due_on", None)
        said = _("{agency} giao ngày {day}")
        items.append(
            WorkItem(
                kind="plans.part",
                title=f"{one.task.code} {one.task.content}".strip(),
                detail=said.format(
                    agency=agencies[one.issuer_id].name, day=date_vi(one.assigned_on)
                ),
                due_on=due_on,
                state=_("việc con, chờ tiếp nhận"),
                agency_name=agencies[one.agency_id].name,
                action_label=_("Tiếp nhận"),
                url=links.part(one.task_id, one.pk),
                urgency=urgency_for(due_on, asked),
            )
        )
    return items


def _to_do(asked: Asked) -> OccurrenceQuerySet:
    """Parts that were taken up and are not handed in, whenever they are due."""
    doing = _doing(asked, Permission.HAND_IN, "assignment__holder_id")
    mine = Occurrence.objects.with_the_agency().filter(doing)
    return mine.exclude(assignment__acknowledged_at=None).exclude(
        Exists(Occurrence.objects.filter(task__part_of=OuterRef("pk"), state__in=_OPEN))
    )


def _find_to_do(asked: Asked, limit: int) -> list[WorkItem]:
    returned, fresh = _("Bổ sung minh chứng"), _("Nộp minh chứng")
    return items_of(
        _to_do(asked).order_by("sorts_on", "pk"),
        asked,
        limit,
        kind="plans.part",
        action=lambda one: returned if one.state == State.RETURNED else fresh,
        detail=lambda one: _("bị trả lại") if one.state == State.RETURNED else _("việc con"),
    )


def _ready(asked: Asked) -> OccurrenceQuerySet:
    """Work of a plan of which everything that was given down is done: it can be handed in."""
    scope = asked.actor.scope_of(Permission.HAND_DOWN)
    parts = Occurrence.objects.filter(task__part_of=OuterRef("pk"))
    roots = Occurrence.objects.with_the_agency().filter(
        is_part=False, thread__isnull=False, agency_id__in=scope.agencies
    )
    done = roots.filter(Exists(parts.filter(state=State.ACCEPTED)))
    return done.exclude(Exists(parts.filter(state__in=_OPEN)))


def _find_ready(asked: Asked, limit: int) -> list[WorkItem]:
    action, done = _("Nộp minh chứng"), _("mọi việc con đã xong")
    return items_of(
        _ready(asked).order_by("sorts_on", "pk"),
        asked,
        limit,
        kind="plans.ready",
        action=lambda one: action,
        detail=lambda one: done,
    )


def _to_approve(asked: Asked) -> OccurrenceQuerySet:
    submitted = Occurrence.objects.filter(state=State.SUBMITTED, is_part=True)
    division = Q(agency__kind=AgencyKind.DIVISION)
    approves = asked.actor.scope_of(Permission.APPROVE_PROOF).agencies
    leads = asked.actor.scope_of(Permission.LEAD_DIVISION).agencies
    return submitted.filter(
        (Q(agency_id__in=approves) & ~division) | (Q(agency_id__in=leads) & division)
    )


def _find_to_approve(asked: Asked, limit: int) -> list[WorkItem]:
    action = _("Duyệt minh chứng")
    return items_of(
        _to_approve(asked).order_by("submitted_on", "pk"),
        asked,
        limit,
        kind="plans.approve",
        action=lambda one: action,
        detail=handed_in,
    )


def _to_accept(asked: Asked) -> OccurrenceQuerySet:
    return Occurrence.objects.filter(_gives(asked), state=State.APPROVED, is_part=True)


def _find_to_accept(asked: Asked, limit: int) -> list[WorkItem]:
    action = _("Nghiệm thu")
    return items_of(
        _to_accept(asked).order_by("submitted_on", "pk"),
        asked,
        limit,
        kind="plans.accept",
        action=lambda one: action,
        detail=handed_in,
    )


def _asking(asked: Asked) -> QuerySet[Extension]:
    parts = Extension.objects.filter(occurrence__is_part=True)
    return parts.filter(_gives(asked), state=ExtensionState.PENDING)


def _find_asking(asked: Asked, limit: int) -> list[WorkItem]:
    return extension_items(_asking(asked), asked, limit)


def _handed_back(asked: Asked) -> QuerySet[Handback]:
    """What waits for the answer of whoever gave it, rows of plans included."""
    issuers = issuers_of(asked, Permission.MANAGE)
    given = Q(assignment__is_part=False, issuer_id__in=issuers)
    given |= Q(assignment__is_part=True) & _gives(asked)
    return Handback.objects.filter(given, state=HandbackState.PENDING)


def _find_handed_back(asked: Asked, limit: int) -> list[WorkItem]:
    found = list(
        _handed_back(asked)
        .select_related("assignment__task", "assignment__plan")
        .annotate(next_due_on=Min("assignment__occurrences__due_on"))
        .order_by("at", "pk")[:limit]
    )
    agencies = agency_refs(one.agency_id for one in found)
    items = []
    for one in found:
        task, due_on = one.assignment.task, getattr(one, "next_due_on", None)
        name = agencies[one.agency_id].name
        reason = _("lý do: {reason}").format(reason=one.reason)
        title = _("{agency} trả lại việc: {task}")
        items.append(
            WorkItem(
                kind="plans.handed_back",
                title=title.format(agency=name, task=f"{task.code} {task.content}".strip()),
                detail=f"{one.assignment.plan.number} · {reason}",
                due_on=due_on,
                state=_("chờ trả lời"),
                agency_name=name,
                action_label=_("Giữ nguyên hoặc chuyển"),
                url=links.part(task.pk, one.assignment_id),
                urgency=urgency_for(due_on, asked),
            )
        )
    return items


PART_KINDS = (
    Kind(_find_to_take_up, _to_take_up),
    Kind(_find_to_do, _to_do),
    Kind(_find_ready, _ready),
    Kind(_find_to_approve, _to_approve),
    Kind(_find_to_accept, _to_accept),
    Kind(_find_asking, _asking),
    Kind(_find_handed_back, _handed_back),
)
