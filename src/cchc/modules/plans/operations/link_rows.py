"""Tying a plan to what stands above it: rows to rows, targets to figures."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.figures.public import figure_of
from cchc.modules.plans.events import RowLinked, TargetBound
from cchc.modules.plans.models import Plan, Target, Task
from cchc.modules.plans.operations.reaching import locked_task
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce


@transaction.atomic
def link_row(*, task_id: int, above_task_id: int, actor: Actor, now: datetime) -> Task:
    """Say that a row carries out a row of the plan above.

    Raises NotVisible, AccessDenied, or WorkRefused when the other row does not stand above it.
    """
    task = locked_task(task_id, actor)
    actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
    above = Task.objects.get_visible(actor, pk=above_task_id)
    if above.plan_id not in _plans_above(task.plan):
        raise WorkRefused(WorkProblem.NOT_ABOVE)
    task.answers = above
    task.save(update_fields=["answers"])
    event = RowLinked(
        task_id=task.pk, code=task.code, above_task_id=above.pk, above_code=above.code
    )
    announce(event, actor=actor, at=now)
    return task


def _plans_above(plan: Plan) -> set[int]:
    found: set[int] = set()
    above = plan.above
    while above is not None and above.pk not in found:
        found.add(above.pk)
        above = above.above
    return found


@transaction.atomic
def bind_target(*, target_id: int, figure_code: str, actor: Actor, now: datetime) -> Target:
    """Bind a target to the figure that measures it; an empty code unbinds.

    Raises NotVisible, AccessDenied, or UnknownFigure when no module counts it.
    """
    target = Target.objects.select_for_update(of=("self",)).filter(pk=target_id).first()
    if target is None:
        raise NotVisible
    plan = Plan.objects.get_visible(actor, pk=target.plan_id)
    actor.require(Permission.MANAGE, agency_id=plan.issuer_id)
    wanted = figure_code.strip()
    target.figure_code = figure_of(wanted).code if wanted else ""
    target.save(update_fields=["figure_code"])
    event = TargetBound(
        plan_id=plan.pk,
        number=str(plan),
        target_number=target.number,
        figure_code=target.figure_code,
    )
    announce(event, actor=actor, at=now)
    return target
