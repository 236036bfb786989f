"""One line in the log for each request."""

import pytest
from structlog.testing import capture_logs

SECRET = "nguyen-thi-lan"


@pytest.fixture
def lines():
    with capture_logs() as captured:
        yield captured


def request_lines(lines):
    return [line for line in lines if line["event"] == "request"]


def test_a_line_says_what_was_asked_but_not_what_was_typed(browser, lines):
    browser.get(f"/inside/7/?ten={SECRET}")

    (line,) = request_lines(lines)
    assert (line["method"], line["route"], line["status"]) == ("GET", "inside/<int:number>/", 200)
    assert line["log_level"] == "info"
    assert line["milliseconds"] >= 0
    assert SECRET not in str(line)


def test_an_unknown_address_is_not_repeated(browser, lines):
    browser.get(f"/{SECRET}/")

    assert request_lines(lines)[0]["route"] == "-"
    assert SECRET not in str(request_lines(lines))


def test_the_watchers_are_hardly_heard(client, lines):
    client.get("/-/health")

    assert request_lines(lines)[0]["log_level"] == "debug"


def test_the_id_of_the_proxy_is_kept_when_it_looks_like_one(client):
    given = client.get("/silent/", headers={"X-Request-ID": "0123456789-abc"})
    forged = client.get("/silent/", headers={"X-Request-ID": "x" * 200})

    assert given["X-Request-ID"] == "0123456789-abc"
    assert len(forged["X-Request-ID"]) == 32


def test_answers_carry_headers_of_caution(client):
    response = client.get("/silent/")

    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert "Content-Security-Policy" in response
