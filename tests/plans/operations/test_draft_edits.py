"""Correcting what was understood: words, rows, parties, targets; all can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations import correct_draft as correct
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.share_draft import abandon_draft
from cchc.modules.plans.rules.draft import Draft
from cchc.modules.plans.rules.kinds import TimeKind
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from tests.plans.operations.test_drafts import imported
from tests.plans.world import FILM, GIVEN, OPEN, PlansWorld


def edited(world: PlansWorld, draft: ImportDraft) -> Draft:
    draft.refresh_from_db()
    return current(draft)


def test_typed_words_are_understood_at_once(world: PlansWorld) -> None:
    draft = imported(world)
    operator = world.actor(world.operator)

    for field, value in (
        ("time_text", "Mỗi tháng 02 kỳ"),
        ("budget_text", "05tr/kỳ"),
        ("lead_text", "Sở Nội vụ"),
        ("content", "Dựng hai phim"),
    ):
        correct.edit_row(
            draft_id=draft.pk, row_id="t0", field=field, value=value, actor=operator, now=GIVEN
        )

    film = edited(world, draft).tasks[0]
    assert film.timing.kind is TimeKind.RECURRING
    assert film.money.total == 120_000_000
    assert film.leads[0].codes == (f"agency:{world.home_affairs.pk}",)
    assert film.text("content") == "Dựng hai phim"
    assert len(draft.edits) == 4


def test_what_hangs_on_the_header_follows_it(world: PlansWorld) -> None:
    draft = imported(world)
    operator = world.actor(world.operator)
    correct.edit_row(
        draft_id=draft.pk, row_id="t0", field="time_text", value="Quý II", actor=operator, now=GIVEN
    )

    correct.edit_header(draft_id=draft.pk, field="year", value="2022", actor=operator, now=GIVEN)
    correct.edit_header(
        draft_id=draft.pk, field="period_starts_on", value="", actor=operator, now=GIVEN
    )
    correct.edit_header(
        draft_id=draft.pk, field="period_ends_on", value="", actor=operator, now=GIVEN
    )

    reading = edited(world, draft)
    assert reading.tasks[0].timing.due_on == date(2022, 6, 30)
    assert reading.sections[0].area_code == "STEERING"


def test_the_day_of_issue_decides_who_is_meant(world: PlansWorld) -> None:
    draft = imported(world)
    world.department.effective_to = date(2018, 12, 31)
    world.department.save()

    correct.edit_header(
        draft_id=draft.pk,
        field="issued_on",
        value="2019-02-01",
        actor=world.actor(world.operator),
        now=GIVEN,
    )

    lead = edited(world, draft).tasks[0].leads[0]
    assert lead.doubt or lead.codes == (f"agency:{world.department.pk}",)


def test_rows_are_added_dropped_and_joined(world: PlansWorld) -> None:
    draft = imported(world)
    operator = world.actor(world.operator)

    correct.add_row(
        draft_id=draft.pk,
        after="t0",
        values={"order_text": "c", "content": "Thêm việc", "lead_text": "Sở Tư pháp"},
        actor=operator,
        now=GIVEN,
    )
    correct.merge_row(draft_id=draft.pk, row_id="t1", into_id="t0", actor=operator, now=GIVEN)

    tasks = edited(world, draft).tasks
    assert [task.id for task in tasks] == ["t0", "n0"]
    assert tasks[0].text("content") == "Dựng phim ngắn Họp bàn"
    assert tasks[1].code == "1.c"
    correct.drop_row(draft_id=draft.pk, row_id="n0", actor=operator, now=GIVEN)
    correct.undo_edit(draft_id=draft.pk, actor=operator, now=GIVEN)
    assert len(edited(world, draft).tasks) == 2


def test_a_duty_to_report_may_become_a_row(world: PlansWorld) -> None:
    draft = imported(world)
    reading = dict(draft.reading)
    reading["duties"] = [dict(reading["tasks"][0], id="r0")]
    ImportDraft.objects.filter(pk=draft.pk).update(reading=reading)
    operator = world.actor(world.operator)

    correct.take_over_duty(draft_id=draft.pk, row_id="r0", actor=operator, now=GIVEN)

    assert [task.id for task in edited(world, draft).tasks] == ["t0", "t1", "r0"]
    with pytest.raises(DraftRefused, match="UNKNOWN_ROW"):
        correct.take_over_duty(draft_id=draft.pk, row_id="r0", actor=operator, now=GIVEN)


def test_people_say_who_is_meant(world: PlansWorld) -> None:
    draft = world.draft(OPEN, {**FILM, "order_text": "g", "lead_text": "Ban nào đó"})
    operator = world.actor(world.operator)

    def choose(row_id: str, *, is_lead: bool, **who: object) -> None:
        correct.choose_party(
            draft_id=draft.pk,
            row_id=row_id,
            is_lead=is_lead,
            index=0,
            actor=operator,
            now=GIVEN,
            **who,  # type: ignore[arg-type]
        )

    choose("n0", is_lead=True, agency_ids=[world.district.pk])
    choose("n0", is_lead=False, agency_ids=[world.department.pk, world.home_affairs.pk])
    choose("n1", is_lead=True, agency_ids=[world.department.pk])
    choose("n1", is_lead=False, group_code="SO_NGANH")

    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    assert world.part(plan, "đ", world.district)
    assert world.task(plan, "đ").assignments.count() == 3
    assert world.task(plan, "g").assignments.count() == 3
    parties = world.task(plan, "đ").parties
    assert not parties.filter(needs_choice=True).exists()


def test_targets_headings_and_ties_are_typed(world: PlansWorld) -> None:
    above = world.plan(FILM)
    draft = imported(world)
    operator = world.actor(world.operator)
    correct.add_target(draft_id=draft.pk, text="90% đúng hạn", actor=operator, now=GIVEN)
    correct.add_target(draft_id=draft.pk, text="bỏ", actor=operator, now=GIVEN)
    correct.drop_target(draft_id=draft.pk, row_id="k1", actor=operator, now=GIVEN)
    correct.edit_section(
        draft_id=draft.pk,
        index=0,
        code="I",
        title="Truyền thông",
        area_code="STEERING",
        actor=operator,
        now=GIVEN,
    )
    correct.tie_draft(
        draft_id=draft.pk, above_id=above.pk, programme_id=None, actor=operator, now=GIVEN
    )
    correct.answer_row(
        draft_id=draft.pk,
        row_id="t0",
        above_task_id=world.task(above, "a").pk,
        actor=operator,
        now=GIVEN,
    )

    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    assert plan.above_id == above.pk
    assert plan.sections.get().area_code == "STEERING"
    assert world.task(plan, "a").answers_id == world.task(above, "a").pk
    assert [target.text for target in plan.targets.all()] == ["90% đúng hạn"]


@pytest.mark.parametrize(
    ("act", "arguments", "problem"),
    [
        (correct.edit_header, {"field": "x", "value": ""}, DraftProblem.UNKNOWN_FIELD),
        (correct.edit_header, {"field": "year", "value": "abc"}, DraftProblem.BAD_VALUE),
        (correct.edit_header, {"field": "issued_on", "value": "hôm qua"}, DraftProblem.BAD_VALUE),
        (correct.edit_row, {"row_id": "t0", "field": "x", "value": ""}, DraftProblem.UNKNOWN_FIELD),
        (
            correct.edit_row,
            {"row_id": "t9", "field": "content", "value": ""},
            DraftProblem.UNKNOWN_ROW,
        ),
        (correct.add_row, {"values": {"x": "y"}}, DraftProblem.UNKNOWN_FIELD),
        (correct.drop_row, {"row_id": "t9"}, DraftProblem.UNKNOWN_ROW),
        (correct.merge_row, {"row_id": "t0", "into_id": "t0"}, DraftProblem.UNKNOWN_ROW),
        (
            correct.choose_party,
            {"row_id": "t0", "is_lead": True, "index": 7, "agency_ids": [1]},
            DraftProblem.UNKNOWN_ROW,
        ),
        (
            correct.edit_section,
            {"index": 0, "code": "", "title": "", "area_code": "X"},
            DraftProblem.BAD_VALUE,
        ),
        (
            correct.edit_target,
            {"row_id": "m9", "field": "text", "value": ""},
            DraftProblem.UNKNOWN_ROW,
        ),
        (
            correct.edit_target,
            {"row_id": "m9", "field": "x", "value": ""},
            DraftProblem.UNKNOWN_FIELD,
        ),
        (correct.drop_target, {"row_id": "m9"}, DraftProblem.UNKNOWN_ROW),
        (correct.undo_edit, {}, DraftProblem.NOTHING_TO_UNDO),
    ],
)
def test_corrections_that_make_no_sense_are_refused(
    world: PlansWorld, act: object, arguments: dict[str, object], problem: DraftProblem
) -> None:
    draft = imported(world)

    with pytest.raises(DraftRefused) as refusal:
        act(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN, **arguments)  # type: ignore[operator]

    assert refusal.value.problem is problem


def test_a_closed_draft_is_not_corrected(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    with pytest.raises(DraftRefused, match="ALREADY_CONFIRMED"):
        correct.undo_edit(draft_id=draft.pk, actor=operator, now=GIVEN)
    with pytest.raises(DraftRefused, match="ALREADY_CONFIRMED"):
        abandon_draft(draft_id=draft.pk, actor=operator, now=GIVEN)
