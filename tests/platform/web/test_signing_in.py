"""Pages for signed-in people only."""

from urllib.parse import parse_qs, urlsplit

import pytest


def test_who_is_signed_in_comes_in(browser):
    assert browser.get("/inside/7/").content == b"inside 7"


def test_who_is_not_is_led_to_the_sign_in_page_and_back(client):
    response = client.get("/inside/7/?loc=1")

    assert response.status_code == 302
    assert parse_qs(urlsplit(response.url).query)["next"] == ["/inside/7/?loc=1"]


@pytest.mark.parametrize(
    ("shown", "back"),
    [
        ("https://cchc.example/ke-hoach/?a=1", "/ke-hoach/?a=1"),
        ("https://evil.example", "/"),
        ("", "/"),
    ],
)
def test_a_fragment_sends_the_whole_page_to_sign_in(client, shown, back):
    headers = {"HX-Request": "true"} | ({"HX-Current-URL": shown} if shown else {})
    response = client.get("/inside/7/", headers=headers)

    assert response.status_code == 200
    address = urlsplit(response.headers["HX-Redirect"])
    assert parse_qs(address.query)["next"] == [back]
    assert address.netloc == ""
