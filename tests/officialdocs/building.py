"""Layouts built in a test: lines and tables as a reader of files would give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.officialdocs.layout import Block, Cell, Layout, Medium, Paragraph, Place, Row, Table

UP = "^"
"""Stands for a cell that the cell above covers (merged downwards)."""
LEFT = "<"
"""Stands for a cell that the cell to its left covers (merged sideways)."""


def line(text: str, *, bold: bool = False, centered: bool = False, sure: float = 1.0) -> Paragraph:
    """A paragraph."""
    return Paragraph(text, Place(), is_bold=bold, is_centered=centered, confidence=sure)


def table(rows: Sequence[Sequence[str]], *, sure: float = 1.0, number: int = 1) -> Table:
    """A table of texts; "^" and "<" are covered cells, "**" around a text makes it bold."""
    built: list[list[Cell]] = []
    for at, row in enumerate(rows, 1):
        cells: list[Cell] = []
        for column, text in enumerate(row, 1):
            place = Place(table=number, row=at, cell=column)
            cells.append(_cell(text, place, cells, built, sure))
        built.append(_spanned(cells, row))
    return Table(
        tuple(Row(tuple(cells), Place(table=number, row=at)) for at, cells in enumerate(built, 1)),
        Place(table=number),
    )


def _cell(
    text: str, place: Place, left: Sequence[Cell], above: Sequence[Sequence[Cell]], sure: float
) -> Cell:
    if text == UP:
        return Cell(above[-1][len(left)].text, place, is_covered=True, confidence=sure)
    if text == LEFT:
        return Cell(left[-1].text, place, is_bold=left[-1].is_bold, is_covered=True)
    bold = text.startswith("**")
    return Cell(text.strip("*"), place, is_bold=bold, confidence=sure)


def _spanned(cells: list[Cell], texts: Sequence[str]) -> list[Cell]:
    """The cells with the number of columns that each covers."""
    done = list(cells)
    for at in range(len(cells)):
        covered = 0
        while at + covered + 1 < len(texts) and texts[at + covered + 1] == LEFT:
            covered += 1
        if covered and texts[at] != LEFT:
            cell = cells[at]
            done[at] = Cell(cell.text, cell.place, cell.is_bold, spans=covered + 1)
    return done


def paper(*blocks: Block | str, medium: Medium = Medium.WORD) -> Layout:
    """A layout of blocks; a plain text is a paragraph, one in capitals a bold centred one."""
    made: list[Block] = []
    for count, block in enumerate(blocks, 1):
        if isinstance(block, str):
            loud = block.isupper()
            place = Place(paragraph=count)
            made.append(Paragraph(block, place, is_bold=loud, is_centered=loud))
        else:
            made.append(block)
    return Layout(medium, tuple(made))


def plan(title: str, *body: Block | str, signed: str = "ngày 05 tháng 01 năm 2026") -> Layout:
    """A plan of the province Sen Hồng with this title and body."""
    return paper(
        "ỦY BAN NHÂN DÂN",
        "TỈNH SEN HỒNG",
        "Số: 15/KH-UBND",
        f"Sen Hồng, {signed}",
        "KẾ HOẠCH",
        line(title, bold=True),
        *body,
    )


def texts(items: Iterable[object]) -> list[str]:
    """The names of mentions."""
    return [item.name for item in items]  # type: ignore[attr-defined]
