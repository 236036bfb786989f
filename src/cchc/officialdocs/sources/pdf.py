"""PDF files: pages with a text layer are read from it, pages that are pictures are recognised."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

from cchc.officialdocs.errors import DamagedDocument, ProtectedDocument
from cchc.officialdocs.layout import Layout, Medium
from cchc.officialdocs.sources.assembling import assemble
from cchc.officialdocs.sources.limits import Limits, check_pages
from cchc.officialdocs.sources.pdf_text import sheet_of
from cchc.officialdocs.sources.progress import Progress, Report
from cchc.officialdocs.sources.sheet_reading import Item, read_sheet


def read_pdf(path: Path, report: Report, limits: Limits) -> Layout:
    """The layout of a PDF file; raises DamagedDocument, OversizedDocument, ProtectedDocument."""
    count = _page_count(path)
    check_pages(count, limits)
    pages: list[list[Item]] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            pages.append(read_sheet(sheet_of(page)))
            page.close()
            report(Progress(len(pages), count, "Đang đọc"))
    return Layout(Medium.PDF, tuple(assemble(pages, limits)), count)


def _page_count(path: Path) -> int:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ProtectedDocument(
                "password-protected", "Tệp PDF được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."
            ) from problem
        raise DamagedDocument("damaged", "") from problem
    try:
        return len(document)
    finally:
        document.close()
