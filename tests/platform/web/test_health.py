"""Whether the process lives and can work."""

import pytest
from django.db import DatabaseError

from cchc.platform.web import health


def test_a_living_process_says_so(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/-/health")

    assert response.json() == {"status": "ok"}


def test_a_working_site_is_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_is_migrated", False)
    for _ in range(2):
        response = client.get("/-/ready")

        assert response.status_code == 200
        assert response.json()["checks"] == {"database": True, "migrations": True, "files": True}


def test_a_site_without_its_files_is_not_ready_and_says_which(client, settings, tmp_path):
    (tmp_path / "file").write_text("x")
    settings.MEDIA_ROOT = tmp_path / "file" / "below"
    response = client.get("/-/ready")

    assert response.status_code == 503
    assert response.json()["checks"]["files"] is False
    assert response.json()["checks"]["database"] is True


def test_a_site_on_tables_of_another_version_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_is_migrated", False)
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: [("a", "b")])

    assert client.get("/-/ready").json()["checks"]["migrations"] is False


def test_what_is_wrong_is_not_told_to_strangers(client, monkeypatch):
    def unreachable():
        raise DatabaseError("password=secret")

    monkeypatch.setitem(health.CHECKS, "database", unreachable)
    response = client.get("/-/ready")

    assert response.status_code == 503
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize("path", ["/-/health", "/-/ready"])
def test_watchers_only_look(client, path):
    assert client.post(path).status_code == 405
    assert "no-store" in client.get(path)["Cache-Control"]
