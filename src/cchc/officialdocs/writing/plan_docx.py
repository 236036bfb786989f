"""A plan as a Word file in official form (Decree 30/2020/NĐ-CP, Appendix I).

The table of tasks follows the text as a landscape appendix whose head repeats on every page.
"""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION

from cchc.officialdocs.writing.columns import (
    PaperColumn,
    appendix_note,
    columns_of,
    heading_text,
)
from cchc.officialdocs.writing.paper import PaperSection, PlanPaper
from cchc.officialdocs.writing.word import (
    CENTER,
    LEFT,
    add_head,
    add_line,
    add_paragraph,
    add_signature,
    bytes_of,
    keep_together,
    new_document,
    ruled_table,
    set_page,
    set_widths,
)


def plan_docx(paper: PlanPaper) -> bytes:
    """The plan as a .docx file."""
    document = new_document(paper.title)
    add_head(document, paper, paper.number)
    _title(document, paper)
    for text in paper.opening:
        add_paragraph(document, text, indent=True)
    for part in paper.parts:
        add_paragraph(document, part.heading, look="bold", indent=True)
        for text in part.paragraphs:
            add_paragraph(document, text, indent=True)
    add_signature(document, recipients=paper.recipients, signature=paper.signature)
    if paper.sections:
        _appendix(document, paper)
    return bytes_of(document)


def _title(document: Any, paper: PlanPaper) -> None:
    add_paragraph(document, paper.kind.upper(), look="bold", align=CENTER)
    add_paragraph(document, paper.title, look="bold", align=CENTER)
    document.add_paragraph()


def _appendix(document: Any, paper: PlanPaper) -> None:
    """The table of tasks on landscape pages."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, is_landscape=True, hides_first=False)
    add_paragraph(document, "Phụ lục", look="bold", align=CENTER)
    add_paragraph(document, "NHIỆM VỤ CỤ THỂ", look="bold", align=CENTER)
    add_paragraph(document, appendix_note(paper), look="italic", align=CENTER)
    document.add_paragraph()
    columns = columns_of(paper)
    table = ruled_table(document, [column.title for column in columns])
    for part in paper.sections:
        _section(table, part, columns)
    set_widths(table, tuple(column.width for column in columns))


def _section(table: Any, section: PaperSection, columns: list[PaperColumn]) -> None:
    if section.title:
        cells = table.add_row().cells
        add_line(cells[0], heading_text(section.code), size=12, look="bold", first=True)
        title = cells[1].merge(cells[-1])
        add_line(title, section.title, size=12, look="bold", align=LEFT, first=True)
    for row in section.rows:
        added = table.add_row()
        keep_together(added)
        for cell, column in zip(added.cells, columns, strict=True):
            align = CENTER if column.is_centered else LEFT
            add_line(cell, column.value(row), size=12, align=align, first=True)
