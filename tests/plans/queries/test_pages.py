"""What pages show: complete, in words, and every figure opens to its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cchc.modules.plans.models import Plan
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.queries.boards import board_page, by_agency, by_area
from cchc.modules.plans.queries.calendars import calendar_page, gantt_page
from cchc.modules.plans.queries.pages import Figure, WorkFilter
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.modules.plans.queries.plans import plans_page
from cchc.modules.plans.queries.trail import recent_changes
from cchc.modules.plans.queries.work import work_for_export, work_page
from cchc.modules.plans.queries.work_filter import FIELDS, from_address, to_address
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.world import FILM, PlansWorld


def opened(world: PlansWorld, query: str) -> int:
    """How many rows the list has that a figure opens."""
    wanted = from_address(dict(parse_qsl(query)))
    page = work_page(wanted=wanted, actor=world.actor(world.operator), today=world.today, size=500)
    assert page.total == len(page.rows)
    return page.total


def test_the_list_of_plans(world: PlansWorld, lived: Plan) -> None:
    world.draft(FILM, number="9/KH")

    page = plans_page(actor=world.actor(world.operator), year=2019, text="cai cach 271")

    (row,) = page.plans
    assert (row.number, row.task_count, row.issuer.name) == (
        "271/KH-UBND",
        5,
        "UBND tỉnh Sen Hồng",
    )
    assert (row.counts.done_on_time, row.counts.done_late) == (1, 1)
    assert [draft.number for draft in page.drafts] == ["9/KH"]
    assert page.may_import
    assert plans_page(actor=world.actor(world.operator), year=2012).plans == []
    assert plans_page(actor=world.actor(world.operator), kind="DIRECTIVE").plans == []


def test_the_agencies_that_are_bound_see_the_plan_and_others_do_not(
    world: PlansWorld, lived: Plan
) -> None:
    assert len(plans_page(actor=world.actor(world.officer)).plans) == 1
    assert plans_page(actor=world.actor(world.nobody_special)).plans == []
    with pytest.raises(NotVisible):
        plan_page(plan_id=lived.pk, actor=world.actor(world.nobody_special), today=world.today)


def test_the_page_of_a_plan(world: PlansWorld, lived: Plan) -> None:
    page = plan_page(plan_id=lived.pk, actor=world.actor(world.operator), today=world.today)

    rows = {row.code: row for section in page.sections for row in section.tasks}
    assert list(rows) == ["a", "b", "c", "d", "đ"]
    assert (rows["a"].time_label, rows["a"].badge.label) == ("30/09/2019", "quá hạn 11 ngày")
    assert (rows["b"].time_label, rows["b"].lead_count, rows["b"].coordinating_count) == (
        "12 kỳ",
        1,
        1,
    )
    assert rows["c"].time_label == "chờ sự kiện"
    assert rows["d"].time_label == "thường xuyên đến 31/12/2019"
    assert rows["đ"].needs_choice
    assert (page.budget.total, page.budget.not_counted) == (
        40_000_000,
        [("đ", "50tr/huyện", 50_000_000)],
    )
    assert (page.unchosen_count, page.waiting_count) == (2, 2)
    assert page.may_manage
    assert [item.event for item in page.trail] == ["plans.plan.confirmed"]
    assert "7 phần việc" in page.trail[0].text or "phần việc" in page.trail[0].text


def test_every_figure_opens_to_as_many_rows_as_it_says(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    figures: list[Figure] = [
        *plan_page(plan_id=lived.pk, actor=actor, today=world.today).figures,
        *board_page(actor=actor, now=world.now).figures,
    ]

    for figure in figures:
        if figure.code == "rate":
            continue
        assert opened(world, figure.query) == int(figure.value), figure.label
    rate = next(figure for figure in figures if figure.code == "rate")
    assert "đến hạn" in rate.note
    assert opened(world, rate.query) == int(rate.note.split()[2])


def test_the_cells_of_the_board_open_too(world: PlansWorld, lived: Plan) -> None:
    page = board_page(actor=world.actor(world.operator), now=world.now)

    assert page.totals is not None
    for row in [*page.rows, page.totals]:
        assert opened(world, row.overall.query) == row.overall.fallen_due
    justice = next(row for row in page.rows if row.agency.id == world.department.pk)
    assert justice.overall.rate == Decimal("11.1")
    assert justice.overall.band == 1
    assert page.weeks[-1][1] == page.counts.overdue
    assert page.attention[0].agency.id == world.department.pk
    assert opened(world, page.attention[0].query) == page.attention[0].overdue


def test_the_board_costs_at_most_twelve_queries(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)

    with CaptureQueriesContext(connection) as queries:
        board_page(actor=actor, now=world.now, level="PROVINCE", obligation="LEAD")

    assert len(queries) <= 12


def test_by_agency_and_by_area(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)

    agencies = by_agency(actor=actor, today=world.today)
    areas = by_area(actor=actor, today=world.today)

    assert agencies.totals.counts == areas.totals.counts
    assert [row.name for row in agencies.rows][:1] == ["Sở Nội vụ"]
    assert areas.rows[-1].name == "Chưa xếp lĩnh vực"
    assert len(areas.rows) == 9


def test_the_list_of_work_is_narrowed_and_paged(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    wanted = WorkFilter(year=2019, agency_id=world.department.pk, text="bao cao ho so")

    first = work_page(wanted=wanted, actor=actor, today=world.today, size=5)
    second = work_page(
        wanted=wanted, actor=actor, today=world.today, size=5, after=first.next_cursor
    )
    back = work_page(
        wanted=wanted, actor=actor, today=world.today, size=5, before=second.previous_cursor
    )

    assert first.total == 12
    assert [row.due_on for row in first.rows] == sorted(
        row.due_on for row in first.rows if row.due_on
    )
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}
    assert back.rows == first.rows
    assert {chip.value for chip in first.chips} == {"nam", "co_quan", "tim"}


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (WorkFilter(timeliness="done"), 2),
        (WorkFilter(timeliness="pending"), 1),
        (WorkFilter(timeliness="WAITING"), 2),
        (WorkFilter(state="SUBMITTED"), 1),
        (WorkFilter(obligation="COORDINATING"), 2),
        (WorkFilter(area="DIGITAL"), 0),
        (WorkFilter(due_from=date(2019, 1, 1), due_until=date(2019, 1, 31)), 1),
        (WorkFilter(sort="-due", timeliness="open_in_time"), 10),
        (WorkFilter(sort="agency"), 20),
        (WorkFilter(sort="-due", timeliness="fallen_due"), 10),
    ],
)
def test_filters(world: PlansWorld, lived: Plan, wanted: WorkFilter, count: int) -> None:
    page = work_page(wanted=wanted, actor=world.actor(world.operator), today=world.today, size=100)

    assert (page.total, len(page.rows)) == (count, count)


def test_an_officer_sees_the_work_of_the_own_agency(world: PlansWorld, lived: Plan) -> None:
    mine = work_page(
        wanted=WorkFilter(mine=True), actor=world.actor(world.reform_officer), today=world.today
    )
    all_there_is = work_page(
        wanted=WorkFilter(), actor=world.actor(world.reform_officer), today=world.today
    )

    assert {row.agency.id for row in mine.rows} == {world.department.pk}
    assert mine.total == all_there_is.total == 15
    assert [choice.label for choice in mine.agencies] == ["Sở Tư pháp", "Phòng Kiểm soát văn bản"]


def test_an_address_gives_the_filter_back() -> None:
    wanted = WorkFilter(
        year=2019,
        plan_id=3,
        area="DIGITAL",
        agency_id=7,
        obligation="LEAD",
        timeliness="fallen_due",
        state="RETURNED",
        text="rà soát & sửa",
        mine=True,
        due_from=date(2019, 1, 1),
        sort="-due",
    )

    assert from_address(dict(parse_qsl(to_address(wanted)))) == wanted
    assert from_address(dict.fromkeys(FIELDS.values(), "<script>")) == replace(
        WorkFilter(), text="<script>", mine=True, parts=True
    )


def test_a_list_is_exported_as_it_is_seen(world: PlansWorld, lived: Plan) -> None:
    wanted = WorkFilter(timeliness="done")

    rows = list(
        work_for_export(wanted=wanted, actor=world.actor(world.operator), today=world.today)
    )

    assert [row.badge.code for row in rows] == ["DONE_ON_TIME", "DONE_LATE"]
    with pytest.raises(AccessDenied):
        next(
            work_for_export(
                wanted=wanted, actor=world.actor(world.nobody_special), today=world.today
            )
        )


def test_a_month_of_deadlines(world: PlansWorld, lived: Plan) -> None:
    page = calendar_page(actor=world.actor(world.operator), today=world.today, year=2019, month=9)

    days = {day.on: day for week in page.weeks for day in week}
    assert page.title == "Tháng 9/2019"
    assert days[date(2019, 9, 2)].holiday
    thirtieth = days[date(2019, 9, 30)].entries
    assert [(entry.code, entry.agency_count) for entry in thirtieth] == [("a", 2), ("b", 1)]
    assert thirtieth[1].agency_name == "Sở Tư pháp"
    assert opened(world, thirtieth[0].query) == 2
    assert not days[date(2019, 10, 1)].is_in_month
    assert (page.previous, page.next) == (date(2019, 8, 31), date(2019, 10, 1))


def test_the_timeline_keeps_the_first_deadline(world: PlansWorld, lived: Plan) -> None:
    one = world.one(lived, "a", world.department)
    operator = world.actor(world.operator)
    asked = ask_extension(
        occurrence_id=one.pk,
        wanted_on=date(2020, 1, 15),
        reason="x",
        actor=world.actor(world.reform_officer),
        now=world.now,
    )
    decide_extension(extension_id=asked.pk, is_granted=True, actor=operator, now=world.now)

    page = gantt_page(plan_id=lived.pk, actor=operator, today=world.today)

    bars = {bar.code: bar for _, bars in page.sections for bar in bars}
    assert (bars["a"].first_due_on, bars["a"].due_on) == (date(2019, 9, 30), date(2020, 1, 15))
    assert bars["a"].baseline_length < bars["a"].length
    assert len(bars["b"].marks) == 12
    assert bars["d"].is_continuous
    assert page.undated_count == 2
    assert page.axis_ends_on == date(2020, 1, 15)
    assert page.today_offset == (world.today - date(2019, 1, 1)).days
    assert sum(length for _, _, length in page.months) == page.day_count


def test_what_changed_lately_is_told_as_far_as_one_may_know(world: PlansWorld, lived: Plan) -> None:
    changes = recent_changes(world.actor(world.operator), limit=5)

    assert changes[0].text.startswith(("nộp minh chứng", "được nghiệm thu"))
    assert {item.actor_name for item in changes} == {"Sở Tư pháp"}
    assert recent_changes(world.actor(world.stranger), limit=5) == []
