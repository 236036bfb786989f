"""A plan as a workbook: the head in the first lines, the table of tasks below it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter

from cchc.officialdocs.writing.columns import (
    PaperColumn,
    appendix_note,
    columns_of,
    heading_text,
)
from cchc.officialdocs.writing.paper import PlanPaper

_FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
_BOX = {**_FONT, "border": 1}


def plan_xlsx(paper: PlanPaper) -> bytes:
    """The plan as an .xlsx file; every value is text, so that no cell is ever a formula."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Nhiệm vụ")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        columns = columns_of(paper)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width / 2)
        first = _head(book, sheet, paper, len(columns) - 1)
        _table(book, sheet, paper, columns, first)
    return buffer.getvalue()


def _head(book: Any, sheet: Any, paper: PlanPaper, last: int) -> int:
    """Issuer, number, place and date, title; the row in which the table begins."""
    bold = book.add_format({**_FONT, "bold": True, "align": "center"})
    plain = book.add_format({**_FONT, "align": "center"})
    italic = book.add_format({**_FONT, "italic": True, "align": "center"})
    middle = last // 2
    sheet.merge_range(0, 0, 0, middle, " ".join(paper.issuer), bold)
    sheet.merge_range(0, middle + 1, 0, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold)
    sheet.merge_range(1, 0, 1, middle, f"Số: {paper.number}", plain)
    sheet.merge_range(1, middle + 1, 1, last, "Độc lập - Tự do - Hạnh phúc", bold)
    if paper.issued_on is not None:
        day = paper.issued_on
        said = f"{paper.place}, ngày {day:%d} tháng {day:%m} năm {day.year}"
        sheet.merge_range(2, middle + 1, 2, last, said, italic)
    sheet.merge_range(4, 0, 4, last, paper.kind.upper(), bold)
    sheet.merge_range(5, 0, 5, last, paper.title, bold)
    sheet.merge_range(6, 0, 6, last, appendix_note(paper), italic)
    return 8


def _table(book: Any, sheet: Any, paper: PlanPaper, columns: list[PaperColumn], first: int) -> None:
    head = book.add_format({**_BOX, "bold": True, "align": "center", "valign": "vcenter"})
    bold = book.add_format({**_BOX, "bold": True})
    plain = book.add_format(_BOX)
    for index, column in enumerate(columns):
        sheet.write_string(first, index, column.title, head)
    sheet.repeat_rows(first)
    sheet.freeze_panes(first + 1, 2)
    row = first + 1
    for section in paper.sections:
        if section.title:
            sheet.write_string(row, 0, heading_text(section.code), bold)
            sheet.merge_range(row, 1, row, len(columns) - 1, section.title, bold)
            row += 1
        for line in section.rows:
            for index, column in enumerate(columns):
                sheet.write_string(row, index, column.value(line), plain)
            row += 1
    _sign(book, sheet, paper, row + 1, len(columns) - 1)


def _sign(book: Any, sheet: Any, paper: PlanPaper, row: int, last: int) -> None:
    """The signature under the table, on the right."""
    if paper.signature is None:
        return
    bold = book.add_format({**_FONT, "bold": True, "align": "center"})
    lines = [*paper.signature.authority, paper.signature.position, "", paper.signature.name]
    for offset, line in enumerate(lines):
        if line:
            sheet.merge_range(row + offset, last - 2, row + offset, last, line, bold)
