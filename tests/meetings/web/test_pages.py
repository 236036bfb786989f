"""The pages: what they show, what they refuse with 422 keeping what was typed, hostile text."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from django.test import Client

from cchc.modules.meetings.models import Conclusion, Entry, Meeting
from cchc.modules.meetings.operations.holding import hold_meeting
from cchc.modules.meetings.operations.publishing import publish_week
from cchc.modules.organisation.models import Person
from tests.meetings.world import FRIDAY, MeetingsWorld
from tests.worlds import TODAY

HOSTILE = "<script>alert('x')</script>{{ 7|add:7 }}{% now %}\u202eđảo"


@pytest.fixture(autouse=True)
def _clock(clock_stands_at: object) -> None:
    clock_stands_at(TODAY)  # type: ignore[operator]


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def an_entry(world: MeetingsWorld, **changes: object) -> dict[str, object]:
    typed: dict[str, object] = {
        "content": "Tiếp đoàn Bộ Nội vụ",
        "on": "17/10/2019",
        "session": "MORNING",
        "starts_at": "8h30",
        "leader_ids": [world.leader.pk],
    }
    return {**typed, **changes}


@pytest.mark.parametrize("shape", ["thang", "tuan", "ngay", "lung-tung"])
def test_the_calendar_in_each_shape(world: MeetingsWorld, shape: str) -> None:
    world.sent()

    page = as_(world.head).get("/lich/", {"xem": shape, "ngay": "2019-10-18"})

    assert page.status_code == 200
    assert "Phiên họp thường kỳ tháng 10" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"ngay": "2019-02-31"},
        {"ngay": "0001-01-01", "xem": "tuan"},
        {"ngay": "9999-12-31", "xem": "thang"},
        {"loai": "\x00", "co_quan": "1 OR 1=1"},
        {"co_quan": "9" * 40},
    ],
)
def test_an_odd_address_is_answered_all_the_same(
    world: MeetingsWorld, query: dict[str, str]
) -> None:
    for place in ("/lich/", "/lich-cong-tac/", "/cuoc-hop/"):
        assert as_(world.head).get(place, query).status_code == 200


def test_the_calendar_shows_holidays_and_days_off(world: MeetingsWorld) -> None:
    page = as_(world.head).get("/lich/", {"ngay": "2019-09-02"}).content.decode()

    assert "Quốc khánh" in page


def test_deadlines_and_reports_stand_apart_and_are_filtered(world: MeetingsWorld) -> None:
    world.plan()
    client = as_(world.head)

    deadlines = client.get("/lich/", {"ngay": "2019-09-30", "loai": "DEADLINE"}).content.decode()
    reports = client.get("/lich/", {"ngay": "2019-09-30", "loai": "REPORT"}).content.decode()

    assert "Xây dựng phim ngắn" in deadlines
    assert "Xây dựng phim ngắn" not in reports
    assert "Báo cáo kết quả giải quyết hồ sơ" in reports


def test_an_entry_from_proposal_to_print(world: MeetingsWorld) -> None:
    proposed = as_(world.head).post("/lich-cong-tac/de-nghi/", an_entry(world))
    entry = Entry.objects.get()
    assert proposed["Location"] == f"/lich-cong-tac/muc/{entry.pk}/"

    chief = as_(world.chief)
    assert chief.post(f"/lich-cong-tac/muc/{entry.pk}/duyet/", {}).status_code == 302
    published = chief.post(f"/lich-cong-tac/{entry.week_id}/ban-hanh/", {"note": "Bản đầu"})
    assert published.status_code == 302

    reader = as_(world.stranger)
    assert "Tiếp đoàn Bộ Nội vụ" in reader.get("/lich-cong-tac/").content.decode()
    word = docx.Document(BytesIO(reader.get("/lich-cong-tac/lich.docx").content))
    cells = [cell.text for row in word.tables[1].rows for cell in row.cells]
    assert "Tiếp đoàn Bộ Nội vụ" in cells
    assert any("LỊCH CÔNG TÁC TUẦN CỦA LÃNH ĐẠO" in p.text for p in word.paragraphs)
    signed = " ".join(cell.text for cell in word.tables[2].rows[0].cells)
    assert "TL. CHỦ TỊCH" in signed
    assert world.chief.full_name in signed
    pdf = reader.get("/lich-cong-tac/lich.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert reader.get("/lich-cong-tac/lich.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"content": ""}, "Nội dung"),
        ({"on": "31/02/2019"}, "Ngày chưa đúng"),
        ({"starts_at": "25:00"}, "Giờ chưa đúng"),
        ({"starts_at": "9:00", "ends_at": "8:00"}, "Giờ kết thúc phải sau"),
        ({"on": "01/10/2019"}, "đã qua"),
        ({"leader_ids": ["abc"]}, "Lãnh đạo dự"),
        ({"room_id": "999999"}, "Phòng họp"),
    ],
)
def test_a_refused_entry_keeps_what_was_typed(
    world: MeetingsWorld, changes: dict[str, object], said: str
) -> None:
    typed = an_entry(world, note="Ghi chú giữ lại", **changes)

    page = as_(world.head).post("/lich-cong-tac/de-nghi/", typed)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert "Ghi chú giữ lại" in page.content.decode()


def test_a_conflict_is_named_and_a_tick_goes_on(world: MeetingsWorld) -> None:
    world.approved(content="Họp Thường trực")
    client = as_(world.secretary)

    warned = client.post("/lich-cong-tac/de-nghi/", an_entry(world))
    gone_on = client.post("/lich-cong-tac/de-nghi/", an_entry(world, accepts_conflicts="on"))

    text = warned.content.decode()
    assert warned.status_code == 422
    assert "đã có lịch" in text
    assert "Họp Thường trực" in text
    assert 'type="checkbox" name="accepts_conflicts"' in text
    assert gone_on.status_code == 302


def test_hostile_text_is_only_text(world: MeetingsWorld) -> None:
    entry = world.approved(content=HOSTILE, place=HOSTILE, note=HOSTILE)
    chief = {"actor": world.actor(world.chief), "now": world.now}
    publish_week(week_id=entry.week_id, **chief)
    meeting = world.sent(title=HOSTILE, place=HOSTILE, purpose=HOSTILE, on=date(2019, 10, 21))
    client = as_(world.head)

    for place in (
        "/lich/?xem=tuan",
        "/lich-cong-tac/",
        f"/lich-cong-tac/muc/{entry.pk}/",
        "/cuoc-hop/",
        f"/cuoc-hop/{meeting.pk}/",
        f"/cuoc-hop/?tim={HOSTILE}",
    ):
        page = client.get(place).content.decode()
        assert "<script>alert" not in page, place
    assert client.get("/lich-cong-tac/lich.docx").status_code == 200
    assert client.get("/lich-cong-tac/lich.pdf").content.startswith(b"%PDF")
    assert client.get("/cuoc-hop/xuat.xlsx").status_code == 200


def test_a_meeting_from_plan_to_tasks(world: MeetingsWorld, clock_stands_at: object) -> None:
    operator = as_(world.office_operator)
    typed = {
        "organiser_id": world.committee.pk,
        "kind": "REGULAR_SESSION",
        "title": "Phiên họp thường kỳ tháng 10",
        "on": "18/10/2019",
        "starts_at": "8:00",
        "ends_at": "11:30",
    }
    made = operator.post("/cuoc-hop/lap/", typed)
    meeting = Meeting.objects.get()
    base = f"/cuoc-hop/{meeting.pk}/"
    assert made["Location"] == base
    points = "Báo cáo tháng 10 | Sở Tư pháp | 20\nThảo luận"
    operator.post(f"{base}chuong-trinh/", {"points": points})
    operator.post(f"{base}thanh-phan/", {"owing_ids": [world.department.pk]})
    operator.post(f"{base}gui-giay-moi/")
    invitation = meeting.invitations.get()
    head = as_(world.head)
    assert "Trả lời giấy mời" in head.get("/viec-cho-toi/").content.decode()
    assert "Gửi tài liệu họp" in head.get("/viec-cho-toi/").content.decode()
    head.post(f"/cuoc-hop/tra-loi/{invitation.pk}/", {"answer": "ACCEPTED"})
    paper = BytesIO("Báo cáo".encode())
    paper.name = "bao-cao.txt"
    head.post(f"{base}tai-lieu/", {"title": "Báo cáo", "file": paper})
    clock_stands_at(date(2019, 10, 19))  # type: ignore[operator]
    presence = {f"p{invitation.pk}": "PRESENT", f"n{invitation.pk}": "Giám đốc"}
    operator.post(f"{base}diem-danh/", presence)
    operator.post(
        f"{base}ket-luan/",
        {"content": "Rà soát thủ tục", "lead_id": world.department.pk, "due_on": "15/11/2019"},
    )
    handed = operator.post(
        f"{base}giao-viec/",
        {"document_kind": "Kết luận", "number": "9/KL-UBND", "issued_on": "19/10/2019"},
    )
    assert handed.status_code == 302
    meeting.refresh_from_db()
    operator.post(f"/ke-hoach/nhap/{meeting.draft_id}/xac-nhan/")

    page = head.get(base).content.decode()
    assert "Rà soát thủ tục" in page
    assert "Đã kết luận" in page
    assert "Rà soát thủ tục" in head.get("/nhiem-vu/", follow=True).content.decode()
    assert operator.get(f"{base}thanh-phan.xlsx").status_code == 200


@pytest.mark.parametrize(
    "points", ["Báo cáo | Sở Không Có | 10", "Báo cáo | Sở Tư pháp | mười", "a\n" * 60]
)
def test_an_agenda_that_is_not_understood_names_its_line(world: MeetingsWorld, points: str) -> None:
    meeting = world.meeting()

    page = as_(world.office_operator).post(
        f"/cuoc-hop/{meeting.pk}/chuong-trinh/", {"points": points}
    )

    assert page.status_code == 422
    assert "Dòng 1" in page.content.decode() or "Tối đa" in page.content.decode()


def test_a_conclusion_without_its_lead_is_refused(world: MeetingsWorld) -> None:
    meeting = world.sent()
    hold_meeting(
        meeting_id=meeting.pk,
        presences={},
        actor=world.actor(world.office_operator),
        now=world.now.replace(year=2020),
    )
    client = as_(world.office_operator)
    typed = {"content": "Rà soát", "due_on": "15/11/2019", "lead_id": ""}

    page = client.post(f"/cuoc-hop/{meeting.pk}/ket-luan/", typed)
    early = client.post(
        f"/cuoc-hop/{meeting.pk}/ket-luan/",
        {**typed, "lead_id": world.department.pk, "due_on": "01/10/2019"},
    )

    assert (page.status_code, early.status_code) == (422, 422)
    assert "Hạn hoàn thành phải từ ngày họp" in early.content.decode()
    assert not Conclusion.objects.exists()


def test_answering_without_a_reason_is_refused_on_the_form(world: MeetingsWorld) -> None:
    invitation = world.sent().invitations.get()

    page = as_(world.head).post(f"/cuoc-hop/tra-loi/{invitation.pk}/", {"answer": "DECLINED"})

    assert page.status_code == 422
    assert "Hãy ghi lý do" in page.content.decode()


def test_the_lists_ask_the_database_a_bounded_number_of_times(
    world: MeetingsWorld, django_assert_max_num_queries: object
) -> None:
    for day in range(21, 26):
        world.sent(title=f"Họp {day}", on=date(2019, 10, day))
    world.plan()
    client = as_(world.head)
    client.get("/lich/")

    for place in ("/lich/", "/cuoc-hop/", "/lich-cong-tac/"):
        with django_assert_max_num_queries(40):  # type: ignore[operator]
            client.get(place)


def test_friday_is_shown_to_the_invited(world: MeetingsWorld) -> None:
    world.sent()

    page = as_(world.head).get("/lich/", {"xem": "ngay", "ngay": FRIDAY.isoformat()})

    assert "08:00–11:30" in page.content.decode()
