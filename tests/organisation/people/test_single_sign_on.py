"""The province's single sign-on: opens accounts that exist, never makes one."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.messages import get_messages
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.test import Client, RequestFactory

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.web.adapters import SingleSignOnAdapter
from cchc.site.configuration import Configuration
from cchc.site.single_sign_on import single_sign_on
from tests.organisation.people.trails import announced
from tests.worlds import World

pytestmark = pytest.mark.django_db


def came(*emails: tuple[str, bool]) -> SocialLogin:
    return SocialLogin(
        user=Person(),
        account=SocialAccount(provider="tinh", uid="vneid-0001", extra_data={}),
        email_addresses=[EmailAddress(email=e, verified=verified) for e, verified in emails],
    )


def asked():
    request = RequestFactory().get("/tai-khoan/mot-lan/tinh/ket-qua/")
    SessionMiddleware(lambda r: None).process_request(request)
    MessageMiddleware(lambda r: None).process_request(request)
    return request


def refused(login: SocialLogin) -> str:
    request = asked()
    with pytest.raises(ImmediateHttpResponse) as stopped:
        SingleSignOnAdapter(request).pre_social_login(request, login)
    assert stopped.value.response["Location"] == "/tai-khoan/dang-nhap/"
    return " ".join(str(message) for message in get_messages(request))


class Provider(BaseHTTPRequestHandler):
    """A provider of the province, small but over real HTTP; `claims` is whom it knows."""

    claims: ClassVar[dict[str, object]] = {}

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.startswith("/userinfo"):
            return self.answer(self.claims)
        return self.answer(
            {
                "issuer": base,
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
                "userinfo_endpoint": f"{base}/userinfo",
                "jwks_uri": f"{base}/keys",
            }
        )

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "abc", "token_type": "Bearer"})

    def answer(self, body: dict[str, object]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args: object) -> None:
        return None


@pytest.fixture
def provider(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Thread(target=server.serve_forever, daemon=True).start()
    app = {
        "provider_id": "tinh",
        "name": "Đăng nhập một lần",
        "client_id": "cchc",
        "secret": "bi-mat",
        "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    yield Provider
    server.shutdown()
    server.server_close()


def come_back_from(client) -> HttpResponse:
    """There and back: our page leads to the provider with a state, which it sends back."""
    there = client.get("/tai-khoan/mot-lan/tinh/")
    assert there.status_code == 302
    state = parse_qs(urlsplit(there["Location"]).query)["state"][0]
    return client.get("/tai-khoan/mot-lan/tinh/ket-qua/", {"code": "xyz", "state": state})


def test_a_verified_e_mail_opens_the_account_that_has_it(world: World, client, provider):
    provider.claims = {"sub": "1", "email": "HuyDQ@senhong.gov.vn", "email_verified": True}

    response = come_back_from(client)

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(world.officer.pk)
    assert SocialAccount.objects.get(uid="1").user == world.officer
    assert announced() == ["organisation.account.signed_in"]


def test_the_next_sign_in_goes_by_the_link_even_when_the_e_mail_changed(
    world: World, client, provider
):
    provider.claims = {"sub": "1", "email": "huydq@senhong.gov.vn", "email_verified": True}
    come_back_from(client)
    provider.claims = {"sub": "1", "email": "antv@senhong.gov.vn", "email_verified": True}

    again = Client()
    come_back_from(again)

    assert again.session["_auth_user_id"] == str(world.officer.pk)


def test_a_stranger_of_the_provider_gets_no_account(world: World, client, provider):
    provider.claims = {"sub": "9", "email": "la@noikhac.vn", "email_verified": True}
    before = Person.objects.count()

    response = come_back_from(client)

    assert response["Location"] == "/tai-khoan/dang-nhap/"
    assert "_auth_user_id" not in client.session
    assert Person.objects.count() == before


def test_the_sign_in_page_offers_the_provider(client, provider, db):
    page = client.get("/tai-khoan/dang-nhap/").content.decode()

    assert "/tai-khoan/mot-lan/tinh/" in page


def test_an_unverified_e_mail_opens_nothing(world: World):
    assert "không cho biết thư điện tử" in refused(came(("huydq@senhong.gov.vn", False)))
    assert not SocialAccount.objects.exists()


def test_an_unknown_e_mail_is_refused_with_what_to_do(world: World):
    words = refused(came(("la@noikhac.vn", True)))

    assert "la@noikhac.vn" in words
    assert "công chức đầu mối" in words
    assert not Person.objects.filter(email="la@noikhac.vn").exists()


def test_a_locked_account_is_not_opened(world: World):
    Person.objects.filter(pk=world.officer.pk).update(is_active=False)

    refused(came(("huydq@senhong.gov.vn", True)))


def test_the_provider_comes_from_the_configuration():
    assert single_sign_on(Configuration(oidc_url="")) == []
    [app] = single_sign_on(
        Configuration(oidc_url="https://sso.tinh.vn", oidc_client_id="cchc", oidc_secret="x" * 20)
    )
    assert app["settings"]["server_url"] == "https://sso.tinh.vn"
    assert app["client_id"] == "cchc"
