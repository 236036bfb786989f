"""Pages of people and of one's account: what is sent, what is shown, what is refused."""

from datetime import timedelta

import pytest
from django.test import Client

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.platform.clock import moving
from tests.organisation.people.trails import announced
from tests.worlds import TODAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(settings, db):
    settings.CCHC_MOVABLE_CLOCK = True
    moving.stand(on=TODAY)
    yield
    from cchc.platform.clock import reading

    reading.forget()


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text_of(response) -> str:
    return response.content.decode()


NEW = {
    "full_name": "Tạ Thị Ngọc",
    "kind": "REFORM_OFFICER",
    "title": "Chuyên viên",
    "held_from": "15/10/2019",
    "with_usual_role": "on",
}


def test_a_new_account_shows_its_password_once(world: World):
    client = browser(world.operator)

    made = client.post("/nguoi-dung/them/", {**NEW, "agency": str(world.department.pk)})

    person = Person.objects.get(full_name="Tạ Thị Ngọc")
    assert made["Location"] == f"/nguoi-dung/{person.pk}/"
    role = RoleAssignment.objects.get(person=person)
    assert (role.role, role.agency, role.with_sub_agencies) == (
        "REFORM_OFFICER",
        world.department,
        True,
    )
    assert "chỉ hiện một lần" in text_of(client.get(made["Location"]))
    assert "chỉ hiện một lần" not in text_of(client.get(made["Location"]))


def test_a_role_that_may_not_be_given_leaves_no_account(world: World):
    client = browser(world.reform_officer)

    response = client.post("/nguoi-dung/them/", {**NEW, "agency": str(world.department.pk)})

    assert response.status_code == 403
    assert not Person.objects.filter(full_name="Tạ Thị Ngọc").exists()


def test_an_unfit_user_name_is_said_at_the_form(world: World):
    client = browser(world.operator)
    sent = {**NEW, "agency": str(world.department.pk), "username": "Có Dấu Cách"}

    response = client.post("/nguoi-dung/them/", sent)

    assert response.status_code == 422
    assert "chữ thường không dấu" in text_of(response)
    assert "Tạ Thị Ngọc" in text_of(response)


def test_an_officer_of_a_division_gets_the_usual_role_in_the_department(world: World):
    client = browser(world.head)

    client.post("/nguoi-dung/them/", {**NEW, "kind": "OFFICER", "agency": str(world.division.pk)})

    role = RoleAssignment.objects.get(person__full_name="Tạ Thị Ngọc")
    assert (role.role, role.agency) == ("OFFICER", world.department)


def test_details_are_changed_and_the_account_is_locked_and_reopened(world: World):
    client, page = browser(world.head), f"/nguoi-dung/{world.officer.pk}/"

    client.post(page + "sua/", {"full_name": "Đặng Quang Huy", "phone": "0912", "email": ""})
    taken = client.post(page + "sua/", {"full_name": "Huy", "email": world.head.email})
    unsaid = client.post(page + "khoa/", {"reason": ""})
    client.post(page + "khoa/", {"reason": "nghỉ hưu"})

    assert taken.status_code == unsaid.status_code == 422
    world.officer.refresh_from_db()
    assert (world.officer.phone, world.officer.email) == ("0912", "")
    assert not world.officer.is_active
    assert "đang bị khóa" in text_of(client.get(page))
    client.post(page + "mo-lai/")
    twice = client.post(page + "mo-lai/", follow=True)
    assert "Tài khoản này đang mở." in text_of(twice)


def test_the_last_administrator_is_not_locked_by_the_page(world: World):
    world.role(world.auditor, RoleCode.SYSTEM_ADMINISTRATOR)
    client = browser(world.auditor)
    RoleAssignment.objects.filter(person=world.auditor, role="SYSTEM_ADMINISTRATOR").update(
        valid_until=TODAY
    )

    response = client.post(f"/nguoi-dung/{world.administrator.pk}/khoa/", {"reason": "x"})

    assert response.status_code == 422
    assert "quản trị hệ thống cuối cùng" in text_of(response)


def test_a_temporary_password_is_given(world: World):
    client = browser(world.head)

    client.post(f"/nguoi-dung/{world.officer.pk}/mat-khau/")

    assert "chỉ hiện một lần" in text_of(client.get(f"/nguoi-dung/{world.officer.pk}/"))
    world.officer.refresh_from_db()
    assert world.officer.must_change_password


def test_posts_are_taken_up_and_left(world: World):
    client, page = browser(world.operator), f"/nguoi-dung/{world.officer.pk}/"
    sent = {
        "agency": str(world.other_department.pk),
        "kind": "OFFICER",
        "title": "Chuyên viên",
        "held_from": "15/10/2019",
        "is_main": "on",
    }

    assert client.post(page + "vi-tri/", sent).status_code == 302
    again = client.post(page + "vi-tri/", sent)
    assert again.status_code == 422
    post = Post.objects.get(person=world.officer, agency=world.other_department)
    early = client.post(f"/vi-tri/{post.pk}/thoi-giu/", {"on": "01/01/2019"})
    assert early.status_code == 422
    assert client.post(f"/vi-tri/{post.pk}/thoi-giu/", {"on": "31/12/2019"}).status_code == 302
    post.refresh_from_db()
    assert f"{post.held_until:%d/%m/%Y}" == "31/12/2019"
    assert client.get("/vi-tri/999999999/thoi-giu/").status_code == 404


def test_roles_are_given_and_taken_back(world: World):
    client, page = browser(world.operator), f"/nguoi-dung/{world.deputy.pk}/"
    sent = {
        "role": "AGENCY_HEAD",
        "agency": str(world.department.pk),
        "with_sub_agencies": "on",
        "valid_from": "15/10/2019",
        "valid_until": "31/12/2019",
        "reason": "Quyết định 15/QĐ-SNV",
    }

    assert client.post(page + "vai-tro/", sent).status_code == 302
    assert "đã có vai trò đó" in text_of(client.post(page + "vai-tro/", sent))
    assert "cần ghi rõ cơ quan" in text_of(
        client.post(page + "vai-tro/", {**sent, "role": "OFFICER", "agency": ""})
    )
    shown = text_of(client.get(page))
    assert "Quyết định 15/QĐ-SNV" in shown
    role = RoleAssignment.objects.get(person=world.deputy)
    client.post(f"/vai-tro/{role.pk}/thu-hoi/")
    assert "đã thu hồi" in text_of(client.get(page))
    assert "đã được thu hồi từ trước" in text_of(
        client.post(f"/vai-tro/{role.pk}/thu-hoi/", follow=True)
    )


def test_a_right_is_delegated_and_taken_back(world: World):
    client = browser(world.head)
    role = RoleAssignment.objects.get(person=world.head)
    address = f"/tai-khoan/uy-quyen/{role.pk}/giao/"
    sent = {
        "to": str(world.deputy.pk),
        "valid_from": "15/10/2019",
        "valid_until": "20/10/2019",
        "reason": "đi công tác",
    }

    assert "Cao Thị Yến" in text_of(client.get(address))
    late = client.post(address, {**sent, "valid_until": "20/10/2029"})
    assert late.status_code == 422
    assert "không quá một năm" in text_of(late)
    assert client.post(address, sent).status_code == 302
    shown = text_of(client.get("/tai-khoan/uy-quyen/"))
    assert "đang hiệu lực" in shown
    theirs = text_of(browser(world.deputy).get("/tai-khoan/uy-quyen/"))
    assert "Nguyễn Hữu Đức" in theirs
    delegation = RoleAssignment.objects.get(person=world.deputy)
    client.post(f"/tai-khoan/uy-quyen/{delegation.pk}/thu-hoi/")
    again = client.post(f"/tai-khoan/uy-quyen/{delegation.pk}/thu-hoi/", follow=True)
    assert "đã được thu hồi từ trước" in text_of(again)


def test_the_list_finds_people_without_marks_and_by_filters(world: World):
    client = browser(world.operator)

    assert "Đặng Quang Huy" in text_of(client.get("/nguoi-dung/?tim=dang huy"))
    only = text_of(client.get(f"/nguoi-dung/?co-quan={world.other_department.pk}"))
    assert "Ngô Thị Hạnh" in only
    assert "Đặng Quang Huy" not in only
    roles = text_of(client.get("/nguoi-dung/?vai-tro=AUDITOR"))
    assert "Đỗ Minh Thanh" in roles
    assert "Ngô Thị Hạnh" not in roles
    assert "Lý Thị Út" in text_of(client.get("/nguoi-dung/?trang-thai=chua-co-vai-tro"))
    assert "Không có ai khớp" in text_of(client.get("/nguoi-dung/?trang-thai=khoa"))
    assert client.get("/nguoi-dung/?co-quan=²&vai-tro=X&sau=rác&truoc=rác").status_code == 200


def test_the_list_is_paged_and_costs_the_same_for_many(world: World, django_assert_max_num_queries):
    Person.objects.bulk_create(
        Person(username=f"nguoi{n}", full_name=f"Người {n:03}", sort_key=f"zz{n:03}")
        for n in range(120)
    )
    client = browser(world.operator)

    with django_assert_max_num_queries(20):
        first = client.get("/nguoi-dung/")
    assert "Trang sau" in text_of(first)
    place = first.context["page"].next
    second = client.get("/nguoi-dung/", {"sau": place})
    assert {r.id for r in first.context["page"].rows}.isdisjoint(
        {r.id for r in second.context["page"].rows}
    )


def test_a_head_sees_only_the_people_of_the_department(world: World):
    shown = text_of(browser(world.head).get("/nguoi-dung/"))

    assert "Đặng Quang Huy" in shown
    assert "Ngô Thị Hạnh" not in shown


def test_the_matrix_says_what_each_role_may_do_in_words(world: World):
    shown = text_of(browser(world.head).get("/vai-tro/"))

    assert "Giao vai trò toàn tỉnh" in shown
    assert "organisation." not in shown


def test_ones_own_contact_is_corrected(world: World):
    client = browser(world.officer)

    client.post("/tai-khoan/", {"phone": "0912 000 111", "form_of_address": "anh"})
    wrong = client.post("/tai-khoan/", {"phone": "0" * 30})

    assert "0912 000 111" in text_of(client.get("/tai-khoan/"))
    assert wrong.status_code == 422


def test_the_agency_is_switched_between_ones_posts_only(world: World):
    second = world.post(world.head, world.district, PostKind.OFFICER, is_main=False)
    client = browser(world.head)

    there = client.post(
        "/tai-khoan/lam-viec-tai/", {"agency": str(second.pk), "next": "/nguoi-dung/"}
    )
    assert there["Location"] == "/nguoi-dung/"
    assert client.session["organisation.post"] == second.pk
    strange = Post.objects.get(person=world.officer)
    away = client.post(
        "/tai-khoan/lam-viec-tai/", {"agency": str(strange.pk), "next": "https://noikhac.vn/"}
    )
    assert away["Location"] == "/"
    assert client.session["organisation.post"] == second.pk


def test_the_clock_is_moved_by_the_trainer_only(world: World):
    client = browser(world.trainer)

    assert "15/10/2019" in text_of(client.get("/tai-khoan/dong-ho/"))
    client.post("/tai-khoan/dong-ho/", {"on": "01/11/2019", "at": "08:00"})
    assert "01/11/2019" in text_of(client.get("/tai-khoan/dong-ho/"))
    assert client.post("/tai-khoan/dong-ho/", {"on": "32/11/2019"}).status_code == 422
    client.post("/tai-khoan/dong-ho/gio-that/")
    assert announced()[-2:] == ["organisation.clock.moved", "organisation.clock.moved"]
    assert browser(world.operator).get("/tai-khoan/dong-ho/").status_code == 403


def test_without_a_movable_clock_there_is_no_such_page(world: World, settings):
    settings.CCHC_MOVABLE_CLOCK = False

    client = browser(world.trainer)

    assert client.get("/tai-khoan/dong-ho/").status_code == 404
    assert client.post("/tai-khoan/dong-ho/gio-that/").status_code == 404


def test_people_are_found_by_the_search_box(world: World):
    shown = text_of(browser(world.operator).get("/tim/?q=dang quang"))

    assert f"/nguoi-dung/{world.officer.pk}/" in shown


def test_sessions_are_shown_and_ended(world: World):
    client, other = Client(), Client()
    agent = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/120.0 Safari/537.36"
    sent = {"login": "huydq", "password": "SenHong-2019"}
    client.post("/tai-khoan/dang-nhap/", sent, HTTP_USER_AGENT=agent)
    other.post("/tai-khoan/dang-nhap/", sent, HTTP_USER_AGENT="curl")

    shown = text_of(client.get("/tai-khoan/phien/"))
    assert "Chrome trên Windows" in shown
    assert "Trình duyệt không rõ" in shown
    client.post("/tai-khoan/phien/ket-thuc/")
    assert other.get("/tai-khoan/").status_code == 302
    assert client.get("/tai-khoan/").status_code == 200
    assert "Không còn phiên nào khác" in text_of(
        client.post("/tai-khoan/phien/ket-thuc/", follow=True)
    )
    manager = browser(world.head)
    assert "Chrome trên Windows" in text_of(manager.get(f"/nguoi-dung/{world.officer.pk}/"))
    manager.post(f"/nguoi-dung/{world.officer.pk}/phien/")
    assert client.get("/tai-khoan/").status_code == 302


def test_yesterdays_delegation_no_longer_counts(world: World):
    own = RoleAssignment.objects.get(person=world.head)
    RoleAssignment.objects.create(
        person=world.deputy,
        role=own.role,
        agency=own.agency,
        valid_from=TODAY - timedelta(days=9),
        valid_until=TODAY - timedelta(days=1),
        given_at=world.now,
        delegated_by=world.head,
        delegated_from=own,
    )

    shown = text_of(browser(world.head).get(f"/nguoi-dung/{world.deputy.pk}/"))

    assert "đã hết hạn" in shown
