"""A plan as it is to be printed: plain data, without a word of any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row of the table of tasks; every value as it is to be printed."""

    order: str
    content: str
    product: str = ""
    lead: str = ""
    coordinating: str = ""
    time: str = ""
    budget: str = ""
    funding: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading of the table with its rows; an empty title prints no heading."""

    code: str
    title: str
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of the text: a heading ("I. MỤC ĐÍCH, YÊU CẦU") and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name."""

    authority: tuple[str, ...]
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A whole plan: head, text, signature, and the table of tasks as a landscape appendix."""

    superior: str
    """The body above the issuer, in capitals; empty for a People's Committee."""
    issuer: tuple[str, ...]
    """The issuer in capitals, a line each: ỦY BAN NHÂN DÂN / TỈNH SEN HỒNG."""
    issuer_name: str
    """As running text names it: "Ủy ban nhân dân tỉnh Sen Hồng"."""
    number: str
    place: str
    issued_on: date | None
    kind: str
    """"Kế hoạch", "Quyết định"."""
    title: str
    opening: tuple[str, ...] = ()
    parts: tuple[PaperPart, ...] = ()
    sections: tuple[PaperSection, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()

    @property
    def has_funding(self) -> bool:
        """Whether a column of its own is needed for the sources of money."""
        return any(row.funding for section in self.sections for row in section.rows)
