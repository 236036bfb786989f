"""The list of plans, and the page of one plan with figures that open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum

from cchc.modules.plans.labels import DRAFT_STATES, PLAN_KINDS, PLAN_STATUSES
from cchc.modules.plans.models import ImportDraft, Plan, Tally, Task
from cchc.modules.plans.models.plan import PlanQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.queries.pages import (
    AgencyRef,
    Choice,
    DraftRow,
    PlanRow,
    PlansPage,
)
from cchc.modules.plans.queries.work import year_choices
from cchc.modules.plans.rules.counts import Counts, counts_of
from cchc.modules.plans.rules.kinds import DraftState, PlanKind, PlanStatus
from cchc.platform.access import Actor
from cchc.platform.sql import prepared, prepared_for
from cchc.platform.text.folding import fold

_MOST_PLANS = 300


def plans_page(
    *, actor: Actor, year: int | None = None, kind: str = "", text: str = ""
) -> PlansPage:
    """The plans that the actor may know of, newest first, and the drafts they work on.

    Directives have a register of their own and are listed here only when asked for.
    """
    plans = Plan.objects.visible_to(actor).order_by("-year", "-issued_on", "-pk")
    if year:
        plans = plans.filter(year=year)
    kind = kind if kind in set(PlanKind) else ""
    plans = plans.filter(kind=kind) if kind else plans.exclude(kind=PlanKind.DIRECTIVE)
    for word in fold(text).split():
        plans = plans.filter(folded__contains=word)
    return PlansPage(
        plans=plan_rows(plans[:_MOST_PLANS], actor=actor),
        drafts=draft_rows(_drafts(actor)),
        years=year_choices(actor),
        year=year,
        kinds=[Choice(k, str(label)) for k, label in PLAN_KINDS.items()],
        kind=kind,
        text=text,
        may_import=actor.may_somewhere(Permission.IMPORT),
    )


def plan_rows(plans: PlanQuerySet | Iterable[Plan], *, actor: Actor) -> list[PlanRow]:
    """Plans as rows, with how their work stands as far as the actor may know."""
    found = list(plans)
    ids = [plan.pk for plan in found]
    counts = _counts_by_plan(ids, actor)
    agencies = agency_refs(plan.issuer_id for plan in found)
    tasks = _task_counts(ids)
    above = _numbers(plan.above_id for plan in found)
    return [_row(plan, agencies, counts.get(plan.pk, Counts()), tasks, above) for plan in found]


def draft_rows(drafts: Iterable[ImportDraft]) -> list[DraftRow]:
    """Drafts as rows."""
    found = list(drafts)
    corrected = _numbers(draft.corrects_id for draft in found)
    return [draft_row(draft, corrected.get(draft.corrects_id or 0, "")) for draft in found]


def draft_row(draft: ImportDraft, corrects_number: str = "") -> DraftRow:
    """One draft as a row."""
    return DraftRow(
        id=draft.pk,
        title=draft.title,
        file_name=draft.file_name,
        number=draft.number,
        state=draft.state,
        state_label=str(DRAFT_STATES[DraftState(draft.state)]),
        task_count=draft.task_count,
        doubt_count=draft.doubt_count,
        progress_percent=percent_read(draft),
        progress_text=draft.progress_text,
        failure_text=draft.failure_text,
        created_by=draft.created_by_name,
        changed_at=draft.changed_at,
        corrects_number=corrects_number,
    )


def percent_read(draft: ImportDraft) -> int:
    """How much of the document is read; never all of it before it is ready."""
    if draft.state in (DraftState.QUEUED, DraftState.READING):
        return min(99, draft.progress_done * 100 // max(draft.progress_total, 1))
    return 100


def issuer_plans_above(*, issuer_id: int, year: int | None, actor: Actor) -> list[Choice]:
    """The plans in force of other agencies that a plan of this issuer may carry out."""
    plans = Plan.objects.visible_to(actor).in_force().exclude(issuer_id=issuer_id)
    if year:
        plans = plans.filter(period_starts_on__year__lte=year, period_ends_on__year__gte=year)
    rows = plans.order_by("-year", "-issued_on").values_list("pk", "number", "title")[:50]
    return [Choice(str(pk), f"{number} · {title}"[:160]) for pk, number, title in rows]


def _drafts(actor: Actor) -> Iterable[ImportDraft]:
    if not actor.may_somewhere(Permission.IMPORT) and actor.user_id is None:
        return []
    light = ImportDraft.objects.defer("reading", "layout", "edits")
    return light.visible_to(actor).open().order_by("-changed_at")[:50]


def _task_counts(plan_ids: list[int]) -> dict[int, int]:
    return dict(_active_tasks(plan_ids))


@prepared
def _active_tasks(plan_ids: list[int]) -> QuerySet[Task, Any]:
    """By plan: how many rows are in force; plans without any are left out."""
    rows = Task.objects.rows().active().filter(plan_id__any_of=plan_ids).order_by()
    return rows.values_list("plan_id").annotate(number=Count("pk"))


def _counts_by_plan(ids: list[int], actor: Actor) -> dict[int, Counts]:
    """How the work of some plans stands, as far as the actor may know."""

    def tallied(ids: list[int]) -> QuerySet[Tally, Any]:
        rows = Tally.objects.visible_to(actor).by_plan().filter(plan_id__any_of=ids).order_by()
        return rows.values_list("plan_id", "timeliness").annotate(found=Sum("number"))

    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    for plan_id, timeliness, number in prepared_for(("plans.by_plan", actor), tallied)(ids):
        if number:
            numbers[plan_id][timeliness] = number
    return {plan_id: counts_of(by_timeliness) for plan_id, by_timeliness in numbers.items()}


def _numbers(plan_ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {pk for pk in plan_ids if pk is not None}
    return dict(_numbers_of(sorted(wanted))) if wanted else {}


@prepared
def _numbers_of(plan_ids: list[int]) -> QuerySet[Plan, Any]:
    """The numbers of some plans."""
    return Plan.objects.filter(pk__any_of=plan_ids).values_list("pk", "number")


def _row(
    plan: Plan,
    agencies: Mapping[int, AgencyRef],
    counts: Counts,
    tasks: Mapping[int, int],
    above: Mapping[int, str],
) -> PlanRow:
    return PlanRow(
        id=plan.pk,
        document_kind=plan.document_kind,
        number=plan.number,
        title=plan.title,
        issuer=agencies.get(plan.issuer_id, AgencyRef(plan.issuer_id, "", "")),
        issued_on=plan.issued_on,
        year=plan.year,
        kind_label=str(PLAN_KINDS[PlanKind(plan.kind)]),
        status=plan.status,
        status_label=str(PLAN_STATUSES[PlanStatus(plan.status)]),
        task_count=tasks.get(plan.pk, 0),
        counts=counts,
        rate=counts.rate,
        above_number=above.get(plan.above_id or 0, ""),
    )


def this_year(today: date, years: list[Choice]) -> int:
    """The year a page opens with: the present one, or the newest that has plans."""
    known = [int(choice.value) for choice in years]
    return today.year if today.year in known or not known else max(known)
