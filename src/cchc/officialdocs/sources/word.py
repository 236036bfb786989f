"""Word files (.docx): paragraphs and tables as they show on paper; nothing in them is run."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from cchc.officialdocs.layout import Block, Doubt, Layout, Medium, Paragraph, Place, Table
from cchc.officialdocs.sources import word_tables
from cchc.officialdocs.sources.grid import build_table, join_continued
from cchc.officialdocs.sources.letters import clean
from cchc.officialdocs.sources.limits import Limits, check_characters, check_pages, check_rows
from cchc.officialdocs.sources.word_numbering import Numbering, read_numbering
from cchc.officialdocs.sources.word_runs import Runs, read_runs
from cchc.officialdocs.sources.word_styles import (
    Styles,
    W,
    read_centered,
    read_numbering_of,
    read_styles,
    value_of,
)
from cchc.officialdocs.sources.word_tables import GridRow, Slot
from cchc.officialdocs.sources.xml_parts import Element, local, parse
from cchc.officialdocs.sources.zipped import Container, damaged_container

MAIN_PART = "word/document.xml"
_TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_DATA_TABLE = (2, 3)
"""A nested table of at least so many rows and columns is a table of its own."""

TRACKED = Doubt(
    "tracked-changes",
    "Tệp còn dấu vết sửa đổi chưa chấp nhận: chữ đã xóa bị bỏ qua, chữ thêm vào được giữ lại. "
    "Hãy đối chiếu với bản chính thức.",
)
HIDDEN = Doubt("hidden-text", "Tệp có chữ ẩn; phần chữ ẩn không được đọc.")
MACROS = Doubt("macros", "Tệp có chứa macro; macro không bao giờ được chạy.")
EMBEDDED = Doubt(
    "embedded-part", "Tệp nhúng một tệp khác làm nội dung; phần nhúng đó không được đọc."
)


@dataclass(slots=True)
class _Reading:
    """What the reader knows and has met so far."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    page: int | None = None
    characters: int = 0
    tables: int = 0
    doubts: dict[str, Doubt] = field(default_factory=dict)


def read_word(container: Container, limits: Limits) -> Layout:
    """The layout of a Word file; raises what `Container` and `parse` raise."""
    main = _main_part(container, limits)
    root = parse(container.read(main), limits)
    body = root.find(f"{W}body")
    if body is None:
        raise damaged_container()
    styles = read_styles(_part(container, main, "styles", limits))
    reading = _Reading(
        styles=styles,
        numbering=read_numbering(_part(container, main, "numbering", limits), styles),
        limits=limits,
        page=1 if next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None else None,
    )
    page_count = _page_count(container, limits)
    blocks = _blocks(body, reading)
    if any(name.lower().endswith("vbaproject.bin") for name in container.names()):
        reading.doubts[MACROS.code] = MACROS
    return Layout(
        medium=Medium.WORD,
        blocks=tuple(join_continued(blocks)),
        page_count=max(filter(None, (page_count, reading.page)), default=None),
        warnings=tuple(reading.doubts.values()),
    )


# --- the parts of the file --------------------------------------------------------------------


def _main_part(container: Container, limits: Limits) -> str:
    """The part that holds the text; relationships that lead nowhere are passed over."""
    for kind, target in _relationships(container, "_rels/.rels", limits):
        name = target.lstrip("/")
        if kind.endswith("/officeDocument") and container.has(name):
            return name
    if container.has(MAIN_PART):
        return MAIN_PART
    raise damaged_container()


def _part(container: Container, main: str, kind: str, limits: Limits) -> Element | None:
    """A part the main part leans on (styles, numbering); None when there is none."""
    folder, name = posixpath.split(main)
    for found, target in _relationships(container, f"{folder}/_rels/{name}.rels", limits):
        path = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        if found.endswith(f"/{kind}") and container.has(path):
            return parse(container.read(path), limits)
    usual = f"{folder}/{kind}.xml"
    return parse(container.read(usual), limits) if container.has(usual) else None


def _relationships(container: Container, name: str, limits: Limits) -> list[tuple[str, str]]:
    """Kind and target of the relationships inside the file; links to the outside are left out."""
    if not container.has(name):
        return []
    return [
        (element.get("Type") or "", element.get("Target") or "")
        for element in parse(container.read(name), limits)
        if element.get("TargetMode") != "External"
    ]


def _page_count(container: Container, limits: Limits) -> int | None:
    """How many pages the program that wrote the file counted."""
    if not container.has("docProps/app.xml"):
        return None
    for element in parse(container.read("docProps/app.xml"), limits):
        if local(element) == "Pages" and (element.text or "").strip().isdigit():
            count = int((element.text or "").strip()[:9])
            check_pages(count, limits)
            return count if count > 1 else None
    return None


# --- blocks -----------------------------------------------------------------------------------


def _blocks(parent: Element, reading: _Reading) -> list[Block]:
    blocks: list[Block] = []
    for element in _content(parent, reading):
        if local(element) == "tbl":
            blocks += _table_blocks(element, reading)
        else:
            blocks += _paragraph_blocks(element, reading)
    return blocks


def _content(parent: Element, reading: _Reading) -> list[Element]:
    """Paragraphs and tables, whatever wraps them."""
    found: list[Element] = []
    for child in parent:
        name = local(child)
        if name in ("p", "tbl"):
            found.append(child)
        elif name in _TRANSPARENT:
            found += _content(child, reading)
        elif name == "AlternateContent":
            found += _content(child[0], reading) if len(child) else []
        elif name == "altChunk":
            reading.doubts[EMBEDDED.code] = EMBEDDED
    return found


def _paragraph_blocks(element: Element, reading: _Reading) -> list[Block]:
    text, runs = _paragraph_text(element, reading, is_in_cell=False)
    properties = element.find(f"{W}pPr")
    centered = None if properties is None else read_centered(properties)
    if centered is None:
        centered = reading.styles.is_centered(_style(element))
    paragraph = Paragraph(
        text=text,
        place=Place(page=reading.page),
        is_bold=runs.is_bold(),
        is_italic=runs.is_italic(),
        is_centered=centered,
    )
    blocks: list[Block] = [paragraph] if clean(text) else []
    for box in runs.text_boxes:
        blocks += _blocks(box, reading)
    return blocks


def _paragraph_text(element: Element, reading: _Reading, *, is_in_cell: bool) -> tuple[str, Runs]:
    """The text with the label its list gives it; pages are counted on the way."""
    style = _style(element)
    runs = read_runs(element, reading.styles.look(style), reading.styles.own_look)
    _count(runs, reading)
    text = runs.text()
    if text.strip() or is_in_cell:
        label = _label(element, style, reading)
        text = f"{label} {text}".strip(" ") if label else text
    return text, runs


def _count(runs: Runs, reading: _Reading) -> None:
    if reading.page is not None:
        reading.page += runs.rendered_breaks
        check_pages(reading.page, reading.limits)
    reading.characters += sum(len(piece.text) for piece in runs.pieces)
    check_characters(reading.characters, reading.limits)
    if runs.is_tracked:
        reading.doubts[TRACKED.code] = TRACKED
    if runs.has_hidden:
        reading.doubts[HIDDEN.code] = HIDDEN


def _style(element: Element) -> str | None:
    properties = element.find(f"{W}pPr")
    return None if properties is None else value_of(properties, "pStyle")


def _label(element: Element, style: str | None, reading: _Reading) -> str:
    properties = element.find(f"{W}pPr")
    number = level = None
    if properties is not None:
        number, level = read_numbering_of(properties)
    if number is None:
        number, style_level = reading.styles.numbering(style)
        level = style_level if level is None else level
        if level is None and style is not None:
            level = reading.numbering.style_levels.get(style)
    return "" if number in (None, "0") else reading.numbering.label(number, level or 0)


# --- tables -----------------------------------------------------------------------------------


def _table_blocks(element: Element, reading: _Reading) -> list[Block]:
    rows = word_tables.rows_of(element)
    check_rows(len(rows), reading.limits)
    if (alone := _only_cell(rows)) is not None and alone.find(f"{W}tbl") is not None:
        return _blocks(alone, reading)
    inner: list[Block] = []
    page = reading.page
    grid = [_grid_row(row, reading, inner) for row in rows]
    laid = word_tables.entries(grid, word_tables.grid_lines(element))
    if not any(entry.text for row in laid for entry in row):
        return inner
    reading.tables += 1
    return [build_table(laid, reading.tables, page), *inner]


def _only_cell(rows: list[Element]) -> Element | None:
    if len(rows) != 1:
        return None
    cells = word_tables.cells_of(rows[0])
    return cells[0] if len(cells) == 1 else None


def _grid_row(row: Element, reading: _Reading, inner: list[Block]) -> GridRow:
    grid = GridRow()
    at = word_tables.columns_skipped(row)
    for cell in word_tables.cells_of(row):
        width = word_tables.columns_spanned(cell)
        if grid.slots and word_tables.is_merged_left(cell):
            grid.slots[-1].end += width
        elif at < reading.limits.table_columns:
            slot = Slot(at, at + width, merge=word_tables.merge_of(cell), page=reading.page)
            slot.text, slot.is_bold = _cell_text(cell, reading, inner)
            grid.slots.append(slot)
        at += width
    return grid


def _cell_text(cell: Element, reading: _Reading, inner: list[Block]) -> tuple[str, bool]:
    """The lines of a cell and whether all is bold; tables in it are flattened or set apart."""
    lines: list[str] = []
    bold: list[bool] = []
    for element in _content(cell, reading):
        if local(element) == "tbl":
            lines += _nested(element, reading, inner)
            continue
        text, runs = _paragraph_text(element, reading, is_in_cell=True)
        if clean(text):
            lines.append(text)
            bold.append(runs.is_bold())
        for box in runs.text_boxes:
            lines += [block.text for block in _blocks(box, reading) if isinstance(block, Paragraph)]
    return "\n".join(lines), bool(bold) and all(bold)


def _nested(element: Element, reading: _Reading, inner: list[Block]) -> list[str]:
    lines: list[str] = []
    for block in _table_blocks(element, reading):
        if not isinstance(block, Table):
            lines.append(block.text)
        elif len(block.rows) >= _DATA_TABLE[0] and len(block.rows[0].cells) >= _DATA_TABLE[1]:
            inner.append(block)
        else:
            for row in block.rows:
                shown = [cell.text for cell in row.cells if cell.text and not cell.is_covered]
                lines.append(" ".join(shown))
    return [line for line in lines if line]
