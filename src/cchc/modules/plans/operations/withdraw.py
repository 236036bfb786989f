"""Taking work back: one row, or a whole plan. What is done stays done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from cchc.modules.plans import links
from cchc.modules.plans.events import PlanWithdrawn, TaskWithdrawn
from cchc.modules.plans.models import (
    Assignment,
    Extension,
    Handback,
    Occurrence,
    Plan,
    Submission,
    Task,
)
from cchc.modules.plans.operations.reaching import locked_task
from cchc.modules.plans.operations.reckoning import day_of
from cchc.modules.plans.operations.telling import answering_for, heads_and_officers_of, tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.kinds import (
    ExtensionState,
    HandbackState,
    PlanStatus,
    SubmissionState,
    TaskStatus,
)
from cchc.modules.plans.rules.lifecycle import State, sources_of
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused, require_reason
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

_WITHDRAWABLE = sorted(sources_of(State.WITHDRAWN))
_OPEN_ROUNDS = [SubmissionState.HANDED_IN, SubmissionState.APPROVED]


@transaction.atomic
def withdraw_task(*, task_id: int, reason: str, actor: Actor, now: datetime) -> Task:
    """Take back a row of the plan with all its open work.

    Raises NotVisible, AccessDenied or WorkRefused; HandingRefused for a part, which is recalled.
    """
    task = locked_task(task_id, actor)
    if task.part_of_id is not None:
        raise HandingRefused(HandingProblem.IS_A_PART)
    actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
    said = require_reason(reason)
    if task.status == TaskStatus.WITHDRAWN:
        raise WorkRefused(WorkProblem.ALREADY_WITHDRAWN)
    take_back(task, said, actor=actor, now=now)
    bound = task.assignments.values_list("agency_id", flat=True).distinct()
    people = heads_and_officers_of(list(bound), now)
    title = f"Nhiệm vụ {task.code} được thu hồi"
    link = links.task(task.pk)
    tell(people, topic="plans.work.withdrawn", title=title, body=said, link=link, now=now)
    return task


def take_back(task: Task, reason: str, *, actor: Actor, now: datetime) -> None:
    """Take back a locked row; says so in the trail."""
    task.status = TaskStatus.WITHDRAWN
    task.withdrawn_at = now
    task.withdrawal_reason = reason[:500]
    task.save(update_fields=["status", "withdrawn_at", "withdrawal_reason"])
    end_assignments(task.assignments.live(), reason, actor=actor, now=now)
    event = TaskWithdrawn(
        task_id=task.pk, plan_id=task.plan_id, code=task.code, reason=reason[:300]
    )
    announce(event, actor=actor, at=now)


def end_assignments(
    assignments: QuerySet[Assignment], reason: str, *, actor: Actor, now: datetime
) -> None:
    """End these parts: open rounds are withdrawn, pending requests and submissions closed."""
    ids = list(assignments.values_list("pk", flat=True))
    ended = Occurrence.objects.filter(assignment_id__in=ids, state__in=_WITHDRAWABLE)
    take_back_parts(list(ended.values_list("pk", flat=True)), reason, actor=actor, now=now)
    close_pending(ended, reason, actor=actor, now=now)
    Handback.objects.filter(assignment_id__in=ids, state=HandbackState.PENDING).update(
        state=HandbackState.ENDED, answered_at=now, answered_by_id=actor.user_id, answer=reason
    )
    ended.update(
        state=State.WITHDRAWN,
        state_since=now,
        suspended_from="",
        suspended_on=None,
        has_pending_extension=False,
        timeliness=Timeliness.NOT_COUNTED,
        reckoned_on=day_of(now).today,
    )
    Assignment.objects.filter(pk__in=ids).update(
        ended_at=now, end_reason=reason[:500], is_handed_back=False
    )


def take_back_parts(
    occurrence_ids: Collection[int], reason: str, *, actor: Actor, now: datetime
) -> None:
    """Take back everything given from these, to the bottom; what was accepted stays."""
    still_open = Occurrence.objects.parts_of(occurrence_ids).filter(state__in=_WITHDRAWABLE)
    parts = Task.objects.select_for_update(of=("self",)).active()
    for task in parts.filter(pk__in=still_open.values("task_id")).order_by("pk"):
        bound = set(task.assignments.live().values_list("agency_id", "holder_id"))
        take_back(task, reason, actor=actor, now=now)
        people = {holder for _agency, holder in bound}
        people |= answering_for([agency for agency, _holder in bound], now)
        title = "Việc được giao xuống đã thu hồi"
        link = links.task(task.pk)
        tell(people, topic="plans.work.withdrawn", title=title, body=reason, link=link, now=now)


def close_pending(
    occurrences: QuerySet[Occurrence], reason: str, *, actor: Actor, now: datetime
) -> None:
    """Close what still waits for a decision about work that ends."""
    Extension.objects.filter(occurrence__in=occurrences, state=ExtensionState.PENDING).update(
        state=ExtensionState.REFUSED,
        decided_at=now,
        decided_by_id=actor.user_id,
        decision_reason=reason,
    )
    Submission.objects.filter(occurrence__in=occurrences, state__in=_OPEN_ROUNDS).update(
        state=SubmissionState.RETURNED,
        decided_at=now,
        decided_by_id=actor.user_id,
        return_reason=reason,
    )


@transaction.atomic
def withdraw_plan(*, plan_id: int, reason: str, actor: Actor, now: datetime) -> Plan:
    """Take back a whole plan; its number may be used again.

    Raises NotVisible, AccessDenied or WorkRefused.
    """
    plan = Plan.objects.select_for_update(of=("self",)).get_visible(actor, pk=plan_id)
    actor.require(Permission.MANAGE, agency_id=plan.issuer_id)
    said = require_reason(reason)
    if plan.status == PlanStatus.WITHDRAWN:
        raise WorkRefused(WorkProblem.ALREADY_WITHDRAWN)
    plan.status = PlanStatus.WITHDRAWN
    plan.withdrawn_at = now
    plan.withdrawal_reason = said[:500]
    plan.save(update_fields=["status", "withdrawn_at", "withdrawal_reason"])
    for task in plan.tasks.rows().select_for_update(of=("self",)).active():
        take_back(task, said, actor=actor, now=now)
    announce(
        PlanWithdrawn(plan_id=plan.pk, number=str(plan), reason=said[:300]), actor=actor, at=now
    )
    return plan
