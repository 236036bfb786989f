"""PDF files with a text layer: paragraphs and tables put together from where letters stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.officialdocs.layout import Layout, Medium
from cchc.officialdocs.sources.intake import read_layout
from cchc.officialdocs.sources.progress import Progress
from tests.officialdocs.making import PdfPage, make_pdf, wrap

XS = [70, 105, 260, 370, 450, 530]
HEAD = ["STT", "Nội dung thực hiện", "Đơn vị chủ trì", "Phối hợp", "Thời gian"]
PROSE = (
    "Thực hiện Chương trình tổng thể cải cách hành chính nhà nước, Ủy ban nhân dân tỉnh Sen Hồng "
    "ban hành Kế hoạch cải cách hành chính năm 2019 với các nội dung sau đây."
)


def write(page: PdfPage, top: float, text: str, indent: float = 0) -> float:
    """A paragraph from margin to margin; the height at which the next may begin."""
    for at, line in enumerate(wrap(text, 460 - indent, 13)):
        page.text(70 + (indent if at == 0 else 0), top, line)
        top += 17
    return top + 6


def read(folder: Path, *pages: PdfPage) -> Layout:
    return read_layout(make_pdf(folder / "a.pdf", *pages))


def lines(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in layout.paragraphs()]


def cells(layout: Layout, at: int = 0) -> list[list[str]]:
    return [[one.text for one in row.cells] for row in layout.tables()[at].rows]


def test_wrapped_lines_are_one_paragraph_and_headings_stand_alone(tmp_path: Path) -> None:
    page = PdfPage().text(250, 100, "KẾ HOẠCH", font="F2")
    top = write(page, 130, PROSE)
    page.text(70, top, "I. MỤC TIÊU", font="F2")
    top = write(page, top + 22, "- " + PROSE)
    write(page, top, "2. Ngắn.")
    layout = read(tmp_path, page)

    assert lines(layout) == ["KẾ HOẠCH", PROSE, "I. MỤC TIÊU", "- " + PROSE, "2. Ngắn."]
    assert [p.is_bold for p in layout.paragraphs()] == [True, False, True, False, False]
    assert layout.medium is Medium.PDF
    assert layout.page_count == 1


def test_a_paragraph_goes_on_over_the_page_and_the_page_number_is_dropped(tmp_path: Path) -> None:
    words = wrap(PROSE + " " + PROSE, 460, 13)
    first, second = PdfPage(), PdfPage()
    write(first, 60, "1. Đoạn đầu.")
    for at, line in enumerate(words[:3]):
        first.text(70, 720 + 17 * at, line)
    first.text(295, 800, "1")
    second.text(290, 40, "- 2 -")
    for at, line in enumerate(words[3:]):
        second.text(70, 70 + 17 * at, line)
    layout = read(tmp_path, first, second)

    assert lines(layout) == ["1. Đoạn đầu.", PROSE + " " + PROSE]
    assert layout.paragraphs()[1].place.page == 1


def test_the_words_at_the_head_of_every_page_are_dropped(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 6):
        page = PdfPage().text(70, 40, f"Kế hoạch CCHC - trang {number}/5", 10)
        write(page, 80, f"Điều {number}. Nội dung của điều thứ {number}.")
        pages.append(page)
    layout = read(tmp_path, *pages)

    assert lines(layout) == [f"Điều {n}. Nội dung của điều thứ {n}." for n in range(1, 6)]


def test_a_ruled_table_is_read_cell_for_cell(tmp_path: Path) -> None:
    page = PdfPage()
    long = "Rà soát văn bản quy phạm pháp luật thuộc thẩm quyền quản lý"
    page.table(
        XS, 100, [HEAD, ["1", long, "Sở Tư pháp", "", "Quý I/2019"], ["2", "Họp", "A", "B", "C"]]
    )
    layout = read(tmp_path, page)

    assert cells(layout) == [
        HEAD,
        ["1", long, "Sở Tư pháp", "", "Quý I/2019"],
        ["2", "Họp", "A", "B", "C"],
    ]


def test_merged_cells_are_found_by_the_lines_that_are_missing(tmp_path: Path) -> None:
    page = PdfPage()
    for y in (100, 125, 150, 200):
        page.line(70, y, 530, y)
    page.line(70, 175, 400, 175)
    for x in (70, 110, 530):
        page.line(x, 100, x, 200)
    for x in (250, 400):
        page.line(x, 100, x, 125).line(x, 150, x, 200)
    for x, text in zip((75, 115, 255, 405), ("TT", "Nội dung", "Chủ trì", "Nguồn"), strict=True):
        page.text(x, 105, text, 11)
    page.text(75, 130, "I", 11).text(115, 130, "Thể chế hành chính", 11)
    page.text(75, 155, "1", 11).text(115, 155, "Rà soát", 11).text(255, 155, "Sở Tư pháp", 11)
    page.text(75, 180, "2", 11).text(115, 180, "Kiểm tra", 11).text(255, 180, "Sở Nội vụ", 11)
    page.text(405, 168, "Chi thường xuyên", 11)
    layout = read(tmp_path, page)

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì", "Nguồn"],
        ["I", *["Thể chế hành chính"] * 3],
        ["1", "Rà soát", "Sở Tư pháp", "Chi thường xuyên"],
        ["2", "Kiểm tra", "Sở Nội vụ", "Chi thường xuyên"],
    ]
    rows = layout.tables()[0].rows
    assert rows[1].cells[1].spans == 3
    assert rows[2].cells[3].row_spans == 2
    assert rows[3].cells[3].is_covered


def test_a_table_goes_on_over_pages_without_its_repeated_head(tmp_path: Path) -> None:
    first, second, third = PdfPage(), PdfPage(), PdfPage()
    first.table(XS, 600, [HEAD, ["1", "Việc thứ nhất", "Sở Nội vụ", "", "Quý I"]])
    second.table(XS, 60, [HEAD, ["2", "Việc thứ hai", "Sở Y tế", "", "Quý II"]])
    third.table(
        XS, 60, [["", "của năm sau", "", "", ""], ["3", "Việc thứ ba", "Sở", "", "Quý III"]]
    )
    layout = read(tmp_path, first, second, third)

    assert [row[0] for row in cells(layout)] == ["STT", "1", "2", "", "3"]
    assert [row.place.page for row in layout.tables()[0].rows] == [1, 1, 2, 3, 3]


def test_a_page_whose_rows_are_all_merged_still_belongs_to_the_table(tmp_path: Path) -> None:
    first, second = PdfPage(), PdfPage()
    first.table(XS, 600, [HEAD, ["1", "Việc", "Sở Nội vụ", "", "Quý I"]])
    second.table([XS[0], XS[1], XS[-1]], 60, [["II", "Cải cách thể chế"]])
    layout = read(tmp_path, first, second)

    assert cells(layout)[-1] == ["II", *["Cải cách thể chế"] * 4]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_may_have_no_rules_at_all(tmp_path: Path, ruled: bool) -> None:
    rows = [
        [str(n), f"Tổ chức thực hiện nhiệm vụ số {n} của kế hoạch", "Sở Nội vụ", "Sở Y tế", "Quý I"]
        for n in range(1, 8)
    ]
    page = PdfPage()
    write(page, 60, PROSE)
    end = page.table(XS, 140, [HEAD, *rows], ruled=ruled)
    write(page, end + 20, PROSE)
    layout = read(tmp_path, page)

    assert cells(layout) == [HEAD, *rows]
    assert lines(layout) == [PROSE, PROSE]


def test_rows_not_parted_by_rules_are_parted_by_their_order_marks(tmp_path: Path) -> None:
    page = PdfPage()
    for x in (70, 110, 320, 530):
        page.line(x, 100, x, 220)
    for y in (100, 125, 220):
        page.line(70, y, 530, y)
    for x, text in ((75, "TT"), (115, "Nội dung"), (325, "Chủ trì")):
        page.text(x, 105, text, 11)
    for at in range(3):
        page.text(75, 130 + 28 * at, str(at + 1), 11).text(115, 130 + 28 * at, "Việc", 11)
        page.text(115, 144 + 28 * at, f"số {at + 1}", 11).text(325, 130 + 28 * at, "Sở", 11)
    layout = read(tmp_path, page)

    assert cells(layout)[1:] == [[str(n), f"Việc số {n}", "Sở"] for n in (1, 2, 3)]


def test_letter_head_and_signature_stand_side_by_side(tmp_path: Path) -> None:
    page = PdfPage()
    page.text(90, 60, "ỦY BAN NHÂN DÂN", 12).text(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11)
    page.text(95, 76, "TỈNH SEN HỒNG", 12).text(325, 76, "Độc lập - Tự do - Hạnh phúc", 13)
    page.text(95, 100, "Số: 12/KH-UBND").text(300, 100, "Sen Hồng, ngày 05 tháng 01 năm 2019")
    page.text(262, 140, "KẾ HOẠCH", font="F2")
    write(page, 170, PROSE)
    page.text(70, 300, "Nơi nhận:", 12).text(360, 297, "TM. ỦY BAN NHÂN DÂN", font="F2")
    page.text(70, 316, "- Bộ Nội vụ;", 11).text(395, 314, "CHỦ TỊCH", font="F2")
    page.text(70, 330, "- Lưu: VT.", 11).text(375, 400, "Nguyễn Văn Sen", font="F2")
    layout = read(tmp_path, page)

    assert cells(layout, 0) == [
        [
            "ỦY BAN NHÂN DÂN\nTỈNH SEN HỒNG\nSố: 12/KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Sen Hồng, ngày 05 tháng 01 năm 2019",
        ]
    ]
    assert lines(layout) == ["KẾ HOẠCH", PROSE]
    assert cells(layout, 1) == [
        ["Nơi nhận:\n- Bộ Nội vụ;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Sen"]
    ]


def test_the_print_of_a_digital_signature_is_no_text_of_the_paper(tmp_path: Path) -> None:
    page = PdfPage().text(400, 30, "Ký bởi: Ủy ban nhân dân", 8)
    page.text(400, 40, "Thời gian ký: 06.12.2018 16:01:27 +07:00", 8)
    write(page, 80, PROSE)
    layout = read(tmp_path, page)

    assert lines(layout) == [PROSE]


def test_a_footnote_under_its_rule_is_left_out(tmp_path: Path) -> None:
    page = PdfPage()
    write(page, 80, PROSE)
    page.line(70, 740, 190, 740)
    page.text(70, 745, "1", 6).text(75, 747, "Theo báo cáo của các cơ quan.", 10)
    layout = read(tmp_path, page)

    assert lines(layout) == [PROSE]


def test_a_word_longer_than_its_column_is_put_together(tmp_path: Path) -> None:
    page = PdfPage()
    for x in (70, 110, 160, 300):
        page.line(x, 100, x, 200)
    for y in (100, 130, 200):
        page.line(70, y, 300, y)
    for x, text in ((75, "TT"), (115, "Việc"), (165, "Chủ trì")):
        page.text(x, 105, text, 11)
    page.text(75, 135, "1", 11).text(115, 135, "gắn", 11).text(115, 149, "UDCNT", 11)
    page.text(115, 163, "T cấp", 11).text(115, 177, "50tr/", 11).text(115, 190, "huyện", 11)
    layout = read(tmp_path, page)

    assert cells(layout)[1][1] == "gắn UDCNTT cấp 50tr/huyện"


def test_a_range_of_years_cut_by_the_margin_is_no_list_item(tmp_path: Path) -> None:
    page = PdfPage()
    filler = "Kế hoạch thực hiện Nghị quyết của Ban Chấp hành Đảng bộ tỉnh giai đoạn 2021"
    page.text(70, 100, filler, 13.6).text(70, 117, "- 2025, định hướng đến năm 2030.", 13.6)
    write(page, 160, PROSE)
    layout = read(tmp_path, page)

    assert lines(layout)[0] == f"{filler} - 2025, định hướng đến năm 2030."


def test_text_in_an_old_font_is_converted(tmp_path: Path) -> None:
    path = make_pdf(
        tmp_path / "a.pdf", PdfPage().text(70, 100, "Céng hßa x· héi chñ nghÜa ViÖt Nam")
    )
    path.write_bytes(path.read_bytes().replace(b"/Times ", b"/.VnTime "))
    layout = read_layout(path)

    assert lines(layout) == ["Cộng hòa xã hội chủ nghĩa Việt Nam"]


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    pages = [PdfPage().text(70, 100, f"Trang thứ {n} của tài liệu này") for n in (1, 2, 3)]
    told: list[Progress] = []
    read_layout(make_pdf(tmp_path / "a.pdf", *pages), progress=told.append)

    assert [(step.done, step.total) for step in told] == [(1, 3), (2, 3), (3, 3)]
    assert "trang 2/3" in told[1].message


def test_a_page_printed_sideways_is_turned(tmp_path: Path) -> None:
    page = PdfPage((842, 595))
    page.table(
        XS, 100, [HEAD, ["1", "Việc thứ nhất của năm", "Sở Nội vụ", "Sở Y tế", "Quý I/2019"]]
    )
    turned = PdfPage((595, 842))
    turned.operators = ["q 0 1 -1 0 595 0 cm", *page.operators, "Q"]
    layout = read(tmp_path, turned)

    assert cells(layout)[1][1:3] == ["Việc thứ nhất của năm", "Sở Nội vụ"]
