"""A thread of work handed down: from the province to a department, a division, an officer."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.models import Agency, Person
from cchc.modules.plans.models import Assignment, Occurrence, Plan, Task
from cchc.modules.plans.operations.break_down import Part, break_down
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof
from cchc.modules.plans.operations.hand_in_proof import hand_in_proof
from tests.plans.world import CONTINUOUS, FILM, PlansWorld, moment, product

DAY = date(2019, 9, 2)
DUE = date(2019, 9, 20)


def film(world: PlansWorld) -> tuple[Plan, Occurrence]:
    """A plan with the film, and the department's work in it, due on 30/9/2019."""
    plan = world.plan(FILM, CONTINUOUS)
    return plan, world.one(plan, "a", world.department)


def give(
    world: PlansWorld,
    above: Occurrence,
    *parts: Part,
    by: Person | None = None,
    on: date = DAY,
) -> list[Task]:
    """Break work down, as the department's reform officer unless told otherwise."""
    return break_down(
        occurrence_id=above.pk,
        parts=parts,
        actor=world.actor(by or world.reform_officer),
        now=moment(on),
    )


def to_division(world: PlansWorld, above: Occurrence, due_on: date = DUE) -> Occurrence:
    """The division's part of the department's work."""
    part = Part("Viết kịch bản", product="Kịch bản", leads=(world.division.pk,), due_on=due_on)
    return round_of(give(world, above, part)[0])


def to_officer(world: PlansWorld, above: Occurrence, due_on: date = DUE) -> Occurrence:
    """The officer's part of the division's work, given by the head of the division."""
    part = Part("Soạn lời bình", person_id=world.officer.pk, due_on=due_on)
    return round_of(give(world, above, part, by=world.division_head)[0])


def round_of(task: Task, agency: Agency | None = None) -> Occurrence:
    """The one round of a part, of this agency where several have it."""
    rounds = Occurrence.objects.filter(task=task)
    return rounds.get(agency=agency) if agency else rounds.get()


def part_of(one: Occurrence) -> Assignment:
    return Assignment.objects.get(pk=one.assignment_id)


def hand_in(world: PlansWorld, one: Occurrence, by: Person, on: date = DAY) -> None:
    hand_in_proof(occurrence_id=one.pk, products=[product()], actor=world.actor(by), now=moment(on))


def accept(world: PlansWorld, one: Occurrence, by: Person, on: date = DAY) -> None:
    accept_proof(occurrence_id=one.pk, actor=world.actor(by), now=moment(on))


def approve(world: PlansWorld, one: Occurrence, by: Person, on: date = DAY) -> None:
    approve_proof(occurrence_id=one.pk, actor=world.actor(by), now=moment(on))


def fresh(one: Occurrence) -> Occurrence:
    return Occurrence.objects.select_related("task", "assignment").get(pk=one.pk)
