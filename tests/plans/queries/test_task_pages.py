"""The page of a task: parts, clock, parties, links; for the agency and for who decides."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge, report_progress
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.operations.decide_proof import approve_proof, return_proof
from cchc.modules.plans.operations.settle_waiting import record_trigger
from cchc.modules.plans.operations.suspend import suspend
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.modules.plans.queries.task_page import task_page
from tests.plans.world import CONDITIONAL, CONTINUOUS, FILM, MONTHLY, OPEN, PlansWorld, moment


def test_the_page_of_a_task_for_the_agency(world: PlansWorld, lived: Plan) -> None:
    task = world.task(lived, "b")
    actor = world.actor(world.reform_officer)
    part = world.part(lived, "b", world.department)
    report_progress(assignment_id=part.pk, note="Đang làm", actor=actor, now=world.now)
    comment(task_id=task.pk, text="Xin số liệu", actor=actor, now=world.now)

    page = task_page(task_id=task.pk, actor=actor, today=world.today)

    own = page.parts[0]
    assert own.agency.id == world.department.pk
    assert own.is_mine
    assert (own.done_count, own.occurrence_count, own.progress_note) == (2, 12, "Đang làm")
    by_sequence = {one.sequence: one for one in own.occurrences}
    assert by_sequence[4].may_hand_in
    assert not by_sequence[3].may_hand_in
    assert by_sequence[3].submissions[0].proofs[0].file_name == "bao-cao.txt"
    assert by_sequence[2].badge.label == "Hoàn thành quá hạn"
    assert page.parts[1].occurrences == []
    assert page.clocks[0].badge.code == "OVERDUE" or page.clocks[0].lines
    assert page.comments[0].agency_name == "Sở Tư pháp"
    assert page.products_hint == ["Báo cáo"]
    assert page.history
    assert not page.may_manage
    assert [item.event for item in page.trail][:2] == [
        "plans.task.commented",
        "plans.work.progress_reported",
    ]


def test_the_page_of_a_task_for_who_decides(world: PlansWorld, lived: Plan) -> None:
    one = world.one(lived, "b", world.department, sequence=3)
    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=world.now)
    operator = world.actor(world.operator)

    page = task_page(task_id=one.task_id, actor=operator, today=world.today)

    opened_part = page.parts[0]
    third = next(view for view in opened_part.occurrences if view.id == one.pk)
    assert third.may_accept
    assert third.may_return
    assert not third.may_hand_in
    return_proof(occurrence_id=one.pk, reason="thiếu", actor=operator, now=world.now)
    page = task_page(task_id=one.task_id, actor=operator, today=world.today, occurrence_id=one.pk)
    third = next(view for view in page.parts[0].occurrences if view.id == one.pk)
    assert third.submissions[0].return_reason == "thiếu"
    assert page.clocks[0].occurrence_id == one.pk


def test_the_clock_is_explained_line_by_line(world: PlansWorld, lived: Plan) -> None:
    one = world.one(lived, "a", world.department)

    page = task_page(
        task_id=one.task_id,
        actor=world.actor(world.operator),
        today=world.today,
        occurrence_id=one.pk,
    )

    (clock,) = page.clocks
    lines = {line.label: line.value for line in clock.lines}
    assert lines["Thời gian ghi khi giao"] == "“Quý III/2019”"
    assert lines["Ngày cuối cùng còn đúng hạn"] == "30/09/2019"
    assert lines["Nghỉ lễ trong kỳ"] == "1 ngày (02/09)"
    assert lines["Gia hạn đã duyệt"] == "không"
    assert lines["Đã quá"] == "11 ngày làm việc"
    assert [line.is_result for line in clock.lines][-1]
    assert len(clock.days) == 15
    assert sum(day.is_working for day in clock.days) == 11


def test_what_waits_stands_still_or_was_dated_is_said_in_words(
    world: PlansWorld, lived: Plan
) -> None:
    operator = world.actor(world.operator)
    waiting = world.one(lived, "c", world.department)

    def clock(one: Occurrence) -> dict[str, str]:
        page = task_page(
            task_id=one.task_id, actor=operator, today=world.today, occurrence_id=one.pk
        )
        return {line.label: line.value for line in page.clocks[0].lines}

    assert clock(waiting)["Chưa tính hạn"] == "chờ sự kiện"
    record_trigger(
        task_id=waiting.task_id,
        happened_on=date(2019, 9, 2),
        due_on=date(2019, 10, 31),
        actor=operator,
        now=world.now,
    )
    assert clock(waiting)["Sự kiện được ghi nhận"] == "02/09/2019"
    suspend(occurrence_id=waiting.pk, reason="x", actor=operator, now=world.now)
    assert clock(waiting)["Đồng hồ dừng"] == "Tạm dừng"
    going_on = world.one(lived, "d", world.department)
    assert clock(going_on)["Thực hiện thường xuyên đến"] == "31/12/2019"
    late = world.one(lived, "b", world.department, sequence=2)
    assert clock(late)["Ngày nộp minh chứng"] == "05/03/2019"


def test_parties_that_are_open_come_with_whom_they_may_mean(world: PlansWorld, lived: Plan) -> None:
    page = task_page(
        task_id=world.task(lived, "đ").pk, actor=world.actor(world.operator), today=world.today
    )

    lead, co = page.parties
    assert (lead.needs_choice, lead.group_name) == (True, "UBND cấp huyện")
    assert [candidate.id for candidate in lead.candidates] == [world.district.pk]
    assert co.needs_choice
    assert page.may_choose_members
    assert page.parts == []
    assert page.budget_label == "50.000.000 đ mỗi huyện"


def test_rows_of_plans_below_are_shown_with_what_they_carry_out(
    world: PlansWorld, lived: Plan
) -> None:
    below = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        number="5/KH-STP",
        by=world.reform_officer,
        issuer=world.department,
    )
    row, above = world.task(below, "a"), world.task(lived, "a")
    below.above = lived
    below.save()
    row.answers = above
    row.save()
    actor = world.actor(world.reform_officer)

    up = task_page(task_id=row.pk, actor=actor, today=world.today)
    down = task_page(task_id=above.pk, actor=actor, today=world.today)

    assert up.answers is not None
    assert "271/KH-UBND" in up.answers.label
    assert [choice.value for choice in down.answered_by] == [str(row.pk)]
    page = plan_page(plan_id=lived.pk, actor=actor, today=world.today)
    assert [plan.number for plan in page.below] == ["5/KH-STP"]
    own = plan_page(plan_id=below.pk, actor=actor, today=world.today)
    assert own.above is not None
    assert own.above.number == "271/KH-UBND"


def test_large_groups_show_the_most_pressing_parts(world: PlansWorld) -> None:
    for number in range(70):
        world.agency(f"Sở số {number:02d}", parent=world.committee, precedence=500 + number)
    plan = world.plan(CONTINUOUS, MONTHLY, CONDITIONAL, OPEN)

    page = task_page(
        task_id=world.task(plan, "d").pk, actor=world.actor(world.operator), today=world.today
    )

    assert (page.lead_count, len(page.parts), page.hidden_part_count) == (73, 60, 13)


def test_a_page_of_a_task_costs_a_bounded_number_of_queries(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.reform_officer)
    part = world.part(lived, "a", world.department)
    acknowledge(assignment_id=part.pk, actor=actor, now=moment(date(2019, 10, 1)))

    with CaptureQueriesContext(connection) as queries:
        task_page(task_id=world.task(lived, "b").pk, actor=actor, today=world.today)

    assert len(queries) <= 45
