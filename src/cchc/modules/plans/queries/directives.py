"""The register of documents that give work, and the page of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.models import (
    Assignment,
    ImportDraft,
    Occurrence,
    Plan,
    Tally,
    Task,
    TaskSource,
)
from cchc.modules.plans.models.plan import PlanQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.counting import count_by
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.queries.pages import AgencyRef, Choice, TaskRow
from cchc.modules.plans.queries.pages.directive import (
    ClashView,
    DirectiveFilter,
    DirectivePage,
    DirectiveRow,
    DirectivesPage,
    DutyRow,
    EntryView,
)
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.modules.plans.queries.plans import draft_rows
from cchc.modules.plans.queries.sources import clashes_of, terms_of_tasks
from cchc.modules.plans.rules.counts import Counts
from cchc.modules.plans.rules.entry import EntryLateness
from cchc.modules.plans.rules.kinds import Obligation, PlanKind, PlanStatus, TaskStatus, WaitingFor
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.folding import fold
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
_ORDER = ("-issued_on", "-pk")
_BATCH = 200
_NAMED = 6
"""So many agencies are named in a row; the rest are counted."""


def directives_page(
    *, wanted: DirectiveFilter, actor: Actor, after: str = "", before: str = ""
) -> DirectivesPage:
    """A page of the register as far as the actor may know it, newest documents first."""
    every = Plan.objects.visible_to(actor).directives()
    narrowed = narrow_directives(every, wanted)
    page = keyset_page(narrowed, order=_ORDER, after=after, before=before, size=PAGE_SIZE)
    return DirectivesPage(
        rows=directive_rows(page.rows, actor=actor),
        total=narrowed.count(),
        next_cursor=page.next or "",
        previous_cursor=page.previous or "",
        filter=wanted,
        entry=_entry_view(entry_lateness_of(narrowed)),
        drafts=draft_rows(_open_drafts(actor)),
        kinds=_kinds(every),
        issuers=_issuers(every),
        years=_years(every),
        may_import=actor.may_somewhere(Permission.IMPORT),
        may_export=actor.may_somewhere(Permission.EXPORT),
    )


def directives_for_export(*, wanted: DirectiveFilter, actor: Actor) -> Iterator[DirectiveRow]:
    """Every row of the register, batch by batch."""
    narrowed = narrow_directives(Plan.objects.visible_to(actor).directives(), wanted)
    ids = list(narrowed.order_by(*_ORDER).values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        by_id = Plan.objects.in_bulk(some)
        yield from directive_rows([by_id[pk] for pk in some if pk in by_id], actor=actor)


def directive_page(*, plan_id: int, actor: Actor, today: date) -> DirectivePage:
    """One document with its duties, those that are work given before too. Raises NotVisible."""
    plan = Plan.objects.visible_to(actor).directives().get_visible(actor, pk=plan_id)
    page = plan_page(plan_id=plan_id, actor=actor, today=today)
    duties = [
        *_own_duties(plan, [row for section in page.sections for row in section.tasks]),
        *_shared_duties(plan, actor),
    ]
    duties.sort(key=lambda duty: _in_order(duty.code))
    undated = Occurrence.objects.visible_to(actor).filter(
        plan=plan, waits_for=WaitingFor.DEADLINE, is_part=False
    )
    return DirectivePage(
        plan=page,
        row=directive_rows([plan], actor=actor)[0],
        duties=duties,
        undated_count=undated.count(),
        clash_count=sum(1 for duty in duties if duty.clashes),
    )


def is_directive(plan_id: int, *, actor: Actor) -> bool:
    """Whether a plan is a document of the register that the actor may open."""
    return Plan.objects.visible_to(actor).directives().filter(pk=plan_id).exists()


def directive_rows(plans: Sequence[Plan], *, actor: Actor) -> list[DirectiveRow]:
    """Documents as rows, with how their work stands as far as the actor may know; five queries."""
    ids = [plan.pk for plan in plans]
    tallies = Tally.objects.visible_to(actor).by_plan().filter(plan_id__in=ids)
    counts = count_by(tallies, "plan_id")
    agencies = agency_refs(plan.issuer_id for plan in plans)
    active = Count("tasks", filter=Q(tasks__status=TaskStatus.ACTIVE))
    tasks = dict(Plan.objects.filter(pk__in=ids).annotate(n=active).values_list("pk", "n"))
    shared = dict(
        TaskSource.objects.filter(plan_id__in=ids, removed_at=None)
        .values_list("plan_id")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return [
        _row(plan, agencies, counts.get(plan.pk, Counts()), tasks.get(plan.pk, 0), shared)
        for plan in plans
    ]


def narrow_directives(plans: PlanQuerySet, wanted: DirectiveFilter) -> PlanQuerySet:
    """The documents that fit a filter."""
    for word in fold(wanted.text).split():
        plans = plans.filter(folded__contains=word)
    if wanted.kind:
        plans = plans.filter(document_kind=wanted.kind)
    if wanted.issuer_id:
        plans = plans.filter(issuer_id=wanted.issuer_id)
    if wanted.year:
        plans = plans.filter(issued_on__year=wanted.year)
    if wanted.way in ("den", "di"):
        plans = plans.filter(received_on__isnull=wanted.way == "di")
    return plans.filter(entry_days__gt=0) if wanted.late else plans


def entry_lateness(
    *, since: date, until: date, issuer_ids: Iterable[int] | None = None
) -> EntryLateness:
    """How late the documents issued between two days were entered, those of these issuers.

    For figures of the whole province: asks no permission. Withdrawn documents count too: they were
    entered.
    """
    plans = Plan.objects.directives().filter(issued_on__gte=since, issued_on__lte=until)
    if issuer_ids is not None:
        plans = plans.filter(issuer_id__in=list(issuer_ids))
    return entry_lateness_of(plans)


def entry_lateness_of(plans: PlanQuerySet) -> EntryLateness:
    """How late these documents were entered; one query."""
    timed = plans.filter(entry_days__isnull=False).order_by()
    found = timed.aggregate(
        number=Count("pk"), same_day=Count("pk", filter=Q(entry_days=0)), days=Sum("entry_days")
    )
    return EntryLateness(found["number"], found["same_day"], found["days"] or 0)


def entry_label(days: int | None) -> str:
    """When a document was entered, in words."""
    if days is None:
        return str(_("không rõ"))
    if days == 0:
        return str(_("trong ngày"))
    return str(_("sau {days} ngày làm việc").format(days=days))


def _in_order(code: str) -> list[tuple[int, str]]:
    """ "2" before "10", "1.a" before "1.b"; what has no number last."""
    parts = [part for part in re.split(r"[.\s]+", code) if part]
    return [(int(part) if part.isdecimal() else 10_000, part) for part in parts] or [(10_001, "")]


def _row(
    plan: Plan,
    agencies: Mapping[int, AgencyRef],
    counts: Counts,
    task_count: int,
    shared: Mapping[int, int],
) -> DirectiveRow:
    issuer = agencies.get(plan.issuer_id, AgencyRef(plan.issuer_id, "", ""))
    is_incoming = plan.received_on is not None
    return DirectiveRow(
        id=plan.pk,
        document_kind=plan.document_kind,
        number=plan.number,
        title=plan.title,
        issuer=issuer,
        issued_by=plan.issuing_body if is_incoming else "",
        issued_on=plan.issued_on,
        received_on=plan.received_on,
        entered_on=in_vietnam(plan.confirmed_at).date(),
        entry_days=plan.entry_days,
        entry_label=entry_label(plan.entry_days),
        entry_tone="late" if plan.entry_days else "ok",
        is_incoming=is_incoming,
        is_withdrawn=plan.status == PlanStatus.WITHDRAWN,
        signer=plan.signer_name,
        task_count=task_count,
        shared_count=shared.get(plan.pk, 0),
        counts=counts,
    )


def _own_duties(plan: Plan, rows: Sequence[TaskRow]) -> list[DutyRow]:
    ids = [row.id for row in rows]
    given = _given_to(ids)
    others: dict[int, list[str]] = {}
    clashes: dict[int, list[ClashView]] = {}
    sources = list(
        TaskSource.objects.filter(task_id__in=ids, removed_at=None).select_related("plan", "task")
    )
    terms = terms_of_tasks([source.task for source in sources])
    for source in sources:
        others.setdefault(source.task_id, []).append(f"{source.plan} {source.place}".strip())
        clashes.setdefault(source.task_id, []).extend(clashes_of(source, terms[source.task_id]))
    return [
        DutyRow(
            task_id=row.id,
            code=row.code,
            content=row.content,
            lead_text=row.lead_text,
            given_to=given.get(row.id, [])[:_NAMED],
            given_count=len(given.get(row.id, [])),
            time_text=row.time_text,
            time_label=row.time_label,
            badge=row.badge,
            done_count=row.counts.done,
            total_count=row.counts.total,
            needs_choice=row.needs_choice,
            given_before="",
            other_sources=others.get(row.id, []),
            clashes=clashes.get(row.id, []),
        )
        for row in rows
    ]


def _shared_duties(plan: Plan, actor: Actor) -> list[DutyRow]:
    """The duties of the document that are tasks of other documents."""
    sources = list(
        TaskSource.objects.filter(plan=plan, removed_at=None)
        .select_related("task__plan")
        .order_by("place", "pk")
    )
    terms = terms_of_tasks([source.task for source in sources])
    seen = _visible_tasks(sources, actor)
    given = _given_to([source.task_id for source in sources])
    return [
        DutyRow(
            task_id=source.task_id if source.task_id in seen else None,
            code=source.place.removeprefix("điểm "),
            content=source.content or source.task.content,
            lead_text=source.lead_text or source.task.lead_text,
            given_to=given.get(source.task_id, [])[:_NAMED],
            given_count=len(given.get(source.task_id, [])),
            time_text=source.time_text,
            time_label="",
            badge=None,
            done_count=0,
            total_count=0,
            needs_choice=False,
            given_before=f"{source.task.plan} · {source.task.code}".strip(" ·"),
            other_sources=[],
            clashes=clashes_of(source, terms[source.task_id]),
        )
        for source in sources
    ]


def _visible_tasks(sources: Iterable[TaskSource], actor: Actor) -> set[int]:
    ids = [source.task_id for source in sources]
    return set(Task.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))


def _given_to(task_ids: Sequence[int]) -> dict[int, list[str]]:
    """By task, the names of the agencies that lead it, in order."""
    rows = list(
        Assignment.objects.filter(
            task_id__in=task_ids, obligation=Obligation.LEAD, is_part=False, ended_at=None
        )
        .order_by("pk")
        .values_list("task_id", "agency_id")
    )
    cards = agency_cards({agency for __, agency in rows})
    found: dict[int, list[str]] = {}
    for task_id, agency_id in rows:
        if agency_id in cards:
            found.setdefault(task_id, []).append(cards[agency_id].name)
    return found


def _entry_view(lateness: EntryLateness) -> EntryView:
    return EntryView(lateness.document_count, lateness.same_day_share, lateness.mean_days)


def _open_drafts(actor: Actor) -> Iterable[ImportDraft]:
    if not actor.may_somewhere(Permission.IMPORT) and actor.user_id is None:
        return []
    light = ImportDraft.objects.defer("reading", "layout", "edits")
    mine = light.visible_to(actor).open().filter(plan_kind=PlanKind.DIRECTIVE)
    return mine.order_by("-changed_at")[:30]


def _kinds(plans: PlanQuerySet) -> list[Choice]:
    rows = plans.order_by().values_list("document_kind").annotate(n=Count("pk"))
    return [Choice(kind, kind, number) for kind, number in sorted(rows)]


def _issuers(plans: PlanQuerySet) -> list[Choice]:
    ids = set(plans.order_by().values_list("issuer_id", flat=True).distinct())
    cards = agency_cards(ids).values()
    return [Choice(str(card.id), card.name) for card in sorted(cards, key=lambda c: c.precedence)]


def _years(plans: PlanQuerySet) -> list[Choice]:
    years = {day.year for day in plans.order_by().dates("issued_on", "year")}
    return [Choice(str(year), str(year)) for year in sorted(years, reverse=True)]
