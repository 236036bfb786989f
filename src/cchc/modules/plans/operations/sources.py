"""Several documents behind one task: tying them to it, taking them off, settling what differs.

Each public function raises NotVisible, AccessDenied or WorkRefused.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans import links
from cchc.modules.plans.events import SourceAdded, SourceRemoved, SourceSettled
from cchc.modules.plans.models import Plan, Task, TaskParty, TaskSource
from cchc.modules.plans.operations.giving import Groups, give
from cchc.modules.plans.operations.reaching import locked_task
from cchc.modules.plans.operations.retiming import retime
from cchc.modules.plans.operations.rows import party_rows, task_row
from cchc.modules.plans.operations.telling import answering_for, tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.draft import (
    Cell,
    Draft,
    DraftTask,
    Mention,
    timing_from_json,
    timing_to_json,
)
from cchc.modules.plans.rules.kinds import (
    DueChangeKind,
    Obligation,
    PlanStatus,
    SourceSettlement,
    TaskStatus,
    TimeKind,
)
from cchc.modules.plans.rules.refusals import (
    DraftProblem,
    DraftRefused,
    WorkProblem,
    WorkRefused,
    require_reason,
)
from cchc.modules.plans.rules.sources import due_day, lead_ids_of
from cchc.modules.plans.rules.timing import UNTIMED, Timing
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi

_KEPT_WORDS = "giữ theo nhiệm vụ đã giao"
_SEPARATED_WORDS = "tách thành nhiệm vụ riêng"


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of a task it gives too: where, in which words, until when, by whom."""

    place: str
    content: str = ""
    time_text: str = ""
    timing: Timing = UNTIMED
    lead_text: str = ""
    lead_ids: frozenset[int] = field(default_factory=frozenset)


def own_rows(reading: Draft) -> Draft:
    """The draft without the rows that are work given before."""
    return replace(reading, tasks=tuple(row for row in reading.tasks if row.same_as is None))


def add_sources_of(plan: Plan, reading: Draft, *, actor: Actor, now: datetime) -> list[TaskSource]:
    """Tie a document just confirmed to the tasks that its rows already are.

    Raises DraftRefused when one of them was taken back meanwhile or is not the actor's to change.
    """
    made = []
    for row in reading.tasks:
        if row.same_as is None:
            continue
        try:
            task = _task_to_tie(row.same_as, actor)
            made.append(_tie(task, plan, said_in(row), actor=actor, now=now))
        except (NotVisible, WorkRefused) as refused:
            raise DraftRefused(DraftProblem.SAME_TASK_GONE, row.code) from refused
    return made


def said_in(row: DraftTask) -> Said:
    """What a row of a draft says, as a source keeps it."""
    return Said(
        place=f"điểm {row.code}" if row.code else "",
        content=row.text("content"),
        time_text=row.text("time_text"),
        timing=row.timing,
        lead_text=row.text("lead_text"),
        lead_ids=lead_ids_of(row.leads),
    )


@transaction.atomic
def add_source(
    *,
    task_id: int,
    plan_id: int,
    place: str,
    content: str = "",
    due_on: date | None = None,
    actor: Actor,
    now: datetime,
) -> TaskSource:
    """Say that a document in force gives the work of a task too."""
    task = _task_to_tie(task_id, actor)
    plan = Plan.objects.get_visible(actor, pk=plan_id)
    if plan.status != PlanStatus.CONFIRMED:
        raise WorkRefused(WorkProblem.NOT_IN_FORCE)
    timing = Timing(TimeKind.DEADLINE, due_on=due_on, stated_on=due_on) if due_on else UNTIMED
    time_text = f"Chậm nhất ngày {due_on:%d/%m/%Y}" if due_on else ""
    said = Said(place.strip(), content.strip(), time_text=time_text, timing=timing)
    return _tie(task, plan, said, actor=actor, now=now)


@transaction.atomic
def remove_source(*, source_id: int, reason: str, actor: Actor, now: datetime) -> TaskSource:
    """Take a document off a task, with a reason; that it stood there stays on record."""
    source = _locked_source(source_id, actor)
    said = require_reason(reason)
    _take_off(source, said, actor=actor, now=now)
    announce(SourceRemoved(**_named(source), reason=said[:300]), actor=actor, at=now)
    return source


@transaction.atomic
def keep_earlier(*, source_id: int, reason: str, actor: Actor, now: datetime) -> TaskSource:
    """Where a source says otherwise: the task stays as it was given, and why."""
    source = _locked_source(source_id, actor)
    said = require_reason(reason)
    _settle(source, SourceSettlement.KEPT, _KEPT_WORDS, said, actor=actor, now=now)
    return source


@transaction.atomic
def take_new_deadline(*, source_id: int, reason: str, actor: Actor, now: datetime) -> TaskSource:
    """Date the task anew by the source; every open deadline gets a line in its ledger."""
    source = _locked_source(source_id, actor)
    said = require_reason(reason)
    task, timing = source.task, timing_from_json(source.timing)
    due_on = due_day(timing)
    if due_on is None or due_on == task.due_on:
        raise WorkRefused(WorkProblem.NO_OTHER_DEADLINE)
    if task.starts_on is not None and task.starts_on > due_on:
        task.starts_on = None
    task.timing = timing_to_json(replace(timing, starts_on=task.starts_on))
    task.time_kind, task.time_text = timing.kind, source.time_text
    task.due_on, task.stated_on = due_on, timing.stated_on
    task.save()
    because = f"Hạn mới theo {source.plan} ({source.place}): {said}"
    for assignment in task.assignments.live().filter(is_part=False):
        assignment.task = task
        retime(
            task.plan,
            assignment,
            kind=DueChangeKind.SOURCE,
            reason=because,
            actor=actor,
            now=now,
        )
    words = f"lấy hạn mới {date_vi(due_on)}"
    _settle(source, SourceSettlement.RE_DATED, words, said, actor=actor, now=now)
    _tell_bound(source, f"Nhiệm vụ {task.code} có hạn mới: {date_vi(due_on)}", now)
    return source


@transaction.atomic
def make_separate(*, source_id: int, reason: str, actor: Actor, now: datetime) -> Task:
    """Make the duty of the source a task of its own in its document, and give it out."""
    source = _locked_source(source_id, actor)
    said = require_reason(reason)
    plan = source.plan
    actor.require(Permission.MANAGE, agency_id=plan.issuer_id)
    row = _row_of(source)
    task = task_row(plan, row, plan.tasks.count() + 1, {})
    task.save()
    groups_then = Groups(plan.issued_on)
    parties = party_rows(task, row, groups_then, actor=actor, now=now)
    TaskParty.objects.bulk_create(parties)
    given = give(plan, [(task, parties)], groups_then=groups_then, now=now)
    _settle(source, SourceSettlement.SEPARATED, _SEPARATED_WORDS, said, actor=actor, now=now)
    _take_off(source, _SEPARATED_WORDS, actor=actor, now=now)
    tell(
        answering_for(list(given.agency_ids), now),
        topic="plans.work.given",
        title=f"{plan} giao việc cho cơ quan",
        body=task.content[:500],
        link=links.task(task.pk),
        now=now,
    )
    return task


def _task_to_tie(task_id: int, actor: Actor) -> Task:
    task = locked_task(task_id, actor)
    actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
    if task.status != TaskStatus.ACTIVE:
        raise WorkRefused(WorkProblem.ALREADY_WITHDRAWN)
    return task


def _tie(task: Task, plan: Plan, said: Said, *, actor: Actor, now: datetime) -> TaskSource:
    if task.plan_id == plan.pk:
        raise WorkRefused(WorkProblem.OWN_DOCUMENT)
    place = said.place[:80]
    if task.sources.filter(plan=plan, place=place, removed_at=None).exists():
        raise WorkRefused(WorkProblem.ALREADY_A_SOURCE)
    source = TaskSource.objects.create(
        task=task,
        plan=plan,
        place=place,
        content=said.content,
        time_text=said.time_text,
        timing=timing_to_json(said.timing),
        due_on=due_day(said.timing),
        lead_text=said.lead_text,
        lead_ids=sorted(said.lead_ids),
        added_at=now,
        added_by_id=actor.user_id,
        added_by_name=actor.name[:150],
    )
    announce(SourceAdded(**_named(source)), actor=actor, at=now)
    _tell_bound(source, f"Nhiệm vụ {task.code} còn được giao tại {plan}", now)
    return source


def _locked_source(source_id: int, actor: Actor) -> TaskSource:
    """The source with its task locked, when it still stands. Raises NotVisible or WorkRefused."""
    found = TaskSource.objects.filter(pk=source_id).values_list("task_id", flat=True).first()
    if found is None:
        raise NotVisible
    task = _task_to_tie(found, actor)
    source = (
        TaskSource.objects.select_for_update(of=("self",)).select_related("plan").get(pk=source_id)
    )
    if source.removed_at is not None:
        raise WorkRefused(WorkProblem.ALREADY_SETTLED)
    source.task = task
    return source


def _settle(
    source: TaskSource,
    settlement: SourceSettlement,
    words: str,
    reason: str,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    source.settlement = settlement
    source.settled_at = now
    source.settled_by_id = actor.user_id
    source.settlement_reason = reason[:500]
    source.save(update_fields=["settlement", "settled_at", "settled_by_id", "settlement_reason"])
    event = SourceSettled(**_named(source), decision=words, reason=reason[:300])
    announce(event, actor=actor, at=now)


def _take_off(source: TaskSource, reason: str, *, actor: Actor, now: datetime) -> None:
    source.removed_at = now
    source.removed_by_id = actor.user_id
    source.removal_reason = reason[:500]
    source.save(update_fields=["removed_at", "removed_by_id", "removal_reason"])


def _row_of(source: TaskSource) -> DraftTask:
    """The duty of a source as a row again; led by whom it names, else by who leads the task."""
    ids = source.lead_ids or sorted(
        {
            part.agency_id
            for part in source.task.assignments.live().filter(
                obligation=Obligation.LEAD, is_part=False
            )
        }
    )
    cards = agency_cards(ids)
    names = ", ".join(cards[pk].name for pk in ids if pk in cards)
    cells = {
        "content": Cell(source.content or source.task.content),
        "lead_text": Cell(source.lead_text or names),
        "time_text": Cell(source.time_text),
    }
    leads = tuple(Mention(cards[pk].name, (f"agency:{pk}",)) for pk in ids if pk in cards)
    code = source.place.removeprefix("điểm ")
    timing = timing_from_json(source.timing)
    return DraftTask(id="s", code=code, cells=cells, timing=timing, leads=leads)


def _tell_bound(source: TaskSource, title: str, now: datetime) -> None:
    bound = (
        source.task.assignments.live()
        .filter(is_part=False)
        .values_list("agency_id", flat=True)
        .distinct()
    )
    tell(
        answering_for(list(bound), now),
        topic="plans.source.added",
        title=title,
        body=source.task.content[:500],
        link=links.task(source.task_id),
        now=now,
    )


def _named(source: TaskSource) -> dict[str, Any]:
    return {
        "task_id": source.task_id,
        "plan_id": source.plan_id,
        "code": source.task.code,
        "number": str(source.plan),
        "place": source.place or "toàn văn bản",
    }
