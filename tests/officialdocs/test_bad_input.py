"""Files that nobody should send: each gets one clear refusal, and nothing is left behind."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from cchc.officialdocs.errors import (
    DamagedDocument,
    DangerousDocument,
    EmptyDocument,
    NotADocument,
    OversizedDocument,
    ProtectedDocument,
    RecognitionUnavailable,
    UnreadableDocument,
)
from cchc.officialdocs.sources import intake, tesseract
from cchc.officialdocs.sources.intake import Limits, read_layout
from tests.officialdocs.making import (
    Paper,
    PdfPage,
    W,
    make_docx,
    make_pdf,
    make_scan,
    para,
    run,
    table,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    own = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    yield
    assert list(own.iterdir()) == []


def refused(path: Path, limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_layout(path, limits=limits or Limits())
    refusal = caught.value
    assert refusal.message_vi.endswith(".")
    assert refusal.message_vi[0].isupper()
    assert "\n" not in refusal.message_vi
    return refusal


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


# --- not a document ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", bytes(at * at * 7 % 251 for at in range(5000)), "not-a-document"),
        ("a.exe", b"MZ" + bytes(range(256)) * 20, "not-a-document"),
        ("a.doc", OLE + b"\0" * 3000 + "WordDocument".encode("utf-16-le") + b"\0\0", "old-word"),
        ("a.xls", OLE + b"\0" * 3000 + "Workbook".encode("utf-16-le") + b"\0\0", "old-excel"),
        ("a.msi", OLE + b"\0" * 3000, "not-a-document"),
        ("a.doc", b"{\\rtf1\\ansi Xin ch\\'e0o}", "rtf"),
        ("a.doc", b"<html><body>K\xe1\xba\xbf ho\xe1\xba\xa1ch</body></html>", "web-page"),
        ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web-page"),
        ("a.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 50, "heic"),
    ],
)
def test_what_is_no_document_is_refused_by_its_bytes(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    refusal = refused(put(tmp_path, name, data))

    assert refusal.code == code
    assert isinstance(refusal, NotADocument)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, data in parts.items():
            container.writestr(name.replace("__", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(a=b"x"), "archive"),
        (zipped(mimetype=b"application/vnd.oasis", **{"content.xml": b"<a/>"}), "opendocument"),
        (zipped(ppt__presentation=b"<a/>"), "not-a-document"),
    ],
)
def test_other_containers_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(put(tmp_path, "a.docx", data)).code == code


def test_the_name_of_a_file_is_not_believed(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.pdf", para("Kế hoạch"))

    assert read_layout(path).paragraphs()[0].text == "Kế hoạch"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"  \r\n\t \r\n", b"\0" * 100])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    refusal = refused(put(tmp_path, "a.txt", data))

    assert isinstance(refusal, EmptyDocument)
    assert refusal.code in ("empty", "no-text")


def test_a_document_without_a_letter_is_refused(tmp_path: Path) -> None:
    assert refused(make_docx(tmp_path / "a.docx", para(""))).code == "no-text"
    assert refused(make_pdf(tmp_path / "a.pdf", PdfPage())).code == "no-text"


# --- passwords --------------------------------------------------------------------------------


def test_an_office_file_with_a_password_is_refused(tmp_path: Path) -> None:
    data = OLE + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0\0"
    refusal = refused(put(tmp_path, "a.docx", data))

    assert isinstance(refusal, ProtectedDocument)
    assert "mật khẩu" in refusal.message_vi


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    secret = "<" + "5a" * 32 + ">"
    extra = (
        f"/ID [<00112233445566778899aabbccddeeff> <00>] "
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {secret} /U {secret} /P -4 >>"
    )
    path = make_pdf(tmp_path / "a.pdf", PdfPage().text(70, 70, "Mật"), extra=extra)

    assert refused(path).code == "password-protected"


def test_a_zip_with_encrypted_parts_is_refused(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", para("Kế hoạch"))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(data)

    assert refused(path).code == "password-protected"


# --- broken -----------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_word_file_cut_short_is_refused(tmp_path: Path, share: float) -> None:
    data = make_docx(tmp_path / "a.docx", *[para(f"Đoạn {n}") for n in range(500)]).read_bytes()
    refusal = refused(put(tmp_path, "b.docx", data[: int(len(data) * share)]))

    assert isinstance(refusal, DamagedDocument)
    assert refusal.code == "damaged"


def test_a_pdf_cut_short_is_refused(tmp_path: Path) -> None:
    data = make_pdf(tmp_path / "a.pdf", PdfPage().text(70, 70, "Kế hoạch")).read_bytes()

    assert refused(put(tmp_path, "b.pdf", data[:200])).code == "damaged"


def test_a_picture_cut_short_is_refused(tmp_path: Path) -> None:
    Image.effect_noise((800, 800), 50).save(tmp_path / "a.png")
    data = (tmp_path / "a.png").read_bytes()

    assert refused(put(tmp_path, "b.png", data[: len(data) // 3])).code == "damaged"


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", parts={"word/document.xml": f"<w:document {W}><w:body>"})

    assert refused(path).code == "damaged"


@pytest.mark.parametrize(
    "rels",
    [
        "<not xml",
        "<Relationships/>",
        '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/>'
        "</Relationships>",
        '<Relationships><Relationship Type="x/officeDocument" Target="http://a.example/x" '
        'TargetMode="External"/></Relationships>',
    ],
)
def test_relationships_that_lead_nowhere_do_no_harm(tmp_path: Path, rels: str) -> None:
    path = make_docx(tmp_path / "a.docx", para("Kế hoạch"), parts={"_rels/.rels": rels})

    if rels.startswith("<not"):
        assert refused(path).code == "damaged"
    else:
        assert read_layout(path).paragraphs()[0].text == "Kế hoạch"


# --- dangerous --------------------------------------------------------------------------------


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    bomb = b"<w:document>" + b"0" * 60_000_000
    path = make_docx(tmp_path / "a.docx", parts={"word/document.xml": bomb})
    refusal = refused(path)

    assert isinstance(refusal, DangerousDocument)
    assert refusal.code == "zip-bomb"


def test_a_zip_bomb_that_lies_is_refused_while_inflating(tmp_path: Path) -> None:
    """The directory says 1 000 bytes; the limit is held against what comes out."""
    body = "".join(f"<w:p>{run(str(n))}</w:p>" for n in range(30_000))
    path = make_docx(tmp_path / "a.docx", body)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as container:
        size = container.getinfo("word/document.xml").file_size
    lie, truth = struct.pack("<I", 1000), struct.pack("<I", size)
    path.write_bytes(bytes(data).replace(truth, lie))

    assert refused(path, Limits(xml_part_bytes=500_000)).code in ("zip-bomb", "damaged")
    honest = make_docx(tmp_path / "b.docx", body)
    assert refused(honest, Limits(xml_part_bytes=500_000)).code == "zip-bomb"


def test_a_container_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    parts = {f"word/x{n}.xml": "<a/>" for n in range(60)}
    path = make_docx(tmp_path / "a.docx", para("x"), parts=parts)

    assert refused(path, Limits(zip_entries=50)).code == "zip-bomb"


@pytest.mark.parametrize("times", [1, 2])
def test_a_pdf_whose_stream_inflates_without_end_is_refused(tmp_path: Path, times: int) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    packed = packed if times == 1 else zlib.compress(packed)
    filters = b"/FlateDecode " * times
    head = b"<< /Filter [ %s] /Length %d >>\nstream\n" % (filters, len(packed))
    path = make_pdf(tmp_path / "a.pdf", PdfPage().text(70, 70, "Kế hoạch"))
    data = path.read_bytes()
    path.write_bytes(data[:9] + b"99 0 obj\n" + head + packed + b"\nendstream\nendobj\n" + data[9:])

    assert refused(path).code == "pdf-bomb"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE a SYSTEM "http://a.example/a.dtd">',
    ],
)
def test_entities_are_refused_and_never_opened(tmp_path: Path, doctype: str) -> None:
    document = f"{doctype}<w:document {W}><w:body>{para('&x;')}</w:body></w:document>"
    word = make_docx(tmp_path / "a.docx", parts={"word/document.xml": document})
    excel = put(
        tmp_path, "a.xlsx", zipped(xl__workbook=b"<a/>", **{"xl/sheet.xml": doctype.encode()})
    )

    assert refused(word).code == "external-entities"
    assert refused(excel).code == "external-entities"


def test_entities_in_another_encoding_are_refused_too(tmp_path: Path) -> None:
    document = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><w:document {W}/>'
    path = make_docx(tmp_path / "a.docx", parts={"word/document.xml": document.encode("utf-16")})

    assert refused(path).code == "external-entities"


def test_macros_are_never_run_and_are_told(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docm", para("Kế hoạch"), parts={"word/vbaProject.bin": b"\x01"})
    layout = read_layout(path)

    assert [p.text for p in layout.paragraphs()] == ["Kế hoạch"]
    assert [doubt.code for doubt in layout.warnings] == ["macros"]


def test_xml_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 2000 + para("x") + "</w:sdtContent></w:sdt>" * 2000

    assert refused(make_docx(tmp_path / "a.docx", deep)).code in ("too-deep", "damaged")


def test_tables_nested_in_tables_are_read_to_a_depth(tmp_path: Path) -> None:
    inner = para("x")
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{para('y')}</w:tc></w:tr></w:tbl>"

    assert read_layout(make_docx(tmp_path / "a.docx", inner)).blocks


def test_styles_that_inherit_in_a_circle_are_read(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    path = make_docx(
        tmp_path / "a.docx",
        para("Kế hoạch", '<w:pStyle w:val="A"/>'),
        parts={"word/styles.xml": styles},
    )

    assert read_layout(path).paragraphs()[0].text == "Kế hoạch"


def test_a_picture_of_absurd_size_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    refusal = refused(put(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT"))

    assert isinstance(refusal, DangerousDocument)
    assert refusal.code == "image-too-large"
    assert "120 triệu" in refusal.message_vi


# --- too large --------------------------------------------------------------------------------


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200 * 1024 * 1024)
    refusal = refused(path)

    assert isinstance(refusal, OversizedDocument)
    assert refusal.code == "file-too-large"
    assert "200 MB" in refusal.message_vi
    assert "100 MB" in refusal.message_vi


def test_ten_thousand_pages_are_refused_with_the_limit(tmp_path: Path) -> None:
    refusal = refused(make_pdf(tmp_path / "a.pdf", *[PdfPage()] * 10_000))

    assert refusal.code == "too-many-pages"
    assert "10.000 trang" in refusal.message_vi


def test_a_word_file_of_ten_thousand_pages_is_refused(tmp_path: Path) -> None:
    counted = "<Properties><Pages>10000</Pages></Properties>"
    path = make_docx(tmp_path / "a.docx", para("x"), parts={"docProps/app.xml": counted})

    assert refused(path).code == "too-many-pages"


def fifty_thousand_rows_of_text(folder: Path) -> Path:
    rows = "\n".join(f"{n}\tviệc\tSở Nội vụ" for n in range(50_000))
    return put(folder, "a.txt", f"TT\tNội dung\tChủ trì\n{rows}".encode())


def fifty_thousand_rows_of_word(folder: Path) -> Path:
    return make_docx(folder / "a.docx", table(*[["1", "việc"]] * 50_000))


def fifty_thousand_rows_of_excel(folder: Path) -> Path:
    book = xlsxwriter.Workbook(folder / "a.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(50_000):
        sheet.write_row(row, 0, [row, "việc", "Sở Nội vụ"])
    book.close()
    return folder / "a.xlsx"


@pytest.mark.parametrize(
    "make",
    [fifty_thousand_rows_of_text, fifty_thousand_rows_of_word, fifty_thousand_rows_of_excel],
)
def test_a_table_of_fifty_thousand_rows_is_refused_with_the_limit(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    refusal = refused(make(tmp_path))

    assert refusal.code == "too-many-rows"
    assert "10.000 dòng" in refusal.message_vi


def test_a_cell_far_away_does_not_take_all_memory(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.write(0, 0, "TT")
    sheet.write(9000, 16000, "xa")
    book.close()

    assert refused(tmp_path / "a.xlsx").code == "too-many-columns"


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", *[para("x" * 100)] * 20)

    assert refused(path, Limits(text_characters=1000)).code == "too-much-text"


def test_a_scan_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = make_scan(tmp_path / "a.pdf", *[Paper(dpi=50)] * 5)

    assert refused(path, Limits(scanned_pages=3)).code == "too-many-scanned-pages"


# --- letters ----------------------------------------------------------------------------------


def test_right_to_left_marks_are_taken_out_and_told(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "a.docx", para("Hạn \u202e9102/6/03\u202c tháng"), para("\u200fA"))
    layout = read_layout(path)

    assert [p.text for p in layout.paragraphs()] == ["Hạn 9102/6/03 tháng", "A"]
    assert [doubt.code for doubt in layout.warnings] == ["bidi-removed"]


def test_control_characters_and_nul_are_taken_out_and_told(tmp_path: Path) -> None:
    text = "Kế hoạch\0 cải cách\x07 hành chính năm 2019 của tỉnh Sen Hồng " * 3
    layout = read_layout(put(tmp_path, "a.txt", text.encode()))

    assert "Kế hoạch cải cách hành chính" in layout.paragraphs()[0].text
    assert [doubt.code for doubt in layout.warnings] == ["control-removed"]


def test_an_encoding_nobody_knows_is_refused(tmp_path: Path) -> None:
    data = "Приказ о административной реформе на год".encode("koi8-r")

    assert refused(put(tmp_path, "a.txt", data)).code == "wrong-encoding"


def test_a_few_broken_letters_do_not_spoil_a_text(tmp_path: Path) -> None:
    data = ("Kế hoạch cải cách hành chính của tỉnh Sen Hồng. " * 20).encode() + b"\xff"
    layout = read_layout(put(tmp_path, "a.txt", data))

    assert [doubt.code for doubt in layout.warnings] == ["letters-lost"]


# --- recognition is missing -------------------------------------------------------------------


@pytest.fixture
def _no_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PATH", "")
    tesseract.forget()
    yield
    tesseract.forget()


@pytest.mark.usefixtures("_no_tesseract")
def test_a_scan_without_recognition_says_what_to_install(tmp_path: Path) -> None:
    page = PdfPage(image=Image.effect_noise((600, 800), 80))
    refusal = refused(make_pdf(tmp_path / "a.pdf", page))

    assert isinstance(refusal, RecognitionUnavailable)
    assert refusal.code == "recognition-missing"
    assert "tesseract-ocr-vie" in refusal.message_vi


@pytest.mark.usefixtures("_no_tesseract")
def test_a_scanned_page_among_others_is_told_when_it_cannot_be_read(tmp_path: Path) -> None:
    text = PdfPage().text(70, 100, "Kế hoạch cải cách hành chính năm 2019")
    scan = PdfPage(image=Image.effect_noise((600, 800), 80))
    layout = read_layout(make_pdf(tmp_path / "a.pdf", text, scan))

    (doubt,) = layout.warnings
    assert doubt.code == "page-not-recognised"
    assert doubt.place is not None
    assert doubt.place.page == 2


def test_a_missing_file_is_an_ordinary_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_layout(tmp_path / "khong-co.docx")


def test_what_a_library_stumbles_over_is_a_damaged_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(intake, "decode", stumble)

    assert refused(put(tmp_path, "a.txt", b"abc")).code == "damaged"
