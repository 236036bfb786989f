"""The page of one plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.labels import PLAN_KINDS, PLAN_STATUSES
from cchc.modules.plans.models import Assignment, Occurrence, Plan, Task, TaskParty
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.counting import rate_note
from cchc.modules.plans.queries.figures import figures_of
from cchc.modules.plans.queries.naming import agency_ref, area_name, badge
from cchc.modules.plans.queries.pages import (
    BudgetBlock,
    PlanPage,
    SectionBlock,
    StateBadge,
    TaskRow,
    WorkFilter,
)
from cchc.modules.plans.queries.plans import plan_rows
from cchc.modules.plans.queries.targets import target_rows
from cchc.modules.plans.queries.times import time_label
from cchc.modules.plans.queries.trail import trail_of_plan
from cchc.modules.plans.rules.areas import scheme_by_code
from cchc.modules.plans.rules.budget import BudgetLine, sum_lines
from cchc.modules.plans.rules.clock import days_until
from cchc.modules.plans.rules.counts import Counts, counts_of, sum_counts
from cchc.modules.plans.rules.kinds import Obligation, PlanKind, PlanStatus, TaskStatus
from cchc.modules.plans.rules.standing import standing_of
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class _Work:
    """How the work of a plan stands, by task."""

    counts: Mapping[int, Counts]
    next_due: Mapping[int, date]
    parts: Mapping[tuple[int, str], int]
    rounds: Mapping[int, int]
    unchosen: Mapping[int, int]
    answered: Mapping[int, int]


def plan_page(*, plan_id: int, actor: Actor, today: date) -> PlanPage:
    """One plan with its rows, targets, money, and figures that open. Raises NotVisible."""
    plan = Plan.objects.select_related("programme", "above", "file").get_visible(actor, pk=plan_id)
    tasks = list(plan.tasks.rows().select_related("answers").order_by("position", "pk"))
    work = _work_of(plan, tasks, actor)
    counts = sum_counts(work.counts.values())
    may_manage = actor.may(Permission.MANAGE, agency_id=plan.issuer_id)
    in_force = plan.status == PlanStatus.CONFIRMED
    related = Q(pk=plan.above_id) | Q(above=plan)
    rows = plan_rows(Plan.objects.visible_to(actor).filter(related), actor=actor)
    return PlanPage(
        id=plan.pk,
        document_kind=plan.document_kind,
        number=plan.number,
        title=plan.title,
        kind_label=str(PLAN_KINDS[PlanKind(plan.kind)]),
        status=plan.status,
        status_label=str(PLAN_STATUSES[PlanStatus(plan.status)]),
        issuer=agency_ref(plan.issuer_id),
        issued_on=plan.issued_on,
        year=plan.year,
        period_starts_on=plan.period_starts_on,
        period_ends_on=plan.period_ends_on,
        signer=", ".join(part for part in (plan.signer_position, plan.signer_name) if part),
        issuing_body=plan.issuing_body,
        programme_name=str(plan.programme) if plan.programme else "",
        above=next((row for row in rows if row.id == plan.above_id), None),
        below=[row for row in rows if row.id != plan.above_id],
        file_id=plan.file_id,
        file_name=plan.file.name if plan.file else "",
        figures=figures_of(counts, WorkFilter(plan_id=plan.pk)),
        counts=counts,
        rate_note=rate_note(),
        sections=_sections(plan, tasks, work, today),
        targets=target_rows(plan, actor=actor, today=today),
        budget=budget_of(tasks),
        unchosen_count=sum(work.unchosen.values()),
        waiting_count=counts.waiting,
        recipients=plan.recipients,
        trail=trail_of_plan(plan.pk),
        withdrawal_reason=plan.withdrawal_reason,
        may_manage=may_manage and in_force,
        may_export=actor.may_somewhere(Permission.EXPORT),
        may_correct=may_manage and in_force,
    )


def budget_of(tasks: Iterable[Task]) -> BudgetBlock:
    """What the rows in force cost, and what the sum leaves out."""
    lines = [
        BudgetLine(
            code=task.code,
            text=task.budget_text,
            amount=task.budget_amount,
            basis=task.budget_basis,
            total=task.budget_total,
            is_total_derived=task.is_budget_total_derived,
            source=task.funding_source,
        )
        for task in tasks
        if task.status == TaskStatus.ACTIVE
    ]
    found = sum_lines(lines)
    return BudgetBlock(
        total=found.total,
        derived=found.derived,
        by_source=list(found.by_source),
        not_counted=[(line.code, line.text, line.amount or 0) for line in found.not_counted],
        unpriced_count=found.unpriced_count,
    )


def _work_of(plan: Plan, tasks: list[Task], actor: Actor) -> _Work:
    counts, next_due, rounds = _by_task(Occurrence.objects.listed_for(actor).filter(plan=plan))
    parts = (
        Assignment.objects.filter(plan=plan, ended_at=None, is_part=False)
        .values_list("task_id", "obligation")
        .annotate(number=Count("pk"))
    )
    unchosen = (
        TaskParty.objects.filter(task__in=tasks, needs_choice=True)
        .values_list("task_id")
        .annotate(number=Count("pk"))
    )
    answered = (
        Task.objects.visible_to(actor)
        .filter(answers__in=tasks)
        .values_list("answers_id")
        .annotate(number=Count("pk"))
    )
    return _Work(
        counts=counts,
        next_due=next_due,
        parts={(task, obligation): number for task, obligation, number in parts.order_by()},
        rounds=rounds,
        unchosen=dict(unchosen.order_by()),
        answered=dict(answered.order_by()),
    )


def _by_task(
    work: OccurrenceQuerySet,
) -> tuple[dict[int, Counts], dict[int, date], dict[int, int]]:
    """By task: how its work stands, its nearest open deadline, its rounds; in one query."""
    rows = (
        work.order_by()
        .values_list("task_id", "timeliness")
        .annotate(
            number=Count("pk"),
            due=Min("due_on", filter=Q(accepted_at=None)),
            rounds=Max("sequence", filter=Q(obligation=Obligation.LEAD)),
        )
    )
    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    next_due: dict[int, date] = {}
    rounds: dict[int, int] = {}
    for task_id, timeliness, number, due, last in rows:
        numbers[task_id][timeliness] = number
        if due is not None and timeliness != Timeliness.NOT_COUNTED:
            next_due[task_id] = min(due, next_due.get(task_id, due))
        rounds[task_id] = max(last or 0, rounds.get(task_id, 0))
    return {task: counts_of(found) for task, found in numbers.items()}, next_due, rounds


def _sections(plan: Plan, tasks: list[Task], work: _Work, today: date) -> list[SectionBlock]:
    """The headings with their rows; rows under no heading stand first, under none."""
    scheme = scheme_by_code(plan.area_scheme)
    by_section: dict[int | None, list[TaskRow]] = defaultdict(list)
    for task in tasks:
        by_section[task.section_id].append(_task_row(task, work, today))
    blocks = []
    for section in (None, *plan.sections.order_by("position")):
        rows = by_section.get(section.pk if section else None, [])
        if section is None and not rows:
            continue
        area = section.area_code if section else ""
        blocks.append(
            SectionBlock(
                code=section.code if section else "",
                title=section.title if section else "",
                area_code=area,
                area_name=area_name(area, scheme),
                tasks=rows,
                counts=sum_counts(row.counts for row in rows),
            )
        )
    return blocks


def _task_row(task: Task, work: _Work, today: date) -> TaskRow:
    counts = work.counts.get(task.pk, Counts())
    next_due = work.next_due.get(task.pk)
    return TaskRow(
        id=task.pk,
        code=task.code,
        content=task.content,
        product=task.product,
        lead_text=task.lead_text,
        coordinating_text=task.coordinating_text,
        time_text=task.time_text,
        time_label=time_label(task, rounds=work.rounds.get(task.pk, 0)),
        budget_text=task.budget_text,
        budget_amount=task.budget_amount,
        budget_basis=task.budget_basis,
        budget_total=task.budget_total,
        is_total_derived=task.is_budget_total_derived,
        funding_source=task.funding_source,
        note=task.note,
        status=task.status,
        lead_count=work.parts.get((task.pk, Obligation.LEAD), 0),
        coordinating_count=work.parts.get((task.pk, Obligation.COORDINATING), 0),
        needs_choice=bool(work.unchosen.get(task.pk)),
        counts=counts,
        next_due_on=next_due,
        badge=worst_badge(counts, next_due, today),
        answers_code=task.answers.code if task.answers else "",
        answered_count=work.answered.get(task.pk, 0),
    )


def worst_badge(counts: Counts, next_due: date | None, today: date) -> StateBadge:
    """The most pressing state among many occurrences, with the nearest open deadline."""
    timeliness = standing_of(counts)
    days = None
    if timeliness in (Timeliness.OVERDUE, Timeliness.DUE_SOON, Timeliness.NOT_DUE):
        days = days_until(next_due, today, working_calendar(None))
    return badge(timeliness, next_due, days)
