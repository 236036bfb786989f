"""Looks into the parts of an Excel workbook before the library loads it: size and percentages.

The library keeps a sheet as a full rectangle, so two cells in far corners would take all memory;
and it gives the numbers without their formats, so that 95 % would come out as 0.95.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.officialdocs.errors import OversizedDocument
from cchc.officialdocs.sources.limits import Limits, check_rows
from cchc.officialdocs.sources.xml_parts import local, parse, refuse_doctype
from cchc.officialdocs.sources.zipped import Container

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(
    rb'<(?:\w+:)?c\s+(?:[^<>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>\s*<(?:\w+:)?(?:v|is|f)[\s>]'
)
_STYLE = re.compile(rb'\bs="(\d+)"')
_PERCENT_FORMATS = frozenset({9, 10})
_MOST_CELLS = 2_000_000


@dataclass(slots=True)
class Percentages:
    """The cells of each sheet part that show a percentage, as (row, column) from 0."""

    by_part: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


def check_workbook(container: Container, limits: Limits) -> Percentages:
    """Hold every part to the limits and tell which cells are percentages.

    Raises UnreadableDocument.
    """
    percent = _percent_styles(container, limits)
    found = Percentages()
    for name in container.names():
        if not name.startswith("xl/") or not name.endswith((".xml", ".rels")):
            continue
        data = container.read(name)
        refuse_doctype(data)
        if _SHEET.fullmatch(name):
            found.by_part[name] = _check_sheet(data, percent, limits)
    return found


def sheet_parts(container: Container, limits: Limits) -> dict[str, str]:
    """The part each sheet stands in, by the name of the sheet."""
    if not container.has("xl/workbook.xml") or not container.has("xl/_rels/workbook.xml.rels"):
        return {}
    targets = {
        str(element.get("Id")): element.get("Target") or ""
        for element in parse(container.read("xl/_rels/workbook.xml.rels"), limits)
    }
    parts = {}
    for element in parse(container.read("xl/workbook.xml"), limits).iter():
        if local(element) != "sheet":
            continue
        link = next((str(value) for key, value in element.items() if str(key).endswith("}id")), "")
        target = targets.get(link, "").lstrip("/")
        parts[element.get("name") or ""] = target if target.startswith("xl/") else f"xl/{target}"
    return parts


def _check_sheet(data: bytes, percent: set[int], limits: Limits) -> set[tuple[int, int]]:
    rows = columns = 0
    marked: set[tuple[int, int]] = set()
    for found in _CELL.finditer(data):
        row, column = int(found[2]), _column(found[1])
        rows, columns = max(rows, row), max(columns, column)
        style = _STYLE.search(found[3])
        if percent and style is not None and int(style[1]) in percent:
            marked.add((row - 1, column - 1))
    check_rows(rows, limits)
    if rows * columns > _MOST_CELLS:
        raise OversizedDocument(
            "too-many-columns",
            "Bảng tính quá rộng (có ô nằm rất xa các ô khác). Hãy xóa các cột thừa rồi gửi lại.",
        )
    return marked


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _percent_styles(container: Container, limits: Limits) -> set[int]:
    """The styles whose number format is a percentage."""
    if not container.has("xl/styles.xml"):
        return set()
    formats = set(_PERCENT_FORMATS)
    styles: set[int] = set()
    for element in parse(container.read("xl/styles.xml"), limits).iter():
        name = local(element)
        if name == "numFmt" and "%" in (element.get("formatCode") or ""):
            formats.add(_number(element.get("numFmtId")))
        elif name == "cellXfs":
            styles = {
                at for at, form in enumerate(element) if _number(form.get("numFmtId")) in formats
            }
    return styles


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() else -1
