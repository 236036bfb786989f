"""What every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker, Settings

from cchc.site import database, wording

if TYPE_CHECKING:
    from tests.worlds import World

SHARED_INPUTS = Path(__file__).resolve().parents[2] / "shared" / "inputs"


@pytest.fixture(scope="session")
def shared_inputs() -> Path:
    """The folder of real documents beside the checkout; a user does not have it."""
    if not SHARED_INPUTS.is_dir():
        pytest.skip("không có thư mục tài liệu thật ../shared/inputs bên cạnh bản mã nguồn này")
    return SHARED_INPUTS


@pytest.fixture(scope="session", autouse=True)
def _files_go_into_a_folder_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests store never lands beside the files of the demo."""
    from django.conf import settings

    settings.MEDIA_ROOT = tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """Give every run its own test database (CCHC_TEST_DB), and every xdist worker one of those."""
    from django.conf import settings

    database.make_ready(settings.CONFIGURATION)
    wording.compile_into(settings.LOCALE_PATHS[0])
    name = os.environ.get("CCHC_TEST_DB", "cchc")
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = f"test_{name}{worker}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let nobody keep the test database open when it is dropped: a worker's thread may still."""
    yield
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


@pytest.fixture
def world(db: None) -> World:
    """The small province of the tests: named agencies and people."""
    from tests.worlds import World

    return World()


@pytest.fixture
def clock_stands_at(db: None, settings: Settings) -> Iterator[Callable[..., None]]:
    """Let the office's clock stand on a day, and at a time: `clock_stands_at(date, time)`."""
    from cchc.platform.clock import moving, reading

    def stand(on: date, at: time | None = None) -> None:
        moving.stand(on=on, at=at)

    settings.CCHC_MOVABLE_CLOCK = True
    reading.forget()
    yield stand
    reading.forget()
