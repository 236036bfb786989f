"""Lists as CSV files, sent while they are written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.http import StreamingHttpResponse

from cchc.platform.exports.columns import Column, Kind, Value, begins_like_a_formula, values_of
from cchc.platform.exports.naming import download_headers
from cchc.platform.text.writing import date_vi, number_vi

Row = TypeVar("Row")
SEPARATOR = ";"
"""What Excel expects where the comma is the decimal mark, as in Vietnam."""
_BATCH = 200


def csv_response(
    *, name: str, columns: Sequence[Column[Row]], rows: Iterable[Row]
) -> StreamingHttpResponse:
    """A CSV file for download, in UTF-8 with its mark, numbers and dates as Vietnam writes them."""
    parts = write_csv(columns=columns, rows=rows)
    response = StreamingHttpResponse(parts, content_type="text/csv; charset=utf-8")
    download_headers(response, f"{name}.csv")
    return response


def write_csv(*, columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[bytes]:
    """The parts of a CSV file: headings, then rows; text that looks like a formula is disarmed."""
    page = _Page()
    writer = csv.writer(page, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([_disarmed(column.title) for column in columns])
    yield b"\xef\xbb\xbf" + page.taken()
    for number, row in enumerate(rows, start=1):
        values = values_of(columns, row)
        writer.writerow([_written(v, c.kind) for v, c in zip(values, columns, strict=True)])
        if number % _BATCH == 0:
            yield page.taken()
    yield page.taken()


class _Page:
    """What the writer has written since it was last taken away."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> int:
        """Keep a line."""
        self.lines.append(line)
        return len(line)

    def taken(self) -> bytes:
        """All lines, which are forgotten."""
        lines, self.lines = self.lines, []
        return "".join(lines).encode()


def _written(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%H:%M} {date_vi(value.date())}"
    if isinstance(value, date):
        return date_vi(value)
    if isinstance(value, str):
        return _disarmed(value)
    written = number_vi(value).replace(".", "")
    return f"{written}%" if kind == "percent" else written


def _disarmed(text: str) -> str:
    return f"'{text}" if begins_like_a_formula(text) else text
