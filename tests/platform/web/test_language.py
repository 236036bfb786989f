"""Pages speak Vietnamese unless a person chose otherwise."""

from __future__ import annotations

from django.conf import settings
from django.test import Client

SIGN_IN = "/tai-khoan/dang-nhap/"


def test_a_browser_set_to_english_gets_vietnamese_pages(db: None, client: Client) -> None:
    page = client.get(SIGN_IN, headers={"accept-language": "en-US,en"})

    assert page.headers["Content-Language"] == "vi"
    assert '<html lang="vi"' in page.text
    assert "Đăng nhập" in page.text


def test_a_person_may_choose_english_and_go_back(db: None, client: Client) -> None:
    client.post("/giao-dien/ngon-ngu/", {"language": "en", "next": SIGN_IN})
    assert "Sign in" in client.get(SIGN_IN).text

    client.post("/giao-dien/ngon-ngu/", {"language": "vi", "next": SIGN_IN})
    assert "Đăng nhập" in client.get(SIGN_IN).text


def test_a_language_nobody_speaks_here_is_no_choice(db: None, client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"

    assert client.get(SIGN_IN).headers["Content-Language"] == "vi"
    assert client.post("/giao-dien/ngon-ngu/", {"language": "fr"}).status_code == 400
