"""What this module puts into people's inboxes: what they must do, approve, decide, or settle."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Min, Q, QuerySet
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import province_committee, working_calendar
from cchc.modules.plans import links
from cchc.modules.plans.models import (
    Assignment,
    Extension,
    ImportDraft,
    Occurrence,
    TaskParty,
)
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.rules.kinds import DraftState, ExtensionState, TaskStatus
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.timeliness import SOON_WORKING_DAYS, Timeliness
from cchc.modules.plans.worklist.items import (
    Asked,
    Kind,
    extension_items,
    handed_in,
    issuers_of,
    items_of,
    urgency_for,
)
from cchc.modules.plans.worklist.parts import PART_KINDS
from cchc.modules.worklist.public import Urgency, WorkItem, numbers_waiting
from cchc.platform.access import Actor, Scope
from cchc.platform.calendar import add_working_days
from cchc.platform.text.writing import date_vi

INBOX = "plans"
_PRESSING = (Timeliness.OVERDUE, Timeliness.DUE_SOON)


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person in plans, at most `limit` of each kind."""
    if actor.user_id is None:
        return []
    asked = _asked(actor, today)
    numbers = zip(_KINDS, numbers_waiting(INBOX, actor, today), strict=True)
    return [item for kind, number in numbers if number for item in kind.find(asked, limit)]


def count_work(actor: Actor, today: date) -> int:
    """How many things wait for this person in plans."""
    return sum(numbers_waiting(INBOX, actor, today))


def waiting_rows(actor: Actor, today: date) -> list[QuerySet[Any, Any]]:
    """What `count_work` counts, a queryset a kind."""
    asked = _asked(actor, today)
    return [kind.rows(asked) for kind in _KINDS]


def _asked(actor: Actor, today: date) -> Asked:
    soon_until = add_working_days(working_calendar(None), today, SOON_WORKING_DAYS)
    return Asked(actor, today, soon_until, province_committee(today).id)


def _within(work: OccurrenceQuerySet, field: str, scope: Scope) -> OccurrenceQuerySet:
    return work if scope.everywhere else work.filter(**{f"{field}__in": scope.agencies})


# What the agency must do


def _to_do(asked: Asked) -> OccurrenceQuerySet:
    """Work returned, late or near its deadline, of agencies where the person does work."""
    scope = asked.actor.scope_of(Permission.HAND_IN)
    mine = _within(Occurrence.objects.with_the_agency().filter(is_part=False), "agency_id", scope)
    return mine.filter(Q(state=State.RETURNED) | Q(timeliness__in=_PRESSING)).exclude(
        assignment__acknowledged_at=None
    )


def _find_to_do(asked: Asked, limit: int) -> list[WorkItem]:
    returned, late = _("Bổ sung minh chứng"), _("Nộp minh chứng")
    return items_of(
        _to_do(asked).order_by("sorts_on", "pk"),
        asked,
        limit,
        kind="plans.do",
        action=lambda one: returned if one.state == State.RETURNED else late,
        detail=lambda one: _("bị trả lại") if one.state == State.RETURNED else "",
    )


def _unacknowledged(asked: Asked) -> QuerySet[Assignment]:
    scope = asked.actor.scope_of(Permission.ACKNOWLEDGE)
    parts = Assignment.objects.filter(
        acknowledged_at=None,
        ended_at=None,
        is_part=False,
        is_handed_back=False,
        task__status=TaskStatus.ACTIVE,
    )
    return parts if scope.everywhere else parts.filter(agency_id__in=scope.agencies)


def _find_unacknowledged(asked: Asked, limit: int) -> list[WorkItem]:
    parts = (
        _unacknowledged(asked)
        .annotate(next_due_on=Min("occurrences__due_on"))
        .select_related("task", "plan")
        .order_by("next_due_on", "pk")[:limit]
    )
    found = list(parts)
    dues: dict[int, date | None] = {part.pk: getattr(part, "next_due_on", None) for part in found}
    agencies = agency_refs(part.agency_id for part in found)
    return [
        WorkItem(
            kind="plans.acknowledge",
            title=f"{part.task.code} {part.task.content}".strip(),
            detail=_("{plan} · giao ngày {day}").format(
                plan=part.plan.number, day=date_vi(part.assigned_on)
            ),
            due_on=dues[part.pk],
            state=_("chờ tiếp nhận"),
            agency_name=agencies[part.agency_id].name,
            action_label=_("Tiếp nhận"),
            url=links.part(part.task_id, part.pk),
            urgency=urgency_for(dues[part.pk], asked),
        )
        for part in found
    ]


# What the head and whoever assigned must decide


def _to_approve(asked: Asked) -> OccurrenceQuerySet:
    scope = asked.actor.scope_of(Permission.APPROVE_PROOF)
    return _within(
        Occurrence.objects.filter(state=State.SUBMITTED, is_part=False), "agency_id", scope
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
    issuers = issuers_of(asked, Permission.ACCEPT_PROOF)
    return Occurrence.objects.filter(state=State.APPROVED, is_part=False, issuer_id__in=issuers)


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


def _pending_extensions(asked: Asked) -> QuerySet[Extension]:
    issuers = issuers_of(asked, Permission.DECIDE_EXTENSION)
    return Extension.objects.filter(
        state=ExtensionState.PENDING, occurrence__is_part=False, issuer_id__in=issuers
    )


def _find_extensions(asked: Asked, limit: int) -> list[WorkItem]:
    return extension_items(_pending_extensions(asked), asked, limit)


# What is unsettled


def _drafts(asked: Asked) -> QuerySet[ImportDraft]:
    person_id = asked.actor.user_id
    mine = Q(created_by_id=person_id) | Q(shares__person_id=person_id)
    waiting = ImportDraft.objects.filter(state__in=[DraftState.READY, DraftState.FAILED])
    return waiting.filter(mine).distinct()


_SHOWN_OF_DRAFTS = (
    *("title", "file_name", "state", "failure_text", "task_count", "doubt_count", "changed_at"),
)
"""The tables of drafts hold whole documents."""


def _find_drafts(asked: Asked, limit: int) -> list[WorkItem]:
    found = _drafts(asked).only(*_SHOWN_OF_DRAFTS).order_by("-changed_at")[:limit]
    return [
        WorkItem(
            kind="plans.draft",
            title=_("Xem lại bản đọc: {title}").format(title=draft.title or draft.file_name),
            detail=_draft_detail(draft),
            due_on=None,
            state=_("không đọc được") if draft.state == DraftState.FAILED else _("chờ xác nhận"),
            agency_name="",
            action_label=_("Mở bản nháp"),
            url=links.draft(draft.pk),
            urgency=Urgency.LATER,
        )
        for draft in found
    ]


def _draft_detail(draft: ImportDraft) -> str:
    if draft.state == DraftState.FAILED:
        return draft.failure_text
    words = _("{tasks} nhiệm vụ, {doubts} chỗ cần xem lại")
    return str(words.format(tasks=draft.task_count, doubts=draft.doubt_count))


def _unchosen(asked: Asked) -> QuerySet[TaskParty]:
    issuers = issuers_of(asked, Permission.MANAGE)
    active = TaskParty.objects.filter(needs_choice=True, task__status=TaskStatus.ACTIVE)
    return active.filter(task__plan__issuer_id__in=issuers)


def _find_unchosen(asked: Asked, limit: int) -> list[WorkItem]:
    found = (
        _unchosen(asked)
        .select_related("task__plan")
        .only("text", "task__code", "task__content", "task__plan__number")
        .order_by("-task__plan_id", "task__position", "pk")[:limit]
    )
    return [
        WorkItem(
            kind="plans.choose",
            title=_("Xác định cơ quan: “{party}”").format(party=party.text),
            detail=f"{party.task.plan.number} · {party.task.code} {party.task.content}",
            due_on=None,
            state=_("chưa giao được"),
            agency_name="",
            action_label=_("Chọn cơ quan"),
            url=links.task(party.task_id),
            urgency=Urgency.WHENEVER,
        )
        for party in found
    ]


_KINDS = (
    Kind(_find_to_do, _to_do),
    Kind(_find_unacknowledged, _unacknowledged),
    Kind(_find_to_approve, _to_approve),
    Kind(_find_to_accept, _to_accept),
    Kind(_find_extensions, _pending_extensions),
    *PART_KINDS,
    Kind(_find_drafts, _drafts),
    Kind(_find_unchosen, _unchosen),
)
