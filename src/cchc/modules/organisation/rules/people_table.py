"""The table from which people are brought in: its columns, and what may be wrong with a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cchc.platform.text.folding import fold, squeeze

MOST_ROWS = 5_000


class Column(StrEnum):
    """A column of the table; the value is its heading."""

    FULL_NAME = "Họ và tên"
    USERNAME = "Tên đăng nhập"
    EMAIL = "Thư điện tử"
    PHONE = "Điện thoại"
    AGENCY = "Cơ quan"
    DIVISION = "Phòng, đơn vị"
    TITLE = "Chức vụ"
    POST = "Vị trí"
    ROLE = "Vai trò"
    SINCE = "Từ ngày"


NEEDED = (Column.FULL_NAME, Column.AGENCY)
OTHER_HEADINGS: Mapping[str, Column] = {
    "email": Column.EMAIL,
    "thu dien tu cong vu": Column.EMAIL,
    "so dien thoai": Column.PHONE,
    "don vi": Column.AGENCY,
    "co quan, don vi": Column.AGENCY,
    "phong": Column.DIVISION,
    "tai khoan": Column.USERNAME,
}
"""Other headings, folded, under which offices send such tables."""


class RowWhyNot(StrEnum):
    """What is wrong with a cell."""

    MISSING = "MISSING"
    AGENCY_UNKNOWN = "AGENCY_UNKNOWN"
    AGENCY_AMBIGUOUS = "AGENCY_AMBIGUOUS"
    DIVISION_UNKNOWN = "DIVISION_UNKNOWN"
    POST_UNKNOWN = "POST_UNKNOWN"
    ROLE_UNKNOWN = "ROLE_UNKNOWN"
    DATE_UNREADABLE = "DATE_UNREADABLE"
    USERNAME_UNFIT = "USERNAME_UNFIT"
    TAKEN = "TAKEN"
    TWICE = "TWICE"
    NOT_ALLOWED = "NOT_ALLOWED"


@dataclass(frozen=True, slots=True)
class RowError:
    """A cell that stops the import: the line as the spreadsheet numbers it, and what is wrong."""

    line: int
    column: Column
    why: RowWhyNot
    value: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as text, by column; an absent column is empty."""

    line: int
    cells: Mapping[Column, str]

    def text(self, column: Column) -> str:
        """The words of a cell."""
        return self.cells.get(column, "")


class TableRefused(Exception):
    """The table as a whole cannot be read: `missing` names the headings that it lacks."""

    def __init__(self, missing: Sequence[Column] = (), *, is_too_long: bool = False) -> None:
        super().__init__(", ".join(missing))
        self.missing, self.is_too_long = tuple(missing), is_too_long


def rows_of(table: Sequence[Sequence[object]]) -> list[RawRow]:
    """The rows under the heading row, which stands in the first ten; empty ones left out."""
    at, columns = _headings(table)
    rows = []
    for line, cells in enumerate(table[at + 1 :], start=at + 2):
        texts = {c: _text(cells[i]) for i, c in columns.items() if i < len(cells)}
        if any(texts.values()):
            rows.append(RawRow(line, texts))
    if len(rows) > MOST_ROWS:
        raise TableRefused(is_too_long=True)
    return rows


def missing_cells(row: RawRow) -> list[RowError]:
    """The cells that must be filled and are not."""
    return [RowError(row.line, c, RowWhyNot.MISSING) for c in NEEDED if not row.text(c)]


def read_day(text: str) -> date | None:
    """A date as spreadsheets and people write it; None when it cannot be read."""
    for shape in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def twice(rows: Sequence[RawRow], column: Column) -> list[RowError]:
    """Cells that repeat what an earlier row says, where every value may stand once."""
    seen: set[str] = set()
    errors = []
    for row in rows:
        value = row.text(column).lower()
        if value and value in seen:
            errors.append(RowError(row.line, column, RowWhyNot.TWICE, row.text(column)))
        seen.add(value)
    return errors


def _headings(table: Sequence[Sequence[object]]) -> tuple[int, dict[int, Column]]:
    for at, cells in enumerate(table[:10]):
        columns = {i: c for i, cell in enumerate(cells) if (c := _column(_text(cell))) is not None}
        if all(needed in columns.values() for needed in NEEDED):
            return at, columns
    raise TableRefused(NEEDED)


def _column(heading: str) -> Column | None:
    folded = fold(heading).removesuffix("*").strip()
    known = {fold(column): column for column in Column} | dict(OTHER_HEADINGS)
    return known.get(folded)


def _text(cell: object) -> str:
    """A cell as text; a date as 15/10/2019, a whole number without its point."""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return squeeze(str(cell)) if cell is not None else ""
