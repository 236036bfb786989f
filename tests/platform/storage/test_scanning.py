"""Files pass the virus scanner where there is one."""

import pytest

from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.storage.scanning import scan
from tests.platform.storage.scanners import VIRUS, scanner

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def address(tmp_path, settings):
    with scanner(tmp_path) as found:
        settings.CCHC_CLAMD_SOCKET = found
        yield found


def written(tmp_path, content: bytes):
    path = tmp_path / "content"
    path.write_bytes(content)
    return path


def test_without_a_scanner_a_file_is_not_scanned(tmp_path, settings):
    settings.CCHC_CLAMD_SOCKET = None

    assert scan(written(tmp_path, b"x")) is False


def test_a_clean_file_passes(tmp_path, address):
    assert scan(written(tmp_path, b"x" * 600_000)) is True


def test_a_virus_is_refused(tmp_path, address):
    with pytest.raises(RefusedFile) as refusal:
        scan(written(tmp_path, b"x" + VIRUS))

    assert refusal.value.code == "infected"


@pytest.mark.parametrize("content", [pytest.param(b"BROKEN", id="the scanner fails")])
def test_what_could_not_be_scanned_is_not_taken_in(tmp_path, address, content):
    with pytest.raises(RefusedFile) as refusal:
        scan(written(tmp_path, content))

    assert refusal.value.code == "not_scanned"


def test_nothing_is_taken_in_while_the_scanner_is_away(tmp_path, settings):
    settings.CCHC_CLAMD_SOCKET = tmp_path / "nobody.sock"

    with pytest.raises(RefusedFile) as refusal:
        scan(written(tmp_path, b"x"))

    assert refusal.value.code == "not_scanned"
