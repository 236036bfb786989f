"""Letters and directives: read into duties, given inside the issuer, refused where secret."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.public import merge_agencies
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.collect_mail import collect_mail
from cchc.modules.plans.operations.correct_draft import add_row, undo_edit
from cchc.modules.plans.operations.direct_draft import (
    choose_issuer,
    pass_to_heirs,
    set_common_deadline,
)
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import PlanKind, WaitingFor
from cchc.modules.plans.rules.refusals import (
    DraftProblem,
    DraftRefused,
)
from cchc.platform.access import SYSTEM, AccessDenied
from cchc.platform.audit.models import Entry
from cchc.platform.messages.models import Notification
from cchc.platform.storage.models import StoredFile
from tests.plans.office import ISSUED, OfficeWorld, letter
from tests.plans.world import moment, said, told


@pytest.fixture
def world(db: None) -> OfficeWorld:
    return OfficeWorld()


def led_by(plan: Plan, code: str) -> set[str]:
    parts = plan.tasks.get(code=code).assignments.live()
    return {Agency.objects.get(pk=part.agency_id).name for part in parts}


def test_a_letter_of_the_office_gives_its_own_divisions_work(world: OfficeWorld) -> None:
    draft = world.send(letter())

    assert draft.issuer_id == world.office.pk
    plan = world.confirm(draft)

    assert plan.kind == PlanKind.DIRECTIVE
    assert plan.document_kind == "Công văn"
    assert led_by(plan, "1") == {agency.name for agency in world.inner}
    assert led_by(plan, "2") == {"Phòng Nội chính"}
    assert led_by(plan, "3") == {"Phòng Nội chính", "Phòng Hành chính - Tổ chức"}
    assert led_by(plan, "4") == {"Phòng Hành chính - Tổ chức"}
    assert plan.tasks.get(code="4").freq == "quarterly"
    waiting = plan.tasks.get(code="1").assignments.first()
    assert waiting is not None
    assert waiting.occurrences.get().waits_for == WaitingFor.DEADLINE


def test_vague_groups_are_doubted_and_plain_ones_are_not(world: OfficeWorld) -> None:
    tasks = {task.code: task for task in current(world.send(letter())).tasks}

    assert tasks["1"].leads[0].doubt == ""
    assert "xin bỏ bớt" in tasks["3"].leads[0].doubt


def test_the_issuer_stays_the_senders_where_the_sender_may_not_speak_for_another(
    world: OfficeWorld,
) -> None:
    draft = world.send(letter(), by=world.reform_officer)

    assert draft.issuer_id == world.department.pk


def test_another_issuer_spreads_groups_anew_and_undo_brings_the_first_back(
    world: OfficeWorld,
) -> None:
    draft = world.send(letter(), issuer_id=world.committee.pk, by=world.operator)
    acts = world.acts(by=world.operator)
    assert current(draft).tasks[0].leads[0].codes == ()

    reading = choose_issuer(draft_id=draft.pk, agency_id=world.office.pk, **acts)
    assert len(reading.tasks[0].leads[0].codes) == len(world.inner)

    back = undo_edit(draft_id=draft.pk, **acts)
    draft.refresh_from_db()
    assert draft.issuer_id == world.committee.pk
    assert back.tasks[0].leads[0].codes == ()
    with pytest.raises(AccessDenied):
        choose_issuer(
            draft_id=world.send(letter()).pk, agency_id=world.department.pk, **world.acts()
        )


# Entry


def test_entered_on_the_day_is_not_late_and_a_week_later_is_five_days(world: OfficeWorld) -> None:
    assert world.confirm(world.send(letter())).entry_days == 0

    other = world.send(letter().replace("41/VP", "42/VP"))
    assert world.confirm(other, ISSUED + timedelta(days=7)).entry_days == 5


def test_a_document_of_another_body_counts_from_its_arrival(world: OfficeWorld) -> None:
    draft = world.send(letter(), received_on=ISSUED + timedelta(days=4))
    plan = world.confirm(draft, ISSUED + timedelta(days=7))

    assert plan.received_on == ISSUED + timedelta(days=4)
    assert plan.entry_days == 1
    assert plan.issuer_id == world.office.pk


def test_an_arrival_before_the_issue_keeps_the_draft_open(world: OfficeWorld) -> None:
    draft = world.send(letter(), received_on=ISSUED - timedelta(days=1))

    with pytest.raises(DraftRefused, match="ARRIVED_BEFORE_ISSUE"):
        world.confirm(draft)


# Secrecy


def test_nothing_is_kept_of_a_secret_document(
    world: OfficeWorld, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        draft = world.send(letter("TỐI MẬT"), name="ke-hoach-bao-ve-dau-tau.txt")

    assert (draft.state, draft.failure_code) == ("FAILED", "secrecy")
    assert "Tối mật" in draft.failure_text
    assert draft.file is None
    assert not StoredFile.objects.exists()
    kept = f"{draft.reading} {draft.layout} {draft.title} {draft.number} {draft.file_name}"
    kept += " ".join(str(entry.data) for entry in Entry.objects.all())
    kept += " ".join(f"{n.title} {n.body}" for n in Notification.objects.all())
    assert not re.search("dau-tau|41/VP|Nội chính|cải cách", kept)
    assert "plans.draft.refused_for_secrecy" in said()
    assert "plans.draft.refused" in told(world.office_officer)


def test_words_about_secrets_do_not_refuse(world: OfficeWorld) -> None:
    assert world.send(letter()).state == "READY"


def test_a_secret_message_is_deleted_from_the_drop_folder(
    world: OfficeWorld,
    tmp_path: Path,
    settings: LazySettings,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    settings.CCHC_DROP_DIR = tmp_path
    (tmp_path / "thu.eml").write_text(
        "From: a@b.vn\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="m"\n\n--m\n'
        'Content-Type: text/plain; charset="utf-8"; name="mat.txt"\n'
        'Content-Disposition: attachment; filename="mat.txt"\n'
        "Content-Transfer-Encoding: 8bit\n\n" + letter("MẬT") + "\n--m--\n",
        encoding="utf-8",
    )
    with django_capture_on_commit_callbacks(execute=True):
        (draft_id,) = collect_mail(folder=tmp_path, actor=SYSTEM, now=moment(ISSUED))
        read_draft(draft_id=draft_id, actor=SYSTEM, now=moment(ISSUED))

    assert ImportDraft.objects.get(pk=draft_id).failure_code == "secrecy"
    (left,) = (tmp_path / "da-nhan").iterdir()
    assert "mat.txt" not in left.read_text(encoding="utf-8")


def test_a_letter_that_came_by_mail_is_a_directive_of_whom_it_names(
    world: OfficeWorld, tmp_path: Path
) -> None:
    (tmp_path / "thu.eml").write_text(
        "From: a@b.vn\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="m"\n\n--m\n'
        'Content-Type: text/plain; charset="utf-8"; name="41.txt"\n'
        'Content-Disposition: attachment; filename="41.txt"\n'
        "Content-Transfer-Encoding: 8bit\n\n" + letter() + "\n--m--\n",
        encoding="utf-8",
    )
    (draft_id,) = collect_mail(folder=tmp_path, actor=SYSTEM, now=moment(ISSUED))
    read_draft(draft_id=draft_id, actor=SYSTEM, now=moment(ISSUED))

    draft = ImportDraft.objects.get(pk=draft_id)
    assert (draft.plan_kind, draft.issuer_id) == (PlanKind.DIRECTIVE, world.office.pk)


# What the paper leaves open


def test_one_deadline_for_all_rows_without_time(world: OfficeWorld) -> None:
    draft = world.send(letter())
    due_on = date(2019, 4, 1)
    reading = set_common_deadline(draft_id=draft.pk, due_on=due_on, **world.acts())

    assert [task.timing.due_on for task in reading.tasks] == [
        due_on,
        date(2019, 6, 29),
        due_on,
        reading.tasks[3].timing.due_on,
    ]
    assert reading.tasks[0].text("time_text") == "Chậm nhất ngày 01/04/2019"
    plan = world.confirm(draft)
    part = plan.tasks.get(code="3").assignments.live().first()
    assert part is not None
    assert part.occurrences.get().due_on == due_on
    with pytest.raises(DraftRefused):
        set_common_deadline(draft_id=draft.pk, due_on=due_on, **world.acts())


def test_a_common_deadline_is_not_before_the_issue_and_needs_a_row(world: OfficeWorld) -> None:
    draft = world.send(letter())
    with pytest.raises(DraftRefused) as early:
        set_common_deadline(draft_id=draft.pk, due_on=date(2019, 3, 1), **world.acts())
    assert early.value.problem is DraftProblem.DUE_BEFORE_ISSUE

    set_common_deadline(draft_id=draft.pk, due_on=date(2019, 4, 1), **world.acts())
    with pytest.raises(DraftRefused) as again:
        set_common_deadline(draft_id=draft.pk, due_on=date(2019, 4, 2), **world.acts())
    assert again.value.problem is DraftProblem.NOTHING_TO_DATE


def test_a_deadline_before_the_issue_may_be_dated_with_the_rest(world: OfficeWorld) -> None:
    draft = world.send(letter().replace("30/6/2019", "30/01/2019"))
    reading = set_common_deadline(draft_id=draft.pk, due_on=date(2019, 4, 1), **world.acts())

    assert reading.tasks[1].timing.due_on == date(2019, 4, 1)


def test_a_letter_without_duties_says_so_and_is_filled_by_hand(world: OfficeWorld) -> None:
    head, _, rest = letter().partition("1. Các phòng")
    draft = world.send(head + "Nơi nhận:" + rest.partition("Nơi nhận:")[2])

    assert draft.task_count == 0
    assert any("Thêm nhiệm vụ" in doubt for doubt in current(draft).doubts)
    with pytest.raises(DraftRefused, match="NOTHING_TO_DO"):
        world.confirm(draft)
    add_row(
        draft_id=draft.pk,
        values={"content": "Báo cáo kết quả", "lead_text": "Phòng Nội chính"},
        **world.acts(),
    )
    assert world.confirm(draft).tasks.count() == 1


def test_a_second_document_of_the_number_is_refused(world: OfficeWorld) -> None:
    world.confirm(world.send(letter()))

    with pytest.raises(DraftRefused) as refused:
        world.confirm(world.send(letter()))
    assert refused.value.problem is DraftProblem.DUPLICATE_NUMBER


def test_unknown_agencies_bind_nobody_until_somebody_says_who(world: OfficeWorld) -> None:
    draft = world.send(letter().replace("phòng Nội chính", "phòng Ngoại giao nhân dân"))
    plan = world.confirm(draft)

    assert led_by(plan, "2") == set()
    assert plan.tasks.get(code="2").parties.filter(needs_choice=True).exists()


def test_an_agency_merged_away_meanwhile_gives_way_to_its_heir(world: OfficeWorld) -> None:
    draft = world.send(letter())
    merged_on = ISSUED + timedelta(days=1)
    new = world.inner[1]
    merge_agencies(
        agency_ids=[world.inner[0].pk],
        heir=new.pk,
        on=merged_on,
        act="QĐ 1",
        actor=SYSTEM,
        now=moment(ISSUED),
    )
    later = ISSUED + timedelta(days=2)

    with pytest.raises(DraftRefused) as refused:
        world.confirm(draft, later)
    assert (refused.value.problem, refused.value.detail) == (
        DraftProblem.AGENCY_ENDED,
        "Phòng Nội chính",
    )
    pass_to_heirs(draft_id=draft.pk, **world.acts(later))
    assert led_by(world.confirm(draft, later), "2") == {new.name}


@pytest.mark.parametrize("form", ["txt", "docx", "pdf"])
def test_the_letter_of_quang_tri_gives_twelve_duties_to_the_office(
    world: OfficeWorld, shared_inputs: Path, form: str
) -> None:
    (path,) = shared_inputs.glob(f"526-*2022.{form}")
    draft = start_import(
        content=BytesIO(path.read_bytes()),
        name=path.name,
        plan_kind=PlanKind.DIRECTIVE,
        actor=world.actor(world.office_officer),
        now=moment(ISSUED),
    )
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=moment(ISSUED))
    draft.refresh_from_db()

    assert draft.issuer_id == world.office.pk
    plan = world.confirm(draft)
    assert plan.tasks.count() == 12
    everyone = {agency.name for agency in world.inner}
    divisions = {"Phòng Nội chính", "Phòng Hành chính - Tổ chức"}
    assert led_by(plan, "1") == led_by(plan, "3") == led_by(plan, "8") == everyone
    assert led_by(plan, "4") == divisions
    assert led_by(plan, "5") == {"Phòng Nội chính"}
    assert led_by(plan, "6") == {"Ban Tiếp công dân tỉnh"}
    assert led_by(plan, "11") == {"Trung tâm Tin học tỉnh"}
    assert led_by(plan, "12") == {"Phòng Hành chính - Tổ chức"}
    (last,) = plan.tasks.get(code="12").assignments.get().occurrences.all()
    assert last.label == "Năm 2022"  # the earlier rounds of the year were over on the day of issue
