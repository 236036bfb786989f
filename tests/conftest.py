"""What every test may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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


@pytest.fixture
def world(db: None) -> World:
    """The small province of the tests: named agencies and people."""
    from tests.worlds import World

    return World()
