"""Excel workbooks: the table of each sheet, and the lines above and below it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

from cchc.officialdocs.layout import Medium
from cchc.officialdocs.sources.intake import read_layout


def make(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Phụ lục")
    percent, date = (
        book.add_format({"num_format": "0%"}),
        book.add_format({"num_format": "dd/mm/yyyy"}),
    )
    sheet.merge_range("B1:F1", "PHỤ LỤC NHIỆM VỤ")
    sheet.write_row(2, 1, ["STT", "Nội dung", "Chủ trì", "Hạn", "Tỷ lệ"])
    sheet.merge_range("B4:F4", "I. Cải cách thể chế")
    sheet.write_row(4, 1, [1, "Rà soát văn bản", "Sở Tư pháp"])
    sheet.write_datetime(4, 4, dt.date(2019, 6, 30), date)
    sheet.write_number(4, 5, 0.95, percent)
    sheet.write_row(5, 1, [2.5, "", "Sở Nội vụ", "Quý I", True])
    sheet.write_string(5, 2, "=1+1 không phải công thức")
    sheet.write_row(7, 2, ["Người lập biểu"])
    sheet.write_row(7, 4, ["GIÁM ĐỐC"])
    book.add_worksheet("Nháp").hide()
    book.close()
    return path


def test_a_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    layout = read_layout(make(tmp_path / "a.xlsx"))

    table, signature = layout.tables()
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["STT", "Nội dung", "Chủ trì", "Hạn", "Tỷ lệ"],
        ["I. Cải cách thể chế"] * 5,
        ["1", "Rà soát văn bản", "Sở Tư pháp", "30/06/2019", "95%"],
        ["2,5", "=1+1 không phải công thức", "Sở Nội vụ", "Quý I", "Có"],
    ]
    assert table.rows[1].cells[0].spans == 5
    assert table.rows[1].cells[1].is_covered
    assert [cell.text for cell in signature.rows[0].cells] == ["Người lập biểu", "GIÁM ĐỐC"]
    assert [p.text for p in layout.paragraphs()] == ["PHỤ LỤC NHIỆM VỤ"]
    assert layout.medium is Medium.EXCEL
    assert [doubt.code for doubt in layout.warnings] == ["hidden-sheet"]


def test_a_sheet_without_a_table_is_lines_of_text(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    sheet.write(0, 0, "KẾ HOẠCH")
    sheet.write(2, 0, "Cải cách hành chính")
    book.close()
    layout = read_layout(tmp_path / "a.xlsx")

    assert [p.text for p in layout.paragraphs()] == ["KẾ HOẠCH", "Cải cách hành chính"]
