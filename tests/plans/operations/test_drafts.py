"""From a document that is sent in to a draft that people correct, share, leave or give up."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from cchc.modules.plans.job_names import Job
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations import correct_draft as correct
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.share_draft import abandon_draft, share_draft
from cchc.modules.plans.operations.start_import import read_again, start_by_hand, start_import
from cchc.modules.plans.rules.kinds import DraftState, PlanKind
from cchc.modules.plans.rules.refusals import DraftRefused
from cchc.officialdocs.writing import PaperRow, PaperSection, PlanPaper, plan_docx
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from cchc.platform.storage.refusals import RefusedFile
from tests.plans.world import FILM, GIVEN, PlansWorld, said, told

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
