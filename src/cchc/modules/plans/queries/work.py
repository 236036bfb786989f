"""Lists of work: one row an occurrence, narrowed by anything, paged by deadline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import living_agencies
from cchc.modules.plans.labels import OBLIGATIONS, STATES, TIMELINESS
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.counting import counts_wanted, rate_note
from cchc.modules.plans.queries.naming import (
    agency_ref,
    agency_refs,
    area_choices,
    area_name,
    badge_of,
    name_of,
    obligation_label,
    person_refs,
)
from cchc.modules.plans.queries.pages import AgencyRef, Choice, WorkFilter, WorkPage, WorkRow
from cchc.modules.plans.queries.work_filter import (
    FIELDS,
    GROUPS,
    SORTS,
    asked_timelinesses,
    listed,
    narrow,
    narrow_standing,
)
from cchc.modules.plans.rules.counts import Counts
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import Actor
from cchc.platform.sql import rows_kept
from cchc.platform.text.writing import date_vi
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
_EXPORT_CHUNK = 2_000
_MOST_PLANS = 200
_LIGHT = (
    *("task", "task__code", "task__content", "task__product", "task__time_text"),
    *("plan", "plan__number", "assignment", "assignment__holder_id"),
    *("label", "obligation", "area_code", "agency_id", "sorts_on", "state", "timeliness"),
    *("starts_on", "due_on", "first_due_on", "submitted_on"),
    *("extension_count", "has_pending_extension"),
)
"""What a row shows: the tables are much wider."""


def work_page(
    *,
    wanted: WorkFilter,
    actor: Actor,
    today: date,
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
) -> WorkPage:
    """A page of the list of work that the actor may know of."""
    narrowed = narrow(listed(wanted, actor), wanted, actor)
    counts = counts_wanted(wanted, actor)
    rows = narrow_standing(narrowed, wanted).select_related("task", "plan", "assignment")
    rows = rows.only(*_LIGHT)
    page = keyset_page(rows, order=SORTS[wanted.sort], after=after, before=before, size=size)
    plans = plan_choices(actor, wanted.year)
    return WorkPage(
        rows=work_rows(page.rows, today=today),
        total=_total(narrowed, wanted, counts),
        counts=counts,
        filter=wanted,
        chips=_chips(wanted, plans),
        years=year_choices(actor),
        plans=plans,
        areas=area_choices(wanted.year or today.year),
        agencies=agency_choices(actor, today),
        timelinesses=[Choice(t, str(TIMELINESS[t]), counts.of(t)) for t in Timeliness],
        states=[Choice(state, str(label)) for state, label in STATES.items()],
        obligations=[Choice(o, str(label)) for o, label in OBLIGATIONS.items()],
        next_cursor=page.next or "",
        previous_cursor=page.previous or "",
        rate_note=rate_note(),
        may_export=actor.may_somewhere(Permission.EXPORT),
    )


def work_rows(found: Iterable[Occurrence], *, today: date) -> list[WorkRow]:
    """Occurrences as rows; they come with their task, plan and assignment."""
    occurrences = list(found)
    agencies = agency_refs(one.agency_id for one in occurrences)
    people = person_refs(one.assignment.holder_id for one in occurrences)
    return [
        _row(
            one,
            agencies.get(one.agency_id, AgencyRef(one.agency_id, "", "")),
            name_of(people, one.assignment.holder_id) if one.assignment.holder_id else "",
            today,
        )
        for one in occurrences
    ]


def work_for_export(*, wanted: WorkFilter, actor: Actor, today: date) -> Iterator[WorkRow]:
    """Every row of a list, in its order, a chunk at a time. Raises AccessDenied."""
    if not actor.may_somewhere(Permission.EXPORT):
        actor.require(Permission.EXPORT, agency_id=actor.agency_id)
    rows = narrow_standing(narrow(listed(wanted, actor), wanted, actor), wanted)
    rows = rows.select_related("task", "plan", "assignment").only(*_LIGHT)
    rows = rows.order_by(*SORTS[wanted.sort])
    chunk: list[Occurrence] = []
    for occurrence in rows.iterator(chunk_size=_EXPORT_CHUNK):
        chunk.append(occurrence)
        if len(chunk) == _EXPORT_CHUNK:
            yield from work_rows(chunk, today=today)
            chunk = []
    yield from work_rows(chunk, today=today)


def year_choices(actor: Actor) -> list[Choice]:
    """The years that have plans, newest first."""
    years = rows_kept(
        ("plans.years", actor),
        lambda: Plan.objects.visible_to(actor).order_by("-year").values_list("year").distinct(),
    )
    return [Choice(str(year), str(year)) for (year,) in years]


def agency_choices(actor: Actor, today: date) -> list[Choice]:
    """The agencies whose work the actor may know of, in order of precedence."""
    scope = actor.scope_of(Permission.VIEW)
    return [Choice(str(card.id), card.name) for card in living_agencies(today) if card.id in scope]


def _row(one: Occurrence, agency: AgencyRef, holder: str, today: date) -> WorkRow:
    return WorkRow(
        id=one.pk,
        assignment_id=one.assignment_id,
        task_id=one.task_id,
        plan_id=one.plan_id,
        code=one.task.code,
        content=one.task.content,
        product=one.task.product,
        label=one.label,
        plan_number=one.plan.number,
        agency=agency,
        obligation=one.obligation,
        obligation_label=obligation_label(one.obligation),
        area_name=area_name(one.area_code),
        starts_on=one.starts_on,
        due_on=one.due_on,
        first_due_on=one.first_due_on,
        time_text=one.task.time_text,
        state=one.state,
        badge=badge_of(one, today=today),
        extension_count=one.extension_count,
        has_pending_extension=one.has_pending_extension,
        holder_name=holder,
    )


def _total(narrowed: OccurrenceQuerySet, wanted: WorkFilter, counts: Counts) -> int:
    """How many rows the list has; known from the counts unless a state is asked for."""
    if wanted.state:
        return narrow_standing(narrowed, wanted).count()
    return sum(counts.of(one) for one in asked_timelinesses(wanted))


def plan_choices(actor: Actor, year: int | None) -> list[Choice]:
    """The plans that the actor may know of, newest first, by number and title."""

    def newest() -> QuerySet[Plan, Any]:
        plans = Plan.objects.visible_to(actor).order_by("-year", "-issued_on", "-pk")
        return (plans.filter(year=year) if year else plans).values_list("pk", "number", "title")[
            :_MOST_PLANS
        ]

    found = rows_kept(("plans.choices", actor, year), newest)
    return [Choice(str(pk), f"{number} · {title}"[:120]) for pk, number, title in found]


def _chips(wanted: WorkFilter, plans: list[Choice]) -> list[Choice]:
    """The filters in force, in words; the value is the field of the address to take away."""
    plan_names = {choice.value: choice.label for choice in plans}
    said = {
        "year": _("Năm {value}").format(value=wanted.year),
        "plan_id": plan_names.get(str(wanted.plan_id), str(_("Một kế hoạch"))),
        "task_id": _("Một nhiệm vụ"),
        "area": area_name(wanted.area),
        "agency_id": agency_ref(wanted.agency_id).name if wanted.agency_id else "",
        "obligation": obligation_label(wanted.obligation) if wanted.obligation else "",
        "timeliness": _timeliness_said(wanted.timeliness),
        "state": _state_said(wanted.state),
        "text": f"“{wanted.text}”",
        "mine": _("Của cơ quan tôi"),
        "parts": _("Việc con"),
        "due_from": _("Hạn từ {day}").format(day=_said(wanted.due_from)),
        "due_until": _("Hạn đến {day}").format(day=_said(wanted.due_until)),
    }
    return [
        Choice(FIELDS[name], str(label)) for name, label in said.items() if getattr(wanted, name)
    ]


def _timeliness_said(code: str) -> str:
    words = {
        "fallen_due": _("Đã đến hạn"),
        "done": _("Đã hoàn thành"),
        "open": _("Chưa hoàn thành"),
        "open_in_time": _("Chưa hoàn thành, trong hạn"),
        "pending": _("Đã nộp, chờ nghiệm thu"),
        "counted": _("Đang có hiệu lực"),
    }
    if code in GROUPS:
        return str(words[code])
    return str(TIMELINESS[Timeliness(code)]) if code else ""


def _state_said(code: str) -> str:
    return str(next((label for state, label in STATES.items() if state == code), ""))


def _said(day: date | None) -> str:
    return date_vi(day) if day else ""
