"""Knowing a file by its content."""

import struct
from pathlib import Path

import pytest

from cchc.platform.storage import office_files
from cchc.platform.storage.kinds import ALLOWED, accepted_extensions
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.storage.sniffing import sniff
from tests.platform.storage import samples


def kind_of(folder: Path, name: str, content: bytes) -> str:
    path = folder / "content"
    path.write_bytes(content)
    return sniff(path, name).code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", samples.pdf(), "pdf"),
        ("a.PDF", samples.pdf(), "pdf"),
        ("a.png", samples.image("PNG"), "png"),
        ("a.jpg", samples.image("JPEG"), "jpeg"),
        ("a.jpeg", samples.image("JPEG"), "jpeg"),
        ("a.tif", samples.image("TIFF"), "tiff"),
        ("a.docx", samples.docx(), "docx"),
        ("a.xlsx", samples.xlsx(), "xlsx"),
        ("a.pptx", samples.office_zip("ppt"), "pptx"),
        ("a.doc", samples.ole("WordDocument"), "doc"),
        ("a.xls", samples.ole("Workbook"), "xls"),
        ("a.xls", samples.ole("Book"), "xls"),
        ("a.txt", "STT\tNhiệm vụ\n1\tRà soát".encode(), "text"),
        ("a.txt", b"\xef\xbb\xbf" + "Kế hoạch".encode(), "text"),
        ("a.txt", "Kế hoạch".encode("utf-16"), "text"),
        ("a.txt", b"K\xd5 ho\xb9ch c\xb6i c\xb8ch h\xb5nh ch\xddnh", "text"),
        ("a.md", b"<Ten co quan> | # Ke hoach", "text"),
    ],
)
def test_every_allowed_kind_is_known_by_its_content(tmp_path, name, content, code):
    assert kind_of(tmp_path, name, content) == code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("a.exe", b"MZ" + bytes(200), "type_not_allowed", id="a program"),
        pytest.param("a.zip", samples.archive({"a": b"b"}), "type_not_allowed", id="an archive"),
        pytest.param("a", b"text", "type_not_allowed", id="no extension"),
        pytest.param("a.html", b"<html>", "type_not_allowed", id="a page"),
        pytest.param("a.pdf", b"MZ" + bytes(200), "type_mismatch", id="a program named pdf"),
        pytest.param("a.txt", b"MZ\x90 program", "type_mismatch", id="a program named txt"),
        pytest.param("a.txt", b" \n<!DOCTYPE html>", "type_mismatch", id="a page named txt"),
        pytest.param("a.txt", b"{\\rtf1 x}", "type_mismatch", id="rtf named txt"),
        pytest.param("a.txt", b"a\x00b", "type_mismatch", id="binary named txt"),
        pytest.param("a.txt", b"\xff\xfea\x00\x00\x00", "type_mismatch", id="nul in utf-16"),
        pytest.param("a.txt", b"\xff\xfe\x00\xd8", "type_mismatch", id="broken utf-16"),
        pytest.param("a.docx", samples.pdf(), "type_mismatch", id="pdf named docx"),
        pytest.param("a.doc", samples.docx(), "type_mismatch", id="docx named doc"),
        pytest.param("a.docx", samples.archive({"a": b"b"}), "type_mismatch", id="zip named docx"),
        pytest.param(
            "a.docx",
            samples.office_zip("word", main="wordprocessingml.template"),
            "type_mismatch",
            id="a template",
        ),
        pytest.param("a.doc", samples.ole("Contents"), "type_mismatch", id="another compound"),
        pytest.param("a.png", samples.image("JPEG"), "type_mismatch", id="jpeg named png"),
    ],
)
def test_what_is_not_allowed_or_not_what_it_says_is_refused(tmp_path, name, content, code):
    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, name, content)

    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_the_refusal_names_what_the_file_really_is(tmp_path):
    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, "a.pdf", samples.docx())

    assert "docx" in refusal.value.message


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param(
            "a.pdf", samples.pdf() + samples.archive({"a": b"b"}), "polyglot", id="pdf and zip"
        ),
        pytest.param(
            "a.pdf",
            samples.pdf() + samples.archive({"a": b"b"}, comment=b"%%EOF"),
            "polyglot",
            id="pdf and zip whose comment closes the pdf",
        ),
        pytest.param(
            "a.jpg", samples.image("JPEG") + samples.archive({"a": b"b"}), "polyglot", id="gifar"
        ),
        pytest.param(
            "a.docx", samples.docx() + samples.docx(), "polyglot", id="docx behind another"
        ),
        pytest.param(
            "a.docx", samples.office_zip("word", {"xl/workbook.xml": b""}), None, id="one main part"
        ),
        pytest.param(
            "a.docx",
            samples.archive(
                {
                    "[Content_Types].xml": b" ".join(
                        kind.content_type.encode() + b".main+xml" for kind in ALLOWED
                    ),
                    "word/document.xml": b"",
                    "xl/workbook.xml": b"",
                }
            ),
            "polyglot",
            id="word and excel at once",
        ),
        pytest.param(
            "a.docx", samples.office_zip("word", {"../../x": b""}), "polyglot", id="leads out"
        ),
        pytest.param("a.docx", samples.office_zip("word", {"/x": b""}), "polyglot", id="absolute"),
        pytest.param(
            "a.docx",
            samples.office_zip("word", {"word/vbaProject.bin": b"x"}),
            "macros",
            id="macros",
        ),
        pytest.param(
            "a.docx",
            samples.encrypted_flag(samples.office_zip("word")),
            "password",
            id="locked zip",
        ),
        pytest.param("a.docx", samples.ole("EncryptedPackage"), "password", id="locked docx"),
        pytest.param("a.docx", samples.docx()[:-100], "damaged", id="cut docx"),
        pytest.param("a.docx", samples.docx()[:-5], "damaged", id="docx cut in its end record"),
        pytest.param(
            "a.docx",
            samples.docx() + b"PK\x05\x06" + bytes(30),
            "damaged",
            id="an end record that does not end",
        ),
        pytest.param("a.pdf", samples.pdf()[:-20], "damaged", id="cut pdf"),
        pytest.param("a.png", samples.image("PNG")[:-20], "damaged", id="cut png"),
        pytest.param("a.jpg", samples.image("JPEG")[:-20], "damaged", id="cut jpeg"),
        pytest.param("a.tif", b"II*\x00" + bytes(20), "damaged", id="empty tiff"),
        pytest.param(
            "a.docx",
            samples.office_zip("word", {"x": bytes(150 << 20)}),
            "bomb",
            id="bomb",
        ),
        pytest.param(
            "a.docx",
            samples.archive({"[Content_Types].xml": bytes(5 << 20)}),
            "bomb",
            id="bomb in the list of types",
        ),
    ],
)
def test_tricks_are_seen_through(tmp_path, name, content, code):
    if code is None:
        assert kind_of(tmp_path, name, content) == "docx"
        return
    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, name, content)

    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_a_list_of_millions_of_entries_is_refused_before_it_is_read(tmp_path):
    packed = bytearray(samples.office_zip("word"))
    place = packed.rfind(b"PK\x05\x06")
    packed[place + 12 : place + 16] = struct.pack("<I", office_files.LARGEST_DIRECTORY + 1)

    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, "a.docx", bytes(packed))

    assert refusal.value.code == "bomb"


def test_a_broken_directory_is_damage(tmp_path):
    packed = bytearray(samples.office_zip("word"))
    place = packed.rfind(b"PK\x01\x02")
    packed[place : place + 4] = b"XXXX"

    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, "a.docx", bytes(packed))

    assert refusal.value.code == "damaged"


def test_an_image_of_too_many_pixels_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("PIL.Image.MAX_IMAGE_PIXELS", 100)

    with pytest.raises(RefusedFile) as refusal:
        kind_of(tmp_path, "a.png", samples.image("PNG"))

    assert refusal.value.code == "too_many_pixels"


def test_forms_say_what_may_be_sent():
    assert accepted_extensions().startswith(".pdf,.docx,.xlsx,.doc,.xls,.pptx,.png")


def test_real_documents_are_taken_in(shared_inputs):
    for path in sorted(shared_inputs.iterdir()):
        if path.suffix in {".docx", ".pdf", ".txt"}:
            assert sniff(path, path.name).extensions[0] == path.suffix[1:]
