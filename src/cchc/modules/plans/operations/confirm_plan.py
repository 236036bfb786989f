"""Confirming a draft: the paper becomes a plan and its work is given out, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans import links
from cchc.modules.plans.events import PlanConfirmed
from cchc.modules.plans.models import ImportDraft, Plan, PlanSection, Target, Task, TaskParty
from cchc.modules.plans.operations.direct_draft import require_living_agencies
from cchc.modules.plans.operations.drafting import current, ready_draft
from cchc.modules.plans.operations.giving import Given, Groups, give
from cchc.modules.plans.operations.rows import party_rows, section_rows, target_row, task_row
from cchc.modules.plans.operations.sources import add_sources_of, own_rows
from cchc.modules.plans.operations.telling import answering_for, tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.areas import scheme_by_code, scheme_for
from cchc.modules.plans.rules.draft import Draft
from cchc.modules.plans.rules.entry import entry_days
from cchc.modules.plans.rules.kinds import DraftState, PlanKind, PlanStatus
from cchc.modules.plans.rules.numbering import number_key
from cchc.modules.plans.rules.readiness import Frame, arrival_of, frame_of, obstacles
from cchc.modules.plans.rules.reading import areas_by
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import fold


@dataclass(frozen=True, slots=True)
class PlanDays:
    """The days of a plan that is complete."""

    issued_on: date
    year: int
    starts_on: date
    ends_on: date


@transaction.atomic
def confirm_plan(*, draft_id: int, actor: Actor, now: datetime) -> Plan:
    """Turn a draft into a plan in force: sections, targets, tasks, parties, assignments, rounds.

    Agencies and the members of groups are those of the day of issue. Everyone who answers for an
    agency's work is told. Raises NotVisible, AccessDenied, or DraftRefused: not ready, incomplete
    (see readiness.obstacles), or a document of this number and year is there already.
    """
    draft = ready_draft(draft_id, actor)
    actor.require(Permission.CONFIRM, agency_id=draft.issuer_id)
    if draft.corrects_id is not None:
        raise DraftRefused(DraftProblem.NOT_READY, "corrects")
    reading = current(draft)
    days = complete_days(reading)
    check_number(draft, reading, days)
    if draft.plan_kind == PlanKind.DIRECTIVE:
        require_living_agencies(reading, in_vietnam(now).date())
    plan = _make_plan(draft, reading, days, actor=actor, now=now)
    given = _make_rows(plan, own_rows(reading), actor=actor, now=now)
    add_sources_of(plan, reading, actor=actor, now=now)
    close_draft(draft, plan, now)
    announce(_confirmed(draft, plan, given), actor=actor, at=now)
    tell_agencies(plan, given.agency_ids, now)
    return plan


def complete_days(reading: Draft) -> PlanDays:
    """The days of a draft that nothing keeps from being confirmed. Raises DraftRefused."""
    found = obstacles(reading)
    frame: Frame = frame_of(reading)
    if found or frame.issued_on is None or frame.year is None or frame.period is None:
        raise DraftRefused(DraftProblem.INCOMPLETE, ", ".join(one.kind for one in found))
    return PlanDays(frame.issued_on, frame.year, *frame.period)


def plan_values(draft: ImportDraft, reading: Draft, days: PlanDays) -> dict[str, object]:
    """The columns of a plan as the header of the draft says them."""
    number = reading.head("number").strip()
    title = reading.head("title").strip()
    kind = (reading.head("document_kind") or "Kế hoạch")[:60]
    return {
        "kind": draft.plan_kind,
        "document_kind": kind,
        "number": number[:80],
        "number_key": number_key(number)[:80],
        "issued_on": days.issued_on,
        "title": title[:500],
        "issuing_body": reading.head("issuing_body")[:250],
        "place": reading.head("place")[:120],
        "signer_name": reading.head("signer_name")[:120],
        "signer_position": reading.head("signer_position")[:120],
        "signer_authority": reading.head("signer_authority")[:160],
        "recipients": [recipient[:300] for recipient in reading.recipients],
        "year": days.year,
        "period_starts_on": days.starts_on,
        "period_ends_on": days.ends_on,
        "area_scheme": scheme_for(days.year).code,
        "programme_id": reading.programme_id,
        "above_id": reading.above_id,
        "received_on": arrival_of(reading),
        "file": draft.file,
        "folded": fold(f"{kind} {number} {title}"),
    }


def close_draft(draft: ImportDraft, plan: Plan, now: datetime) -> None:
    """Mark a draft as having become part of a plan."""
    draft.state = DraftState.CONFIRMED
    draft.plan = plan
    draft.changed_at = now
    draft.save(update_fields=["state", "plan", "changed_at"])


def tell_agencies(plan: Plan, agency_ids: Iterable[int], now: datetime) -> None:
    """Tell everyone who answers for these agencies that there is work for them."""
    people = answering_for(list(agency_ids), now)
    tell(
        people,
        topic="plans.work.given",
        title=f"{plan.document_kind} {plan.number} giao việc cho cơ quan",
        body=plan.title,
        link=links.plan(plan.pk),
        now=now,
    )


def save_parties(
    pairs: Iterable[tuple[Task, list[TaskParty]]],
) -> list[tuple[Task, list[TaskParty]]]:
    """Save the parties of many tasks at once."""
    kept = list(pairs)
    TaskParty.objects.bulk_create([party for _, parties in kept for party in parties])
    return kept


def check_number(draft: ImportDraft, reading: Draft, days: PlanDays) -> None:
    """Raise DraftRefused when another document of this issuer, number and year is there."""
    same = Plan.objects.with_number(
        issuer_id=draft.issuer_id, number=reading.head("number"), year=days.year
    )
    if same.exclude(pk=draft.corrects_id or 0).exists():
        raise DraftRefused(DraftProblem.DUPLICATE_NUMBER)


def _make_plan(
    draft: ImportDraft, reading: Draft, days: PlanDays, *, actor: Actor, now: datetime
) -> Plan:
    try:
        with transaction.atomic():
            return Plan.objects.create(
                issuer_id=draft.issuer_id,
                status=PlanStatus.CONFIRMED,
                confirmed_at=now,
                confirmed_by_id=actor.user_id,
                entry_days=_entry_days(draft, reading, days, now),
                **plan_values(draft, reading, days),
            )
    except IntegrityError as error:
        if "plan_number_once_a_year" in str(error):  # confirmed beside us in this very moment
            raise DraftRefused(DraftProblem.DUPLICATE_NUMBER) from error
        raise


def _entry_days(draft: ImportDraft, reading: Draft, days: PlanDays, now: datetime) -> int | None:
    """How late a directive is entered; nobody asks it of plans."""
    if draft.plan_kind != PlanKind.DIRECTIVE:
        return None
    return entry_days(
        working_calendar(None),
        issued_on=days.issued_on,
        received_on=arrival_of(reading),
        entered_on=in_vietnam(now).date(),
    )


def _make_rows(plan: Plan, reading: Draft, *, actor: Actor, now: datetime) -> Given:
    named = areas_by(scheme_by_code(plan.area_scheme), reading.sections)
    saved = PlanSection.objects.bulk_create(section_rows(plan, named))
    sections = dict(enumerate(saved))
    Target.objects.bulk_create(
        target_row(plan, target, number) for number, target in enumerate(reading.targets, start=1)
    )
    tasks = [
        task_row(plan, row, position, sections)
        for position, row in enumerate(reading.tasks, start=1)
    ]
    for task, row in zip(tasks, reading.tasks, strict=True):
        task.answers_id = row.answers
    Task.objects.bulk_create(tasks)
    groups_then = Groups(plan.issued_on)
    work = save_parties(
        (task, party_rows(task, row, groups_then, actor=actor, now=now))
        for task, row in zip(tasks, reading.tasks, strict=True)
    )
    return give(plan, work, groups_then=groups_then, now=now)


def _confirmed(draft: ImportDraft, plan: Plan, given: Given) -> PlanConfirmed:
    return PlanConfirmed(
        plan_id=plan.pk,
        number=str(plan),
        title=plan.title,
        task_count=plan.tasks.count(),
        assignment_count=len(given.assignments),
        occurrence_count=len(given.occurrences),
        agency_count=len(given.agency_ids),
        draft_id=draft.pk,
    )
