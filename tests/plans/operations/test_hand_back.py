"""Handing work back, and what becomes of threads when agencies change."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind
from cchc.modules.plans.models import Assignment, Handback, Occurrence
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder
from cchc.modules.plans.operations.break_down import Part
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.hand_back import decline, insist, pass_on
from cchc.modules.plans.operations.pass_work_on import pass_work_on
from cchc.modules.plans.operations.withdraw import withdraw_task
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import WorkRefused
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.plans.threads import (
    DAY,
    DUE,
    accept,
    film,
    fresh,
    give,
    hand_in,
    part_of,
    round_of,
    to_division,
    to_officer,
)
from tests.plans.world import MONTHLY, PlansWorld, moment, said, told

NOW = moment(DAY)
WHY = "Không thuộc thẩm quyền"


def back(world: PlansWorld, one: Occurrence, by: str, reason: str = WHY) -> Handback:
    actor = world.actor(getattr(world, by))
    return decline(assignment_id=one.assignment_id, reason=reason, actor=actor, now=NOW)


def test_handed_back_work_waits_for_whoever_gave_it_and_the_clock_goes_on(
    world: PlansWorld,
) -> None:
    _, root = film(world)
    asked = back(world, root, "reform_officer")
    assert (asked.issuer_id, asked.agency_id) == (world.committee.pk, world.department.pk)
    assert part_of(root).is_handed_back
    assert fresh(root).due_on == root.due_on
    assert told(world.operator)[-1] == "plans.work.handed_back"
    assert said()[-1] == "plans.work.handed_back"
    with pytest.raises(HandingRefused, match=HandingProblem.ALREADY_HANDED_BACK):
        back(world, root, "head")
    insist(
        assignment_id=root.assignment_id,
        reason="Đúng chức năng",
        actor=world.actor(world.operator),
        now=NOW,
    )
    assert not part_of(root).is_handed_back
    assert told(world.head)[-1] == "plans.work.insisted"
    with pytest.raises(HandingRefused, match=HandingProblem.NOT_HANDED_BACK):
        insist(
            assignment_id=root.assignment_id,
            reason="x",
            actor=world.actor(world.operator),
            now=NOW,
        )


def test_handing_back_needs_a_reason_the_right_and_work_that_is_open(world: PlansWorld) -> None:
    _, root = film(world)
    with pytest.raises(WorkRefused, match="NO_REASON"):
        back(world, root, "head", " ")
    for name in ("officer", "division_head", "operator"):
        with pytest.raises(AccessDenied):
            back(world, root, name)
    with pytest.raises(NotVisible):
        decline(
            assignment_id=to_division(world, root).assignment_id,
            reason="x",
            actor=world.actor(world.stranger),
            now=NOW,
        )
    with pytest.raises(HandingRefused, match=HandingProblem.PARTS_OPEN):
        back(world, root, "head")
    other = world.one(world.plan(MONTHLY, number="9/KH-UBND"), "b", world.department)
    hand_in(world, other, world.reform_officer)
    with pytest.raises(HandingRefused, match=HandingProblem.NOT_WITH_THE_AGENCY):
        back(world, other, "head")


def test_who_goes_on_with_the_work_keeps_it(world: PlansWorld) -> None:
    _, root = film(world)
    back(world, root, "head")
    acknowledge(assignment_id=root.assignment_id, actor=world.actor(world.head), now=NOW)
    assert Handback.objects.get().state == "TAKEN_UP"
    assert not part_of(root).is_handed_back
    back(world, root, "head")
    hand_in(world, root, world.reform_officer)
    assert list(Handback.objects.order_by("pk").values_list("state", flat=True)) == [
        "TAKEN_UP",
        "TAKEN_UP",
    ]


def test_withdrawing_answers_what_was_handed_back(world: PlansWorld) -> None:
    _, root = film(world)
    back(world, root, "head")
    withdraw_task(task_id=root.task_id, reason="Thôi", actor=world.actor(world.operator), now=NOW)
    assert Handback.objects.get().state == "ENDED"


def test_passing_on_keeps_the_deadline_and_takes_the_parts_back(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    name_holder(
        assignment_id=root.assignment_id,
        person_id=world.officer.pk,
        actor=world.actor(world.head),
        now=NOW,
    )
    ask_extension(
        occurrence_id=root.pk,
        wanted_on=date(2019, 12, 1),
        reason="x",
        actor=world.actor(world.head),
        now=NOW,
    )
    pass_on(
        assignment_id=root.assignment_id,
        agency_id=world.district.pk,
        reason=WHY,
        actor=world.actor(world.operator),
        now=NOW,
    )
    part = part_of(root)
    assert (part.agency_id, part.passed_on_from_id) == (world.district.pk, world.department.pk)
    assert (part.acknowledged_at, part.holder_id) == (None, None)
    one = fresh(root)
    assert (one.agency_id, one.due_on, one.first_due_on, one.has_pending_extension) == (
        world.district.pk,
        root.due_on,
        root.first_due_on,
        False,
    )
    assert fresh(middle).state == State.WITHDRAWN
    assert said()[-1] == "plans.work.redirected"
    assert told(world.head)[-1] == "plans.work.redirected"


def test_passing_on_is_refused_where_it_cannot_be(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)
    operator = world.actor(world.operator)

    def refused(one: Occurrence, problem: HandingProblem, **to: int) -> None:
        gives = {root.pk: operator, middle.pk: world.actor(world.head)}
        actor = gives.get(one.pk, world.actor(world.division_head))
        with pytest.raises(HandingRefused, match=problem):
            pass_on(assignment_id=one.assignment_id, reason=WHY, actor=actor, now=NOW, **to)

    refused(root, HandingProblem.NOBODY)
    refused(root, HandingProblem.NOBODY, person_id=world.officer.pk)
    refused(root, HandingProblem.SAME_AGENCY, agency_id=world.department.pk)
    refused(root, HandingProblem.CIRCULAR, agency_id=world.committee.pk)
    refused(root, HandingProblem.UNKNOWN_AGENCY, agency_id=987_654)
    refused(middle, HandingProblem.CIRCULAR, agency_id=world.committee.pk)
    refused(middle, HandingProblem.OWN_AGENCY, agency_id=world.department.pk)
    refused(middle, HandingProblem.NOT_BELOW, agency_id=world.district.pk)
    refused(middle, HandingProblem.NOT_A_COLLEAGUE, person_id=world.stranger.pk)
    refused(bottom, HandingProblem.SAME_AGENCY, person_id=world.officer.pk)
    refused(bottom, HandingProblem.CIRCULAR, agency_id=world.department.pk)
    second = world.agency("Phòng Hai", parent=world.department, kind=AgencyKind.DIVISION)
    both = Part("Quay phim", leads=(world.division.pk, second.pk), due_on=DUE)
    task = give(world, root, both)[0]
    refused_one = round_of(task, world.division)
    with pytest.raises(HandingRefused, match=HandingProblem.ALREADY_BOUND):
        pass_on(
            assignment_id=refused_one.assignment_id,
            agency_id=second.pk,
            reason=WHY,
            actor=world.actor(world.head),
            now=NOW,
        )
    with pytest.raises(AccessDenied):
        pass_on(
            assignment_id=root.assignment_id,
            agency_id=world.district.pk,
            reason=WHY,
            actor=world.actor(world.head),
            now=NOW,
        )


def test_a_part_goes_from_a_division_to_a_person_and_back(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    gives = {"actor": world.actor(world.reform_officer), "now": NOW, "reason": WHY}
    pass_on(assignment_id=middle.assignment_id, person_id=world.officer.pk, **gives)
    assert part_of(middle).is_personal
    back(world, middle, "officer")
    pass_on(assignment_id=middle.assignment_id, agency_id=world.division.pk, **gives)
    part = part_of(middle)
    assert (part.is_personal, part.holder_id, part.is_handed_back) == (False, None, False)
    assert fresh(middle).due_on == DUE
    assert Handback.objects.get().state == "PASSED_ON"


def successor(world: PlansWorld, **more: object) -> Agency:
    return world.agency("Sở Tư pháp và Nội vụ", parent=world.committee, **more)  # type: ignore[arg-type]


def passes(world: PlansWorld, one: Agency, to: Agency | None) -> int:
    return pass_work_on(
        from_agency_id=one.pk, to_agency_id=to.pk if to else None, actor=SYSTEM, now=NOW
    )


def issuers(*rounds: Occurrence) -> list[tuple[int, int]]:
    return [(fresh(one).agency_id, fresh(one).issuer_id) for one in rounds]


def test_a_merged_agency_leaves_its_thread_whole(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    bottom = to_officer(world, middle)
    part = Part("Việc riêng", person_id=world.officer.pk, due_on=DUE)
    own = round_of(give(world, root, part)[0])
    new = successor(world)

    passes(world, world.department, new)

    assert issuers(root, middle, bottom, own) == [
        (new.pk, world.committee.pk),
        (world.division.pk, new.pk),
        (world.division.pk, world.division.pk),
        (new.pk, new.pk),
    ]
    assert part_of(own).holder_id == world.officer.pk
    assert {fresh(o).thread_id for o in (root, middle, bottom, own)} == {root.pk}


def test_a_part_that_would_come_round_ends_and_its_own_parts_move_up(world: PlansWorld) -> None:
    _, root = film(world)
    unit = world.agency("Trung tâm", parent=world.department, kind=AgencyKind.PUBLIC_SERVICE_UNIT)
    room = world.agency("Phòng của Trung tâm", parent=unit, kind=AgencyKind.DIVISION)
    middle = round_of(give(world, root, Part("Quay", leads=(unit.pk,), due_on=DUE))[0])
    bottom = round_of(
        give(world, middle, Part("Dựng", leads=(room.pk,), due_on=DUE), by=world.head)[0]
    )
    own = Part("Ghi âm", person_id=world.officer.pk, due_on=DUE)
    world.post(world.officer, room, "OFFICER", is_main=False)  # type: ignore[arg-type]
    personal = round_of(give(world, middle, own, by=world.head)[0])

    passes(world, unit, world.department)

    assert fresh(middle).state == State.WITHDRAWN
    assert fresh(personal).state == State.WITHDRAWN
    assert fresh(bottom).task.part_of_id == root.pk
    assert issuers(bottom) == [(room.pk, world.department.pk)]
    assert "plans.part.moved_up" in said()
    hand_in(world, bottom, world.head)
    accept(world, bottom, world.reform_officer)
    hand_in(world, root, world.reform_officer)


def test_one_of_several_that_comes_round_ends_alone(world: PlansWorld) -> None:
    _, root = film(world)
    unit = world.agency("Trung tâm", parent=world.department, kind=AgencyKind.PUBLIC_SERVICE_UNIT)
    task = give(world, root, Part("Quay", leads=(unit.pk, world.division.pk), due_on=DUE))[0]
    passes(world, unit, world.department)
    states = dict(Occurrence.objects.filter(task=task).values_list("agency_id", "state"))
    assert states == {unit.pk: State.WITHDRAWN, world.division.pk: State.ASSIGNED}


def test_an_agency_that_ends_without_heir_ends_what_it_gave(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    assert passes(world, world.department, None) == 0
    assert {fresh(root).state, fresh(middle).state} == {State.WITHDRAWN}
    assert (
        not Assignment.objects.live()
        .filter(task__in=[root.task_id, middle.task_id])
        .filter(agency__in=[world.department, world.division])
    )
