"""Looks at the pages of a PDF file before they are read: text or picture, and nothing monstrous."""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import Any

from cchc.officialdocs.errors import DangerousDocument
from cchc.officialdocs.legacy_fonts import detect
from cchc.officialdocs.sources.limits import MEGABYTE, Limits, check_pixels
from cchc.officialdocs.sources.sheet import Sheet
from cchc.officialdocs.sources.syllables import looks_vietnamese

_FEWEST_LETTERS = 20
_COVERED = 0.55
_STREAM = re.compile(rb"stream\r?\n")
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_STREAM_BYTES = 150 * MEGABYTE
_CHUNK = 64 * 1024
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_LONGEST_HEAD = 600
_MOST_TIMES = 4


class PageKind(Enum):
    """What a page of a PDF file holds."""

    TEXT = auto()
    PICTURE = auto()
    TEXT_OVER_PICTURE = auto()
    """A scan that already carries the text some program recognised, and recognised well."""
    BLANK = auto()


def kind_of(page: Any, sheet: Sheet, limits: Limits) -> PageKind:
    """What the page of pdfplumber holds; raises DangerousDocument for monstrous pictures."""
    covered = _covered(page, limits)
    text = " ".join(word.text for word in sheet.words)
    if len(text.replace(" ", "")) < _FEWEST_LETTERS:
        if covered >= _COVERED / 2:
            return PageKind.PICTURE
        return PageKind.TEXT if text else PageKind.BLANK
    if is_garbled(text):
        return PageKind.PICTURE
    if covered >= _COVERED:
        return PageKind.TEXT_OVER_PICTURE if looks_vietnamese(text) else PageKind.PICTURE
    return PageKind.TEXT


def is_garbled(text: str) -> bool:
    """Whether a text layer is rubbish: its font does not say which letters its shapes are."""
    strange = len(_STRANGE.findall(text))
    if strange > max(5, 0.03 * len(text)):
        return True
    if sum(letter.isascii() for letter in text) > 0.98 * len(text):
        return False
    return looks_vietnamese(text) is False and detect([text]) is None


def _covered(page: Any, limits: Limits) -> float:
    """The share of the page that pictures cover."""
    area = max(float(page.width) * float(page.height), 1.0)
    covered = 0.0
    for image in page.images:
        width, height = image.get("srcsize") or (0, 0)
        if isinstance(width, int) and isinstance(height, int):
            check_pixels(width, height, limits)
        covered += max(image["x1"] - image["x0"], 0) * max(image["bottom"] - image["top"], 0)
    return covered / area


def check_streams(path: Path) -> None:
    """Raises DangerousDocument when a compressed part of the file inflates beyond all measure."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for found in _STREAM.finditer(data):
            start = found.end()
            if data[start : start + 1] in (b"\x78", b"\x58", b"\x48", b"\x68"):
                head = data[max(start - _LONGEST_HEAD, 0) : start].rpartition(b" obj")[2]
                _check_stream(data, start, times=len(_FLATE.findall(head)))


def _check_stream(data: mmap.mmap, start: int, times: int) -> None:
    """Inflate one stream bit by bit, as often as it says, keeping nothing."""
    size = 0
    parts = _chunks(data, start)
    for _ in range(min(max(times, 1), _MOST_TIMES)):
        parts = _inflated(parts)
    try:
        for part in parts:
            size += len(part)
            if size > _STREAM_BYTES:
                raise _bomb()
    except zlib.error:
        return


def _chunks(data: mmap.mmap, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _CHUNK):
        yield data[at : at + _CHUNK]


def _inflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    for part in parts:
        while part and not inflater.eof:
            yield inflater.decompress(part, 8 * _CHUNK)
            part = inflater.unconsumed_tail  # noqa: PLW2901 - what is left of the same part
        if inflater.eof:
            return


def _bomb() -> DangerousDocument:
    return DangerousDocument(
        "pdf-bomb",
        "Tệp PDF có phần nén với dung lượng thật lớn bất thường (nghi là tệp phá hoại) "
        "nên hệ thống không mở.",
    )
