"""A letter or notice as it is to be printed: plain data, without a word of any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.officialdocs.writing.paper import Signature
from cchc.officialdocs.writing.word import day_in_words

END = "./."
"""What closes the text of an official paper."""


class BlockKind(StrEnum):
    """What a piece of the text is, which decides how it is printed."""

    BASIS = "BASIS"
    """Căn cứ …: italic, a line each."""
    PARAGRAPH = "PARAGRAPH"
    HEADING = "HEADING"
    ITEM = "ITEM"
    """Numbered: "1."."""
    SUBITEM = "SUBITEM"
    """Lettered: "a)"."""
    DASH = "DASH"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text; the label ("1.", "a)") is printed before it."""

    kind: BlockKind
    text: str
    label: str = ""

    @property
    def line(self) -> str:
        """Label and text as one line."""
        label = "-" if self.kind is BlockKind.DASH else self.label
        return f"{label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class AppendixColumn:
    """A column of an appendix: its head and its width in millimetres."""

    title: str
    width: float
    is_centered: bool = False


@dataclass(frozen=True, slots=True)
class AppendixGroup:
    """Rows under a heading; an empty title prints none."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table that goes with the letter, on pages of its own."""

    title: str
    columns: tuple[AppendixColumn, ...]
    groups: tuple[AppendixGroup, ...]
    is_landscape: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter (công văn), notice, report or decision of an agency."""

    superior: str
    """The body above the issuer, in capitals; empty for a People's Committee."""
    issuer: tuple[str, ...]
    """The issuer in capitals, a line each: SỞ NỘI VỤ."""
    issuer_name: str
    """As running text names it: "Sở Nội vụ tỉnh Sen Hồng"."""
    number: int | None
    """None until it is issued."""
    symbol: str
    """What follows the number: "SNV-CCHC"."""
    place: str
    issued_on: date | None
    kind: str
    """Empty for a công văn, which has "V/v" and no name of its own; else "Thông báo" …"""
    title: str
    """The subject, without "V/v"."""
    addressees: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()

    @property
    def is_plain_letter(self) -> bool:
        """Whether it is a công văn."""
        return not self.kind

    @property
    def full_number(self) -> str:
        """ "526/SNV-CCHC"; two figures at least, room for the number on a draft."""
        number = "        " if self.number is None else f"{self.number:02d}"
        return f"{number}/{self.symbol}"

    @property
    def about(self) -> str:
        """ "V/v đôn đốc …" of a công văn; empty for papers with a name."""
        return f"V/v {lower_first(self.title)}" if self.is_plain_letter else ""


def closed_blocks(letter: Letter) -> tuple[Block, ...]:
    """The text with "./." after its last word."""
    if not letter.blocks:
        return ()
    *before, last = letter.blocks
    text = last.text.rstrip().removesuffix(END).rstrip(" .;:,")
    return (*before, Block(last.kind, f"{text}{END}", last.label))


def appendix_label(letter: Letter, index: int) -> str:
    """ "Phụ lục" when there is one, "Phụ lục II" when there are more."""
    return "Phụ lục" if len(letter.appendices) == 1 else f"Phụ lục {roman(index + 1)}"


def attached_to(letter: Letter) -> str:
    """ "(Kèm theo Công văn số 526/SNV-CCHC ngày 14 tháng 10 năm 2022 của Sở Nội vụ)"."""
    kind = letter.kind or "Công văn"
    day = letter.issued_on
    said = f" {day_in_words(day)}" if day else " ngày     tháng     năm"
    return f"(Kèm theo {kind} số {letter.full_number.strip()}{said} của {letter.issuer_name})"


def lower_first(text: str) -> str:
    """With a small first letter, unless the first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and first.isupper() else text[:1].lower() + text[1:]


def roman(number: int) -> str:
    """I, II, III … for headings and appendices."""
    values = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, letters in values:
        while number >= value:
            written, number = written + letters, number - value
    return written
