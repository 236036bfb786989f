"""Parts of every official paper as Word: page, head, paragraphs, tables, signature.

Decree 30/2020/NĐ-CP, Appendix I: A4, margins 20–20–30–20 mm, Times New Roman, page numbers in the
middle of the top margin from the second page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, Literal, Protocol

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from cchc.officialdocs.writing.paper import Signature

FONT = "Times New Roman"
CENTER, LEFT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
Look = Literal["", "bold", "italic", "bold italic"]
_LEFT_MM, _RIGHT_MM = 66, 104
_SIGNING_LINES = 3


class Headed(Protocol):
    """What the head of a paper is made of; plans and letters both have it."""

    @property
    def superior(self) -> str:
        """The body above the issuer, in capitals; empty when there is none."""

    @property
    def issuer(self) -> tuple[str, ...]:
        """The issuer in capitals, a line each."""

    @property
    def place(self) -> str:
        """Where it is issued: "Sen Hồng"."""

    @property
    def issued_on(self) -> date | None:
        """The day it is issued; None on a draft."""


def new_document(title: str = "") -> Any:
    """An empty document in the font of the Decree, on portrait pages."""
    document = docx.Document()
    document.core_properties.title = title[:250]
    document.core_properties.author = ""
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(0)
    set_page(document.sections[0])
    return document


def bytes_of(document: Any) -> bytes:
    """The document as a .docx file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def set_page(section: Any, *, is_landscape: bool = False, hides_first: bool = True) -> None:
    """Paper, margins and page number of a section; a first page may go without its number."""
    width, height = (Mm(297), Mm(210)) if is_landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = (
        (Mm(15), Mm(15)) if is_landscape else (Mm(30), Mm(20))
    )
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = hides_first
    _page_number(section.header)


def count_pages_anew(section: Any) -> None:
    """Begin the page numbers of a section at 1, as each appendix does."""
    mark = OxmlElement("w:pgNumType")
    mark.set(qn("w:start"), "1")
    for known in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(known)
    section._sectPr.append(mark)


def _page_number(header: Any) -> None:
    """A page number in the middle of the top margin."""
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    paragraph.alignment = CENTER
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


def add_head(document: Any, paper: Headed, number: str, about: str = "") -> None:
    """The two columns at the top: issuer and number, nation, motto, place and date.

    `number` is what stands after "Số: "; `about` is the "V/v …" of a letter, under the number.
    """
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, (_LEFT_MM, _RIGHT_MM))
    left, right = table.rows[0].cells
    superior = [(paper.superior, False)] if paper.superior else []
    add_lines(left, [*superior, *((line, True) for line in paper.issuer)], size=13)
    line_below(left, 0.4)
    add_lines(right, [(NATION, True)], size=12)
    add_line(right, MOTTO, size=14, look="bold")
    line_below(right, 0.6)
    below, place = table.rows[1].cells
    add_lines(below, [(f"Số: {number}", False)], size=13)
    if about:
        add_line(below, about, size=13)
    add_line(place, place_and_day(paper), size=14, look="italic", first=True)
    document.add_paragraph()


def place_and_day(paper: Headed) -> str:
    """ "Sen Hồng, ngày 06 tháng 12 năm 2018": zeros before days to 9 and months to 2."""
    day = paper.issued_on
    if day is None:
        return f"{paper.place}, ngày     tháng     năm"
    return f"{paper.place}, {day_in_words(day)}"


def day_in_words(day: date) -> str:
    """ "ngày 06 tháng 12 năm 2018": zeros before days to 9 and months to 2."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def add_signature(document: Any, *, recipients: Sequence[str], signature: Signature | None) -> None:
    """Recipients on the left, the signature on the right, never parted by a page break."""
    document.add_paragraph()
    table = document.add_table(rows=1, cols=2)
    set_widths(table, (85, 85))
    keep_together(table.rows[0])
    left, right = table.rows[0].cells
    if recipients:
        add_line(left, "Nơi nhận:", size=12, look="bold italic", align=LEFT, first=True)
        for text in recipient_lines(recipients):
            add_line(left, text, size=11, align=LEFT)
    if signature is None:
        return
    lines = [*signature.authority, signature.position]
    add_lines(right, [(line, True) for line in lines if line], size=14)
    for _ in range(_SIGNING_LINES):
        add_line(right, "", size=14)
    add_line(right, signature.name, size=14, look="bold")


def recipient_lines(recipients: Sequence[str]) -> list[str]:
    """ "- Như trên;" … "- Lưu: VT, CCHC."."""
    last = len(recipients) - 1
    return [
        f"- {text.lstrip('- ').rstrip('.; ')}{'.' if index == last else ';'}"
        for index, text in enumerate(recipients)
    ]


def add_lines(cell: Any, lines: list[tuple[str, bool]], *, size: float) -> None:
    """Lines of a cell from its first on, each bold or not."""
    for index, (text, bold) in enumerate(lines):
        add_line(cell, text, size=size, look="bold" if bold else "", first=index == 0)


def add_line(
    cell: Any,
    text: str,
    *,
    size: float,
    look: Look = "",
    align: Any = CENTER,
    first: bool = False,
) -> None:
    """A line in a cell; the first uses the paragraph that every cell has."""
    for index, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if first and index == 0 else cell.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run(part)
        run.bold, run.italic = "bold" in look, "italic" in look
        run.font.size = Pt(size)


def add_paragraph(
    document: Any,
    text: str,
    *,
    look: Look = "",
    align: Any = JUSTIFY,
    indent: bool = False,
    left: float = 0,
) -> None:
    """A paragraph of the text; with `indent` as body text: first line in, 6 pt below.

    `left` moves the whole paragraph in, in millimetres.
    """
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    if left:
        paragraph.paragraph_format.left_indent = Mm(left)
    paragraph.paragraph_format.space_after = Pt(6) if indent else Pt(0)
    if indent:
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
    run = paragraph.add_run(text)
    run.bold, run.italic = "bold" in look, "italic" in look


def line_below(cell: Any, share: float) -> None:
    """A rule under the last line of a cell, that part of its width long."""
    paragraph = cell.add_paragraph()
    side = Mm(_LEFT_MM * (1 - share) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.line_spacing = Pt(4)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def ruled_table(document: Any, heads: Sequence[str], *, size: float = 12) -> Any:
    """A table with lines, its head repeated on every page."""
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        add_line(cell, head, size=size, look="bold", first=True)
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    return table


def set_widths(table: Any, widths: tuple[float, ...]) -> None:
    """The widths of the columns, in millimetres, where Word and where LibreOffice look for them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)


def keep_together(row: Any) -> None:
    """Do not let a page break cut a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
