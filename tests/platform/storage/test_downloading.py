"""Handing files out."""

import io
from datetime import datetime
from urllib.parse import quote

import pytest

from cchc.platform.access import SYSTEM
from cchc.platform.calendar import VIETNAM
from cchc.platform.storage.reading import allow_reading
from cchc.platform.storage.storing import path_of, store
from tests.platform.storage import samples

pytestmark = pytest.mark.usefixtures("little_site")
NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)


@pytest.fixture
def hand_in(person):
    """Store a file that only the person of the browser may read."""
    allow_reading("tests.download", lambda actor, file: actor.user_id == person.pk)

    def stored(content: bytes, name: str, owner: str = "tests.download:1"):
        return store(content=io.BytesIO(content), name=name, owner=owner, actor=SYSTEM, now=NOW)

    return stored


def address(file) -> str:
    return f"/tep/{file.pk}/"


def test_a_file_comes_as_it_was_handed_in_under_its_vietnamese_name(browser, hand_in):
    file = hand_in(samples.docx(), "Kế hoạch số 272.docx")
    response = browser.get(address(file))

    assert b"".join(response.streaming_content) == samples_of(file)
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''" + quote("Kế hoạch số 272.docx")
    )
    assert response["Content-Type"] == file.content_type
    assert response["Content-Length"] == str(file.size)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-cache"


def samples_of(file) -> bytes:
    return path_of(file).read_bytes()


@pytest.mark.parametrize(
    ("content", "name", "is_shown"),
    [
        (samples.pdf(), "a.pdf", True),
        (samples.image("PNG"), "a.png", True),
        (samples.image("JPEG"), "a.jpg", True),
        (samples.image("TIFF"), "a.tif", False),
        (samples.docx(), "a.docx", False),
        (b"<b>x</b> <script>", "a.txt", False),
    ],
)
def test_only_pdf_and_images_are_shown_and_only_when_asked(
    browser, hand_in, content, name, is_shown
):
    file = hand_in(content, name)
    shown, given = browser.get(address(file) + "?xem=1"), browser.get(address(file))

    assert shown["Content-Disposition"].startswith("inline" if is_shown else "attachment")
    assert shown["X-Frame-Options"] == ("SAMEORIGIN" if is_shown else "DENY")
    assert given["Content-Disposition"].startswith("attachment")
    for response in (shown, given):
        assert "sandbox" in response["Content-Security-Policy"]
        assert b"".join(response.streaming_content) == content


def test_a_file_of_others_is_not_found(browser, client, hand_in):
    file = hand_in(b"x", "a.txt", owner="tests.unheard:1")

    assert browser.get(address(file)).status_code == 404
    assert browser.get("/tep/999999/").status_code == 404


def test_who_is_not_signed_in_finds_nothing(client, hand_in):
    assert client.get(address(hand_in(b"x", "a.txt"))).status_code == 404


def test_an_unchanged_file_is_not_sent_again_but_the_right_is_asked_again(browser, hand_in):
    file = hand_in(b"x", "a.txt")
    first = browser.get(address(file))
    assert b"".join(first.streaming_content) == b"x"
    again = browser.get(address(file), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again["ETag"] == first["ETag"]
    browser.logout()
    hidden = browser.get(address(file), headers={"If-None-Match": first["ETag"]})
    assert hidden.status_code == 404


def test_a_look_ahead_gets_the_headers_only(browser, hand_in):
    file = hand_in(b"12345", "a.txt")
    response = browser.head(address(file))

    assert response["Content-Length"] == "5"
    assert response.content == b""


def test_files_are_only_read_here(browser, hand_in):
    assert browser.post(address(hand_in(b"x", "a.txt"))).status_code == 405
