"""Broken in any way whatever, a file gives a layout or a refusal, and never another exception."""

from __future__ import annotations

import contextlib
import io
import tempfile
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.officialdocs.errors import UnreadableDocument
from cchc.officialdocs.layout import Layout, Paragraph
from cchc.officialdocs.sources import tesseract
from cchc.officialdocs.sources.intake import read_layout
from tests.officialdocs.making import (
    PdfPage,
    item,
    make_docx,
    make_pdf,
    numbering,
    para,
    run,
    table,
)

XS = [70, 110, 300, 420, 530]
ROWS = [["TT", "Nội dung", "Chủ trì", "Thời gian"], ["1", "Rà soát", "Sở Tư pháp", "Quý I"]]
patience = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken pages would go to recognition, which takes seconds and is tested elsewhere."""
    monkeypatch.setattr(tesseract, "is_available", lambda: False)


def word() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = make_docx(
            Path(folder) / "a.docx",
            para(run("KẾ HOẠCH", "<w:b/>")),
            para("Mục", item()),
            table(*ROWS),
            parts=numbering(("decimal", "%1.")),
        )
        return path.read_bytes()


def pdf() -> bytes:
    page = PdfPage().text(70, 60, "KẾ HOẠCH cải cách hành chính năm 2019")
    page.table(XS, 100, ROWS)
    with tempfile.TemporaryDirectory() as folder:
        return make_pdf(Path(folder) / "a.pdf", page, page).read_bytes()


def excel() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for at, row in enumerate(ROWS):
        sheet.write_row(at, 0, row)
    sheet.merge_range("A3:D3", "Mục")
    book.close()
    return out.getvalue()


def text() -> bytes:
    return (
        "KẾ HOẠCH\n\n" + "\n".join("\t".join(row) for row in ROWS) + "\n\n| a | b |\n|--|--|"
    ).encode()


GOOD = {"docx": word(), "pdf": pdf(), "xlsx": excel(), "txt": text()}


def holds(data: bytes, kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{kind}"
        path.write_bytes(data)
        with contextlib.suppress(UnreadableDocument):
            is_sound(read_layout(path))


def is_sound(layout: Layout) -> None:
    assert layout.blocks
    for block in layout.blocks:
        if isinstance(block, Paragraph):
            assert block.text.strip()
        else:
            widths = {len(row.cells) for row in block.rows}
            assert len(widths) == 1


@pytest.mark.parametrize("kind", GOOD)
def test_the_good_files_are_good(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(GOOD[kind])

    is_sound(read_layout(path))


@pytest.mark.parametrize("kind", GOOD)
@patience
@given(share=st.floats(0, 1))
def test_cut_anywhere(kind: str, share: float) -> None:
    holds(GOOD[kind][: int(len(GOOD[kind]) * share)], kind)


@pytest.mark.parametrize("kind", GOOD)
@patience
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=12))
def test_bytes_changed_anywhere(kind: str, flips: list[tuple[float, int]]) -> None:
    data = bytearray(GOOD[kind])
    for share, value in flips:
        data[int(len(data) * share)] = value
    holds(bytes(data), kind)


@patience
@given(
    name=st.sampled_from(["word/document.xml", "word/numbering.xml", "_rels/.rels"]),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(32, 126)), min_size=1, max_size=8),
)
def test_letters_changed_inside_the_parts(name: str, flips: list[tuple[float, int]]) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD["docx"])) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for part in good.namelist():
            data = bytearray(good.read(part))
            if part == name:
                for share, value in flips:
                    data[int(len(data) * share)] = value
            bad.writestr(part, bytes(data))
    holds(out.getvalue(), "docx")


@patience
@given(data=st.binary(max_size=3000))
def test_bytes_of_any_kind(data: bytes) -> None:
    holds(data, "bin")


@patience
@given(
    text=st.text(
        alphabet=st.sampled_from("TT1a).|-\t\n\f *#<b>/STTNội dung—²\u202e\0"), max_size=400
    )
)
def test_text_of_any_shape(text: str) -> None:
    holds(text.encode(), "txt")
