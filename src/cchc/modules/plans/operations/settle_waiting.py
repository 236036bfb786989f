"""Ending a waiting: the event came, the document was named, the members were chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from django.db import transaction
from django.db.models import Max

from cchc.modules.organisation.public import agency_cards, working_calendar
from cchc.modules.plans import links
from cchc.modules.plans.events import MembersChosen, ReferenceBound, TriggerRecorded
from cchc.modules.plans.models import Assignment, Occurrence, Plan, Task, TaskParty, Trigger
from cchc.modules.plans.operations.following import shorten_parts
from cchc.modules.plans.operations.giving import Given, Groups, give, new_occurrence
from cchc.modules.plans.operations.reaching import locked_task
from cchc.modules.plans.operations.reckoning import Day, day_of, move
from cchc.modules.plans.operations.telling import heads_and_officers_of, tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.kinds import Obligation, TaskStatus, TriggerKind
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.occurrences import once_due
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import add_working_days, in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.storage.storing import store
from cchc.platform.text.writing import date_vi

_WRITTEN = [
    "state", "state_since", "starts_on", "due_on", "first_due_on", "waits_for",
    "days_given", "days_from",
    "timeliness", "reckoned_on", "sorts_on",
]  # fmt: skip


@transaction.atomic
def record_trigger(
    *,
    task_id: int,
    happened_on: date,
    due_on: date | None = None,
    days: int | None = None,
    document_number: str = "",
    document_title: str = "",
    file: BinaryIO | None = None,
    file_name: str = "",
    agency_ids: Sequence[int] = (),
    actor: Actor,
    now: datetime,
) -> Trigger:
    """Record that what a task waits for has come, and until when it is to be done.

    Until a day, or in so many working days by each agency's own calendar. Whoever assigned records
    it for everyone; an agency's officer for the agency's own part. Where nothing waits any more, or
    the work goes on all year, the event gives one more round. Raises NotVisible, AccessDenied,
    WorkRefused or RefusedFile.
    """
    task = _open_task(task_id, actor)
    trigger = Trigger(
        task=task,
        kind=TriggerKind.EVENT,
        happened_on=happened_on,
        due_on=due_on or happened_on,
        document_number=document_number.strip()[:80],
        document_title=document_title.strip()[:500],
    )
    _settle(trigger, agency_ids, (file, file_name), days=days, actor=actor, now=now)
    event = TriggerRecorded(
        **_named(task),
        trigger_id=trigger.pk,
        happened_on=happened_on,
        due_on=trigger.due_on,
        document=_document(trigger),
    )
    announce(event, actor=actor, at=now)
    return trigger


@transaction.atomic
def bind_reference(
    *,
    task_id: int,
    issued_on: date,
    due_on: date | None = None,
    days: int | None = None,
    document_number: str,
    document_title: str = "",
    file: BinaryIO | None = None,
    file_name: str = "",
    agency_ids: Sequence[int] = (),
    actor: Actor,
    now: datetime,
) -> Trigger:
    """Name the document that sets a task's time, and the deadline it sets.

    Raises NotVisible, AccessDenied, WorkRefused or RefusedFile.
    """
    task = _open_task(task_id, actor)
    if not document_number.strip() and not document_title.strip():
        raise WorkRefused(WorkProblem.NOTHING_SAID)
    trigger = Trigger(
        task=task,
        kind=TriggerKind.REFERENCE,
        happened_on=issued_on,
        due_on=due_on or issued_on,
        document_number=document_number.strip()[:80],
        document_title=document_title.strip()[:500],
    )
    _settle(trigger, agency_ids, (file, file_name), days=days, actor=actor, now=now)
    event = ReferenceBound(
        **_named(task), trigger_id=trigger.pk, due_on=trigger.due_on, document=_document(trigger)
    )
    announce(event, actor=actor, at=now)
    return trigger


@transaction.atomic
def choose_members(
    *, party_id: int, agency_ids: Sequence[int], actor: Actor, now: datetime
) -> Given:
    """Say which agencies an open or conditional group means, or whom unplaced words name.

    Those chosen before stay; the chosen have the work from today. Raises NotVisible, AccessDenied
    or WorkRefused.
    """
    found = TaskParty.objects.filter(pk=party_id).values_list("task_id", flat=True).first()
    if found is None:
        raise NotVisible
    task = _open_task(found, actor)
    actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
    party = TaskParty.objects.select_for_update().get(pk=party_id)
    wanted = _known(agency_ids)
    if not party.needs_choice and party.chosen_at is None:
        raise WorkRefused(WorkProblem.ALREADY_SETTLED)
    party.chosen = sorted({*party.chosen, *wanted})
    party.chosen_at = now
    party.chosen_by_id = actor.user_id
    party.needs_choice = False
    party.save(update_fields=["chosen", "chosen_at", "chosen_by_id", "needs_choice"])
    given = _give_chosen(task, party, now)
    names = ", ".join(wanted.values())
    event = MembersChosen(
        **_named(task), party=party.text[:200], agency_names=names, agency_ids=tuple(wanted)
    )
    announce(event, actor=actor, at=now)
    _tell_new(task, given.agency_ids, now)
    return given


def _open_task(task_id: int, actor: Actor) -> Task:
    task = locked_task(task_id, actor)
    if task.part_of_id is not None:
        raise HandingRefused(HandingProblem.IS_A_PART)
    if task.status != TaskStatus.ACTIVE:
        raise WorkRefused(WorkProblem.ALREADY_WITHDRAWN)
    return task


def _settle(
    trigger: Trigger,
    agency_ids: Sequence[int],
    paper: tuple[BinaryIO | None, str],
    *,
    days: int | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Check, keep the record, and give every part concerned its deadline."""
    task = trigger.task
    assignments = _concerned(task, agency_ids, actor)
    dues = _deadlines(trigger, assignments, days)
    trigger.due_on = max(dues.values())
    _check_days(trigger, in_vietnam(now).date())
    trigger.agencies = sorted(set(agency_ids))
    trigger.recorded_at = now
    trigger.recorded_by_id = actor.user_id
    file, file_name = paper
    if file is not None:
        owner = f"plans.task:{task.pk}"
        trigger.file = store(content=file, name=file_name, owner=owner, actor=actor, now=now)
    trigger.save()
    times = _Times(trigger.happened_on, dues, days)
    _date_the_work(trigger, assignments, times, actor=actor, now=now)
    title = f"Nhiệm vụ {task.code} có hạn: {date_vi(trigger.due_on)}"
    people = heads_and_officers_of([part.agency_id for part in assignments], now)
    tell(
        people,
        topic="plans.work.dated",
        title=title,
        body=task.content[:500],
        link=links.task(task.pk),
        now=now,
    )


def _check_days(trigger: Trigger, today: date) -> None:
    if trigger.happened_on > today:
        raise WorkRefused(WorkProblem.EVENT_IN_THE_FUTURE)
    if trigger.due_on < trigger.happened_on:
        raise WorkRefused(WorkProblem.DUE_BEFORE_EVENT)


def _concerned(task: Task, agency_ids: Sequence[int], actor: Actor) -> list[Assignment]:
    """The live parts that get a deadline; who may not speak for all speaks for their own only."""
    assignments = task.assignments.live().order_by("pk")
    if agency_ids:
        assignments = assignments.filter(agency_id__in=agency_ids)
    if not actor.may(Permission.MANAGE, agency_id=task.plan.issuer_id):
        own = actor.scope_of(Permission.ACKNOWLEDGE)
        if not own:
            actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
        assignments = assignments.filter(agency_id__in=own.agencies)
    found = list(assignments)
    if not found:
        raise WorkRefused(WorkProblem.NOBODY_CONCERNED)
    return found


def _deadlines(
    trigger: Trigger, assignments: list[Assignment], days: int | None
) -> dict[int, date]:
    """The deadline of each agency: the same day, or by its own calendar."""
    agencies = {part.agency_id for part in assignments}
    if days is None:
        return dict.fromkeys(agencies, trigger.due_on)
    return {
        agency_id: add_working_days(working_calendar(agency_id), trigger.happened_on, days)
        for agency_id in agencies
    }


@dataclass(frozen=True, slots=True)
class _Times:
    """The deadlines that an event gives, and how they were reckoned."""

    since: date
    dues: dict[int, date]
    """By agency."""
    days: int | None

    def write(self, one: Occurrence) -> None:
        """Note how the deadline was reckoned, so that it follows the calendar."""
        one.days_given = self.days
        one.days_from = self.since if self.days is not None else None


def _date_the_work(
    trigger: Trigger, assignments: list[Assignment], times: _Times, *, actor: Actor, now: datetime
) -> None:
    """Give the deadline to what waits; where nothing waits, add a round."""
    day = day_of(now)
    waiting = {
        occurrence.assignment_id: occurrence
        for occurrence in Occurrence.objects.select_for_update().filter(
            assignment__in=assignments, state=State.WAITING
        )
    }
    for assignment in assignments:
        if assignment.pk in waiting:
            _date(waiting[assignment.pk], assignment, times, day, now)
    _add_rounds(trigger, [a for a in assignments if a.pk not in waiting], times, day, now)
    Occurrence.objects.bulk_update(waiting.values(), _WRITTEN, batch_size=500)
    for occurrence in waiting.values():
        if occurrence.thread_id is not None:
            shorten_parts(occurrence, actor=actor, now=now)


def _date(
    occurrence: Occurrence, assignment: Assignment, times: _Times, day: Day, now: datetime
) -> None:
    occurrence.starts_on = times.since
    occurrence.due_on = occurrence.first_due_on = times.dues[assignment.agency_id]
    occurrence.waits_for = ""
    times.write(occurrence)
    move(occurrence, State.ASSIGNED, now=now, day=day)
    if assignment.acknowledged_at is not None:
        move(occurrence, State.IN_PROGRESS, now=now, day=day)


def _add_rounds(
    trigger: Trigger, assignments: list[Assignment], times: _Times, day: Day, now: datetime
) -> None:
    last = dict(
        Occurrence.objects.filter(assignment__in=assignments)
        .values_list("assignment_id")
        .annotate(last=Max("sequence"))
    )
    added = []
    for assignment in assignments:
        planned = once_due(
            times.dues[assignment.agency_id],
            starts_on=times.since,
            sequence=last.get(assignment.pk, 0) + 1,
            label=_document(trigger)[:120],
        )
        occurrence = new_occurrence(trigger.task.plan, assignment, planned, day, now)
        times.write(occurrence)
        added.append(occurrence)
    Occurrence.objects.bulk_create(added)


def _document(trigger: Trigger) -> str:
    parts = (trigger.document_number, trigger.document_title)
    return (
        " ".join(part for part in parts if part) or f"sự kiện ngày {date_vi(trigger.happened_on)}"
    )


def _named(task: Task) -> dict[str, Any]:
    return {"task_id": task.pk, "plan_id": task.plan_id, "code": task.code}


def _known(agency_ids: Sequence[int]) -> dict[int, str]:
    if not agency_ids:
        raise WorkRefused(WorkProblem.NO_MEMBERS)
    cards = agency_cards(list(agency_ids))
    if set(cards) != set(agency_ids):
        raise WorkRefused(WorkProblem.UNKNOWN_AGENCY)
    return {agency_id: card.name for agency_id, card in cards.items()}


def _give_chosen(task: Task, party: TaskParty, now: datetime) -> Given:
    bound = {(a.agency_id, a.obligation) for a in task.assignments.all()}
    if party.obligation == Obligation.COORDINATING:
        bound |= {
            (agency, Obligation.COORDINATING)
            for agency, obligation in bound
            if obligation == Obligation.LEAD
        }
    today = in_vietnam(now).date()
    plan: Plan = task.plan
    return give(
        plan,
        [(task, [party])],
        groups_then=Groups(today),
        existing={task.pk: frozenset(bound)},
        assigned_on=max(today, plan.issued_on),
        now=now,
    )


def _tell_new(task: Task, agency_ids: set[int], now: datetime) -> None:
    people = heads_and_officers_of(list(agency_ids), now)
    tell(
        people,
        topic="plans.work.given",
        title="Cơ quan được giao một nhiệm vụ",
        body=f"{task.code} {task.content}"[:500],
        link=links.task(task.pk),
        now=now,
    )
