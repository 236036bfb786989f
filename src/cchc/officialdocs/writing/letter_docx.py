"""A letter or notice as a Word file in official form (Decree 30/2020/NĐ-CP, Appendix I)."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION

from cchc.officialdocs.writing.letter import (
    Appendix,
    AppendixGroup,
    Block,
    BlockKind,
    Letter,
    appendix_label,
    attached_to,
    closed_blocks,
)
from cchc.officialdocs.writing.word import (
    CENTER,
    LEFT,
    Look,
    add_head,
    add_line,
    add_paragraph,
    add_signature,
    bytes_of,
    count_pages_anew,
    keep_together,
    new_document,
    ruled_table,
    set_page,
    set_widths,
)

_CELL_SIZE = 12
_LOOKS: dict[BlockKind, Look] = {BlockKind.BASIS: "italic", BlockKind.HEADING: "bold"}
_TO_MM = 32
"""How far in the list of those addressed stands."""


def letter_docx(letter: Letter) -> bytes:
    """The letter as a .docx file; a paper with a name has its title in the middle."""
    document = new_document(letter.title)
    add_head(document, letter, letter.full_number, letter.about)
    if not letter.is_plain_letter:
        add_paragraph(document, letter.kind.upper(), look="bold", align=CENTER)
        add_paragraph(document, letter.title, look="bold", align=CENTER)
        document.add_paragraph()
    _addressees(document, letter)
    for block in closed_blocks(letter):
        _block(document, block)
    add_signature(document, recipients=letter.recipients, signature=letter.signature)
    for index, appendix in enumerate(letter.appendices):
        _appendix(document, letter, appendix, appendix_label(letter, index))
    return bytes_of(document)


def _addressees(document: Any, letter: Letter) -> None:
    """ "Kính gửi: …" in one line; several stand under it with dashes."""
    if not letter.addressees:
        return
    if len(letter.addressees) == 1:
        add_paragraph(document, f"Kính gửi: {letter.addressees[0].rstrip('.;')}.", align=CENTER)
    else:
        add_paragraph(document, "Kính gửi:", align=LEFT, left=_TO_MM)
        for text in addressee_lines(letter.addressees):
            add_paragraph(document, text, align=LEFT, left=_TO_MM + 20)
    document.add_paragraph()


def addressee_lines(addressees: tuple[str, ...]) -> list[str]:
    """ "- Sở Tư pháp;" … "- UBND các huyện."."""
    last = len(addressees) - 1
    return [
        f"- {text.strip(' -.;')}{'.' if index == last else ';'}"
        for index, text in enumerate(addressees)
    ]


def _block(document: Any, block: Block) -> None:
    add_paragraph(
        document,
        block.line,
        indent=True,
        look=_LOOKS.get(block.kind, ""),
    )


def _appendix(document: Any, letter: Letter, appendix: Appendix, label: str) -> None:
    """A table on pages of its own, whose numbers begin at 1."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, is_landscape=appendix.is_landscape)
    count_pages_anew(section)
    add_paragraph(document, label, look="bold", align=CENTER)
    add_paragraph(document, appendix.title.upper(), look="bold", align=CENTER)
    add_paragraph(document, attached_to(letter), look="italic", align=CENTER)
    document.add_paragraph()
    table = ruled_table(document, [column.title for column in appendix.columns], size=_CELL_SIZE)
    for group in appendix.groups:
        _group(table, appendix, group)
    set_widths(table, tuple(column.width for column in appendix.columns))


def _group(table: Any, appendix: Appendix, group: AppendixGroup) -> None:
    if group.title:
        added = table.add_row()
        keep_together(added)
        add_line(added.cells[0], group.code, size=_CELL_SIZE, look="bold", first=True)
        title = added.cells[1].merge(added.cells[-1])
        add_line(title, group.title, size=_CELL_SIZE, look="bold", align=LEFT, first=True)
    for row in group.rows:
        added = table.add_row()
        keep_together(added)
        for cell, column, text in zip(added.cells, appendix.columns, row, strict=True):
            align = CENTER if column.is_centered else LEFT
            add_line(cell, text, size=_CELL_SIZE, align=align, first=True)
