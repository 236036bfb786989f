"""The list of tasks that goes with an urging letter: a table that our own reader reads back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc.officialdocs.writing.letter import Appendix, AppendixColumn, AppendixGroup, roman
from cchc.platform.text.writing import date_vi, number_vi

LATE_TASKS = "Danh mục nhiệm vụ chậm"
_COLUMNS = (
    AppendixColumn("Số TT", 12, is_centered=True),
    AppendixColumn("Nội dung nhiệm vụ", 84),
    AppendixColumn("Cơ quan thực hiện", 42),
    AppendixColumn("Văn bản giao", 34),
    AppendixColumn("Hạn đã giao", 24, is_centered=True),
    AppendixColumn("Quá hạn (ngày làm việc)", 22, is_centered=True),
    AppendixColumn("Thời hạn hoàn thành", 25, is_centered=True),
    AppendixColumn("Ghi chú", 24),
)


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One task that an agency is urged to finish."""

    agency: str
    content: str
    source: str
    """The number of the document that gave it."""
    due_on: date | None
    late_days: int
    """Working days past the deadline; 0 or less when it is still to come."""
    requested_on: date
    """The day until which the letter asks for it."""
    note: str = ""


def items_appendix(
    items: Sequence[LetterItem], *, title: str = LATE_TASKS, is_landscape: bool = True
) -> Appendix:
    """The items under a heading for each agency, numbered through; agencies in the given order."""
    columns = _COLUMNS if is_landscape else _narrow(_COLUMNS)
    by_agency = [(name, list(rows)) for name, rows in groupby(items, lambda item: item.agency)]
    groups, number = [], 0
    for index, (agency, own) in enumerate(by_agency):
        rows = tuple(_row(number + place, item) for place, item in enumerate(own, 1))
        number += len(own)
        heading = f"{agency}: {len(own):02d} nhiệm vụ" if len(by_agency) > 1 else ""
        groups.append(AppendixGroup(heading, rows, roman(index + 1) if heading else ""))
    return Appendix(title, columns, tuple(groups), is_landscape)


def _narrow(columns: Iterable[AppendixColumn]) -> tuple[AppendixColumn, ...]:
    """The same columns on 160 mm instead of 267."""
    return tuple(
        AppendixColumn(column.title, column.width * 0.6, column.is_centered) for column in columns
    )


def _row(number: int, item: LetterItem) -> tuple[str, ...]:
    return (
        str(number),
        " ".join(item.content.split()),
        item.agency,
        item.source,
        date_vi(item.due_on) if item.due_on else "–",
        number_vi(item.late_days) if item.late_days > 0 else "chưa quá hạn",
        date_vi(item.requested_on),
        " ".join(item.note.split()),
    )
