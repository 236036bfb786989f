"""Lists as Excel files, of any length in little memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import IO, Any, TypeVar

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from cchc.platform.clock import now
from cchc.platform.exports.columns import (
    Column,
    Value,
    begins_like_a_formula,
    plain,
    values_of,
)
from cchc.platform.exports.naming import download_headers
from cchc.platform.text.writing import moment_vi

Row = TypeVar("Row")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_000_000
"""On one sheet; Excel ends at 1,048,576."""
LARGEST_IN_MEMORY = 4 << 20
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "number": {"num_format": "#,##0.######"},
    "percent": {"num_format": '0.0" %"'},
    "money": {"num_format": '#,##0" đ"'},
    "date": {"num_format": "dd/mm/yyyy"},
    "moment": {"num_format": "hh:mm dd/mm/yyyy"},
}
_CELL: dict[str, Any] = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_LINED: dict[str, Any] = {**_CELL, "border": 1, "border_color": "#8a8a8a"}


def xlsx_response(
    *,
    name: str,
    title: str,
    columns: Sequence[Column[Row]],
    rows: Iterable[Row],
    notes: Sequence[str] = (),
    totals: Sequence[Any] | None = None,
) -> HttpResponseBase:
    """An Excel file for download, named `name` without ending; written to disk before it is sent.

    `notes` are lines under the title (the filters in force); `totals` has a value for each column.
    """
    target = tempfile.TemporaryFile(prefix="cchc-export-")  # noqa: SIM115
    try:
        write_xlsx(target, title=title, columns=columns, rows=rows, notes=notes, totals=totals)
        response = _answer(target)
    except BaseException:
        target.close()
        raise
    download_headers(response, f"{name}.xlsx")
    return response


def _answer(target: IO[bytes]) -> HttpResponseBase:
    """A small file from memory, a large one from the disk, whose file the answer closes."""
    size = target.tell()
    target.seek(0)
    if size > LARGEST_IN_MEMORY:
        return FileResponse(target, content_type=XLSX)
    with target:
        return HttpResponse(target.read(), content_type=XLSX)


def write_xlsx(
    target: IO[bytes],
    *,
    title: str,
    columns: Sequence[Column[Row]],
    rows: Iterable[Row],
    notes: Sequence[str] = (),
    totals: Sequence[Any] | None = None,
) -> None:
    """Write a list as an Excel file; a list longer than a sheet goes on on the next one."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(target, options) as book:
        book.set_properties({"title": title})
        pages = _Pages(book, title, columns, notes)
        for row in rows:
            pages.write(values_of(columns, row))
        if totals is not None:
            pages.write([plain(value) for value in totals], is_total=True)
        pages.finish()


class _Pages:
    """The sheets of one list, filled from top to bottom."""

    def __init__(
        self, book: Any, title: str, columns: Sequence[Column[Any]], notes: Sequence[str]
    ) -> None:
        self.book, self.title, self.columns = book, title, columns
        self.notes = [*notes, _("Xuất lúc %(moment)s") % {"moment": moment_vi(now())}]
        self.formats = [book.add_format({**_LINED, **_FORMATS[c.kind]}) for c in columns]
        bold = {"bold": True, "bg_color": "#f1efe9"}
        self.totals = [book.add_format({**_LINED, **_FORMATS[c.kind], **bold}) for c in columns]
        self.guarded = book.add_format({**_LINED, "text_wrap": True, "quote_prefix": True})
        self.heading = book.add_format({**_LINED, **bold, "text_wrap": True, "align": "center"})
        self.title_format = book.add_format({**_CELL, "bold": True, "font_size": 14})
        self.note_format = book.add_format({**_CELL, "italic": True, "font_color": "#56607a"})
        self.sheet_count = 0
        self._begin_sheet()

    def write(self, values: Sequence[Value], *, is_total: bool = False) -> None:
        """Add a row, on another sheet when this one is full."""
        if self.next_row - self.first_row >= MOST_ROWS:
            self.finish()
            self._begin_sheet()
        formats = self.totals if is_total else self.formats
        for place, (value, form) in enumerate(zip(values, formats, strict=True)):
            self._write_cell(place, value, form)
        self.next_row += 1

    def finish(self) -> None:
        """Let the readers filter what is there."""
        last = max(self.next_row - 1, self.first_row)
        self.sheet.autofilter(self.first_row - 1, 0, last, len(self.columns) - 1)

    def _begin_sheet(self) -> None:
        self.sheet_count += 1
        name = _("Danh sách")
        self.sheet = self.book.add_worksheet(
            name if self.sheet_count == 1 else f"{name} ({self.sheet_count})"
        )
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width)
        self.sheet.write_string(0, 0, self.title, self.title_format)
        for place, note in enumerate(self.notes, start=1):
            self.sheet.write_string(place, 0, note, self.note_format)
        heading_row = len(self.notes) + 2
        for place, column in enumerate(self.columns):
            self.sheet.write_string(heading_row, place, column.title, self.heading)
        self.first_row = self.next_row = heading_row + 1
        self.sheet.freeze_panes(self.first_row, 0)
        self._set_print(heading_row)

    def _set_print(self, heading_row: int) -> None:
        """On paper: A4 across, all columns on the sheet, headings on every page, page numbers."""
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(heading_row)
        self.sheet.set_footer("&R&P/&N")

    def _write_cell(self, place: int, value: Value, form: Any) -> None:
        row, sheet = self.next_row, self.sheet
        if value is None:
            sheet.write_blank(row, place, None, form)
        elif isinstance(value, date | datetime):
            sheet.write_datetime(row, place, value, form)
        elif isinstance(value, str):
            guarded = self.guarded if begins_like_a_formula(value) else form
            sheet.write_string(row, place, value, guarded)
        else:
            sheet.write_number(row, place, value, form)
