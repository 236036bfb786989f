"""Reading the spreadsheet of people, and its empty form to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook
from xlsxwriter import Workbook

from cchc.modules.organisation.labels.people import POSTS
from cchc.modules.organisation.roles import CATALOGUE
from cchc.modules.organisation.rules.people_table import NEEDED, Column
from cchc.modules.organisation.rules.reach import AGENCY_ROLES

MOST_BYTES = 5 * 1024 * 1024
EXAMPLE = {
    Column.FULL_NAME: "Lê Thị Hoa",
    Column.EMAIL: "hoalt.snv@senhong.gov.vn",
    Column.AGENCY: "Sở Nội vụ",
    Column.DIVISION: "Phòng Cải cách hành chính",
    Column.TITLE: "Chuyên viên",
    Column.SINCE: "15/10/2019",
}


class SheetUnreadable(Exception):
    """The file is no spreadsheet that can be read."""


def read_sheet(content: bytes) -> Sequence[Sequence[object]]:
    """The cells of the first sheet. Raises SheetUnreadable."""
    if len(content) > MOST_BYTES:
        raise SheetUnreadable
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError):
        raise SheetUnreadable from None


def empty_sheet() -> bytes:
    """The form to fill in: headings, one example, and the words that may stand in two columns."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "bg_color": "#f6f5f2", "border": 1})
        sheet = workbook.add_worksheet(_("Người dùng"))
        for at, column in enumerate(Column):
            sheet.write_string(0, at, f"{column}{' *' if column in NEEDED else ''}", bold)
            sheet.write_string(1, at, EXAMPLE.get(column, ""))
            sheet.set_column(at, at, 24)
        _offer(sheet, Column.POST, [str(words) for words in POSTS.values()])
        _offer(sheet, Column.ROLE, [str(CATALOGUE[r].name) for r in CATALOGUE if r in AGENCY_ROLES])
    return buffer.getvalue()


def _offer(sheet: object, column: Column, words: list[str]) -> None:
    at = list(Column).index(column)
    sheet.data_validation(1, at, 5000, at, {"validate": "list", "source": words})  # type: ignore[attr-defined]
