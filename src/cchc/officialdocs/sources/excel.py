"""Excel workbooks (.xlsx): of each sheet the lines above the table, the table, the lines below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from cchc.officialdocs.errors import DamagedDocument, ProtectedDocument
from cchc.officialdocs.layout import Block, Doubt, Layout, Medium, Paragraph, Place
from cchc.officialdocs.sources.excel_parts import check_workbook, sheet_parts
from cchc.officialdocs.sources.grid import Entry, build_table, is_order_head
from cchc.officialdocs.sources.limits import Limits
from cchc.officialdocs.sources.progress import Progress, Report
from cchc.officialdocs.sources.zipped import Container

HIDDEN = Doubt("hidden-sheet", "Bảng tính có trang ẩn; các trang ẩn không được đọc.")
_FEWEST = 3

Span = tuple[tuple[int, int], tuple[int, int]]
Rows = list[list[Entry]]


def read_excel(path: Path, report: Report, limits: Limits) -> Layout:
    """The layout of a workbook; raises DamagedDocument, OversizedDocument, ProtectedDocument."""
    with Container(path, limits) as container:
        percentages = check_workbook(container, limits).by_part
        parts = sheet_parts(container, limits)
    blocks: list[Block] = []
    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = [each for each in book.sheets_metadata if str(each.typ).endswith("WorkSheet")]
            shown = [each for each in sheets if str(each.visible).endswith(".Visible")]
            for page, sheet in enumerate(shown, 1):
                report(Progress(page - 1, len(shown), f"Đang đọc trang tính {page}/{len(shown)}"))
                percent = percentages.get(parts.get(sheet.name, ""), set())
                rows = _rows(book.get_sheet_by_name(sheet.name), percent, page)
                blocks += _blocks(rows, page)
    except PasswordError as problem:
        raise ProtectedDocument(
            "password-protected",
            "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu trong Word hoặc Excel rồi gửi lại.",
        ) from problem
    except CalamineError as problem:
        raise DamagedDocument(
            "damaged",
            "Tệp Excel bị hỏng hoặc tải lên chưa trọn vẹn. "
            "Hãy mở tệp trên máy, lưu lại rồi gửi lại.",
        ) from problem
    doubts = (HIDDEN,) if len(shown) < len(sheets) else ()
    return Layout(Medium.EXCEL, tuple(blocks), len(shown) or None, doubts)


# --- cells ------------------------------------------------------------------------------------


def _rows(sheet: Any, percent: set[tuple[int, int]], page: int) -> Rows:
    """The cells of a sheet as entries, merged ones repeated in the cells they cover."""
    if sheet.start is None:
        return []
    top, left = sheet.start
    rows = [
        [
            Entry(shown(value, is_percent=(top + at, left + place) in percent), page=page)
            for place, value in enumerate(row)
        ]
        for at, row in enumerate(sheet.iter_rows())
    ]
    for span in sheet.merged_cell_ranges or ():
        _merge(rows, span, top, left)
    return rows


def _merge(rows: Rows, span: Span, top: int, left: int) -> None:
    (first_row, first_column), (last_row, last_column) = span
    height, width = len(rows), len(rows[0]) if rows else 0
    r0, c0 = first_row - top, first_column - left
    r1, c1 = min(last_row - top, height - 1), min(last_column - left, width - 1)
    if not (0 <= r0 <= r1 and 0 <= c0 <= c1) or not rows[r0][c0].text:
        return
    text, page = rows[r0][c0].text, rows[r0][c0].page
    for row in range(r0, r1 + 1):
        for column in range(c0, c1 + 1):
            rows[row][column] = Entry(text, is_covered=True, page=page)
    rows[r0][c0] = Entry(text, spans=c1 - c0 + 1, row_spans=r1 - r0 + 1, page=page)


def shown(value: Any, *, is_percent: bool = False) -> str:
    """A value as Excel shows it in Vietnamese: 0.95 as 95%, 2.5 as 2,5, dates day first."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int | float):
        return f"{_number(value * 100)}%" if is_percent else _number(value)
    if isinstance(value, dt.datetime):
        has_time = (value.hour, value.minute) != (0, 0)
        return value.strftime("%d/%m/%Y %H:%M" if has_time else "%d/%m/%Y")
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return str(value).strip()


def _number(value: float) -> str:
    rounded = round(value, 9)
    if rounded == int(rounded) and abs(rounded) < 1e15:
        return str(int(rounded))
    return f"{rounded:.10g}".replace(".", ",")


# --- blocks -----------------------------------------------------------------------------------


def _blocks(rows: Rows, page: int) -> list[Block]:
    head = _head(rows)
    if head is None:
        return _loose(rows, page)
    end = _end(rows, head)
    table = _without_empty_columns([row for row in rows[head:end] if _own(row)])
    built = build_table(table, 1, page)
    return [*_loose(rows[:head], page), built, *_loose(rows[end:], page)]


def _own(row: Sequence[Entry]) -> list[Entry]:
    """The entries of a row that say something themselves."""
    return [entry for entry in row if entry.text and not entry.is_covered]


def _head(rows: Rows) -> int | None:
    """The row the table begins with: the one with the order column, else the first full one."""
    for at, row in enumerate(rows):
        own = _own(row)
        if len(own) >= 2 and any(is_order_head(entry.text) for entry in own[:2]):
            return at
    return next((at for at, row in enumerate(rows) if len(_own(row)) >= _FEWEST), None)


def _end(rows: Rows, head: int) -> int:
    """The row after the table: below the last empty row only signatures may follow."""
    last = max(at for at in range(head, len(rows)) if at == head or _own(rows[at]))
    for at in range(last, head, -1):
        if not any(entry.text for entry in rows[at]):
            below = rows[at + 1 : last + 1]
            return (
                at if all(len(_own(row)) <= 2 and not _starts(row) for row in below) else last + 1
            )
    return last + 1


def _starts(row: Sequence[Entry]) -> bool:
    """Whether the first two columns both hold something, as rows of a table do."""
    return len(row) > 1 and bool(row[0].text) and bool(row[1].text) and not row[1].is_covered


def _loose(rows: Rows, page: int) -> list[Block]:
    """Rows outside the table: lines of text, and letter heads or signatures side by side."""
    blocks: list[Block] = []
    pairs: list[list[Entry]] = []
    for row in [*rows, []]:
        own = [Entry(entry.text, page=page) for entry in _own(row)]
        if len(own) == 2:
            pairs.append(own)
            continue
        if pairs:
            blocks.append(build_table(pairs, 1, page))
            pairs = []
        blocks += [Paragraph(entry.text, Place(page=page)) for entry in own]
    return blocks


def _without_empty_columns(rows: Rows) -> Rows:
    if not rows:
        return rows
    width = max(len(row) for row in rows)
    kept = [
        column
        for column in range(width)
        if any(
            column < len(row) and row[column].text and not row[column].is_covered for row in rows
        )
    ]
    return [[row[column] for column in kept if column < len(row)] for row in rows]
