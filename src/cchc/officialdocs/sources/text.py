"""Plain text and Markdown as text extraction leaves them: paragraphs, tables of tabs or pipes."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc.officialdocs.layout import Block, Layout, Medium, Paragraph, Place
from cchc.officialdocs.sources.flow import begins_anew
from cchc.officialdocs.sources.grid import Entry, build_table, join_continued
from cchc.officialdocs.sources.limits import DEFAULT_LIMITS, Limits, check_characters, check_rows
from cchc.officialdocs.sources.spaced_columns import find_spaced_zones
from cchc.officialdocs.sources.text_tables import FoundTable, find_tables

_BREAKS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_TAGS = re.compile(
    r"</?(?:b|strong|i|em|u|sup|sub|font|span|center|p|div)(?:\s[^<>]{0,200})?>", re.I
)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6});")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__", re.S)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])", re.S)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_HEADING = re.compile(r"#{1,6}\s+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:https?:|mailto:|#)[^)]*\)")
_RULE = re.compile(r"[-–_*=.\s]{3,}|```\w*")
_WHOLLY_BOLD = re.compile(r"\s*(?:[-+]\s)?(?:\*\*\*?.+\*\*\*?|<(b|strong)>.+</\1>)\s*", re.S | re.I)
_WHOLLY_ITALIC = re.compile(r"\s*(?:\*[^*].*[^*]\*|<(i|em)>.+</\1>)\s*", re.S | re.I)
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:Trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–\s]*", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int


def read_text(text: str, limits: Limits = DEFAULT_LIMITS) -> Layout:
    """The layout of a text whose letters are decoded already."""
    check_characters(len(text), limits)
    lines = _lines(text)
    page_count = lines[-1].page if lines else 1
    has_pages = page_count > 1
    blocks: list[Block] = []
    at = 0
    wrapped = _wrapped_width(lines)
    for number, found in enumerate(_tables([line.text for line in lines]), 1):
        check_rows(len(found.rows), limits)
        blocks += _paragraphs(lines[at : found.start], wrapped, has_pages=has_pages)
        rows = [[_entry(cell) for cell in row] for row in found.rows]
        page = lines[found.start].page if has_pages else None
        blocks.append(build_table(rows, number, page))
        at = found.end
    blocks += _paragraphs(lines[at:], wrapped, has_pages=has_pages)
    return Layout(Medium.TEXT, tuple(join_continued(blocks)), page_count if has_pages else None)


def _tables(lines: Sequence[str]) -> list[FoundTable]:
    """The tables of a text, and its head and signature as tables of one row."""
    tables = find_tables(lines)
    taken = {at for table in tables for at in range(table.start, table.end)}
    zones = [
        FoundTable(zone.start, zone.end, [[zone.left, zone.right]])
        for zone in find_spaced_zones(lines)
        if taken.isdisjoint(range(zone.start, zone.end))
    ]
    return sorted([*tables, *zones], key=lambda table: table.start)


def _lines(text: str) -> list[_Line]:
    text = _BREAKS.sub("\n", text)
    return [
        _Line(line, page)
        for page, part in enumerate(text.split("\f"), 1)
        for line in part.split("\n")
    ]


def _wrapped_width(lines: Sequence[_Line]) -> int | None:
    """How wide the lines are when the text was broken into lines of one width, else None."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text) > 40)
    if len(lengths) < 8:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    full = sum(length >= 0.8 * width for length in lengths)
    return width if width <= 130 and full * 2 > len(lengths) else None


def _paragraphs(lines: Sequence[_Line], wrapped: int | None, *, has_pages: bool) -> list[Paragraph]:
    """The running text of some lines: a line is a paragraph unless it goes on the one before."""
    paragraphs: list[Paragraph] = []
    block: list[_Line] = []
    numbers = _page_number_lines(lines)
    for at, line in enumerate([*lines, _Line("", 0)]):
        if line.text.strip() and at not in numbers:
            block.append(line)
        elif block:
            for group in _groups(block, wrapped):
                page = group[0].page if has_pages else None
                paragraphs += _paragraph(_put_together(group, wrapped), page)
            block = []
    return paragraphs


def _groups(block: Sequence[_Line], wrapped: int | None) -> list[list[_Line]]:
    """Lines that make one paragraph together: bold over several lines, or a text of one width."""
    groups: list[list[_Line]] = []
    for line in block:
        if groups and (_is_open(groups[-1]) or _is_wrapped(groups[-1][-1], line, wrapped)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _put_together(group: Sequence[_Line], wrapped: int | None) -> str:
    text = group[0].text
    for before, line in pairwise(group):
        text += (" " if _is_wrapped(before, line, wrapped) else "\n") + line.text
    return text


def _is_open(group: Sequence[_Line]) -> bool:
    """Whether a mark of bold is still open at the end of these lines."""
    return sum(line.text.count("**") for line in group) % 2 == 1 and len(group) < 6


def _is_wrapped(before: _Line, line: _Line, width: int | None) -> bool:
    return (
        width is not None
        and len(before.text.rstrip()) >= 0.8 * width
        and not begins_anew(line.text.strip())
    )


def _page_number_lines(lines: Sequence[_Line]) -> set[int]:
    """Lines that hold nothing but a page number: beside a form feed, or counting up by one."""
    alone = [
        (at, int(match[1]))
        for at, line in enumerate(lines)
        if line.text.strip() and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    counting = [(a, b) for (a, n), (b, m) in pairwise(alone) if m == n + 1 and b - a > 5]
    numbers = {at for pair in counting for at in pair}
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    rank = {at: place for place, at in enumerate(filled)}
    for at, _ in alone:
        near = [filled[place] for place in (rank[at] - 1, rank[at] + 1) if 0 <= place < len(filled)]
        if any(lines[other].page != lines[at].page for other in near):
            numbers.add(at)
    return numbers


def _paragraph(text: str, page: int | None) -> list[Paragraph]:
    if _RULE.fullmatch(text):
        return []
    is_heading = _HEADING.match(text.lstrip()) is not None
    is_bold = is_heading or _WHOLLY_BOLD.fullmatch(text) is not None
    is_italic = _WHOLLY_ITALIC.fullmatch(text) is not None
    parts = [part.strip(" \t") for part in plain(text).split("\n")]
    place = Place(page=page)
    return [Paragraph(part, place, is_bold=is_bold, is_italic=is_italic) for part in parts if part]


def _entry(cell: str) -> Entry:
    is_bold = _WHOLLY_BOLD.fullmatch(cell) is not None
    return Entry(text=plain(cell).strip(" \t\n"), is_bold=is_bold)


def plain(text: str) -> str:
    """The text without the marks of Markdown and the few tags that extraction leaves behind."""
    text = _HEADING.sub("", text.lstrip(" "), count=1) if _HEADING.match(text.lstrip()) else text
    text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    text = _TAGS.sub("", _BREAK_TAG.sub("\n", text))
    text = _BOLD.sub(lambda found: found[1] or found[2], text)
    text = _ITALIC.sub(r"\1", text)
    text = _ESCAPE.sub(r"\1", text)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)
