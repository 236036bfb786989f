"""PDF files: pages with a text layer are read from it, pages that are pictures are recognised."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

from cchc.officialdocs.errors import DamagedDocument, ProtectedDocument, UnreadableDocument
from cchc.officialdocs.layout import Doubt, Layout, Medium, Place
from cchc.officialdocs.sources import tesseract
from cchc.officialdocs.sources.assembling import assemble
from cchc.officialdocs.sources.limits import Limits, check_pages, check_pixels, check_scanned_pages
from cchc.officialdocs.sources.page_image import gray_of, rules_of
from cchc.officialdocs.sources.pdf_pages import PageKind, check_streams, kind_of
from cchc.officialdocs.sources.pdf_text import sheet_of
from cchc.officialdocs.sources.progress import Progress, Report
from cchc.officialdocs.sources.recognition import DPI
from cchc.officialdocs.sources.scan import Picture, recognise_pages
from cchc.officialdocs.sources.sheet_reading import Item, read_sheet

_OVERLAID = 0.9
"""How sure the text is that another program recognised and laid under a scan."""
RECOGNISED = Doubt(
    "recognised",
    "Tài liệu có trang là ảnh quét, chữ do máy nhận dạng nên có thể sai. "
    "Hãy đối chiếu với bản gốc.",
)
_MOST_PIXELS = 40_000_000
_LEAST_DPI = 100


def read_pdf(path: Path, report: Report, limits: Limits) -> Layout:
    """The layout of a PDF file; raises UnreadableDocument."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    check_streams(path)
    with _opened(path) as document:
        count = len(document)
        check_pages(count, limits)
        items, pictures = _text_pages(path, document, report, limits)
        doubts = _recognise(document, items, pictures, report, limits)
    pages = [items.get(number, []) for number in range(1, count + 1)]
    is_scan = len(pictures) * 2 > sum(bool(page) for page in pages)
    blocks = assemble(pages, limits, mend=bool(pictures))
    return Layout(Medium.SCAN if is_scan else Medium.PDF, tuple(blocks), count, tuple(doubts))


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ProtectedDocument(
                "password-protected", "Tệp PDF được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."
            ) from problem
        raise _damaged() from problem


def _damaged() -> DamagedDocument:
    return DamagedDocument(
        "damaged",
        "Tệp PDF bị hỏng hoặc tải lên chưa trọn vẹn. Hãy tạo lại tệp rồi gửi lại.",
    )


# --- pages with a text layer ------------------------------------------------------------------


def _text_pages(
    path: Path, document: pypdfium2.PdfDocument, report: Report, limits: Limits
) -> tuple[dict[int, list[Item]], list[int]]:
    """The items of the pages that have text, and the numbers of those that are pictures."""
    items: dict[int, list[Item]] = {}
    pictures: list[int] = []
    count = len(document)
    for number, page in _plumbed(path, count):
        before = items.get(number - 1, [])
        read = _read_page(page, document, number, before, limits)
        if read is None:
            pictures.append(number)
        else:
            items[number] = read
        report(Progress(number - len(pictures), count, f"Đang đọc trang {number}/{count}"))
    return items, pictures


def _plumbed(path: Path, count: int) -> Iterator[tuple[int, Any]]:
    """Every page with its number; None for a page the library cannot open."""
    with path.open("rb") as stream:
        try:
            pages = list(pdfplumber.open(stream).pages)
        except Exception:  # noqa: BLE001 - facing broken files the library raises anything
            pages = []
        for number in range(1, count + 1):
            page = pages[number - 1] if number <= len(pages) else None
            yield number, page
            if page is not None:
                page.close()


def _read_page(
    page: Any, document: pypdfium2.PdfDocument, number: int, before: list[Item], limits: Limits
) -> list[Item] | None:
    """The items of a page from its text layer; None when the page has to be recognised."""
    if page is None:
        return None
    try:
        sheet = sheet_of(page)
        kind = kind_of(page, sheet, limits)
    except UnreadableDocument:
        raise
    except Exception:  # noqa: BLE001 - facing broken pages the library raises anything
        return None
    if kind is PageKind.PICTURE:
        return None
    if kind is PageKind.TEXT_OVER_PICTURE:
        sheet.words = [replace(word, confidence=_OVERLAID) for word in sheet.words]
        picture = _render(document, number, limits)
        across, down = rules_of(picture.gray, picture.dpi)
        sheet.horizontals += across
        sheet.verticals += down
    return read_sheet(sheet, before=before)


# --- pages that are pictures ------------------------------------------------------------------


def _recognise(
    document: pypdfium2.PdfDocument,
    items: dict[int, list[Item]],
    pictures: list[int],
    report: Report,
    limits: Limits,
) -> list[Doubt]:
    """Add the recognised items of the pictures; says what could not be recognised."""
    if not pictures:
        return []
    check_scanned_pages(len(pictures), limits)
    if not tesseract.is_available():
        if not any(items.values()):
            tesseract.check_available()
        return [_unread(number) for number in pictures]
    count = len(document)
    done = len(items)
    renders = ((number, partial(_render, document, number, limits)) for number in pictures)
    for number, page in recognise_pages(renders, limits.seconds_per_page):
        items[number] = page
        done += 1
        report(Progress(done, count, f"Đã nhận dạng trang {number}/{count}"))
    return [RECOGNISED]


def _render(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> Picture:
    """A page as a picture; a page larger than any paper is rendered more coarsely."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        finest = math.sqrt(_MOST_PIXELS / max(width * height, 1.0)) * 72
        dpi = int(min(DPI, finest))
        if dpi < _LEAST_DPI:
            check_pixels(int(width * DPI / 72), int(height * DPI / 72), limits)
        bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
        gray = gray_of(bitmap.to_numpy())
        bitmap.close()
        page.close()
    except pypdfium2.PdfiumError as problem:
        raise _damaged() from problem
    return Picture(gray, dpi)


def _unread(number: int) -> Doubt:
    return Doubt(
        "page-not-recognised",
        f"Trang {number} là ảnh quét, máy chủ chưa cài nhận dạng chữ tiếng Việt "
        "nên không đọc được.",
        Place(page=number),
    )
