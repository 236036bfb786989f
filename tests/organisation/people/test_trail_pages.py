"""The trail as auditors read it."""

import pytest

from cchc.platform.audit.sealing import seal_trail
from cchc.platform.clock import moving, reading
from tests.organisation.people.test_pages import NEW, browser, text_of
from tests.worlds import TODAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(settings, db):
    settings.CCHC_MOVABLE_CLOCK = True
    moving.stand(on=TODAY)
    yield
    reading.forget()


def test_the_auditor_reads_the_trail_by_person_kind_and_day(world: World):
    operator = browser(world.operator)
    operator.post("/nguoi-dung/them/", {**NEW, "agency": str(world.department.pk)})
    auditor = browser(world.auditor)

    everything = text_of(auditor.get("/nhat-ky/"))
    assert "đã tạo tài khoản cho Tạ Thị Ngọc" in everything
    assert "đã giao vai trò" in everything
    roles = text_of(auditor.get("/nhat-ky/?viec=organisation.role."))
    assert "đã tạo tài khoản" not in roles
    assert "đã giao vai trò" in roles
    assert "Không có dòng nào" in text_of(auditor.get("/nhat-ky/?tu=16/10/2019"))
    assert "đã giao vai trò" in text_of(auditor.get("/nhat-ky/?den=15/10/2019"))
    found = text_of(auditor.get("/nhat-ky/?ten=hoa"))
    assert f"nguoi={world.operator.pk}" in found
    assert "Không có dòng nào" in text_of(auditor.get(f"/nhat-ky/?nguoi={world.head.pk}"))
    assert auditor.get("/nhat-ky/?nguoi=x&sau=y&tu=z&viec=w").status_code == 200


def test_the_trail_masks_personal_data(world: World, client):
    from cchc.platform.audit.models import Entry

    client.post("/tai-khoan/dang-nhap/", {"login": "huydq", "password": "sai-mat-khau"})

    assert Entry.objects.get().data["ip"] == "127.0.0.1"
    assert "127.0.0.1" not in text_of(browser(world.auditor).get("/nhat-ky/"))


def test_the_seals_are_compared(world: World):
    browser(world.operator).post("/nguoi-dung/them/", {**NEW, "agency": str(world.department.pk)})
    auditor = browser(world.auditor)
    assert "Chưa có niêm phong" in text_of(auditor.get("/nhat-ky/"))

    seal_trail()

    assert "còn nguyên vẹn" in text_of(auditor.post("/nhat-ky/kiem-tra/"))


def test_a_forged_line_of_the_trail_is_found(world: World):
    from django.db import connection

    browser(world.operator).post("/nguoi-dung/them/", {**NEW, "agency": str(world.department.pk)})
    seal_trail()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE audit_entry SET actor_name = 'Ai đó'")
        cursor.execute("SET LOCAL session_replication_role = origin")

    shown = text_of(browser(world.auditor).post("/nhat-ky/kiem-tra/"))

    assert "không còn nguyên vẹn" in shown
    assert "đã bị sửa" in shown


def test_the_person_page_tells_its_story_to_whom_it_may(world: World):
    browser(world.head).post(
        f"/nguoi-dung/{world.officer.pk}/sua/", {"full_name": "Đặng Quang Huy", "phone": "1"}
    )

    told = "đã sửa thông tin"
    assert told in text_of(browser(world.head).get(f"/nguoi-dung/{world.officer.pk}/"))
    assert told in text_of(browser(world.auditor).get(f"/nguoi-dung/{world.officer.pk}/"))
    assert told not in text_of(browser(world.division_head).get(f"/nguoi-dung/{world.officer.pk}/"))
