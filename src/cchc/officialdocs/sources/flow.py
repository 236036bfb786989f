"""How running text flows: which line goes on with the one before, and which begins anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cchc.officialdocs.layout import Block, Paragraph

LABEL = re.compile(
    r"""(?:
        [-–—+*•·●○▪■◦►➢✓]\s*\S                  # a dash or a bullet
        | [(\[]?\d{1,3}(?:\.\d{1,2})*[.)\]]\s*[^\s\d]   # 1. 1.2. (1) 1)
        | \d{1,3}/\s+\S                          # 1/
        | \d{1,2}(?:\.\d{1,2})+\s+[^\s\d]        # 1.2
        | [(]?[a-zđ][.)]\s*\S | [a-zđ]{2}\)\s*\S  # a) (a) a. ab)
        | [IVXLC]{1,6}(?:[.)]\s*|/\s+)\S         # IV.
        | [A-ZĐ][.)]\s*\S                        # A.
        | (?:Điều|Chương|Mục|Phần|Khoản|Phụ\ lục|PHỤ\ LỤC|PHẦN|CHƯƠNG)\s+[\dIVXLC]
    )""",
    re.VERBOSE,
)
_CUT_LABEL = re.compile(r"[-–—]\s+\S|\d{1,3}[.)]\s")
FOOTNOTE = re.compile(r"[¹²³⁰⁴-⁹]+\s?\S|\[\d{1,2}\]\s\S")
_STOP = tuple(".:;!?…|")
_TRAILING = " \"”’'»)]"


def begins_anew(line: str) -> bool:
    """Whether the line opens a list item, an article or a chapter."""
    return LABEL.match(line) is not None


def is_cut(before: str, line: str) -> bool:
    """Whether a dash or figure at the head of `line` stands inside the open sentence of `before`.

    To be asked only when the line before is full: "giai đoạn 2021 / - 2030".
    """
    open_end = not before.rstrip(_TRAILING).endswith((*_STOP, ","))
    return open_end and not before.isupper() and _CUT_LABEL.match(line) is not None


def goes_on(before: str, line: str) -> bool:
    """Whether `line` is the rest of a sentence that `before` left open at a page or line break."""
    if not before or not line or begins_anew(line):
        return False
    if not line[0].islower() or before.rstrip(_TRAILING).endswith(_STOP):
        return False
    return not (before.isupper() or len(before.split()) < 3)


def rejoin(blocks: Iterable[Block]) -> Iterator[Block]:
    """Split paragraphs at hard line breaks and join those a page break cut in two.

    A footnote that fell between the two halves is handed on after the joined paragraph.
    """
    waiting: Paragraph | None = None
    footnotes: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield from _released(waiting, footnotes)
            waiting, footnotes = None, []
            yield block
            continue
        for line in _lines(block):
            if waiting is None:
                waiting = line
            elif FOOTNOTE.match(line.text):
                footnotes.append(line)
            elif waiting.is_bold == line.is_bold and goes_on(waiting.text, line.text):
                waiting = _joined(waiting, line)
            else:
                yield from _released(waiting, footnotes)
                waiting, footnotes = line, []
    yield from _released(waiting, footnotes)


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    for text in paragraph.text.split("\n"):
        if text.strip():
            yield replace(paragraph, text=text.strip())


def _released(waiting: Paragraph | None, footnotes: list[Paragraph]) -> Iterator[Paragraph]:
    if waiting is not None:
        yield waiting
    yield from footnotes


def _joined(first: Paragraph, rest: Paragraph) -> Paragraph:
    return replace(
        first,
        text=f"{first.text} {rest.text}",
        is_bold=first.is_bold and rest.is_bold,
        is_italic=first.is_italic and rest.is_italic,
        confidence=min(first.confidence, rest.confidence),
    )
