"""The work calendar of a week as PDF, from the same content as the Word file."""

from __future__ import annotations

from typing import Any

from cchc.officialdocs.writing.typesetting import pdf_of, source_named
from cchc.officialdocs.writing.week import HEADS, WIDTHS, WeekPaper, content_of, printed_rows
from cchc.officialdocs.writing.word import place_and_day, recipient_lines

SOURCE = "week.typ"


def week_pdf(paper: WeekPaper) -> bytes:
    """The week as a PDF file."""
    return pdf_of(source_named(SOURCE), week_data(paper))


def week_data(paper: WeekPaper) -> dict[str, Any]:
    """The week as the typesetter's source reads it."""
    signature = paper.signature
    lines = [*signature.authority, signature.position] if signature else []
    return {
        "superior": paper.superior,
        "issuer": list(paper.issuer),
        "place": place_and_day(paper),
        "title": paper.title,
        "span": paper.span,
        "heads": list(HEADS),
        "widths": list(WIDTHS),
        "days": [
            {
                "label": day.label,
                "closed": day.closed,
                "rows": [
                    {
                        "time": time,
                        "content": content_of(line),
                        "leaders": line.leaders,
                        "attending": line.attending,
                        "place": line.place,
                        "mark": bool(line.mark),
                        "struck": line.is_struck_out,
                    }
                    for time, line in printed_rows(day)
                ],
            }
            for day in paper.days
        ],
        "recipients": recipient_lines(paper.recipients),
        "authority": [line for line in lines if line],
        "signer": signature.name if signature else "",
    }
