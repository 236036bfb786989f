"""The work calendar of a week as Word: landscape, days as rows with their halves."""

from __future__ import annotations

from typing import Any

from cchc.officialdocs.writing.week import (
    HEADS,
    WIDTHS,
    PaperDay,
    WeekLine,
    WeekPaper,
    content_of,
    printed_rows,
)
from cchc.officialdocs.writing.word import (
    CENTER,
    LEFT,
    MOTTO,
    NATION,
    add_line,
    add_lines,
    add_paragraph,
    add_signature,
    bytes_of,
    keep_together,
    line_below,
    new_document,
    place_and_day,
    ruled_table,
    set_page,
    set_widths,
)

_HEAD_WIDTHS = (110, 157)


def week_docx(paper: WeekPaper) -> bytes:
    """The week as a .docx file."""
    document = new_document(paper.title)
    set_page(document.sections[0], is_landscape=True)
    _head(document, paper)
    add_paragraph(document, paper.title, look="bold", align=CENTER)
    add_paragraph(document, paper.span, look="italic", align=CENTER)
    document.add_paragraph()
    table = ruled_table(document, HEADS)
    for day in paper.days:
        _day(table, day)
    set_widths(table, WIDTHS)
    add_signature(document, recipients=paper.recipients, signature=paper.signature)
    return bytes_of(document)


def _head(document: Any, paper: WeekPaper) -> None:
    """Issuer, nation, motto, place and date; a calendar carries no number."""
    table = document.add_table(rows=1, cols=2)
    set_widths(table, _HEAD_WIDTHS)
    left, right = table.rows[0].cells
    superior = [(paper.superior, False)] if paper.superior else []
    add_lines(left, [*superior, *((line, True) for line in paper.issuer)], size=13)
    line_below(left, 0.4)
    add_lines(right, [(NATION, True)], size=13)
    add_line(right, MOTTO, size=14, look="bold")
    line_below(right, 0.6)
    add_line(right, place_and_day(paper), size=14, look="italic")
    document.add_paragraph()


def _day(table: Any, day: PaperDay) -> None:
    """The rows of a day, its name beside all of them."""
    first = None
    for time, line in printed_rows(day):
        row = table.add_row()
        keep_together(row)
        add_line(row.cells[1], time, size=12, first=True)
        _line(row.cells, line)
        last = row.cells[0]
        first = first or last
    if first is None:
        return
    named = first.merge(last) if first is not last else first
    for paragraph in named.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    add_line(named, day.label, size=12, look="bold", first=True)
    if day.closed:
        add_line(named, f"({day.closed})", size=11, look="italic")


def _line(cells: Any, line: WeekLine) -> None:
    for cell, text in zip(
        cells[2:], (content_of(line), line.leaders, line.attending, line.place), strict=True
    ):
        add_line(cell, text, size=12, align=LEFT, look="italic" if line.mark else "", first=True)
        if line.is_struck_out:
            for run in cell.paragraphs[0].runs:
                run.font.strike = True
