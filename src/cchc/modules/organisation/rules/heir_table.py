"""The table that names who follows each agency of an abolished level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc.platform.text.folding import fold, squeeze

HEADING_WITHIN = 10
NOBODY = ("khong", "khong co", "-")
"""What is written where the open work ends with the agency, folded."""


class HeirColumn(StrEnum):
    """A column of the table; the value is its heading."""

    ENDING = "Cơ quan kết thúc"
    PARENT = "Cơ quan cấp trên"
    NUMBER = "Số hiệu trong hệ thống"
    HEIR = "Cơ quan kế thừa"


class HeirWhyNot(StrEnum):
    """What is wrong with a row."""

    ENDING_UNKNOWN = "ENDING_UNKNOWN"
    HEIR_UNKNOWN = "HEIR_UNKNOWN"
    HEIR_AMBIGUOUS = "HEIR_AMBIGUOUS"
    NO_HEADINGS = "NO_HEADINGS"


@dataclass(frozen=True, slots=True)
class HeirRow:
    """A row: the agency by its number in the system, and the name or code of its heir."""

    line: int
    ending: str
    number: str
    heir: str


class HeirsRefused(Exception):
    """The table cannot be used: the line, what is wrong with it, and what it says."""

    def __init__(self, line: int, why: HeirWhyNot, value: str = "") -> None:
        super().__init__(f"{line}: {why} {value}")
        self.line, self.why, self.value = line, why, value


def heir_rows(table: Sequence[Sequence[object]]) -> list[HeirRow]:
    """The rows that name an heir; a row without one follows what it belongs to.

    Raises HeirsRefused when the headings are missing.
    """
    at, places = _headings(table)
    rows = [
        HeirRow(
            line,
            _text(cells, places[HeirColumn.ENDING]),
            _text(cells, places[HeirColumn.NUMBER]),
            _text(cells, places[HeirColumn.HEIR]),
        )
        for line, cells in enumerate(table[at + 1 :], start=at + 2)
    ]
    return [row for row in rows if row.heir]


def read_heirs(
    rows: Sequence[HeirRow], *, ending: Mapping[int, str], heirs: Mapping[str, Sequence[int]]
) -> dict[int, int | None]:
    """Who follows whom, by number; None where nobody does.

    `ending` are the agencies that end with their names; `heirs` the living ones by every folded
    name and code. Raises HeirsRefused for the first row that is not understood.
    """
    found: dict[int, int | None] = {}
    for row in rows:
        number = int(row.number) if row.number.isdecimal() else 0
        if number not in ending:
            raise HeirsRefused(row.line, HeirWhyNot.ENDING_UNKNOWN, row.ending)
        if fold(row.heir) in NOBODY:
            found[number] = None
            continue
        candidates = heirs.get(fold(row.heir), ())
        if len(candidates) != 1:
            why = HeirWhyNot.HEIR_AMBIGUOUS if candidates else HeirWhyNot.HEIR_UNKNOWN
            raise HeirsRefused(row.line, why, row.heir)
        found[number] = candidates[0]
    return found


def _headings(table: Sequence[Sequence[object]]) -> tuple[int, dict[HeirColumn, int]]:
    for at, cells in enumerate(table[:HEADING_WITHIN]):
        headings = [fold(str(cell or "")) for cell in cells]
        if all(fold(column) in headings for column in HeirColumn):
            return at, {column: headings.index(fold(column)) for column in HeirColumn}
    raise HeirsRefused(1, HeirWhyNot.NO_HEADINGS)


def _text(cells: Sequence[object], at: int) -> str:
    cell = cells[at] if at < len(cells) else ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return squeeze(str(cell)) if cell is not None else ""
