"""An edited Word file of a letter: what its text says, and its number once it is issued."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from cchc.officialdocs.writing.letter import (
    END,
    Block,
    BlockKind,
    Letter,
    attached_to,
)
from cchc.officialdocs.writing.word import bytes_of, place_and_day

_NUMBER = re.compile(r"^\s*Số\s*:[\s\d.…_]*[/\-]?", re.IGNORECASE)
_DAY = re.compile(r"ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*$", re.IGNORECASE)
_ATTACHED = re.compile(r"^\s*\(?\s*kèm theo\b.*\bsố\b", re.IGNORECASE)
_LABELS = (
    (BlockKind.ITEM, re.compile(r"^(\d{1,2}[.)])\s+(?=\S)")),
    (BlockKind.SUBITEM, re.compile(r"^([a-zđ]\))\s+(?=\S)")),
    (BlockKind.DASH, re.compile(r"^([-–•+])\s+(?=\S)")),
)
_ADDRESSED = re.compile(r"^\s*kính gửi\b", re.IGNORECASE)
_HEAD_PARAGRAPHS = 40
UNREADABLE = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError)


class NotALetter(Exception):
    """The file is no Word document, or there is no text between its head and its signature."""


def stamped(content: bytes, letter: Letter) -> bytes:
    """The Word file with number, place and date filled in, where it has the usual lines for them.

    Raises NotALetter.
    """
    document = _opened(content)
    head = list(islice(_paragraphs(document), _HEAD_PARAGRAPHS))
    numbered = next((one for one in head if _NUMBER.match(one.text)), None)
    if numbered is not None:
        _say(numbered, f"Số: {letter.full_number}")
    dated = next((one for one in head if _DAY.search(one.text)), None)
    if dated is not None:
        _say(dated, place_and_day(letter))
    for paragraph in document.paragraphs:
        if _ATTACHED.match(paragraph.text) and letter.symbol in paragraph.text:
            _say(paragraph, attached_to(letter))
    return bytes_of(document)


def blocks_of_word(content: bytes) -> tuple[Block, ...]:
    """The text of an edited letter: the paragraphs between "Kính gửi" and the signature.

    Raises NotALetter.
    """
    found = tuple(_block(text, one) for one, text in _body(_opened(content)))
    if not found:
        raise NotALetter
    return found


def _opened(content: bytes) -> Any:
    try:
        return docx.Document(BytesIO(content))
    except UNREADABLE as error:
        raise NotALetter from error


def _body(document: Any) -> Iterator[tuple[Any, str]]:
    """The paragraphs of the text; those addressed ("- Sở Tư pháp;") are no part of it."""
    is_addressed = False
    has_begun = False
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            if has_begun:
                return
            continue
        text = " ".join(part.text.split())
        if _ADDRESSED.match(text):
            is_addressed = True
        elif not text:
            is_addressed = False
        elif not is_addressed:
            has_begun = True
            yield part, text


def _block(text: str, paragraph: Any) -> Block:
    said = text.removesuffix(END).rstrip() if text.endswith(END) else text
    runs = [run for run in paragraph.runs if run.text.strip()]
    for kind, pattern in _LABELS:
        match = pattern.match(said)
        if match:
            label = "" if kind is BlockKind.DASH else match.group(1)
            return Block(kind, said[match.end() :], label)
    if runs and all(run.italic for run in runs):
        return Block(BlockKind.BASIS, said)
    if runs and all(run.bold for run in runs):
        return Block(BlockKind.HEADING, said)
    return Block(BlockKind.PARAGRAPH, said)


def _paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph in the order of the paper, those in cells included."""
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part
        else:
            seen: set[Any] = set()
            for row in part.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from cell.paragraphs


def _say(paragraph: Any, text: str) -> None:
    """Put a text in place of the paragraph's, in the look of its first run."""
    if not paragraph.runs:
        paragraph.add_run(text)
        return
    first, *rest = paragraph.runs
    first.text = text
    for run in rest:
        run.text = ""
