"""The table from which agencies are brought in: its columns, and what a row says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.people_table import read_day
from cchc.platform.text.folding import fold, squeeze

MOST_ROWS = 5_000
HEADING_WITHIN = 10


class Column(StrEnum):
    """A column of the table; the value is its heading. An export has the same ones."""

    NAME = "Tên cơ quan"
    SHORT_NAME = "Tên rút gọn"
    KIND = "Loại"
    LEVEL = "Cấp"
    PARENT = "Cơ quan cấp trên"
    CODE = "Mã định danh"
    FORMER_CODE = "Mã định danh cũ"
    TERRITORY = "Mã đơn vị hành chính"
    PRECEDENCE = "Thứ tự"
    SINCE = "Hoạt động từ ngày"
    EMAIL = "Thư điện tử"
    ALIASES = "Tên gọi khác"
    ACT = "Văn bản thành lập"


NEEDED = (Column.NAME,)
OTHER_HEADINGS: Mapping[str, Column] = {
    "co quan, don vi": Column.NAME,
    "ten don vi": Column.NAME,
    "ten co quan, don vi": Column.NAME,
    "ten viet tat": Column.SHORT_NAME,
    "don vi cap tren": Column.PARENT,
    "truc thuoc": Column.PARENT,
    "ma dinh danh dien tu": Column.CODE,
    "email": Column.EMAIL,
    "tu ngay": Column.SINCE,
}
"""Other headings, folded, under which offices send such tables."""


class RowWhyNot(StrEnum):
    """What is wrong with a cell, before the rules of agencies are asked."""

    MISSING = "MISSING"
    KIND_UNKNOWN = "KIND_UNKNOWN"
    LEVEL_UNKNOWN = "LEVEL_UNKNOWN"
    PARENT_UNKNOWN = "PARENT_UNKNOWN"
    PARENT_AMBIGUOUS = "PARENT_AMBIGUOUS"
    PARENT_DIFFERS = "PARENT_DIFFERS"
    DATE_UNREADABLE = "DATE_UNREADABLE"
    NUMBER_UNREADABLE = "NUMBER_UNREADABLE"
    TWICE = "TWICE"


class CellRefused(Exception):
    """A cell that cannot be taken as it is."""

    def __init__(self, column: Column, why: RowWhyNot, value: str = "") -> None:
        super().__init__(f"{column}: {why} {value}")
        self.column, self.why, self.value = column, why, value


class AgencyTableRefused(Exception):
    """The table as a whole cannot be read: it lacks its headings, has no row or too many."""

    def __init__(self, missing: Sequence[Column] = (), *, is_too_long: bool = False) -> None:
        super().__init__(", ".join(missing))
        self.missing, self.is_too_long = tuple(missing), is_too_long


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A row as text, by column; an absent column and an empty cell are the same."""

    line: int
    cells: Mapping[Column, str]

    def text(self, column: Column) -> str:
        """The words of a cell."""
        return self.cells.get(column, "")

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names, which semicolons separate."""
        return tuple(filter(None, map(squeeze, self.text(Column.ALIASES).split(";"))))


def agency_rows(table: Sequence[Sequence[object]]) -> list[AgencyRow]:
    """The rows under the heading row, empty ones left out. Raises AgencyTableRefused."""
    at, columns = _headings(table)
    rows = []
    for line, cells in enumerate(table[at + 1 :], start=at + 2):
        texts = {c: _text(cells[i]) for i, c in columns.items() if i < len(cells)}
        if any(texts.values()):
            rows.append(AgencyRow(line, texts))
    if len(rows) > MOST_ROWS or not rows:
        raise AgencyTableRefused(is_too_long=bool(rows))
    return rows


def read_kind(row: AgencyRow, words: Mapping[AgencyKind, str]) -> AgencyKind | None:
    """The kind in words; None when the cell is empty. Raises CellRefused."""
    text = row.text(Column.KIND)
    known = {fold(word): kind for kind, word in words.items()}
    if text and fold(text) not in known:
        raise CellRefused(Column.KIND, RowWhyNot.KIND_UNKNOWN, text)
    return known.get(fold(text))


def read_level(row: AgencyRow, words: Mapping[Level, str]) -> Level | None:
    """The level in words ("Cấp tỉnh" or "tỉnh"); None when empty. Raises CellRefused."""
    text = row.text(Column.LEVEL)
    known = {fold(word).removeprefix("cap "): level for level, word in words.items()}
    level = known.get(fold(text).removeprefix("cap "))
    if text and level is None:
        raise CellRefused(Column.LEVEL, RowWhyNot.LEVEL_UNKNOWN, text)
    return level


def read_since(row: AgencyRow) -> date | None:
    """The first day; None when empty. Raises CellRefused."""
    text = row.text(Column.SINCE)
    day = read_day(text) if text else None
    if text and day is None:
        raise CellRefused(Column.SINCE, RowWhyNot.DATE_UNREADABLE, text)
    return day


def read_precedence(row: AgencyRow) -> int | None:
    """The place in the order; None when empty. Raises CellRefused."""
    text = row.text(Column.PRECEDENCE)
    if text and not (text.isascii() and text.isdigit() and len(text) <= 8):
        raise CellRefused(Column.PRECEDENCE, RowWhyNot.NUMBER_UNREADABLE, text)
    return int(text) if text else None


def _headings(table: Sequence[Sequence[object]]) -> tuple[int, dict[int, Column]]:
    for at, cells in enumerate(table[:HEADING_WITHIN]):
        columns = {i: c for i, cell in enumerate(cells) if (c := _column(_text(cell))) is not None}
        if all(needed in columns.values() for needed in NEEDED):
            return at, columns
    raise AgencyTableRefused(NEEDED)


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
