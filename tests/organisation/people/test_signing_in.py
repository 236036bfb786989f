"""Signing in, out, and what guards an account."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.cache import cache
from django.test import Client

from cchc.modules.organisation.models import Person
from cchc.platform.audit.models import Entry
from tests.organisation.people.trails import announced
from tests.worlds import PASSWORD, World

pytestmark = pytest.mark.django_db
SIGN_IN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()


def sign_in(client: Client, login: str, password: str = PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": login, "password": password}, **extra)


@pytest.mark.parametrize("login", ["huydq", "HuyDQ", "huydq@senhong.gov.vn"])
def test_a_person_signs_in_by_user_name_or_e_mail(world: World, client, login):
    response = sign_in(client, login)

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(world.officer.pk)
    assert UserSession.objects.filter(user=world.officer).count() == 1
    assert announced() == ["organisation.account.signed_in"]
    assert Entry.objects.get().actor_id == world.officer.pk


def test_a_wrong_password_and_an_unknown_person_look_alike(world: World, client):
    wrong = sign_in(client, "huydq", "khong-phai-mat-khau")
    unknown = sign_in(client, "khongcoai", "khong-phai-mat-khau")

    assert wrong.status_code == unknown.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in wrong.content.decode()

    def alike(response) -> str:
        text = response.content.decode().replace("huydq", "X").replace("khongcoai", "X")
        return re.sub(
            r'csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"|nonce="[^"]+"', "", text
        )

    assert alike(wrong) == alike(unknown)
    assert announced() == ["organisation.account.sign_in_failed"]


def test_a_locked_account_does_not_sign_in(world: World, client):
    Person.objects.filter(pk=world.officer.pk).update(is_active=False)

    sign_in(client, "huydq")

    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_stop_the_sixth_try_even_with_the_right_one(world: World, client):
    for _ in range(5):
        sign_in(client, "huydq", "sai-mat-khau")

    stopped = sign_in(client, "huydq")
    elsewhere = sign_in(Client(), "antv")

    assert "Đã nhập sai quá nhiều lần" in stopped.content.decode()
    assert "_auth_user_id" not in client.session
    assert elsewhere.status_code == 302


def test_attempts_are_counted_in_the_database_for_all_web_processes(settings):
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_signing_out_needs_a_press_of_the_button(world: World, client):
    sign_in(client, "huydq")

    assert client.get("/tai-khoan/dang-xuat/").status_code == 200
    assert "_auth_user_id" in client.session
    client.post("/tai-khoan/dang-xuat/")
    assert "_auth_user_id" not in client.session


def test_nobody_opens_an_account_by_themselves(client, db):
    response = client.get("/tai-khoan/dang-ky/")

    assert response.status_code == 403
    assert "Tài khoản do cơ quan cấp" in response.content.decode()
    client.post("/tai-khoan/dang-ky/", {"username": "moi", "password1": "mat-khau-rat-dai"})
    assert not Person.objects.exists()


def test_changing_the_password_ends_every_other_session(world: World, client):
    other = Client()
    sign_in(client, "huydq")
    sign_in(other, "huydq")

    changed = client.post(
        "/tai-khoan/doi-mat-khau/",
        {"oldpassword": PASSWORD, "password1": "mot-cau-dai-2020", "password2": "mot-cau-dai-2020"},
    )

    assert changed.status_code == 302
    assert client.get("/tai-khoan/").status_code == 200
    assert other.get("/tai-khoan/").status_code == 302
    assert "organisation.account.password_changed" in announced()


def test_a_temporary_password_leads_to_choosing_another(world: World, client):
    Person.objects.filter(pk=world.officer.pk).update(must_change_password=True)
    sign_in(client, "huydq")

    led = client.get("/nguoi-dung/")
    assert led["Location"] == "/tai-khoan/doi-mat-khau/"
    assert "mật khẩu tạm" in client.get("/tai-khoan/doi-mat-khau/").content.decode()

    client.post(
        "/tai-khoan/doi-mat-khau/",
        {"oldpassword": PASSWORD, "password1": "mot-cau-dai-2020", "password2": "mot-cau-dai-2020"},
    )
    assert client.get("/nguoi-dung/").status_code == 200
    assert not Person.objects.get(pk=world.officer.pk).must_change_password


def test_a_forgotten_password_is_reset_by_e_mail(world: World, client):
    client.post("/tai-khoan/quen-mat-khau/", {"email": "huydq@senhong.gov.vn"})

    [letter] = mail.outbox
    assert letter.to == ["huydq@senhong.gov.vn"]
    assert "Đặt lại mật khẩu" in letter.subject
    link = re.search(r"https?://[^/]+(/tai-khoan/quen-mat-khau/\S+)", letter.body).group(1)
    page = client.get(link, follow=True)
    done = client.post(
        page.request["PATH_INFO"],
        {"password1": "mot-cau-dai-2020", "password2": "mot-cau-dai-2020"},
    )
    assert done.status_code == 302
    assert sign_in(Client(), "huydq", "mot-cau-dai-2020").status_code == 302
    assert "không còn hiệu lực" in Client().get(link, follow=True).content.decode()


def test_asking_for_an_unknown_e_mail_says_the_same_and_writes_to_nobody(world: World, client):
    known = client.post("/tai-khoan/quen-mat-khau/", {"email": "huydq@senhong.gov.vn"})
    unknown = client.post("/tai-khoan/quen-mat-khau/", {"email": "ai@noikhac.vn"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in mail.outbox] == [["huydq@senhong.gov.vn"]]


def test_the_second_factor_is_set_up_and_then_asked_for(
    world: World, client, django_capture_on_commit_callbacks
):
    sign_in(client, "huydq")
    asked = client.get("/tai-khoan/hai-lop/bat/")
    assert asked["Location"].startswith("/tai-khoan/xac-nhan/")
    client.post(asked["Location"], {"password": PASSWORD})
    page = client.get("/tai-khoan/hai-lop/bat/")
    secret = page.context["form"].secret
    code = totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )
    with django_capture_on_commit_callbacks(execute=True):
        turned_on = client.post("/tai-khoan/hai-lop/bat/", {"code": code})

    assert turned_on.status_code == 302
    stored = Authenticator.objects.get(user=world.officer, type="totp").data["secret"]
    assert secret not in stored
    later = Client()
    first = sign_in(later, "huydq")
    assert first["Location"] == "/tai-khoan/hai-lop/ma/"
    assert "_auth_user_id" not in later.session
    assert (
        "Mã không đúng" in later.post("/tai-khoan/hai-lop/ma/", {"code": "000000"}).content.decode()
    )
    assert "organisation.account.second_factor_changed" in announced()


def test_a_guarded_role_is_led_to_the_second_factor_and_cannot_take_it_off(
    world: World, client, settings
):
    settings.CCHC_TWO_FACTOR_ROLES = ["SYSTEM_ADMINISTRATOR"]
    sign_in(client, "quanpv")

    assert client.get("/nguoi-dung/")["Location"] == "/tai-khoan/hai-lop/bat/"

    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(world.administrator, generate_totp_secret())
    assert client.get("/nguoi-dung/").status_code == 200
    client.post("/tai-khoan/hai-lop/tat/")
    assert Authenticator.objects.filter(user=world.administrator).exists()


def test_quick_sign_in_exists_in_the_demo_only(world: World, client, settings):
    asked = {"person": str(world.operator.pk)}
    settings.CCHC_DEMO = False
    assert client.post("/tai-khoan/dang-nhap-nhanh/", asked).status_code == 404
    assert "vào ngay với vai" not in client.get(SIGN_IN).content.decode()

    settings.CCHC_DEMO = True
    assert "Lê Thị Hoa" in client.get(SIGN_IN).content.decode()
    assert client.post("/tai-khoan/dang-nhap-nhanh/", {"person": "x"}).status_code == 404
    assert client.post("/tai-khoan/dang-nhap-nhanh/", asked).status_code == 302
    assert client.session["_auth_user_id"] == str(world.operator.pk)


def test_after_signing_in_one_is_where_one_wanted_to_be_but_never_elsewhere(world: World):
    there = Client()
    response = there.post(
        SIGN_IN, {"login": "huydq", "password": PASSWORD, "next": "/nguoi-dung/?tim=hoa"}
    )
    assert response["Location"] == "/nguoi-dung/?tim=hoa"
    away = Client()
    response = away.post(
        SIGN_IN, {"login": "huydq", "password": PASSWORD, "next": "https://noikhac.vn/"}
    )
    assert "noikhac" not in response["Location"]
