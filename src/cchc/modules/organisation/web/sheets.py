"""Answering with a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import HttpResponseBase

from cchc.modules.organisation.queries.agency_sheet import Sheet
from cchc.platform.exports import Column, xlsx_response


def sheet_response(
    sheet: Sheet, *, name: str, title: str, notes: Sequence[str] = ()
) -> HttpResponseBase:
    """The table as a file to keep."""
    columns: list[Column[Sequence[str]]] = [
        Column(heading, _cell(place), width=width)
        for place, (heading, width) in enumerate(sheet.headings)
    ]
    return xlsx_response(name=name, title=title, columns=columns, rows=sheet.rows, notes=notes)


def _cell(place: int) -> Callable[[Sequence[str]], str]:
    return lambda row: row[place]
