"""What was late, or nearly, on a day, and what became of it: for letters and their effect."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cchc.modules.organisation.public import AgencyCard, agency_cards, working_calendar
from cchc.modules.plans import links
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.rules.areas import all_area_codes
from cchc.modules.plans.rules.clock import days_until
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY, State
from cchc.platform.access import Actor

_UNCOUNTED = [State.SUSPENDED, State.WITHDRAWN, State.WAITING]


@dataclass(frozen=True, slots=True)
class LateRow:
    """One occurrence that was late on a day, or near its deadline."""

    occurrence_id: int
    task_id: int
    plan_id: int
    agency_id: int
    agency_name: str
    precedence: int
    code: str
    content: str
    label: str
    plan_number: str
    obligation: str
    area_code: str
    due_on: date
    late_days: int
    """Working days past the deadline on that day; negative while it is still to come."""
    extension_count: int
    url: str


@dataclass(frozen=True, slots=True)
class LateWanted:
    """Which late work: of the day, and narrowed; an empty collection narrows nothing."""

    on: date
    until: date | None = None
    """The last deadline that counts; None: only what is late already."""
    agency_ids: frozenset[int] = frozenset()
    plan_ids: frozenset[int] = frozenset()
    areas: frozenset[str] = frozenset()
    issuer_ids: frozenset[int] = frozenset()
    """Who gave the work."""
    with_coordinating: bool = False
    since: date | None = None
    """The first deadline that counts: for what fell late in a month."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan as legal bases name it."""

    id: int
    document_kind: str
    number: str
    title: str
    issued_on: date | None
    issuer_id: int
    issuer_name: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an occurrence: handed in for the last time, accepted, or not counted."""

    submitted_on: date | None
    is_done: bool
    is_open: bool
    is_counted: bool


def late_rows(wanted: LateWanted, *, actor: Actor) -> list[LateRow]:
    """The late work that the actor may know of, by agency in order of precedence, then deadline.

    Of an earlier day it is what had fallen due and was not handed in before that day.
    """
    found = list(_late(wanted, Occurrence.objects.visible_to(actor)).select_related("task", "plan"))
    cards = agency_cards({one.agency_id for one in found}, wanted.on)
    known = agency_cards({one.agency_id for one in found} - set(cards))
    rows = [_row(one, {**known, **cards}, wanted.on) for one in found]
    return sorted(rows, key=lambda row: (row.precedence, row.agency_name, row.due_on, row.code))


def plan_lines(plan_ids: Iterable[int]) -> list[PlanLine]:
    """The plans by which work was given, the oldest first."""
    plans = Plan.objects.filter(pk__in=set(plan_ids)).order_by("issued_on", "pk")
    found = list(plans)
    issuers = agency_cards({plan.issuer_id for plan in found})
    return [
        PlanLine(
            id=plan.pk,
            document_kind=plan.document_kind,
            number=plan.number,
            title=plan.title,
            issued_on=plan.issued_on,
            issuer_id=plan.issuer_id,
            issuer_name=issuers[plan.issuer_id].name if plan.issuer_id in issuers else "",
        )
        for plan in found
    ]


def plans_to_urge(*, actor: Actor) -> list[PlanLine]:
    """The plans in force that the actor may see, the newest first."""
    found = Plan.objects.visible_to(actor).in_force().order_by("-year", "-issued_on")
    return list(reversed(plan_lines(found.values_list("pk", flat=True)[:200])))


def fates_of(occurrence_ids: Collection[int]) -> dict[int, Fate]:
    """What became of these occurrences, by number."""
    rows = Occurrence.objects.filter(pk__in=list(occurrence_ids))
    return {
        pk: Fate(
            submitted_on=submitted_on,
            is_done=state == State.ACCEPTED,
            is_open=state in WITH_THE_AGENCY,
            is_counted=state not in _UNCOUNTED,
        )
        for pk, state, submitted_on in rows.values_list("pk", "state", "submitted_on")
    }


def _late(wanted: LateWanted, rows: OccurrenceQuerySet) -> OccurrenceQuerySet:
    latest = wanted.until or wanted.on
    due = Q(due_on__lte=latest) if wanted.until else Q(due_on__lt=latest)
    still_open = Q(state__in=sorted(WITH_THE_AGENCY)) | Q(submitted_on__gte=wanted.on)
    rows = rows.filter(
        due, still_open, is_part=False, assignment__assigned_on__lte=wanted.on
    ).exclude(state__in=_UNCOUNTED)
    if not wanted.with_coordinating:
        rows = rows.filter(obligation=Obligation.LEAD)
    if wanted.since:
        rows = rows.filter(due_on__gte=wanted.since)
    if wanted.agency_ids:
        rows = rows.filter(agency_id__in=wanted.agency_ids)
    if wanted.issuer_ids:
        rows = rows.filter(issuer_id__in=wanted.issuer_ids)
    if wanted.plan_ids:
        rows = rows.filter(plan_id__in=wanted.plan_ids)
    if wanted.areas & set(all_area_codes()):
        rows = rows.filter(area_code__in=wanted.areas)
    return rows


def _row(one: Occurrence, cards: dict[int, AgencyCard], on: date) -> LateRow:
    card = cards[one.agency_id]
    assert one.due_on is not None  # noqa: S101 (only work with a deadline was asked for)
    left = days_until(one.due_on, on, working_calendar(one.agency_id)) or 0
    content = f"{one.task.content} ({one.label})" if one.label else one.task.content
    return LateRow(
        occurrence_id=one.pk,
        task_id=one.task_id,
        plan_id=one.plan_id,
        agency_id=one.agency_id,
        agency_name=card.name,
        precedence=card.precedence,
        code=one.task.code,
        content=content,
        label=one.label,
        plan_number=one.plan.number,
        obligation=one.obligation,
        area_code=one.area_code,
        due_on=one.due_on,
        late_days=-left,
        extension_count=one.extension_count,
        url=links.task(one.task_id, one.pk),
    )
