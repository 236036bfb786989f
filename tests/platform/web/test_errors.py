"""Error pages."""

import pytest
from django.template import TemplateDoesNotExist
from django.test import Client

from cchc.platform.web import errors


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.page_not_found, 404),
        (errors.too_many_requests, 429),
        (errors.server_error, 500),
    ],
)
def test_every_error_has_its_page(rf, view, status):
    request = rf.get("/")
    request.request_id = "abc"
    response = view(request)

    assert response.status_code == status
    assert "Cần làm gì" in response.content.decode()
    assert ("abc" in response.content.decode()) is (status == 500)


def test_who_comes_too_often_learns_when_to_come_again(rf):
    assert errors.too_many_requests(rf.get("/"))["Retry-After"] == "60"


def test_without_its_template_a_page_is_plain(rf, monkeypatch):
    def missing(*args, **kwargs):
        raise TemplateDoesNotExist("x")

    monkeypatch.setattr(errors, "render_to_string", missing)
    response = errors.error_page(rf.get("/"), 404, message="<b>không có</b>")

    assert response.status_code == 404
    assert "&lt;b&gt;không có&lt;/b&gt;" in response.content.decode()


def test_when_even_the_page_fails_it_is_plain(rf, monkeypatch):
    def failing(*args, **kwargs):
        raise RuntimeError("no database")

    monkeypatch.setattr(errors, "render_to_string", failing)

    assert "Hệ thống gặp trục trặc" in errors.server_error(rf.get("/")).content.decode()


def test_a_form_from_a_page_left_open_says_what_to_do_and_leads_back():
    browser = Client(enforce_csrf_checks=True)

    response = browser.post("/silent/", HTTP_REFERER="http://testserver/silent/?a=1")

    page = response.content.decode()
    assert response.status_code == 403
    assert "<title>Trang đã mở quá lâu nên chưa gửi được" in page
    assert "tải lại trang" in page
    assert 'href="http://testserver/silent/?a=1"' in page


@pytest.mark.parametrize("before", ["https://elsewhere.example/", "javascript:alert(1)", ""])
def test_an_error_page_leads_back_to_pages_of_this_site_only(before):
    response = Client(enforce_csrf_checks=True).post("/silent/", HTTP_REFERER=before)

    page = response.content.decode()
    assert "Quay lại</a>" not in page
    assert "Về trang Hôm nay" in page


def test_a_machine_whose_form_is_over_gets_the_reason_as_data():
    browser = Client(enforce_csrf_checks=True)

    response = browser.post("/silent/", HTTP_ACCEPT="application/json")

    assert response.json()["message"] == "Trang đã mở quá lâu nên chưa gửi được"
