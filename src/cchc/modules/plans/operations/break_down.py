"""Breaking work down: parts are given to agencies below and to people, inside one thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards, person_cards, working_calendar
from cchc.modules.plans import links
from cchc.modules.plans.events import PartGiven, PartRecalled
from cchc.modules.plans.models import Assignment, Occurrence, Task
from cchc.modules.plans.operations.acknowledge import take_up
from cchc.modules.plans.operations.giving import year_of
from cchc.modules.plans.operations.reaching import locked_occurrence, named_assignment
from cchc.modules.plans.operations.reckoning import day_of, reckon
from cchc.modules.plans.operations.telling import answering_for, tell
from cchc.modules.plans.operations.withdraw import take_back
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.threads import giver_of
from cchc.modules.plans.rules.draft import timing_to_json
from cchc.modules.plans.rules.handing import (
    HandingProblem,
    HandingRefused,
    Wanted,
    check_breaking_down,
    check_wanted,
)
from cchc.modules.plans.rules.kinds import Obligation, TaskStatus, TimeKind
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused, require_reason
from cchc.modules.plans.rules.timing import Timing
from cchc.platform.access import Actor
from cchc.platform.calendar import add_working_days
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import fold
from cchc.platform.text.writing import date_vi


@dataclass(frozen=True, slots=True)
class Part:
    """One part to give: to agencies or to one person, until a day or in so many working days."""

    content: str
    product: str = ""
    leads: tuple[int, ...] = ()
    coordinating: tuple[int, ...] = ()
    person_id: int | None = None
    due_on: date | None = None
    days: int | None = None
    """Working days from the day of giving, by the calendar of whoever receives it."""


@transaction.atomic
def break_down(
    *, occurrence_id: int, parts: Sequence[Part], actor: Actor, now: datetime
) -> list[Task]:
    """Give parts of one's work to agencies below or to one's people, all or none.

    Giving takes the work up where nobody did. Raises NotVisible, AccessDenied, or HandingRefused
    with the line that cannot be given so.
    """
    above = locked_occurrence(occurrence_id, actor)
    Rights(actor).require_give(above.agency_id)
    check_breaking_down(state=State(above.state), is_personal=above.is_personal)
    giver = giver_of(above, day_of(now).today)
    check_wanted([_wanted(part, above, giver.today) for part in parts], giver)
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("task")
        .get(pk=above.assignment_id)
    )
    take_up(assignment, actor=actor, now=now)
    if above.thread_id is None:
        above.thread_id = above.pk
        above.save(update_fields=["thread"])
    return [_give(part, above, actor=actor, now=now) for part in parts]


@transaction.atomic
def recall(*, task_id: int, reason: str, actor: Actor, now: datetime) -> Task:
    """Whoever gave a part takes it back, with everything given from it; what is done stays.

    Raises NotVisible, AccessDenied, WorkRefused, or HandingRefused for a row of a plan.
    """
    rows = Task.objects.select_for_update(of=("self",)).select_related("part_of")
    task = rows.get_visible(actor, pk=task_id)
    above = task.part_of
    if above is None:
        raise HandingRefused(HandingProblem.NOT_A_PART)
    Rights(actor).require_give(above.agency_id)
    said = require_reason(reason)
    if task.status == TaskStatus.WITHDRAWN:
        raise WorkRefused(WorkProblem.ALREADY_WITHDRAWN)
    live = list(task.assignments.live().select_related("task").order_by("pk"))
    if all(o.state == State.ACCEPTED for a in live for o in a.occurrences.all()):
        raise HandingRefused(HandingProblem.NOT_WITH_THE_AGENCY)
    take_back(task, said, actor=actor, now=now)
    assert above.thread_id is not None  # noqa: S101 (a part stands in a thread)
    event = PartRecalled(
        **named_assignment(live[0]),
        thread_id=above.thread_id,
        content=task.content[:200],
        reason=said[:300],
    )
    announce(event, actor=actor, at=now)
    people = {part.holder_id for part in live}
    tell(
        people | answering_for([part.agency_id for part in live], now),
        topic="plans.work.withdrawn",
        title="Việc được giao xuống đã thu hồi",
        body=f"{task.code} {task.content}"[:300] + f" · {said}"[:200],
        link=links.task(task.pk),
        now=now,
    )
    return task


def _wanted(part: Part, above: Occurrence, today: date) -> Wanted:
    """The part as the rule judges it, with the latest day that its working days lead to."""
    receivers = (*part.leads, *part.coordinating) or (above.agency_id,)
    due_on = part.due_on
    if part.days is not None:
        due_on = max(_in_days(agency_id, today, part.days) for agency_id in receivers)
    return Wanted(
        content=part.content,
        leads=part.leads,
        coordinating=part.coordinating,
        person_id=part.person_id,
        due_on=due_on,
    )


def _in_days(agency_id: int, today: date, days: int) -> date:
    return add_working_days(working_calendar(agency_id), today, days)


def _give(part: Part, above: Occurrence, *, actor: Actor, now: datetime) -> Task:
    """Make the task of one part, with an assignment and an occurrence for each receiver."""
    today = day_of(now).today
    task = _task(part, above, today)
    receivers = [(pk, Obligation.LEAD) for pk in part.leads]
    receivers += [(pk, Obligation.COORDINATING) for pk in part.coordinating]
    if part.person_id is not None:
        receivers = [(above.agency_id, Obligation.LEAD)]
    for agency_id, obligation in receivers:
        assignment = Assignment.objects.create(
            task=task,
            agency_id=agency_id,
            obligation=obligation,
            plan_id=above.plan_id,
            issuer_id=above.agency_id,
            is_part=True,
            given_by_id=actor.user_id,
            assigned_on=today,
            holder_id=part.person_id,
            held_since=today if part.person_id is not None else None,
        )
        _occurrence(part, assignment, above, now).save()
    _announce(part, task, above, actor=actor, now=now)
    return task


def _task(part: Part, above: Occurrence, today: date) -> Task:
    number = Task.objects.filter(part_of=above).count() + 1
    code = f"{above.task.code}.{number}" if above.task.code else str(number)
    due_on = _wanted(part, above, today).due_on
    timing = Timing(TimeKind.DEADLINE if due_on else TimeKind.NONE, due_on=due_on)
    content, product = part.content.strip(), part.product.strip()
    return Task.objects.create(
        plan_id=above.plan_id,
        section_id=above.task.section_id,
        position=above.task.position,
        code=code[-40:],
        area_code=above.area_code,
        content=content,
        product=product,
        lead_text=_names(part),
        coordinating_text="; ".join(_agency_names(part.coordinating)),
        time_text=_time_text(part, today),
        time_kind=timing.kind,
        due_on=due_on,
        timing=timing_to_json(timing),
        folded=fold(f"{code} {content} {product}"),
        part_of=above,
    )


def _occurrence(part: Part, assignment: Assignment, above: Occurrence, now: datetime) -> Occurrence:
    """The one round of a part, unsaved: dated, or waiting for what the work above waits for."""
    day = day_of(now)
    due_on = part.due_on
    if part.days is not None:
        due_on = _in_days(assignment.agency_id, day.today, part.days)
    one = Occurrence(
        assignment=assignment,
        task=assignment.task,
        plan=above.plan,
        agency_id=assignment.agency_id,
        issuer_id=assignment.issuer_id,
        is_part=True,
        thread_id=above.thread_id,
        year=year_of(above.plan, due_on) if due_on else above.year,
        area_code=above.area_code,
        obligation=assignment.obligation,
        state=State.ASSIGNED if due_on else State.WAITING,
        state_since=now,
        starts_on=day.today if due_on is not None and day.today <= due_on else None,
        due_on=due_on,
        first_due_on=due_on,
        days_given=part.days,
        days_from=day.today if part.days is not None else None,
        waits_for="" if due_on else above.waits_for,
    )
    reckon(one, day)
    return one


def _time_text(part: Part, today: date) -> str:
    if part.days is not None:
        words = _("Trong {days} ngày làm việc kể từ ngày {day}")
        return str(words.format(days=part.days, day=date_vi(today)))
    if part.due_on is None:
        return str(_("Theo thời gian của việc cấp trên"))
    return str(_("Đến ngày {day}").format(day=date_vi(part.due_on)))


def _agency_names(agency_ids: Sequence[int]) -> list[str]:
    cards = agency_cards(agency_ids)
    return [cards[agency_id].name for agency_id in agency_ids]


def _names(part: Part) -> str:
    if part.person_id is not None:
        return person_cards([part.person_id])[part.person_id].full_name
    return "; ".join(_agency_names(part.leads))


def _announce(part: Part, task: Task, above: Occurrence, *, actor: Actor, now: datetime) -> None:
    assert above.thread_id is not None  # noqa: S101 (set when the first part is given)
    due = date_vi(task.due_on) if task.due_on else _("theo việc cấp trên")
    receivers = "; ".join(name for name in (task.lead_text, task.coordinating_text) if name)
    event = PartGiven(
        **named_assignment(above.assignment),
        thread_id=above.thread_id,
        receiver_name=receivers[:300],
        content=task.content[:200],
        due=due,
        above_id=above.pk,
    )
    announce(event, actor=actor, at=now)
    title = _("Anh/chị được giao một việc") if part.person_id else _("Cơ quan được giao một việc")
    tell(
        {part.person_id, *answering_for([*part.leads, *part.coordinating], now)},
        topic="plans.work.given",
        title=title,
        body=f"{task.code} {task.content} · {_('hạn')} {due}"[:500],
        link=links.task(task.pk),
        now=now,
    )
