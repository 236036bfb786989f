"""A plan as a Word file in official form (Decree 30/2020/NĐ-CP, Appendix I).

A4 portrait, margins 20–20–30–20 mm, Times New Roman, page numbers at the top from the second page;
the table of tasks follows as a landscape appendix whose head repeats on every page.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cchc.officialdocs.writing.columns import (
    PaperColumn,
    appendix_note,
    columns_of,
    heading_text,
)
from cchc.officialdocs.writing.paper import PaperSection, PlanPaper

FONT = "Times New Roman"
_CENTER, _LEFT, _JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


def plan_docx(paper: PlanPaper) -> bytes:
    """The plan as a .docx file."""
    document = docx.Document()
    _set_font(document)
    _set_page(document.sections[0])
    _head(document, paper)
    _title(document, paper)
    for text in paper.opening:
        _paragraph(document, text, indent=True)
    for part in paper.parts:
        _paragraph(document, part.heading, bold=True, indent=True)
        for text in part.paragraphs:
            _paragraph(document, text, indent=True)
    _signature(document, paper)
    if paper.sections:
        _appendix(document, paper)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_font(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(0)


def _set_page(section: Any, *, is_landscape: bool = False) -> None:
    width, height = (Mm(297), Mm(210)) if is_landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = (
        (Mm(15), Mm(15)) if is_landscape else (Mm(30), Mm(20))
    )
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = not is_landscape
    _page_number(section.header)


def _page_number(header: Any) -> None:
    """A page number in the middle of the top margin."""
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    paragraph.alignment = _CENTER
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)


def _head(document: Any, paper: PlanPaper) -> None:
    """The two columns at the top: issuer and number, nation, motto, place and date."""
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, (68, 102))
    left, right = table.rows[0].cells
    superior = [(paper.superior, False)] if paper.superior else []
    _lines(left, [*superior, *((line, True) for line in paper.issuer)], size=13)
    _line_below(left, 0.4)
    _lines(right, [(_NATION, True)], size=13)
    _add_line(right, _MOTTO, size=14, bold=True)
    _line_below(right, 0.6)
    number, place = table.rows[1].cells
    _lines(number, [(f"Số: {paper.number}", False)], size=13)
    _add_line(place, _place_and_day(paper), size=14, italic=True, first=True)
    document.add_paragraph()


def _place_and_day(paper: PlanPaper) -> str:
    """ "Sen Hồng, ngày 06 tháng 12 năm 2018": zeros before days to 9 and months to 2."""
    day = paper.issued_on
    if day is None:
        return f"{paper.place}, ngày     tháng     năm"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{paper.place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def _title(document: Any, paper: PlanPaper) -> None:
    _paragraph(document, paper.kind.upper(), bold=True, align=_CENTER)
    _paragraph(document, paper.title, bold=True, align=_CENTER)
    document.add_paragraph()


def _signature(document: Any, paper: PlanPaper) -> None:
    """Recipients on the left, the signature on the right."""
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    _set_widths(table, (85, 85))
    left, right = table.rows[0].cells
    if paper.recipients:
        _add_line(left, "Nơi nhận:", size=12, bold=True, italic=True, align=_LEFT, first=True)
        last = len(paper.recipients) - 1
        for index, recipient in enumerate(paper.recipients):
            text = f"- {recipient.lstrip('- ').rstrip('.;')}{'.' if index == last else ';'}"
            _add_line(left, text, size=11, align=_LEFT)
    if paper.signature is None:
        return
    lines = [*paper.signature.authority, paper.signature.position]
    _lines(right, [(line, True) for line in lines if line], size=14)
    for _ in range(3):
        _add_line(right, "", size=14)
    _add_line(right, paper.signature.name, size=14, bold=True)


def _appendix(document: Any, paper: PlanPaper) -> None:
    """The table of tasks on landscape pages."""
    _set_page(document.add_section(WD_SECTION.NEW_PAGE), is_landscape=True)
    _paragraph(document, "Phụ lục", bold=True, align=_CENTER)
    _paragraph(document, "NHIỆM VỤ CỤ THỂ", bold=True, align=_CENTER)
    _paragraph(document, appendix_note(paper), italic=True, align=_CENTER)
    document.add_paragraph()
    columns = columns_of(paper)
    table = document.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        _add_line(cell, column.title, size=12, bold=True, first=True)
    _repeat(table.rows[0])
    for section in paper.sections:
        _section(table, section, columns)
    _set_widths(table, tuple(column.width for column in columns))


def _section(table: Any, section: PaperSection, columns: list[PaperColumn]) -> None:
    if section.title:
        cells = table.add_row().cells
        _add_line(cells[0], heading_text(section.code), size=12, bold=True, first=True)
        title = cells[1].merge(cells[-1])
        _add_line(title, section.title, size=12, bold=True, align=_LEFT, first=True)
    for row in section.rows:
        added = table.add_row()
        _keep_together(added)
        for cell, column in zip(added.cells, columns, strict=True):
            align = _CENTER if column.is_centered else _LEFT
            _add_line(cell, column.value(row), size=12, align=align, first=True)


def _lines(cell: Any, lines: list[tuple[str, bool]], *, size: float) -> None:
    for index, (text, bold) in enumerate(lines):
        _add_line(cell, text, size=size, bold=bold, first=index == 0)


def _add_line(
    cell: Any,
    text: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    align: Any = _CENTER,
    first: bool = False,
) -> None:
    """A line in a cell; the first uses the paragraph that every cell has."""
    for index, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if first and index == 0 else cell.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run(part)
        run.bold, run.italic = bold, italic
        run.font.size = Pt(size)


def _paragraph(
    document: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: Any = _JUSTIFY,
    indent: bool = False,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(6) if indent else Pt(0)
    if indent:
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic


def _line_below(cell: Any, share: float) -> None:
    """A rule under the last line of a cell, that part of its width long."""
    paragraph = cell.add_paragraph()
    side = Mm(68 * (1 - share) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.line_spacing = Pt(4)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def _set_widths(table: Any, widths: tuple[float, ...]) -> None:
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)


def _repeat(row: Any) -> None:
    """Print the head of the table on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _keep_together(row: Any) -> None:
    """Do not let a page break cut a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
