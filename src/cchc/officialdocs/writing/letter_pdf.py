"""A letter or notice as PDF, from the same content as the Word file."""

from __future__ import annotations

from typing import Any

from cchc.officialdocs.writing.letter import (
    Appendix,
    Letter,
    appendix_label,
    attached_to,
    closed_blocks,
)
from cchc.officialdocs.writing.letter_docx import addressee_lines
from cchc.officialdocs.writing.typesetting import pdf_of, source_named
from cchc.officialdocs.writing.word import place_and_day, recipient_lines

SOURCE = "letter.typ"


def letter_pdf(letter: Letter) -> bytes:
    """The letter as a PDF file."""
    return pdf_of(source_named(SOURCE), letter_data(letter))


def letter_data(letter: Letter) -> dict[str, Any]:
    """The letter as the typesetter's source reads it."""
    signature = letter.signature
    lines = [*signature.authority, signature.position] if signature else []
    return {
        "superior": letter.superior,
        "issuer": list(letter.issuer),
        "number": letter.full_number.replace(" ", "\N{NO-BREAK SPACE}"),
        "place": place_and_day(letter),
        "kind": letter.kind.upper(),
        "title": letter.title,
        "about": letter.about,
        "addressees": _addressees(letter.addressees),
        "blocks": [{"kind": block.kind, "line": block.line} for block in closed_blocks(letter)],
        "recipients": recipient_lines(letter.recipients),
        "authority": [line for line in lines if line],
        "signer": signature.name if signature else "",
        "appendices": [
            _appendix(letter, appendix, index) for index, appendix in enumerate(letter.appendices)
        ],
    }


def _addressees(addressees: tuple[str, ...]) -> list[str]:
    return addressee_lines(addressees) if len(addressees) > 1 else list(addressees)


def _appendix(letter: Letter, appendix: Appendix, index: int) -> dict[str, Any]:
    return {
        "label": appendix_label(letter, index),
        "title": appendix.title.upper(),
        "note": attached_to(letter),
        "is_landscape": appendix.is_landscape,
        "heads": [column.title for column in appendix.columns],
        "widths": [column.width for column in appendix.columns],
        "centered": [column.is_centered for column in appendix.columns],
        "groups": [
            {"code": group.code, "title": group.title, "rows": [list(row) for row in group.rows]}
            for group in appendix.groups
        ],
    }
