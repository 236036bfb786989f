"""Giving work: from parties and times to assignments and occurrences, many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from cchc.modules.organisation.public import expand_all, groups
from cchc.modules.plans.models import Assignment, Occurrence, Plan, Task, TaskParty
from cchc.modules.plans.operations.reckoning import Day, day_of, reckon
from cchc.modules.plans.rules.assignment import Party, expand
from cchc.modules.plans.rules.draft import timing_from_json
from cchc.modules.plans.rules.kinds import Obligation, PlanKind
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.occurrences import Planned, plan_occurrences, renumbered

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Given:
    """What was given out."""

    assignments: list[Assignment]
    occurrences: list[Occurrence]

    @property
    def agency_ids(self) -> set[int]:
        """The agencies that have work from it."""
        return {assignment.agency_id for assignment in self.assignments}


class Groups:
    """The groups of agencies with their members on one day."""

    def __init__(self, on: date) -> None:
        self._open = {card.code for card in groups() if card.is_open}
        self._members = {
            code: tuple(card.id for card in cards) for code, cards in expand_all(on).items()
        }

    def is_open(self, code: str) -> bool:
        """Whether a person must say who is meant."""
        return code in self._open

    def members(self, code: str) -> tuple[int, ...]:
        """The members on the day, in order of precedence; none of a group nobody knows."""
        return self._members.get(code, ())


def party_rule(party: TaskParty, groups_then: Groups) -> Party:
    """A stored party as the rule of assignment knows it."""
    is_chosen = party.chosen_at is not None
    members: tuple[int, ...] = ()
    if party.group_code:
        members = tuple(party.chosen) if is_chosen else groups_then.members(party.group_code)
    elif is_chosen:
        members = tuple(party.chosen)
    return Party(
        obligation=Obligation(party.obligation),
        text=party.text,
        agency_id=party.agency_id,
        group_code=party.group_code,
        members=members,
        condition=party.condition,
        is_open=groups_then.is_open(party.group_code),
        is_chosen=is_chosen,
    )


def give(
    plan: Plan,
    work: Sequence[tuple[Task, Sequence[TaskParty]]],
    *,
    groups_then: Groups,
    existing: Mapping[int, frozenset[tuple[int, str]]] | None = None,
    assigned_on: date | None = None,
    now: datetime,
) -> Given:
    """Make what follows from the parties of these tasks, leaving out what is there already.

    `existing`: by task the pairs of agency and obligation that are bound. The clock of every
    occurrence begins on the day of issue, or on `assigned_on` for those bound later.
    """
    began_on = assigned_on or plan.issued_on
    assignments = []
    for task, parties in work:
        bound = (existing or {}).get(task.pk, frozenset())
        duties = expand([party_rule(party, groups_then) for party in parties])
        assignments += [
            Assignment(
                task=task,
                party=parties[duty.party_index],
                agency_id=duty.agency_id,
                obligation=duty.obligation,
                plan=plan,
                issuer_id=plan.issuer_id,
                assigned_on=began_on,
            )
            for duty in duties
            if (duty.agency_id, duty.obligation) not in bound
        ]
    Assignment.objects.bulk_create(assignments, batch_size=_BATCH)
    occurrences = _occurrences(plan, assignments, began_on, now)
    Occurrence.objects.bulk_create(occurrences, batch_size=_BATCH)
    return Given(assignments, occurrences)


def _occurrences(
    plan: Plan, assignments: Iterable[Assignment], began_on: date, now: datetime
) -> list[Occurrence]:
    day = day_of(now)
    planned: dict[tuple[int, str], tuple[Planned, ...]] = {}
    made = []
    for assignment in assignments:
        key = (assignment.task_id, assignment.obligation)
        if key not in planned:
            planned[key] = planned_for(plan, assignment.task, assignment.obligation, began_on)
        made += [new_occurrence(plan, assignment, one, day, now) for one in planned[key]]
    return made


def revive(plan: Plan, assignment: Assignment, now: datetime) -> None:
    """Let a part that had ended bind the agency again, with new rounds after the old ones."""
    assignment.ended_at = None
    assignment.end_reason = ""
    assignment.save(update_fields=["ended_at", "end_reason"])
    last = assignment.occurrences.aggregate(last=Max("sequence"))["last"] or 0
    planned = planned_for(plan, assignment.task, assignment.obligation, assignment.assigned_on)
    day = day_of(now)
    fresh = renumbered(planned, after=last)
    Occurrence.objects.bulk_create(new_occurrence(plan, assignment, one, day, now) for one in fresh)


def planned_for(plan: Plan, task: Task, obligation: str, assigned_on: date) -> tuple[Planned, ...]:
    """The occurrences that this obligation in this task owes."""
    return plan_occurrences(
        timing_from_json(task.timing),
        Obligation(obligation),
        period=(plan.period_starts_on, plan.period_ends_on),
        assigned_on=assigned_on,
    )


def new_occurrence(
    plan: Plan, assignment: Assignment, planned: Planned, day: Day, now: datetime
) -> Occurrence:
    """One occurrence of a part, unsaved."""
    is_waiting = planned.waits_for is not None
    fresh = State.ASSIGNED if assignment.acknowledged_at is None else State.IN_PROGRESS
    occurrence = Occurrence(
        assignment=assignment,
        sequence=planned.sequence,
        label=planned.label,
        task_id=assignment.task_id,
        plan=plan,
        agency_id=assignment.agency_id,
        issuer_id=assignment.issuer_id,
        year=year_of(plan, planned.due_on),
        area_code=assignment.task.area_code,
        obligation=assignment.obligation,
        state=State.WAITING if is_waiting else fresh,
        state_since=now,
        starts_on=planned.starts_on,
        due_on=planned.due_on,
        first_due_on=planned.due_on,
        is_continuous=planned.is_continuous,
        waits_for=planned.waits_for or "",
    )
    reckon(occurrence, day)
    return occurrence


def year_of(plan: Plan, due_on: date | None) -> int:
    """The year in which work is counted: the plan's, or the deadline's where it has several."""
    if plan.kind == PlanKind.MULTI_YEAR and due_on is not None:
        return due_on.year
    return plan.year
