"""A wrong configuration stops the start, and says everything that is wrong at once."""

from __future__ import annotations

import os

import pytest

from cchc.site.configuration import Configuration, check, load, problems
from cchc.site.mail import mail_server

WHOLE = {
    "DATABASE_URL": "postgresql://cchc:x@127.0.0.1/cchc",
    "CCHC_SECRET_KEY": "k" * 50,
    "CCHC_HOSTS": "cchc.tinh.gov.vn, 10.0.0.5",
    "CCHC_EMAIL_URL": "smtp://a:b%40c@thu.tinh.gov.vn:587",
}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("CCHC_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)


def _set(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> Configuration:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return load()


def test_a_whole_configuration_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = _set(monkeypatch, WHOLE)

    check(configuration)

    assert configuration.hosts == ["cchc.tinh.gov.vn", "10.0.0.5"]
    assert configuration.https


def test_a_demo_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = _set(monkeypatch, {"CCHC_DEMO": "1"})

    check(configuration)

    assert not configuration.https


def test_an_installation_hears_everything_that_is_missing_at_once() -> None:
    with pytest.raises(SystemExit) as stopped:
        check(load())

    for name in ("DATABASE_URL", "CCHC_SECRET_KEY", "CCHC_HOSTS", "CCHC_EMAIL_URL"):
        assert name in str(stopped.value)


def test_unreadable_and_missing_values_are_listed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit) as stopped:
        _set(monkeypatch, {"CCHC_WEB_PROCESSES": "hai", "CCHC_QUIET_FROM": "25:00"})

    said = str(stopped.value)
    assert "CCHC_WEB_PROCESSES: phải là số nguyên" in said
    assert "CCHC_QUIET_FROM: phải là giờ trong ngày" in said
    assert "CCHC_SECRET_KEY" in said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://a@b/c", "chỉ dùng PostgreSQL"),
        ("DATABASE_URL", "postgresql://a@b/", "thiếu tên cơ sở dữ liệu"),
        ("CCHC_SECRET_KEY", "ngắn", "ít nhất 50"),
        ("CCHC_EMAIL_URL", "http://thu", "smtp://"),
        ("CCHC_EMAIL_URL", "smtp://", "thiếu tên máy chủ thư"),
        ("CCHC_TRUSTED_ORIGINS", "cchc.tinh.gov.vn", "https://"),
        ("CCHC_LISTEN", "8000x", "địa-chỉ:cổng"),
        ("CCHC_OIDC_URL", "https://x", "đủ cả ba"),
        ("CCHC_DEBUG", "1", "chỉ được bật trong bản trình diễn"),
        ("CCHC_SECERT_KEY", "x", "có phải là CCHC_SECRET_KEY?"),
    ],
)
def test_each_wrong_value_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    configuration = _set(monkeypatch, {**WHOLE, name: value})

    found = problems(configuration)

    assert len(found) == 1
    assert found[0].startswith(name)
    assert said in found[0]


@pytest.mark.parametrize(
    ("url", "host", "port", "starts_tls", "is_tls"),
    [
        ("smtp://a:b%40c@thu.tinh.gov.vn:587", "thu.tinh.gov.vn", 587, True, False),
        ("smtps://a:b%40c@thu.tinh.gov.vn", "thu.tinh.gov.vn", 465, False, True),
        ("smtp://localhost:25", "localhost", 25, False, False),
    ],
)
def test_the_mail_server_is_read_out_of_one_address(
    url: str, host: str, port: int, *, starts_tls: bool, is_tls: bool
) -> None:
    server = mail_server(Configuration(email_url=url))

    assert (server.host, server.port) == (host, port)
    assert (server.starts_tls, server.is_tls) == (starts_tls, is_tls)
    assert server.password in {"b@c", ""}


def test_without_a_mail_server_messages_become_files() -> None:
    server = mail_server(Configuration())

    assert server.folder is not None
    assert server.folder.name == "mail"
