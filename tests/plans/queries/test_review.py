"""The review of an import, and writing a plan back such that reading it gives the same rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from cchc.modules.plans.demo.papers import department_plan, provincial_plan
from cchc.modules.plans.hearing import may_read_paper, may_read_proof, may_read_task_file
from cchc.modules.plans.models import ImportDraft, Plan, Proof
from cchc.modules.plans.operations.apply_correction import apply_correction
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import edit_header, edit_row, tie_draft
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.settle_waiting import bind_reference
from cchc.modules.plans.operations.share_draft import share_draft
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.queries.exports import plan_paper
from cchc.modules.plans.queries.review import Shown, progress_page, review_page
from cchc.officialdocs import OfficialDocument, read
from cchc.officialdocs.writing import PlanPaper, plan_docx, plan_xlsx
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.plans.operations.test_corrections import correction
from tests.plans.operations.test_drafts import ROWS, imported, paper
from tests.plans.world import FILM, GIVEN, MONTHLY, OPEN, PlansWorld, product


def test_the_paper_stands_beside_what_was_understood(world: PlansWorld) -> None:
    draft = imported(world)

    page = review_page(
        draft_id=draft.pk,
        actor=world.actor(world.operator),
        today=world.today,
        shown=Shown(view="all"),
    )

    film, meeting = page.rows
    places = {cell.place: cell.text for block in page.paper for row in block.rows for cell in row}
    assert places[film.cells["content"].place] == "Dựng phim ngắn"
    assert film.cells["time_text"].meaning == "30/06/2019"
    assert film.cells["budget_text"].meaning == "40.000.000 đ trọn gói"
    assert film.leads[0].agency is not None
    assert film.leads[0].agency.name == "Sở Tư pháp"
    assert (film.assignment_count, film.occurrence_count) == (2, 1)
    assert meeting.leads[0].needs_choice
    assert page.header["number"].value == "9/KH-UBND"
    assert (page.row_count, page.doubt_row_count) == (2, 1)
    assert page.obstacles == []
    assert page.may_confirm
    assert [doubt.text for doubt in page.document_doubts] == ["Không thấy phần ký."]


def test_what_is_doubtful_is_shown_first(world: PlansWorld) -> None:
    draft = imported(world)

    page = review_page(draft_id=draft.pk, actor=world.actor(world.operator), today=world.today)

    assert page.view == "doubtful"
    assert [row.row_id for row in page.rows] == ["t1"]


def test_the_totals_are_what_confirming_gives_out(world: PlansWorld) -> None:
    draft = world.draft(FILM, MONTHLY, OPEN)
    operator = world.actor(world.operator)
    page = review_page(draft_id=draft.pk, actor=operator, today=world.today)

    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    from cchc.modules.plans.models import Assignment, Occurrence

    assert page.assignment_count == Assignment.objects.filter(plan=plan).count()
    assert page.occurrence_count == Occurrence.objects.filter(plan=plan).count()


def test_corrections_and_ties_are_seen(world: PlansWorld) -> None:
    above = world.plan(FILM)
    draft = imported(world)
    operator = world.actor(world.operator)
    edit_row(
        draft_id=draft.pk, row_id="t0", field="product", value="Hai phim", actor=operator, now=GIVEN
    )
    edit_row(
        draft_id=draft.pk,
        row_id="t1",
        field="time_text",
        value="Trước ngày 01/12/2018",
        actor=operator,
        now=GIVEN,
    )
    edit_header(draft_id=draft.pk, field="number", value="", actor=operator, now=GIVEN)
    tie_draft(draft_id=draft.pk, above_id=above.pk, programme_id=None, actor=operator, now=GIVEN)
    share_draft(draft_id=draft.pk, person_ids=[world.officer.pk], actor=operator, now=GIVEN)

    page = review_page(
        draft_id=draft.pk, actor=operator, today=world.today, shown=Shown(view="all", page=9)
    )

    film, meeting = page.rows
    assert film.cells["product"].is_edited
    assert {doubt.text for doubt in meeting.cells["time_text"].doubts} >= {
        "Hạn trước ngày ban hành."
    }
    assert [one.text for one in page.obstacles] == ["Chưa có số, ký hiệu văn bản."]
    assert page.above is not None
    assert page.above.value == str(above.pk)
    assert [person.full_name for person in page.shared_with] == ["Đặng Quang Huy"]
    assert page.edit_count == 4
    assert page.page == 1


def test_a_paper_of_another_body_says_so(world: PlansWorld) -> None:
    draft = imported(world)
    operator = world.actor(world.operator)
    edit_header(
        draft_id=draft.pk,
        field="issuing_body",
        value="Ủy ban nhân dân tỉnh Nơi Khác",
        actor=operator,
        now=GIVEN,
    )

    page = review_page(draft_id=draft.pk, actor=operator, today=world.today)

    assert "Nơi Khác" in page.document_doubts[-1].text


def test_targets_have_their_own_view(world: PlansWorld) -> None:
    draft = imported(world, BytesIO(plan_docx(provincial_plan())))

    page = review_page(
        draft_id=draft.pk,
        actor=world.actor(world.operator),
        today=world.today,
        shown=Shown(view="targets"),
    )

    assert page.target_count == 6
    second = page.targets[1].cells
    assert (second["quantity"].value, second["comparator"].value) == ("98", ">=")


def test_a_draft_that_is_being_read_shows_how_far_it_is(world: PlansWorld) -> None:
    operator = world.actor(world.operator)
    draft = start_import(content=paper(), name="a.docx", actor=operator, now=GIVEN)
    ImportDraft.objects.filter(pk=draft.pk).update(
        state="READING", progress_done=5, progress_total=10, progress_text="Trang 5/10"
    )

    page = progress_page(draft_id=draft.pk, actor=operator)
    review = review_page(draft_id=draft.pk, actor=operator, today=world.today)

    assert (page.percent, page.text, page.is_finished) == (50, "Trang 5/10", False)
    assert review.rows == []
    assert not review.may_edit
    with pytest.raises(NotVisible):
        progress_page(draft_id=draft.pk, actor=world.actor(world.officer))


def test_a_correction_shows_what_it_will_do(world: PlansWorld) -> None:
    plan = world.plan(FILM, MONTHLY)
    world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))
    new = {**OPEN, "order_text": "e"}
    draft = correction(
        world, plan, {**FILM, "lead_text": "Sở Nội vụ"}, {**MONTHLY, "time_text": "Hằng quý"}, new
    )
    operator = world.actor(world.operator)

    page = review_page(draft_id=draft.pk, actor=operator, today=world.today)

    by_code = {row.code: row for row in page.differences}
    assert by_code["a"].fields == [("Chủ trì", "Sở Tư pháp", "Sở Nội vụ")]
    assert by_code["a"].effect == "tính lại cơ quan được giao"
    assert "12 kỳ chưa xong tính lại hạn; 1 kỳ đã nghiệm thu" in by_code["b"].effect
    assert by_code["e"].change_label == "Thêm mới"
    assert page.corrects_plan_id == plan.pk
    apply_correction(draft_id=draft.pk, actor=operator, now=world.now)
    again = correction(world, plan, FILM)
    removed = review_page(draft_id=again.pk, actor=operator, today=world.today).differences
    assert "thu hồi" in next(row for row in removed if row.change == "REMOVED").effect


def test_a_long_draft_is_shown_page_by_page(world: PlansWorld) -> None:
    rows = [{**FILM, "order_text": str(n), "content": f"Việc số {n}"} for n in range(1, 64)]
    draft = world.draft(*rows)

    page = review_page(
        draft_id=draft.pk,
        actor=world.actor(world.operator),
        today=world.today,
        shown=Shown(view="all", page=2),
    )

    assert (page.page, page.page_count, len(page.rows)) == (2, 2, 3)


Write = Callable[[PlanPaper], bytes]


def written_and_read(paper_of: PlanPaper, write: Write, path: Path) -> OfficialDocument:
    path.write_bytes(write(paper_of))
    return read(path)


def rows_of(document: OfficialDocument) -> list[tuple[object, ...]]:
    """Everything that a row says and means."""
    return [
        (
            task.key,
            task.section.value,
            task.content.value,
            task.product.value,
            task.lead_text.value,
            task.coordinating_text.value,
            task.time_text.value,
            task.time,
            task.budget_text.value,
            task.budget,
            task.funding_source.value,
            task.note_text.value,
        )
        for task in document.tasks
    ]


@pytest.mark.parametrize(("write", "suffix"), [(plan_docx, "docx"), (plan_xlsx, "xlsx")])
def test_what_is_written_is_read_back_the_same(write: Write, suffix: str, tmp_path: Path) -> None:
    plan = provincial_plan()

    document = written_and_read(plan, write, tmp_path / f"plan.{suffix}")

    rows = [row for section in plan.sections for row in section.rows]
    assert [task.content.value for task in document.tasks] == [row.content for row in rows]
    assert [task.time_text.value for task in document.tasks] == [row.time for row in rows]
    assert [task.lead_text.value for task in document.tasks] == [row.lead for row in rows]
    assert [section.title for section in document.sections] == [s.title for s in plan.sections]
    assert document.number.value == "271/KH-UBND"
    assert document.issued_on.value == date(2018, 12, 6)
    assert document.signer.value is not None
    assert document.signer.value.name == "Trần Hữu Nghĩa"


def test_the_plan_of_a_department_names_the_body_above_it(tmp_path: Path) -> None:
    document = written_and_read(department_plan("Nguyễn Văn A"), plan_docx, tmp_path / "a.docx")

    assert len(document.tasks) == 6
    assert document.number.value == "15/KH-SNV"


@pytest.mark.parametrize(("write", "suffix"), [(plan_docx, "docx"), (plan_xlsx, "xlsx")])
def test_a_real_plan_goes_in_and_comes_out_with_the_same_rows(
    world: PlansWorld, shared_inputs: Path, tmp_path: Path, write: Write, suffix: str
) -> None:
    source = shared_inputs / "272-kh-ubnd-ke-hoach-cchc-dong-thap-2019.docx"
    operator = world.actor(world.operator)
    draft = start_import(
        content=BytesIO(source.read_bytes()), name=source.name, actor=operator, now=GIVEN
    )
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=GIVEN)
    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)
    assert plan.tasks.count() == 37

    written = written_and_read(
        plan_paper(plan_id=plan.pk, actor=operator), write, tmp_path / f"plan.{suffix}"
    )

    assert rows_of(written) == rows_of(read(source))


def test_a_plan_is_written_for_those_who_may_have_it(world: PlansWorld) -> None:
    plan = world.plan(FILM)

    with pytest.raises(AccessDenied):
        plan_paper(plan_id=plan.pk, actor=world.actor(world.officer))
    with pytest.raises(NotVisible):
        plan_paper(plan_id=plan.pk, actor=world.actor(world.nobody_special))
    written = plan_paper(plan_id=plan.pk, actor=world.actor(world.reform_officer))
    assert written.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH SEN HỒNG")
    assert (written.place, written.superior, written.signature) == ("Sen Hồng", "", None)


def test_a_plan_of_an_agency_is_written_under_the_committee(world: PlansWorld) -> None:
    plan = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        by=world.reform_officer,
        issuer=world.department,
    )
    Plan.objects.filter(pk=plan.pk).update(signer_name="Nguyễn Hữu Đức", signer_position="GIÁM ĐỐC")

    written = plan_paper(plan_id=plan.pk, actor=world.actor(world.reform_officer))

    assert (written.superior, written.issuer) == ("ỦY BAN NHÂN DÂN TỈNH SEN HỒNG", ("SỞ TƯ PHÁP",))
    assert written.signature is not None
    assert written.signature.name == "Nguyễn Hữu Đức"


def test_files_are_read_by_those_whom_they_concern(world: PlansWorld) -> None:
    plan = world.plan(FILM, {**MONTHLY, "time_text": "Theo Kế hoạch của Chính phủ"})
    world.hand_in(world.one(plan, "a", world.department), date(2019, 9, 1))
    proof = Proof.objects.get().file
    draft = imported(world)
    bound = bind_reference(
        task_id=world.task(plan, "b").pk,
        issued_on=date(2019, 2, 1),
        due_on=date(2019, 12, 1),
        document_number="1/KH",
        file=product().content,
        file_name="a.txt",
        actor=world.actor(world.operator),
        now=world.now,
    )
    assert proof is not None
    assert draft.file is not None
    assert bound.file is not None

    may = {
        person.username: (
            may_read_proof(world.actor(person), proof),
            may_read_paper(world.actor(person), draft.file),
            may_read_task_file(world.actor(person), bound.file),
        )
        for person in (world.officer, world.operator, world.stranger, world.nobody_special)
    }

    assert may == {
        "huydq": (True, False, True),
        "hoalt": (True, True, True),
        "sonmv": (False, False, True),
        "utlt": (False, False, False),
    }
    assert ROWS
