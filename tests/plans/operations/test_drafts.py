"""From a document that is sent in to a draft that people correct, share, leave or give up."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from cchc.modules.plans.job_names import Job
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations import correct_draft as correct
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.share_draft import abandon_draft, share_draft
from cchc.modules.plans.operations.start_import import read_again, start_by_hand, start_import
from cchc.modules.plans.rules.draft import Draft
from cchc.modules.plans.rules.kinds import DraftState, PlanKind, TimeKind
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.officialdocs.writing import PaperRow, PaperSection, PlanPaper, plan_docx
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from cchc.platform.storage.refusals import RefusedFile
from tests.plans.world import FILM, GIVEN, OPEN, PlansWorld, said, told

ROWS = (
    PaperRow("a", "Dựng phim ngắn", "Phim", "Sở Tư pháp", "Sở Tài chính", "Quý II/2019", "40 tr"),
    PaperRow("b", "Họp bàn", "", "Các cơ quan có liên quan", "", "Trong năm 2019"),
)


def paper(*rows: PaperRow, number: str = "9/KH-UBND") -> BytesIO:
    plan = PlanPaper(
        superior="",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG"),
        issuer_name="Ủy ban nhân dân tỉnh Sen Hồng",
        number=number,
        place="Sen Hồng",
        issued_on=date(2018, 12, 6),
        kind="Kế hoạch",
        title="Cải cách hành chính tỉnh Sen Hồng năm 2019",
        sections=(PaperSection("1", "Công tác thông tin, tuyên truyền", rows or ROWS),),
    )
    return BytesIO(plan_docx(plan))


def imported(
    world: PlansWorld, content: BytesIO | None = None, name: str = "ke-hoach.docx", **more: object
) -> ImportDraft:
    draft = start_import(
        content=content or paper(),
        name=name,
        actor=world.actor(world.operator),
        now=GIVEN,
        **more,  # type: ignore[arg-type]
    )
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)
    draft.refresh_from_db()
    return draft


def test_a_document_sent_in_is_read_in_the_background(world: PlansWorld) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    draft = start_import(
        content=paper(), name="ke-hoach.docx", actor=world.actor(world.operator), now=GIVEN
    )

    assert draft.state == DraftState.QUEUED
    assert draft.issuer_id == world.committee.pk
    job = ProcrastinateJob.objects.get(task_name=Job.READ_DRAFT)
    assert job.args == {"draft_id": draft.pk}
    assert said()[-1] == "plans.draft.started"


def test_what_was_read_waits_for_a_person(world: PlansWorld) -> None:
    draft = imported(world)

    assert (draft.state, draft.number, draft.task_count) == (DraftState.READY, "9/KH-UBND", 2)
    assert draft.layout
    film = current(draft).tasks[0]
    assert film.leads[0].codes == (f"agency:{world.department.pk}",)
    assert told(world.operator) == ["plans.draft.read"]
    assert said()[-1] == "plans.draft.read"
    assert not Plan.objects.exists()


def test_reading_twice_says_nothing_twice(world: PlansWorld) -> None:
    draft = imported(world)

    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)

    assert said().count("plans.draft.read") == 1
    assert told(world.operator) == ["plans.draft.read"]


def test_what_cannot_be_read_says_why_and_can_be_tried_again(world: PlansWorld) -> None:
    from docx import Document

    buffer = BytesIO()
    Document().save(buffer)
    draft = imported(world, BytesIO(buffer.getvalue()))
    assert draft.state == DraftState.FAILED
    assert draft.failure_code
    assert draft.failure_text
    assert told(world.operator) == ["plans.draft.read"]

    again = read_again(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)

    assert (again.state, again.failure_code) == (DraftState.QUEUED, "")


def test_a_file_that_is_no_document_begins_nothing(world: PlansWorld) -> None:
    with pytest.raises(RefusedFile):
        start_import(
            content=BytesIO(b"MZ\x90\x00"),
            name="ke-hoach.exe",
            actor=world.actor(world.operator),
            now=GIVEN,
        )

    assert not ImportDraft.objects.exists()


def test_an_officer_brings_in_papers_of_their_own_agency(world: PlansWorld) -> None:
    draft = start_import(
        content=paper(), name="a.docx", actor=world.actor(world.reform_officer), now=GIVEN
    )

    assert draft.issuer_id == world.department.pk
    with pytest.raises(AccessDenied):
        start_import(content=paper(), name="a.docx", actor=world.actor(world.officer), now=GIVEN)
    with pytest.raises(AccessDenied):
        start_import(
            content=paper(),
            name="a.docx",
            issuer_id=world.other_department.pk,
            actor=world.actor(world.reform_officer),
            now=GIVEN,
        )


def test_the_paper_of_an_agency_may_name_its_divisions(world: PlansWorld) -> None:
    rows = (PaperRow("1", "Rà soát", "", "Phòng Kiểm soát văn bản", "", "Quý II/2019"),)
    draft = start_import(
        content=paper(*rows), name="a.docx", actor=world.actor(world.reform_officer), now=GIVEN
    )

    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)

    draft.refresh_from_db()
    assert current(draft).tasks[0].leads[0].codes == (f"agency:{world.division.pk}",)


def test_a_killed_reading_begins_again(world: PlansWorld) -> None:
    draft = start_import(
        content=paper(), name="a.docx", actor=world.actor(world.operator), now=GIVEN
    )
    ImportDraft.objects.filter(pk=draft.pk).update(state=DraftState.READING, progress_done=3)

    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)

    draft.refresh_from_db()
    assert draft.state == DraftState.READY


def test_a_draft_given_up_while_it_is_read_stays_given_up(world: PlansWorld) -> None:
    draft = start_import(
        content=paper(), name="a.docx", actor=world.actor(world.operator), now=GIVEN
    )
    abandon_draft(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)

    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)
    abandon_draft(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)

    draft.refresh_from_db()
    assert draft.state == DraftState.ABANDONED
    assert said().count("plans.draft.abandoned") == 1


def test_reading_anew_drops_the_corrections(world: PlansWorld) -> None:
    draft = imported(world)
    operator = world.actor(world.operator)
    correct.drop_row(draft_id=draft.pk, row_id="t1", actor=operator, now=GIVEN)

    read_again(draft_id=draft.pk, actor=operator, now=GIVEN)
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)

    draft.refresh_from_db()
    assert (draft.edits, draft.task_count) == ([], 2)
    by_hand = world.draft(FILM)
    assert read_again(draft_id=by_hand.pk, actor=operator, now=GIVEN).state == DraftState.READY


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


def test_a_draft_is_seen_by_those_it_was_shown_to(world: PlansWorld) -> None:
    draft = imported(world)
    officer = world.actor(world.officer)
    with pytest.raises(NotVisible):
        correct.drop_row(draft_id=draft.pk, row_id="t1", actor=officer, now=GIVEN)

    operator = world.actor(world.operator)
    share_draft(draft_id=draft.pk, person_ids=[world.officer.pk], actor=operator, now=GIVEN)
    share_draft(draft_id=draft.pk, person_ids=[world.officer.pk], actor=operator, now=GIVEN)

    correct.drop_row(draft_id=draft.pk, row_id="t1", actor=officer, now=GIVEN)
    assert told(world.officer)[0] == "plans.draft.shared"
    with pytest.raises(DraftRefused, match="UNKNOWN_PERSON"):
        share_draft(draft_id=draft.pk, person_ids=[0], actor=operator, now=GIVEN)
    with pytest.raises(AccessDenied):
        share_draft(draft_id=draft.pk, person_ids=[world.head.pk], actor=officer, now=GIVEN)


def test_a_plan_typed_by_hand_is_of_the_kind_that_was_said(world: PlansWorld) -> None:
    draft = start_by_hand(
        title="Chỉ thị",
        plan_kind=PlanKind.DIRECTIVE,
        actor=world.actor(world.operator),
        now=GIVEN,
    )

    assert (draft.plan_kind, draft.state, draft.file_id) == ("DIRECTIVE", "READY", None)
