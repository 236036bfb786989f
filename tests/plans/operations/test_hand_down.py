"""Handing work down: who may give what to whom, until when, and how it comes back up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc.modules.organisation.rules.kinds import AgencyKind, RoleCode
from cchc.modules.plans.models import Occurrence, Proof, Tally, Task
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder
from cchc.modules.plans.operations.break_down import Part, recall
from cchc.modules.plans.operations.decide_proof import return_proof
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.operations.hand_in_proof import hand_in_proof
from cchc.modules.plans.operations.settle_waiting import record_trigger
from cchc.modules.plans.operations.suspend import resume, suspend
from cchc.modules.plans.operations.withdraw import withdraw_task
from cchc.modules.plans.rules.extension import ExtensionNotAllowed
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import WorkRefused
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.threads import (
    DAY,
    DUE,
    accept,
    approve,
    film,
    fresh,
    give,
    hand_in,
    part_of,
    round_of,
    to_division,
    to_officer,
)
from tests.plans.world import CONDITIONAL, MONTHLY, PlansWorld, moment, product, said, told


def test_work_goes_down_to_the_officer_and_comes_up_to_the_province(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)

    hand_in(world, bottom, world.officer)
    assert fresh(bottom).state == State.APPROVED  # one's own work needs no second hand
    return_proof(
        occurrence_id=bottom.pk,
        reason="Chưa có chú thích",
        actor=world.actor(world.division_head),
        now=moment(DAY),
    )
    hand_in(world, bottom, world.officer)
    accept(world, bottom, world.division_head)
    proof = Proof.objects.filter(submission__occurrence=bottom).order_by("-pk")[0]

    hand_in_proof(
        occurrence_id=middle.pk,
        carried_proof_ids=[proof.pk],
        actor=world.actor(world.division_head),
        now=moment(DAY),
    )
    assert fresh(middle).state == State.APPROVED
    accept(world, middle, world.reform_officer)
    hand_in(world, root, world.reform_officer)
    approve(world, root, world.head)
    accept(world, root, world.operator)

    assert {one.state for one in Occurrence.objects.filter(thread=root)} == {State.ACCEPTED}
    carried = Proof.objects.get(submission__occurrence=middle)
    assert (carried.file_id, carried.product) == (proof.file_id, proof.product)


def test_giving_takes_the_work_up_and_tells_whoever_receives_it(world: PlansWorld) -> None:
    _, root = film(world)
    one = to_division(world, root)

    assert part_of(root).acknowledged_at is not None
    assert (one.thread_id, fresh(root).thread_id) == (root.pk, root.pk)
    assert (one.issuer_id, one.task.code) == (world.department.pk, "a.1")
    assert told(world.division_head)[-1] == "plans.work.given"
    assert said()[-1] == "plans.part.given"


def test_parts_are_counted_nowhere_in_the_province(world: PlansWorld) -> None:
    plan, root = film(world)
    before = dict(Tally.objects.values_list("grain", "number"))
    lines = Tally.objects.count()

    to_officer(world, to_division(world, root))

    tallied = sum(Tally.objects.by_plan().values_list("number", flat=True))
    assert tallied == Occurrence.objects.filter(plan=plan, is_part=False).count()
    assert Tally.objects.count() >= lines
    assert before
    for person in (world.operator, world.head, world.division_head):
        listed = Occurrence.objects.listed_for(world.actor(person))
        assert not listed.filter(is_part=True).exists()
    assert plan.tasks.rows().count() == 2


def test_several_agencies_may_lead_one_part(world: PlansWorld) -> None:
    _, root = film(world)
    second = world.agency("Phòng Bổ trợ", parent=world.department, kind=AgencyKind.DIVISION)
    unit = world.agency(
        "Trung tâm Trợ giúp", parent=world.department, kind=AgencyKind.PUBLIC_SERVICE_UNIT
    )
    part = Part(
        "Quay phim", leads=(world.division.pk, second.pk), coordinating=(unit.pk,), due_on=DUE
    )

    task = give(world, root, part)[0]

    assert {(o.agency_id, o.obligation) for o in Occurrence.objects.filter(task=task)} == {
        (world.division.pk, "LEAD"),
        (second.pk, "LEAD"),
        (unit.pk, "COORDINATING"),
    }
    hand_in(world, round_of(task, world.division), world.division_head)
    accept(world, round_of(task, world.division), world.reform_officer)
    with pytest.raises(HandingRefused, match=HandingProblem.PARTS_OPEN):
        hand_in(world, root, world.reform_officer)


GOOD = Part("Việc", due_on=DUE)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"content": " "}, HandingProblem.NO_CONTENT),
        ({}, HandingProblem.NOBODY),
        ({"coordinating": "division"}, HandingProblem.NO_LEAD),
        ({"leads": "division", "person_id": "officer"}, HandingProblem.AGENCY_AND_PERSON),
        ({"leads": "division", "coordinating": "division"}, HandingProblem.TWICE),
        ({"leads": "department"}, HandingProblem.OWN_AGENCY),
        ({"leads": "committee"}, HandingProblem.CIRCULAR),
        ({"leads": "other_department"}, HandingProblem.NOT_BELOW),
        ({"person_id": "stranger"}, HandingProblem.NOT_A_COLLEAGUE),
        ({"leads": "division", "due_on": None}, HandingProblem.NO_DEADLINE),
        ({"leads": "division", "due_on": date(2019, 10, 1)}, HandingProblem.AFTER_THE_WORK_ABOVE),
        ({"leads": "division", "due_on": None, "days": 60}, HandingProblem.AFTER_THE_WORK_ABOVE),
        ({"leads": "division", "due_on": date(2019, 9, 1)}, HandingProblem.IN_THE_PAST),
    ],
)
def test_a_part_that_cannot_be_given_so_names_its_line(
    world: PlansWorld, change: dict[str, object], problem: HandingProblem
) -> None:
    _, root = film(world)
    values = {
        name: (getattr(world, value).pk,) if name in {"leads", "coordinating"} else value
        for name, value in change.items()
    }
    if "person_id" in change:
        values["person_id"] = getattr(world, str(change["person_id"])).pk
    good = replace(GOOD, leads=(world.division.pk,))

    with pytest.raises(HandingRefused) as refused:
        give(world, root, good, replace(GOOD, **values))

    assert (refused.value.problem, refused.value.row) == (problem, 2)
    assert not Task.objects.exclude(part_of=None).exists()


def test_nothing_is_given_without_parts_nor_from_finished_or_personal_work(
    world: PlansWorld,
) -> None:
    _, root = film(world)
    with pytest.raises(HandingRefused, match=HandingProblem.NOTHING_TO_GIVE):
        give(world, root)
    own = to_officer(world, to_division(world, root))
    with pytest.raises(AccessDenied):
        give(world, own, GOOD, by=world.officer)
    with pytest.raises(HandingRefused, match=HandingProblem.PERSONAL):
        give(world, own, GOOD, by=world.division_head)
    other = world.one(film_of(world), "b", world.department)
    hand_in(world, other, world.reform_officer)
    with pytest.raises(HandingRefused, match=HandingProblem.NOT_WITH_THE_AGENCY):
        give(world, other, replace(GOOD, leads=(world.division.pk,)))


def film_of(world: PlansWorld):  # type: ignore[no-untyped-def]
    return world.plan(MONTHLY, number="300/KH-UBND")


def test_only_whoever_leads_gives(world: PlansWorld) -> None:
    _, root = film(world)
    part = replace(GOOD, leads=(world.division.pk,))
    for person in (world.officer, world.division_head, world.operator):
        with pytest.raises(AccessDenied):
            give(world, root, part, by=person)
    with pytest.raises(NotVisible):
        give(world, root, part, by=world.stranger)
    middle = to_division(world, root)
    with pytest.raises(AccessDenied):
        give(world, middle, Part("x", person_id=world.officer.pk, due_on=DUE), by=world.officer)
    give(world, middle, Part("x", person_id=world.officer.pk, due_on=DUE), by=world.head)


def test_work_given_to_a_person_is_that_persons_alone(world: PlansWorld) -> None:
    _, root = film(world)
    own = to_officer(world, to_division(world, root))
    colleague = world.person("Lê Văn Đồng", "donglv", at=world.division)
    world.role(colleague, role=RoleCode.OFFICER, at=world.department)
    with pytest.raises(AccessDenied):
        hand_in(world, own, colleague)
    with pytest.raises(AccessDenied):
        acknowledge(assignment_id=own.assignment_id, actor=world.actor(colleague), now=moment(DAY))
    with pytest.raises(HandingRefused, match=HandingProblem.PERSONAL):
        name_holder(
            assignment_id=own.assignment_id,
            person_id=colleague.pk,
            actor=world.actor(world.officer),
            now=moment(DAY),
        )
    acknowledge(assignment_id=own.assignment_id, actor=world.actor(world.officer), now=moment(DAY))
    assert fresh(own).state == State.IN_PROGRESS


def test_a_division_hands_in_and_its_head_approves(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    hand_in(world, middle, world.officer)
    assert fresh(middle).state == State.SUBMITTED
    assert told(world.division_head)[-1] == "plans.proof.to_approve"
    with pytest.raises(AccessDenied):
        approve(world, middle, world.officer)
    with pytest.raises(AccessDenied):
        accept(world, middle, world.division_head)
    approve(world, middle, world.division_head)
    assert told(world.reform_officer)[-1] == "plans.proof.to_accept"
    with pytest.raises(AccessDenied):
        accept(world, middle, world.operator)
    accept(world, middle, world.head)
    assert fresh(middle).state == State.ACCEPTED


def test_work_above_waits_for_its_parts_but_not_for_recalled_ones(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    with pytest.raises(HandingRefused, match=HandingProblem.PARTS_OPEN):
        hand_in(world, root, world.reform_officer)

    recall(
        task_id=middle.task_id,
        reason="Sở tự làm",
        actor=world.actor(world.reform_officer),
        now=moment(DAY),
    )

    assert told(world.division_head)[-1] == "plans.work.withdrawn"
    assert said()[-1] == "plans.part.recalled"
    hand_in(world, root, world.reform_officer)
    assert fresh(root).state == State.SUBMITTED


def test_recalling_takes_all_below_and_needs_a_reason(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)
    who = {"actor": world.actor(world.reform_officer), "now": moment(DAY)}
    with pytest.raises(WorkRefused, match="NO_REASON"):
        recall(task_id=middle.task_id, reason=" ", **who)
    with pytest.raises(HandingRefused, match=HandingProblem.NOT_A_PART):
        recall(task_id=root.task_id, reason="x", **who)
    with pytest.raises(AccessDenied):
        recall(
            task_id=middle.task_id,
            reason="x",
            actor=world.actor(world.division_head),
            now=moment(DAY),
        )
    with pytest.raises(HandingRefused, match=HandingProblem.IS_A_PART):
        withdraw_task(
            task_id=middle.task_id, reason="x", actor=world.actor(world.operator), now=moment(DAY)
        )
    recall(task_id=middle.task_id, reason="Đổi cách làm", **who)
    assert {fresh(middle).state, fresh(bottom).state} == {State.WITHDRAWN}
    with pytest.raises(WorkRefused, match="ALREADY_WITHDRAWN"):
        recall(task_id=middle.task_id, reason="x", **who)


def test_what_is_done_is_not_recalled(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    hand_in(world, middle, world.division_head)
    accept(world, middle, world.reform_officer)
    with pytest.raises(HandingRefused, match=HandingProblem.NOT_WITH_THE_AGENCY):
        recall(
            task_id=middle.task_id,
            reason="x",
            actor=world.actor(world.reform_officer),
            now=moment(DAY),
        )


def test_a_row_taken_back_takes_its_thread_with_it(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)
    withdraw_task(
        task_id=root.task_id,
        reason="Thôi",
        actor=world.actor(world.operator),
        now=moment(DAY),
    )
    assert {fresh(middle).state, fresh(bottom).state} == {State.WITHDRAWN}
    assert told(world.officer)[-1] == "plans.work.withdrawn"


def test_the_clock_below_stops_and_goes_on_with_the_one_above(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)
    operator = world.actor(world.operator)
    suspend(occurrence_id=root.pk, reason="Chờ", actor=operator, now=moment(DAY))
    assert {fresh(middle).state, fresh(bottom).state} == {State.SUSPENDED}
    with pytest.raises(HandingRefused, match=HandingProblem.ABOVE_STANDS_STILL):
        resume(occurrence_id=middle.pk, actor=world.actor(world.head), now=moment(DAY))

    resume(occurrence_id=root.pk, actor=operator, now=moment(date(2019, 9, 9)))

    assert fresh(root).due_on == date(2019, 10, 7)
    assert fresh(middle).due_on == fresh(bottom).due_on == date(2019, 9, 27)
    assert fresh(middle).state == State.ASSIGNED or fresh(middle).state == State.IN_PROGRESS


def test_more_time_for_a_part_ends_with_the_work_above(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    ask = {"occurrence_id": middle.pk, "reason": "Chờ", "now": moment(DAY)}
    with pytest.raises(AccessDenied):
        ask_extension(wanted_on=date(2019, 9, 30), actor=world.actor(world.officer), **ask)
    leads = world.actor(world.division_head)
    with pytest.raises(ExtensionNotAllowed, match="AFTER_THE_WORK_ABOVE"):
        ask_extension(wanted_on=date(2019, 10, 1), actor=leads, **ask)
    asked = ask_extension(wanted_on=date(2019, 9, 30), actor=leads, **ask)
    assert told(world.reform_officer)[-1] == "plans.extension.to_decide"
    with pytest.raises(AccessDenied):
        decide_extension(
            extension_id=asked.pk,
            is_granted=True,
            actor=world.actor(world.operator),
            now=moment(DAY),
        )
    decide_extension(
        extension_id=asked.pk,
        is_granted=True,
        actor=world.actor(world.reform_officer),
        now=moment(DAY),
    )
    assert fresh(middle).due_on == date(2019, 9, 30)


def test_parts_of_waiting_work_get_its_deadline_when_it_comes(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    root = world.one(plan, "c", world.department)
    waiting = round_of(give(world, root, Part("Rà soát", leads=(world.division.pk,)))[0])
    dated = to_division(world, root, due_on=date(2019, 12, 31))
    assert waiting.state == State.WAITING

    record_trigger(
        task_id=root.task_id,
        happened_on=DAY,
        due_on=date(2019, 11, 15),
        actor=world.actor(world.operator),
        now=moment(DAY),
    )

    assert fresh(waiting).due_on == fresh(dated).due_on == date(2019, 11, 15)
    assert fresh(dated).first_due_on == date(2019, 12, 31)
    assert fresh(dated).due_changes.get().kind == "ABOVE"
    with pytest.raises(HandingRefused, match=HandingProblem.IS_A_PART):
        record_trigger(
            task_id=dated.task_id,
            happened_on=DAY,
            due_on=date(2019, 11, 15),
            actor=world.actor(world.operator),
            now=moment(DAY),
        )


def test_a_proof_of_another_piece_of_work_is_not_carried(world: PlansWorld) -> None:
    _, root = film(world)
    other = world.one(film_of(world), "b", world.department)
    hand_in(world, other, world.reform_officer)
    strange = Proof.objects.get(submission__occurrence=other)
    hand_in_proof(
        occurrence_id=root.pk,
        products=[product()],
        carried_proof_ids=[strange.pk],
        actor=world.actor(world.reform_officer),
        now=moment(DAY),
    )
    assert Proof.objects.filter(submission__occurrence=root).count() == 1
