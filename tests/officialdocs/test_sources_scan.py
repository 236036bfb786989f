"""Scans: turned straight, their tables found by the ruling lines, read by text recognition."""

from __future__ import annotations

import re
import time
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.fuzz import ratio

from cchc.officialdocs.layout import Layout, Medium
from cchc.officialdocs.sources import tesseract
from cchc.officialdocs.sources.intake import read_layout
from cchc.officialdocs.sources.page_image import gray_of, rules_of, skew_of, straightened
from cchc.officialdocs.sources.progress import Progress
from tests.officialdocs.making import Paper, PdfPage, font_file, make_pdf, make_scan

XS = [60, 100, 270, 400, 535]
ROWS = [
    ["STT", "Nội dung thực hiện", "Cơ quan chủ trì", "Thời gian"],
    ["1", "Rà soát thủ tục hành chính thuộc phạm vi quản lý", "Sở Tư pháp", "Quý II/2019"],
    ["2", "Tổ chức hội nghị tập huấn", "Sở Nội vụ", "Tháng 5/2019"],
    ["3", "Kiểm tra công tác cải cách hành chính", "Sở Nội vụ", "Thường xuyên"],
    ["4", "Khảo sát mức độ hài lòng của người dân", "Sở Nội vụ", "Trong năm 2019"],
    ["5", "Báo cáo kết quả thực hiện kế hoạch", "Văn phòng UBND tỉnh", "Tháng 12/2019"],
    ["6", "Cập nhật thủ tục hành chính", "Các sở, ban, ngành tỉnh", "Thường xuyên"],
]
PROSE = [
    "Thực hiện Chương trình cải cách hành chính nhà nước, Ủy ban nhân dân",
    "tỉnh ban hành Kế hoạch cải cách hành chính năm 2019 như sau:",
]

needs_recognition = pytest.mark.skipif(
    not tesseract.is_available() or font_file() is None,
    reason="cần tesseract với tiếng Việt và một phông chữ có dấu trên máy",
)


def paper(dpi: int = 200, *, ruled: bool = True) -> Paper:
    page = Paper(dpi)
    for at, line in enumerate(PROSE):
        page.text(80, 80 + 20 * at, line, 14)
    if ruled:
        page.table(XS, 160, ROWS)
    return page


def cells(layout: Layout) -> list[list[str]]:
    return [[one.text for one in row.cells] for row in layout.tables()[0].rows]


def assert_alike(got: list[list[str]], wanted: list[list[str]]) -> None:
    assert len(got) == len(wanted)
    assert [len(row) for row in got] == [len(row) for row in wanted]
    for mine, theirs in zip(got, wanted, strict=True):
        for cell, want in zip(mine, theirs, strict=True):
            assert ratio(" ".join(cell.split()), want) > 85, (cell, want)


@needs_recognition
@pytest.mark.slow
@pytest.mark.parametrize(("dpi", "degrees"), [(200, 0.0), (200, 1.3), (300, -2.0), (150, 0.4)])
def test_a_scan_askew_with_a_stamp_is_read(tmp_path: Path, dpi: int, degrees: float) -> None:
    page = paper(dpi).stamp(380, 420).turned(degrees)
    layout = read_layout(make_scan(tmp_path / "a.pdf", page))

    assert layout.medium is Medium.SCAN
    assert_alike(cells(layout), ROWS)
    assert ratio(layout.paragraphs()[0].text, " ".join(PROSE)) > 90
    assert 0.5 < layout.paragraphs()[0].confidence < 1.0
    assert [doubt.code for doubt in layout.warnings] == ["recognised"]


@needs_recognition
@pytest.mark.slow
@pytest.mark.parametrize("form", ["png", "jpg", "tiff"])
def test_pictures_are_read_like_scans(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    paper().picture.save(path)

    assert_alike(cells(read_layout(path)), ROWS)


@needs_recognition
@pytest.mark.slow
def test_a_page_upside_down_or_on_its_side_is_turned(tmp_path: Path) -> None:
    page = paper()
    for top in range(460, 760, 20):
        page.text(80, top, "Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh thực hiện.", 13)
    page.picture = page.picture.rotate(90, expand=True)
    layout = read_layout(make_scan(tmp_path / "a.pdf", page))

    assert_alike(cells(layout), ROWS)


@needs_recognition
@pytest.mark.slow
def test_only_the_pages_without_text_are_recognised(tmp_path: Path) -> None:
    text = PdfPage().text(70, 100, "Kế hoạch cải cách hành chính năm 2019 của tỉnh")
    scan = PdfPage(image=paper(100, ruled=False).picture)
    told: list[Progress] = []
    layout = read_layout(make_pdf(tmp_path / "a.pdf", text, scan), progress=told.append)

    assert layout.paragraphs()[0].confidence == 1.0
    assert layout.paragraphs()[0].place.page == 1
    assert layout.paragraphs()[1].confidence < 1.0
    assert layout.paragraphs()[1].place.page == 2
    assert (told[-1].done, told[-1].total) == (2, 2)
    assert told[-1].message == "Đã nhận dạng trang 2/2"


@needs_recognition
@pytest.mark.slow
def test_a_text_layer_of_rubbish_is_recognised_instead(tmp_path: Path) -> None:
    page = PdfPage(image=paper(150, ruled=False).picture)
    for at in range(12):
        page.text(70, 300 + 20 * at, "Gl&Ӝ1*+Ñ$; Ӝ,&+Ӝ ;+Ӝ,Ӝ &+Ӫ 1*+ƬӒ ᑐᑐᒪᒪ ᓂᓂ", 9)
    path = make_pdf(tmp_path / "a.pdf", page)
    layout = read_layout(path)

    assert ratio(layout.paragraphs()[0].text, " ".join(PROSE)) > 80


@pytest.mark.parametrize("degrees", [-2.5, -0.6, 0.0, 0.3, 1.7])
def test_the_slope_of_a_page_is_measured(degrees: float) -> None:
    page = Paper(150)
    for y in range(100, 700, 30):
        page.line(60, y, 530, y)
        for x in range(70, 520, 9):
            page.line(x, y + 12, x + 6, y + 12)
    gray = gray_of(np.asarray(page.turned(degrees).picture))

    assert skew_of(gray, 150) == pytest.approx(-degrees, abs=0.11)


def test_rules_are_found_and_taken_out_and_letters_stay() -> None:
    page = Paper(200)
    page.line(60, 100, 530, 100).line(60, 160, 530, 160).line(60, 100, 60, 160)
    page.line(300, 100, 300, 160).line(530, 100, 530, 160)
    for x in range(80, 200, 12):
        page.line(x, 120, x + 7, 120).line(x, 120, x, 130)
    image = straightened(gray_of(np.asarray(page.picture)), 200)

    assert sorted(round(rule.at / 10) * 10 for rule in image.horizontals) == [100, 160]
    assert sorted(round(rule.at / 10) * 10 for rule in image.verticals) == [60, 300, 530]
    assert (image.gray < 128).sum() > 10 * 7 * 2
    assert rules_of(image.gray, 200) == ([], [])


def test_red_ink_fades_and_black_stays() -> None:
    page = Paper(100).stamp(100, 100).line(300, 300, 400, 300)
    gray = gray_of(np.asarray(page.picture))

    assert gray[: gray.shape[0] // 3].min() > 180
    assert gray.min() < 50


@needs_recognition
@pytest.mark.slow
def test_the_scan_of_a_real_plan_gives_its_rows(shared_inputs: Path) -> None:
    """At least 34 of 37 rows, well within a minute on two cores."""
    (path,) = shared_inputs.glob("272-*.scan.pdf")
    began = time.monotonic()
    layout = read_layout(path)
    took = time.monotonic() - began
    (plan,) = [table for table in layout.tables() if len(table.rows[0].cells) == 8]
    marks = [row.cells[0].text for row in plan.rows if re.fullmatch(r"[a-zđ]\)", row.cells[0].text)]

    assert len(marks) >= 34
    assert took < 600
