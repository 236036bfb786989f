"""The documents behind a task, and where they contradict it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.labels import SOURCE_SETTLEMENTS
from cchc.modules.plans.models import Assignment, Plan, Task, TaskSource
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.pages import Choice
from cchc.modules.plans.queries.pages.directive import ClashView, SourceView, TaskSources
from cchc.modules.plans.queries.task_reading import task_seen
from cchc.modules.plans.queries.task_sections import TaskSection
from cchc.modules.plans.rules.kinds import Obligation, PlanStatus, SourceSettlement, TaskStatus
from cchc.modules.plans.rules.sources import Clash, Terms, clashes_between
from cchc.platform.access import Actor, NotVisible
from cchc.platform.sql import prepared
from cchc.platform.text.writing import date_vi

_MOST_DOCUMENTS = 200
_DATED = ("deadline", "period")
SECTION = "plans/directives/task_sources.html"


def section_of_sources(actor: Actor, task_id: int, today: date) -> TaskSection | None:
    """The section of the task page; only where there is a second source, or one may be added."""
    page = task_sources(task_id, actor=actor)
    if len(page.sources) < 2 and not page.may_add:
        return None
    return TaskSection(SECTION, page)


def task_sources(task_id: int, *, actor: Actor) -> TaskSources:
    """Every document behind a task, its own first. Raises NotVisible."""
    task = task_seen(task_id, actor)
    found: list[TaskSource] = _sources_of.objects(task_id)
    may_change = task.status == TaskStatus.ACTIVE and actor.may(
        Permission.MANAGE, agency_id=task.plan.issuer_id
    )
    ids = [task.plan_id, *(source.plan_id for source in found)]
    open_to_reader = set(ids)
    if not actor.scope_of(Permission.VIEW).everywhere:
        seen = Plan.objects.visible_to(actor).filter(pk__in=ids)
        open_to_reader = set(seen.values_list("pk", flat=True))
    terms = terms_of_tasks([task])[task.pk]
    views = [_own(task, open_to_reader)]
    views += [_view(source, terms, open_to_reader, may_change=may_change) for source in found]
    return TaskSources(task.pk, views, may_change)


def source_to_change(source_id: int, *, actor: Actor) -> tuple[int, SourceView]:
    """The task of a source and the source as its page shows it. Raises NotVisible."""
    task_id = (
        TaskSource.objects.filter(pk=source_id, removed_at=None)
        .values_list("task_id", flat=True)
        .first()
    )
    if task_id is None:
        raise NotVisible
    page = task_sources(task_id, actor=actor)
    view = next(one for one in page.sources if one.id == source_id)
    return task_id, view


def document_choices(task_id: int, *, actor: Actor) -> list[Choice]:
    """The documents in force that may be a further source of a task, newest first."""
    plans = Plan.objects.visible_to(actor).in_force().exclude(tasks=task_id)
    rows = plans.order_by("-issued_on", "-pk")[:_MOST_DOCUMENTS]
    return [
        Choice(str(plan.pk), f"{plan} · {date_vi(plan.issued_on)} · {plan.title}"[:160])
        for plan in rows
    ]


def sources_in_force(tasks: Iterable[Task]) -> QuerySet[TaskSource]:
    """The sources of these tasks that were not taken off, in the order they were added."""
    return TaskSource.objects.filter(task__in=list(tasks), removed_at=None).order_by(
        "added_at", "pk"
    )


def terms_of_tasks(tasks: Sequence[Task]) -> dict[int, Terms]:
    """By task: until when, and which agencies lead it."""
    leads: dict[int, set[int]] = {}
    for task_id, agency_id in _leads_of([task.pk for task in tasks]):
        leads.setdefault(task_id, set()).add(agency_id)
    return {
        task.pk: Terms(
            task.due_on if task.time_kind in _DATED else None,
            frozenset(leads.get(task.pk, ())),
        )
        for task in tasks
    }


@prepared
def _leads_of(ids: list[int]) -> QuerySet[Assignment, Any]:
    """Task and agency of everybody who leads one of these tasks."""
    leads = Assignment.objects.filter(obligation=Obligation.LEAD, is_part=False, ended_at=None)
    return leads.filter(task_id__any_of=ids).values_list("task_id", "agency_id")


@prepared
def _sources_of(task_id: int) -> QuerySet[TaskSource]:
    """The sources of a task with their documents, in the order they were added."""
    found = TaskSource.objects.filter(task_id=task_id, removed_at=None)
    return found.select_related("plan").order_by("added_at", "pk")


def clashes_of(source: TaskSource, terms: Terms) -> list[ClashView]:
    """What a source says otherwise, while nobody has settled it."""
    if source.settlement or source.removed_at is not None:
        return []
    return clash_views(terms, Terms(source.due_on, frozenset(source.lead_ids)))


def clash_views(in_task: Terms, in_source: Terms) -> list[ClashView]:
    """The contradictions of two sources in words, naming what each says."""
    found = clashes_between(in_task, in_source)
    names = _names([*in_task.lead_ids, *in_source.lead_ids]) if Clash.LEAD in found else {}
    views = []
    for clash in found:
        if clash is Clash.DEADLINE and in_task.due_on and in_source.due_on:
            views.append(
                ClashView(str(_("Hạn")), date_vi(in_task.due_on), date_vi(in_source.due_on))
            )
        elif clash is Clash.LEAD:
            views.append(
                ClashView(
                    str(_("Chủ trì")),
                    _listed(in_task.lead_ids, names),
                    _listed(in_source.lead_ids, names),
                )
            )
    return views


def _own(task: Task, open_to_reader: set[int]) -> SourceView:
    plan = task.plan
    return SourceView(
        id=None,
        document_id=plan.pk if plan.pk in open_to_reader else None,
        document=str(plan),
        title=plan.title,
        issued_on=plan.issued_on,
        place=task.code,
        content="",
        time_text=task.time_text,
        lead_text=task.lead_text,
        added_at=None,
        added_by="",
        settlement_label="",
        settlement_reason="",
        is_withdrawn=plan.status == PlanStatus.WITHDRAWN,
    )


def _view(
    source: TaskSource, terms: Terms, open_to_reader: set[int], *, may_change: bool
) -> SourceView:
    plan = source.plan
    settled = source.settlement
    return SourceView(
        id=source.pk,
        document_id=plan.pk if plan.pk in open_to_reader else None,
        document=str(plan),
        title=plan.title,
        issued_on=plan.issued_on,
        place=source.place,
        content=source.content,
        time_text=source.time_text,
        lead_text=source.lead_text,
        added_at=source.added_at,
        added_by=source.added_by_name,
        settlement_label=str(SOURCE_SETTLEMENTS[SourceSettlement(settled)]) if settled else "",
        settlement_reason=source.settlement_reason,
        is_withdrawn=plan.status == PlanStatus.WITHDRAWN,
        clashes=clashes_of(source, terms),
        may_change=may_change,
        may_re_date=may_change and source.due_on is not None and source.due_on != terms.due_on,
    )


def _names(ids: Sequence[int]) -> dict[int, str]:
    return {pk: card.name for pk, card in agency_cards(set(ids)).items()}


def _listed(ids: Iterable[int], names: Mapping[int, str]) -> str:
    known = sorted(names[pk] for pk in ids if pk in names)
    shown = ", ".join(known[:4])
    return f"{shown} …" if len(known) > 4 else shown
