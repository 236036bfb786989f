"""Columns of what is exported."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.figures.public import Figure, FigureKind, FigureRow
from cchc.modules.figures.queries.pages import FigureLine, TableLine
from cchc.platform.exports import Column


def catalogue_columns() -> list[Column[tuple[str, FigureLine]]]:
    """The catalogue: group, figure, number, numerator, denominator."""
    return [
        Column(_("Nhóm"), lambda row: row[0], width=28),
        Column(_("Số liệu"), lambda row: row[1].name, width=44),
        Column(_("Đơn vị"), lambda row: row[1].unit, width=16),
        Column(_("Giá trị"), lambda row: _of(row[1], "amount"), kind="number", width=12),
        Column(_("Tử số"), lambda row: _of(row[1], "numerator"), kind="number", width=12),
        Column(_("Mẫu số"), lambda row: _of(row[1], "denominator"), kind="number", width=12),
        Column(_("Mã"), lambda row: row[1].code, width=28),
    ]


def table_columns(figure: Figure, title: str) -> list[Column[TableLine]]:
    """A figure by a dimension."""
    columns: list[Column[TableLine]] = [
        Column(title, lambda line: line.name, width=44),
        Column(f"{figure.name} ({figure.unit})", lambda line: line.value.amount, kind="number"),
    ]
    if figure.kind in (FigureKind.RATE, FigureKind.MEAN):
        columns.append(
            Column(str(figure.numerator), lambda line: line.value.numerator, kind="number")
        )
    if figure.has_denominator:
        columns.append(
            Column(str(figure.denominator), lambda line: line.value.denominator, kind="number")
        )
    return columns


def row_columns(figure: Figure) -> list[Column[FigureRow]]:
    """The rows behind a figure."""
    columns: list[Column[FigureRow]] = [
        Column(_("Mã"), lambda row: row.code, width=12),
        Column(_("Nội dung"), lambda row: row.title, width=60),
        Column(_("Cơ quan"), lambda row: row.agency_name, width=34),
        Column(_("Văn bản"), lambda row: row.source, width=18),
        Column(_("Ngày"), lambda row: row.on, kind="date", width=12),
        Column(_("Tình trạng"), lambda row: row.status, width=30),
    ]
    if figure.amount_title:
        columns.append(Column(str(figure.amount_title), lambda row: row.amount, kind="number"))
    if figure.kind is FigureKind.RATE:
        columns.append(Column(_("Được tính ở tử số"), lambda row: row.is_counted))
    return columns


def _of(line: FigureLine, name: str) -> object:
    return getattr(line.value, name) if line.value else None
