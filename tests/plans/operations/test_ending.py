"""Taking work back, passing it on, talking about it, tying it to what stands above."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.events import OpenWorkPassesOn
from cchc.modules.plans.hearing import open_work_of
from cchc.modules.plans.models import Assignment, Comment, Extension, Occurrence, Submission
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_target
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.link_rows import bind_target, link_row
from cchc.modules.plans.operations.programmes import enter_programme
from cchc.modules.plans.operations.withdraw import withdraw_plan, withdraw_task
from cchc.modules.plans.rules.kinds import Obligation, PlanStatus, SubmissionState, TaskStatus
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import WorkRefused
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from cchc.platform.events.announcing import announce
from tests.plans.world import FILM, GIVEN, MONTHLY, PlansWorld, said, told


def test_a_row_taken_back_takes_its_open_work_with_it(world: PlansWorld) -> None:
    plan = world.plan(MONTHLY)
    done = world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))
    pending = world.one(plan, "b", world.department, sequence=2)
    world.hand_in(pending, date(2019, 2, 20))
    late = world.one(plan, "b", world.department, sequence=3)
    ask_extension(
        occurrence_id=late.pk,
        wanted_on=date(2019, 12, 1),
        reason="x",
        actor=world.actor(world.reform_officer),
        now=world.now,
    )
    task = world.task(plan, "b")

    withdraw_task(
        task_id=task.pk,
        reason="Nhập vào nhiệm vụ khác",
        actor=world.actor(world.operator),
        now=world.now,
    )

    task.refresh_from_db()
    assert task.status == TaskStatus.WITHDRAWN
    states = set(Occurrence.objects.exclude(pk=done.pk).values_list("state", flat=True))
    assert states == {State.WITHDRAWN}
    assert Occurrence.objects.get(pk=done.pk).state == State.ACCEPTED
    assert Submission.objects.get(occurrence=pending).state == SubmissionState.RETURNED
    assert Extension.objects.get().state == "REFUSED"
    assert not Assignment.objects.live().exists()
    assert told(world.head)[-1] == "plans.work.withdrawn"


def test_taking_back_needs_a_reason_and_something_in_force(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    task = world.task(plan, "a")
    operator = world.actor(world.operator)
    with pytest.raises(WorkRefused, match="NO_REASON"):
        withdraw_task(task_id=task.pk, reason="", actor=operator, now=world.now)
    with pytest.raises(AccessDenied):
        withdraw_task(task_id=task.pk, reason="x", actor=world.actor(world.head), now=world.now)
    withdraw_task(task_id=task.pk, reason="x", actor=operator, now=world.now)
    with pytest.raises(WorkRefused, match="ALREADY_WITHDRAWN"):
        withdraw_task(task_id=task.pk, reason="x", actor=operator, now=world.now)


def test_a_plan_is_taken_back_as_a_whole(world: PlansWorld) -> None:
    plan = world.plan(FILM, MONTHLY)
    operator = world.actor(world.operator)

    withdraw_plan(plan_id=plan.pk, reason="Thay bằng kế hoạch khác", actor=operator, now=world.now)

    plan.refresh_from_db()
    assert plan.status == PlanStatus.WITHDRAWN
    assert set(plan.tasks.values_list("status", flat=True)) == {TaskStatus.WITHDRAWN}
    with pytest.raises(WorkRefused, match="ALREADY_WITHDRAWN"):
        withdraw_plan(plan_id=plan.pk, reason="x", actor=operator, now=world.now)


def passes_on(world: PlansWorld, to_id: int | None) -> None:
    event = OpenWorkPassesOn(
        from_agency_id=world.department.pk,
        to_agency_id=to_id,
        from_name="Sở Tư pháp",
        to_name="Sở Nội vụ",
        on=world.today,
    )
    announce(event, actor=SYSTEM, at=world.now)


def test_open_work_follows_the_agency_with_its_clock(world: PlansWorld) -> None:
    plan = world.plan(MONTHLY)
    part = world.part(plan, "b", world.department)
    done = world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))
    name_holder(
        assignment_id=part.pk,
        person_id=world.officer.pk,
        actor=world.actor(world.reform_officer),
        now=world.now,
    )

    passes_on(world, world.home_affairs.pk)

    part.refresh_from_db()
    assert (part.agency_id, part.passed_on_from_id) == (world.home_affairs.pk, world.department.pk)
    assert (part.acknowledged_at, part.holder_id) == (None, None)
    second = part.occurrences.get(sequence=2)
    assert (second.agency_id, second.due_on) == (world.home_affairs.pk, date(2019, 2, 28))
    done.refresh_from_db()
    assert done.agency_id == world.department.pk
    assert said()[-1] == "plans.work.passed_on"


def test_where_the_heir_has_the_duty_already_the_part_ends(world: PlansWorld) -> None:
    plan = world.plan({**FILM, "lead_text": "Sở Tư pháp, Sở Nội vụ"})

    passes_on(world, world.home_affairs.pk)

    ended = world.part(plan, "a", world.department)
    assert ended.ended_at is not None
    assert "Sở Nội vụ" in ended.end_reason
    assert world.one(plan, "a", world.department).state == State.WITHDRAWN
    assert world.part(plan, "a", world.home_affairs).ended_at is None


def test_without_an_heir_the_work_ends_and_says_so(world: PlansWorld) -> None:
    plan = world.plan(FILM)

    passes_on(world, None)

    assert "không có cơ quan kế thừa" in world.part(plan, "a", world.department).end_reason


def test_an_agency_without_open_work_passes_nothing_on(world: PlansWorld) -> None:
    passes_on(world, world.home_affairs.pk)

    assert "plans.work.passed_on" not in said()


def test_how_much_open_work_an_agency_has(world: PlansWorld) -> None:
    world.plan(FILM, MONTHLY)

    assert open_work_of([world.department.pk, world.district.pk]) == {world.department.pk: 13}


def test_talking_about_a_task_tells_those_who_hold_it(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    part = world.part(plan, "a", world.department)
    name_holder(
        assignment_id=part.pk,
        person_id=world.officer.pk,
        actor=world.actor(world.reform_officer),
        now=world.now,
    )

    comment(
        task_id=part.task_id,
        text="Xin cho biết tiến độ. " + "x" * 300,
        actor=world.actor(world.operator),
        now=world.now,
    )
    comment(task_id=part.task_id, text="Tuần sau.", actor=world.actor(world.officer), now=world.now)

    assert Comment.objects.count() == 2
    assert told(world.officer)[-1] == "plans.task.commented"
    assert told(world.operator)[-1] == "plans.task.commented"
    assert said()[-1] == "plans.task.commented"


def test_talk_needs_words_and_the_right_to_speak(world: PlansWorld) -> None:
    task = world.task(world.plan(FILM), "a")

    with pytest.raises(WorkRefused, match="NOTHING_SAID"):
        comment(task_id=task.pk, text=" ", actor=world.actor(world.operator), now=world.now)
    with pytest.raises(AccessDenied):
        comment(task_id=task.pk, text="x", actor=world.actor(world.auditor), now=world.now)
    with pytest.raises(NotVisible):
        comment(task_id=task.pk, text="x", actor=world.actor(world.nobody_special), now=world.now)


def test_a_row_carries_out_a_row_of_the_plan_above(world: PlansWorld) -> None:
    above = world.plan(FILM)
    below = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        number="5/KH-STP",
        by=world.reform_officer,
        issuer=world.department,
    )
    row, wanted = world.task(below, "a"), world.task(above, "a")
    officer = world.actor(world.reform_officer)
    with pytest.raises(WorkRefused, match="NOT_ABOVE"):
        link_row(task_id=row.pk, above_task_id=wanted.pk, actor=officer, now=world.now)
    below.above = above
    below.save()

    link_row(task_id=row.pk, above_task_id=wanted.pk, actor=officer, now=world.now)

    row.refresh_from_db()
    assert row.answers_id == wanted.pk
    assert said()[-1] == "plans.task.linked"


def test_a_target_is_bound_to_a_figure(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    add_target(draft_id=draft.pk, text="90% đúng hạn", actor=operator, now=GIVEN)
    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    target = bind_target(
        target_id=plan.targets.get().pk,
        figure_code="plans.on_time_rate",
        actor=operator,
        now=world.now,
    )

    assert target.figure_code == "plans.on_time_rate"
    with pytest.raises(AccessDenied):
        bind_target(
            target_id=target.pk, figure_code="x", actor=world.actor(world.head), now=world.now
        )
    with pytest.raises(NotVisible):
        bind_target(target_id=0, figure_code="x", actor=operator, now=world.now)


def test_a_programme_is_entered_once(world: PlansWorld) -> None:
    arguments = {
        "name": "Chương trình giai đoạn 2016 - 2020",
        "starts_year": 2016,
        "ends_year": 2020,
        "actor": world.actor(world.operator),
        "now": world.now,
    }

    first = enter_programme(**arguments)  # type: ignore[arg-type]
    again = enter_programme(**arguments)  # type: ignore[arg-type]

    assert first == again
    assert said().count("plans.programme.entered") == 1
    with pytest.raises(WorkRefused):
        enter_programme(**{**arguments, "ends_year": 2010})  # type: ignore[arg-type]


def test_a_coordinating_part_passes_on_beside_the_lead(world: PlansWorld) -> None:
    plan = world.plan({**FILM, "lead_text": "Sở Nội vụ", "coordinating_text": "Sở Tư pháp"})
    own = world.part(plan, "a", world.department, Obligation.COORDINATING)
    acknowledge(assignment_id=own.pk, actor=world.actor(world.reform_officer), now=world.now)

    passes_on(world, world.home_affairs.pk)

    own.refresh_from_db()
    assert (own.agency_id, own.ended_at) == (world.home_affairs.pk, None)
