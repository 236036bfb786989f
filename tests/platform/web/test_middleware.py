"""Who asks, and what a refusal looks like."""

import re

import pytest
from django.urls import reverse

from cchc.platform.web.middleware import ActorMiddleware
from tests.platform.web import pages


def test_the_actor_is_worked_out_once_and_only_when_asked_for(browser, person):
    browser.get("/silent/")
    assert pages.RESOLVED == []

    assert browser.get("/who/").content == f"{person.pk} {person.pk}".encode()
    assert pages.RESOLVED == ["/who/"]


def test_without_a_resolver_everybody_is_nobody(rf, settings):
    settings.CCHC_ACTOR_RESOLVER = ""
    request = rf.get("/")

    ActorMiddleware(pages.who)(request)

    assert request.actor.user_id is None


def test_what_is_hidden_is_not_found(browser):
    response = browser.get("/hidden/")

    assert response.status_code == 404
    assert "Không tìm thấy trang này" in response.content.decode()


def test_a_hidden_thing_looks_like_one_that_is_not_there(browser):
    hidden, absent = browser.get("/hidden/"), browser.get("/absent/")

    assert hidden.status_code == absent.status_code
    assert _without_token(hidden.content) == _without_token(absent.content)


def _without_token(content: bytes) -> str:
    return re.sub(r'value="[^"]{64}"|[A-Za-z0-9]{64}', "", content.decode())


def test_what_is_not_allowed_is_forbidden(browser):
    response = browser.get("/denied/")

    assert response.status_code == 403
    assert "chưa được giao quyền" in response.content.decode()


def test_who_is_nobody_yet_may_sign_in_first(client):
    response = client.get("/denied/?x=1")

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next=/denied/%3Fx%3D1"


@pytest.mark.parametrize(("path", "status"), [("/hidden/", 404), ("/denied/", 403)])
def test_a_machine_gets_its_refusal_as_data(browser, path, status):
    response = browser.get(path, headers={"Accept": "application/json"})

    assert response.status_code == status
    assert response.json()["status"] == status


def test_a_failure_is_a_page_with_a_reference(browser):
    browser.raise_request_exception = False
    response = browser.get("/broken/", headers={"X-Request-ID": "abcdef-123456"})

    assert response.status_code == 500
    assert "abcdef-123456" in response.content.decode()
    assert "ZeroDivisionError" not in response.content.decode()
