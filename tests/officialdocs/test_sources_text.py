"""What text extraction leaves behind: paragraphs, and tables of tabs, pipes or bare lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from cchc.officialdocs.layout import Layout, Medium
from cchc.officialdocs.sources.intake import read_layout


def read(folder: Path, text: str) -> Layout:
    path = folder / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return read_layout(path)


def lines(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in layout.paragraphs()]


def cells(layout: Layout, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in layout.tables()[table].rows]


def test_marks_of_markdown_are_taken_off_and_bold_is_kept_as_a_fact(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "**KẾ HOẠCH**  \n**Cải cách hành chính năm 2019**\n\n## **1. Thể chế**\n\n"
        "- *Công tác thể chế*: ban hành \\- rà soát\n\n*Sen Hồng, ngày 05 tháng 01 năm 2019*\n",
    )

    assert lines(layout) == [
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2019",
        "1. Thể chế",
        "- Công tác thể chế: ban hành - rà soát",
        "Sen Hồng, ngày 05 tháng 01 năm 2019",
    ]
    assert [p.is_bold for p in layout.paragraphs()] == [True, True, True, False, False]
    assert layout.paragraphs()[-1].is_italic
    assert layout.medium is Medium.TEXT


def test_a_sentence_cut_by_a_page_goes_on_and_a_footnote_steps_aside(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "Tập trung tuyên truyền theo Nghị quyết của Chính phủ; Chương trình hành\n\n"
        "¹ Thực hiện theo quý.\n\nđộng số 34/CTr-UBND của UBND tỉnh.\n\na) Tuyên truyền.\n",
    )

    assert lines(layout) == [
        "Tập trung tuyên truyền theo Nghị quyết của Chính phủ; Chương trình hành "
        "động số 34/CTr-UBND của UBND tỉnh.",
        "¹ Thực hiện theo quý.",
        "a) Tuyên truyền.",
    ]


def test_a_soft_break_in_a_subject_line_is_no_new_paragraph(tmp_path: Path) -> None:
    layout = read(tmp_path, "Số: 526 /VP-HCTC\nV/v đôn đốc triển khai\nnhiệm vụ năm 2022\n")

    assert lines(layout) == ["Số: 526 /VP-HCTC", "V/v đôn đốc triển khai nhiệm vụ năm 2022"]


def test_text_broken_into_lines_of_one_width_is_put_together(tmp_path: Path) -> None:
    sentence = "Các cơ quan chuyên môn thuộc UBND tỉnh và Ủy ban nhân dân các huyện Sen Trắng "
    wrapped = "\n".join(textwrap.wrap(sentence * 3, 80))
    layout = read(tmp_path, "\n\n".join([wrapped] * 6))

    assert lines(layout) == [" ".join((sentence * 3).split())] * 6


def test_a_table_of_tabs_goes_on_over_empty_lines_and_page_breaks(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "TT\tNội dung\tChủ trì\tThời gian\n"
        "<b>1.</b>\t<b>Thể chế</b>\t\t\n"
        "a)\tRà soát văn bản\tSở Tư pháp\tQuý I\n"
        "\n\f\n2\n\n"
        "TT\tNội dung\tChủ trì\tThời gian\n"
        "\tcủa năm trước\t\t\n"
        "b)\tKiểm tra\tSở Nội vụ\tQuý II\n\nSau bảng là đoạn văn.\n",
    )

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì", "Thời gian"],
        ["1.", "Thể chế", "", ""],
        ["a)", "Rà soát văn bản", "Sở Tư pháp", "Quý I"],
        ["", "của năm trước", "", ""],
        ["b)", "Kiểm tra", "Sở Nội vụ", "Quý II"],
    ]
    assert layout.tables()[0].rows[1].cells[1].is_bold
    assert layout.page_count == 2
    assert lines(layout) == ["Sau bảng là đoạn văn."]


def test_a_section_heading_without_tabs_is_a_row_of_the_table(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "TT\tNội dung\tChủ trì\n1\tMột\tSở Nội vụ\n\nII. Thể chế\n\n2\tHai\tSở Tư pháp\n",
    )

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Một", "Sở Nội vụ"],
        ["II. Thể chế", "", ""],
        ["2", "Hai", "Sở Tư pháp"],
    ]


def test_a_line_break_inside_a_cell_does_not_cut_the_row(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "TT\tNội dung\tChủ trì\tThời gian\n"
        "1\tRà soát văn bản\nquy phạm pháp luật\tSở Tư pháp\tQuý I\n"
        "2\tKiểm tra\tSở Nội vụ\tQuý II\n",
    )

    assert cells(layout)[1] == ["1", "Rà soát văn bản\nquy phạm pháp luật", "Sở Tư pháp", "Quý I"]


def test_a_numbered_list_with_tabs_is_no_table(tmp_path: Path) -> None:
    layout = read(tmp_path, "1.\tBan hành kế hoạch.\n2.\tTổ chức hội nghị.\n3.\tKiểm tra.\n")

    assert layout.tables() == ()
    assert lines(layout)[0] == "1. Ban hành kế hoạch."


def test_a_pipe_table_is_read_with_its_escapes_and_breaks(tmp_path: Path) -> None:
    layout = read(
        tmp_path,
        "Phụ lục\n\n| TT | Nội dung | Chủ trì |\n|:--|---|:-:|\n"
        "| 1 | Rà soát<br>kiến nghị \\| sửa đổi | Sở Tư pháp |\n| **II** | **Mục** | |\n\nHết.\n",
    )

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Rà soát\nkiến nghị | sửa đổi", "Sở Tư pháp"],
        ["II", "Mục", ""],
    ]
    assert lines(layout) == ["Phụ lục", "Hết."]


@pytest.mark.parametrize(
    "text",
    [
        "| TT |\n| Nội dung |\n| Chủ trì |\n| --- |\n| --- |\n| --- |\n"
        "| 1 |\n| Rà soát |\n| Sở Tư pháp |\n| 2 |\n| Kiểm tra |\n| |\n",
        "| TT |\n\n| Nội dung |\n\n| Chủ trì |\n\n| 1 |\n\n| Rà soát |\n\n| Sở Tư pháp |\n\n"
        "| 2 |\n\n| Kiểm tra |\n\n| |\n",
        "|\nTT\n\n|\n\nNội dung\n\n|\n\nChủ trì\n\n|\n| --- | --- | --- |\n|\n\n1\n\n|\n\nRà soát"
        "\n\n|\n\nSở Tư pháp\n\n|\n|\n\n2\n\n|\n\nKiểm tra\n\n| |\n",
    ],
    ids=["a cell on each line", "without rules", "cells over several lines"],
)
def test_a_pipe_table_may_have_one_cell_on_each_line(tmp_path: Path, text: str) -> None:
    layout = read(tmp_path, f"Phụ lục\n\n{text}\nHết bảng.\n")

    assert cells(layout) == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Rà soát", "Sở Tư pháp"],
        ["2", "Kiểm tra", ""],
    ]
    assert lines(layout) == ["Phụ lục", "Hết bảng."]


def test_a_table_copied_as_bare_lines_is_found_by_its_order_marks(tmp_path: Path) -> None:
    text = "\n\n".join(
        [
            *("STT", "Nội dung", "Chủ trì", "1", "Rà soát", "Sở Tư pháp", "II", "Mục hai"),
            *("2", "Kiểm tra", "Sở Nội vụ", "3", "Tập huấn", "Sở Nội vụ"),
        ]
    )
    layout = read(tmp_path, text)

    assert cells(layout) == [
        ["STT", "Nội dung", "Chủ trì"],
        ["1", "Rà soát", "Sở Tư pháp"],
        ["II", "Mục hai", ""],
        ["2", "Kiểm tra", "Sở Nội vụ"],
        ["3", "Tập huấn", "Sở Nội vụ"],
    ]


def test_every_place_is_counted_from_one(tmp_path: Path) -> None:
    layout = read(tmp_path, "Một.\n\nHai.\n\nA\tB\tC\n1\t2\t3\n\nBa.\n")

    assert [p.place.paragraph for p in layout.paragraphs()] == [1, 2, 3]
    cell = layout.tables()[0].rows[1].cells[2]
    assert (cell.place.table, cell.place.row, cell.place.cell) == (1, 2, 3)


def test_letters_are_composed_and_spaces_are_single(tmp_path: Path) -> None:
    layout = read(tmp_path, "Tỉnh\u00a0 \u200bĐồng   Tha\u0301p, \u00d0iều 1, co\u00ad quan\n")

    assert lines(layout) == ["Tỉnh Đồng Tháp, Điều 1, co quan"]


def test_tags_that_are_not_of_the_text_stay_as_letters(tmp_path: Path) -> None:
    layout = read(tmp_path, "Bỏ qua <script>alert(1)</script> và {{ 7*7 }} trong văn bản.\n")

    assert lines(layout) == ["Bỏ qua <script>alert(1)</script> và {{ 7*7 }} trong văn bản."]


def test_reading_time_grows_with_the_length_only(tmp_path: Path) -> None:
    """Thousands of rows are one pass, not a pass for every row."""
    rows = "\n".join(f"{at}\tNhiệm vụ {at}\tSở Nội vụ" for at in range(1, 6000))
    layout = read(tmp_path, f"TT\tNội dung\tChủ trì\n{rows}\n")

    assert len(layout.tables()[0].rows) == 6000
