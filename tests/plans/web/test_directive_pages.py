"""Pages of documents that give work: register, upload, review, document, sources of a task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from cchc.modules.plans.models import ImportDraft, Plan, TaskSource
from cchc.modules.plans.operations.direct_draft import mark_same
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.public import entry_lateness
from cchc.modules.plans.rules.entry import EntryLateness
from cchc.platform.access import SYSTEM
from tests.plans.office import ISSUED, OfficeWorld, letter
from tests.plans.operations.test_sources import NOTICE, film, tied
from tests.plans.web.pages import FORM, browser, text_of
from tests.plans.world import FILM, moment

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


@pytest.fixture
def world(db: None) -> OfficeWorld:
    return OfficeWorld()


def confirmed(world: OfficeWorld, late_days: int = 0) -> Plan:
    return world.confirm(world.send(letter()), ISSUED + timedelta(days=late_days))


def test_the_register_lists_a_document_with_its_lateness(world: OfficeWorld) -> None:
    confirmed(world, late_days=2)
    page = text_of(browser(world.operator).get("/chi-dao/"))

    assert "41/VP-HCTC" in page
    assert "sau 2 ngày làm việc" in page
    assert "Nhập ngay trong ngày" in page


def test_the_register_is_empty_with_a_word_of_what_to_do(world: OfficeWorld) -> None:
    assert "Chưa có văn bản giao việc nào" in text_of(browser(world.operator).get("/chi-dao/"))


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("tim=day manh cai cach", True),
        ("tim=41/VP", True),
        ("tim=khong co", False),
        ("loai=Công văn", True),
        ("loai=Chỉ thị", False),
        ("chieu=di", True),
        ("chieu=den", False),
        ("nam=2019", True),
        ("nam=2018", False),
        ("cham=1", False),
        ("co_quan=999999999999999999999", True),
        ("nam=abc&sau=xyz&truoc=%00", True),
        (f"tim={HOSTILE}", False),
    ],
)
def test_the_register_is_narrowed_by_its_address(
    world: OfficeWorld, query: str, is_there: bool
) -> None:
    confirmed(world)
    page = text_of(browser(world.operator).get(f"/chi-dao/?{query}"))

    assert ("41/VP-HCTC" in page) is is_there
    assert HOSTILE not in page


def test_the_register_is_exported_as_it_is_seen(world: OfficeWorld) -> None:
    confirmed(world, late_days=1)
    client = browser(world.operator)
    content = client.get("/chi-dao/xuat.xlsx?nam=2019").content

    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    cells = [cell for row in sheet.to_python() for cell in row]
    assert "41/VP-HCTC" in cells
    nobody = browser(world.nobody_special)
    assert nobody.get("/chi-dao/xuat.xlsx").status_code == 403


def test_only_who_has_a_part_sees_a_document(world: OfficeWorld) -> None:
    plan = confirmed(world)

    assert browser(world.operator).get(f"/chi-dao/{plan.pk}/").status_code == 200
    assert browser(world.office_officer).get(f"/chi-dao/{plan.pk}/").status_code == 200
    assert browser(world.stranger).get(f"/chi-dao/{plan.pk}/").status_code == 404
    assert browser(world.stranger).get(f"/ke-hoach/{plan.pk}/").status_code == 404


def test_the_document_shows_whom_its_groups_mean(world: OfficeWorld) -> None:
    plan = confirmed(world)
    client = browser(world.operator)
    page = text_of(client.get(f"/chi-dao/{plan.pk}/"))

    for agency in world.inner:
        assert agency.name in page
    assert "4 cơ quan, đơn vị" in page
    assert "trong ngày" in page
    moved = client.get(f"/ke-hoach/{plan.pk}/")
    assert (moved.status_code, moved.headers["Location"]) == (302, f"/chi-dao/{plan.pk}/")


def test_a_plan_with_a_table_is_no_document_of_the_register(world: OfficeWorld) -> None:
    plan = world.plan(FILM)

    assert browser(world.operator).get(f"/chi-dao/{plan.pk}/").status_code == 404


# Sending in


def test_an_upload_without_file_or_with_a_wrong_day_is_said_at_its_field(
    world: OfficeWorld,
) -> None:
    client = browser(world.office_officer)
    answer = client.post("/chi-dao/nhap/", {**FORM, "received_on": "31/02/2019"})

    assert answer.status_code == 422
    assert "31/02/2019" in text_of(answer)
    assert "Ngày chưa đúng" in text_of(answer)


def test_a_file_is_sent_in_read_and_reviewed(world: OfficeWorld) -> None:
    client = browser(world.office_officer)
    file = SimpleUploadedFile("41-vp.txt", letter().encode(), content_type="text/plain")
    answer = client.post("/chi-dao/nhap/", {**FORM, "file": file, "issuer": "", "received_on": ""})
    draft = ImportDraft.objects.get()
    assert answer.headers["Location"] == f"/ke-hoach/nhap/{draft.pk}/"

    read_draft(draft_id=draft.pk, actor=SYSTEM, now=moment(ISSUED))
    page = text_of(client.get(f"/ke-hoach/nhap/{draft.pk}/?xem=all"))
    assert "Cơ quan giao việc:" in page
    assert "Đặt hạn chung" in page
    assert "Phòng Nội chính" in page


def test_a_secret_file_is_refused_with_the_reason_and_no_name(
    world: OfficeWorld, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        draft = world.send(letter("MẬT"), name="phuong-an-x.txt")
    client = browser(world.office_officer)

    for path in (f"/ke-hoach/nhap/{draft.pk}/", "/chi-dao/"):
        page = text_of(client.get(path))
        assert "dấu độ mật" in page
        assert "phuong-an-x" not in page


def test_a_document_is_begun_by_hand(world: OfficeWorld) -> None:
    client = browser(world.office_officer)
    wrong = client.post("/chi-dao/nhap/tay/", {**FORM, "title": "Đã gõ", "year": "x"})
    assert wrong.status_code == 422
    assert "Đã gõ" in text_of(wrong)

    issuer = str(world.office.pk)
    fields = {**FORM, "title": "Kết luận họp", "year": "2019", "issuer": issuer}
    client.post("/chi-dao/nhap/tay/", fields)
    assert ImportDraft.objects.get().issuer_id == world.office.pk


# Review


def test_the_common_deadline_is_offered_and_refused_before_the_issue(world: OfficeWorld) -> None:
    draft = world.send(letter())
    client = browser(world.office_officer)
    path = f"/ke-hoach/nhap/{draft.pk}/han-chung/"
    assert "05/11/2019" in text_of(client.get(path))  # 15 working days from today

    early = client.post(path, {**FORM, "due_on": "01/03/2019"})
    assert early.status_code == 422
    assert "từ ngày ban hành" in text_of(early)
    assert client.post(path, {**FORM, "due_on": "01/04/2019"}).status_code == 302
    draft.refresh_from_db()
    assert current(draft).tasks[0].timing.due_on == date(2019, 4, 1)


def test_another_issuer_is_chosen_among_ones_own(world: OfficeWorld) -> None:
    draft = world.send(letter(), issuer_id=world.committee.pk, by=world.operator)
    client = browser(world.operator)
    path = f"/ke-hoach/nhap/{draft.pk}/co-quan-giao/"
    assert "Văn phòng UBND tỉnh" in text_of(client.get(path))

    assert client.post(path, {**FORM, "issuer": "1"}).status_code == 422
    assert client.post(path, {**FORM, "issuer": str(world.office.pk)}).status_code == 302
    draft.refresh_from_db()
    assert draft.issuer_id == world.office.pk


def test_the_same_work_is_offered_and_marked(world: OfficeWorld) -> None:
    plan = world.plan(FILM)
    draft = world.send(NOTICE, by=world.operator)
    row = current(draft).tasks[0]
    client = browser(world.operator)
    review = text_of(client.get(f"/ke-hoach/nhap/{draft.pk}/?xem=all"))
    assert "có thể cùng việc với Kế hoạch 271/KH-UBND" in review

    path = f"/ke-hoach/nhap/{draft.pk}/dong/{row.id}/cung-viec/"
    page = text_of(client.get(path))
    assert "Xây dựng phim ngắn" in page
    assert "Hạn đã giao là 30/09/2019, văn bản này ghi 31/07/2019" in page
    assert client.post(path, {**FORM, "task": "12345"}).status_code == 422
    assert client.post(path, {**FORM, "task": str(film(plan).pk)}).status_code == 302
    assert "sẽ gắn thêm văn bản" in text_of(client.get(f"/ke-hoach/nhap/{draft.pk}/?xem=all"))
    client.post(path, {**FORM, "task": "moi"})
    draft.refresh_from_db()
    assert current(draft).tasks[0].same_as is None


def test_contradictory_duties_of_one_paper_are_said(world: OfficeWorld) -> None:
    twice = NOTICE.replace(
        "2. Giao Sở Tài chính bố trí kinh phí cho các nhiệm vụ, xong trong tháng 6/2019.",
        "2. Giao Sở Tài chính xây dựng phim ngắn về cải cách hành chính, hoàn thành trước ngày "
        "01/10/2019.",
    )
    draft = world.send(twice, by=world.operator)
    page = text_of(browser(world.operator).get(f"/ke-hoach/nhap/{draft.pk}/?xem=all"))

    assert "Nội dung như điểm 1 nhưng khác hạn, chủ trì" in page
    assert "Nội dung như điểm 2 nhưng khác hạn, chủ trì" in page


def test_a_stranger_settles_nothing(world: OfficeWorld) -> None:
    draft = world.send(letter())
    client = browser(world.stranger)

    for way in ("han-chung", "co-quan-giao", "dong/t0/cung-viec"):
        assert client.get(f"/ke-hoach/nhap/{draft.pk}/{way}/").status_code == 404
    assert client.post(f"/ke-hoach/nhap/{draft.pk}/ke-thua/", FORM).status_code == 404


# Sources


def test_the_task_page_names_every_document_and_what_differs(world: OfficeWorld) -> None:
    plan = world.plan(FILM)
    document, source = tied(world, plan)
    client = browser(world.operator)
    page = text_of(client.get(f"/nhiem-vu/{film(plan).pk}/"))

    assert "Thông báo 52/TB-UBND" in page
    assert "nhiệm vụ đã giao là 30/09/2019" in page
    assert "Giữ như đã giao" in page
    shown = text_of(client.get(f"/chi-dao/{document.pk}/"))
    assert "cùng việc đã giao tại Kế hoạch 271/KH-UBND" in shown
    assert "khác nhau: Hạn" in shown

    officer = text_of(browser(world.reform_officer).get(f"/nhiem-vu/{film(plan).pk}/"))
    assert "Thông báo 52/TB-UBND" in officer
    assert f"/nhiem-vu/nguon/{source.pk}/" not in officer


@pytest.mark.parametrize("way", ["go", "giu", "lay-han", "tach"])
def test_each_way_on_needs_a_reason_and_keeps_what_was_typed(world: OfficeWorld, way: str) -> None:
    plan = world.plan(FILM)
    _, source = tied(world, plan)
    client = browser(world.operator)
    path = f"/nhiem-vu/nguon/{source.pk}/{way}/"

    assert client.get(path).status_code == 200
    assert client.post(path, {**FORM, "reason": ""}).status_code == 422
    too_long = client.post(path, {**FORM, "reason": "Lý do " * 200})
    assert too_long.status_code == 422
    assert "Lý do Lý do" in text_of(too_long)
    assert client.post(path, {**FORM, "reason": HOSTILE}).status_code == 302
    assert HOSTILE not in text_of(client.get(f"/nhiem-vu/{film(plan).pk}/"))
    assert browser(world.reform_officer).get(path).status_code in (403, 404)
    assert browser(world.nobody_special).get(path).status_code == 404


def test_a_document_is_tied_by_hand(world: OfficeWorld) -> None:
    plan = world.plan(FILM)
    document = world.confirm(world.send(NOTICE, by=world.operator), by=world.operator)
    client = browser(world.operator)
    path = f"/nhiem-vu/{film(plan).pk}/nguon/them/"
    assert "52/TB-UBND" in text_of(client.get(path))

    fields = {**FORM, "document": str(document.pk), "place": "điểm 1", "due_on": "x"}
    wrong = client.post(path, fields)
    assert wrong.status_code == 422
    assert "điểm 1" in text_of(wrong)
    assert client.post(path, {**fields, "due_on": "31/07/2019"}).status_code == 302
    assert TaskSource.objects.get().due_on == date(2019, 7, 31)
    again = client.post(path, {**fields, "due_on": ""})
    assert again.status_code == 422
    assert "đã là nguồn" in text_of(again)


def test_hostile_letters_stay_words(world: OfficeWorld) -> None:
    text = letter().replace("quán triệt", f"quán triệt {HOSTILE}")
    draft = world.send(text)
    client = browser(world.office_officer)
    assert HOSTILE not in text_of(client.get(f"/ke-hoach/nhap/{draft.pk}/?xem=all"))
    plan = world.confirm(draft)

    assert HOSTILE not in text_of(client.get(f"/chi-dao/{plan.pk}/"))


# Figures


def test_the_lateness_of_entry_is_a_figure(world: OfficeWorld) -> None:
    confirmed(world)
    world.confirm(world.send(letter().replace("41/VP", "42/VP")), ISSUED + timedelta(days=1))

    year = {"since": date(2019, 1, 1), "until": date(2019, 12, 31)}
    assert entry_lateness(**year) == EntryLateness(2, 1, 1)
    assert entry_lateness(**year, issuer_ids=[world.department.pk]) == EntryLateness(0, 0, 0)


def test_marking_the_same_work_is_undone_with_the_last_correction(world: OfficeWorld) -> None:
    plan = world.plan(FILM)
    draft = world.send(NOTICE, by=world.operator)
    row = current(draft).tasks[0]
    who = world.acts(by=world.operator)
    mark_same(draft_id=draft.pk, row_id=row.id, task_id=film(plan).pk, **who)
    browser(world.operator).post(f"/ke-hoach/nhap/{draft.pk}/hoan-tac/", FORM)
    draft.refresh_from_db()

    assert current(draft).tasks[0].same_as is None
