"""A paper of figures in the official form: facts, tables, notes, two signatures; as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc.officialdocs.writing.typesetting import pdf_of, source_named
from cchc.platform.text.writing import official_date_vi

SOURCE = "figure_paper.typ"


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table: its heading, its columns with their widths in millimetres, its rows."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers_from: int
    """The first column that holds numbers: from there on cells stand in the middle."""


@dataclass(frozen=True, slots=True)
class FigurePaper:
    """A paper that reports figures (head and letters of Decree 30/2020/NĐ-CP)."""

    issuer: tuple[str, ...]
    place: str
    made_on: date
    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[PaperTable, ...]
    notes: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    signer_names: tuple[str, ...] = ()


def figure_pdf(paper: FigurePaper) -> bytes:
    """The paper as a PDF file."""
    return pdf_of(source_named(SOURCE), figure_data(paper))


def figure_data(paper: FigurePaper) -> dict[str, Any]:
    """The paper as the typesetter's source reads it."""
    day = official_date_vi(paper.made_on)
    return {
        "issuer": list(paper.issuer),
        "place": f"{paper.place}, {day}" if paper.place else day[:1].upper() + day[1:],
        "kind": paper.kind,
        "title": paper.title,
        "facts": [list(fact) for fact in paper.facts],
        "tables": [
            {
                "title": table.title,
                "heads": list(table.heads),
                "widths": list(table.widths),
                "rows": [list(row) for row in table.rows],
                "numbers_from": table.numbers_from,
            }
            for table in paper.tables
            if table.rows
        ],
        "notes": list(paper.notes),
        "signers": list(paper.signers),
        "names": list(paper.signer_names),
    }
