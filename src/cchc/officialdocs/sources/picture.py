"""Pictures of paper: .jpg, .png and .tiff files from a scanner or a telephone."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from cchc.officialdocs.errors import DamagedDocument
from cchc.officialdocs.layout import Layout, Medium
from cchc.officialdocs.sources import tesseract
from cchc.officialdocs.sources.assembling import assemble
from cchc.officialdocs.sources.limits import (
    Limits,
    check_pixels,
    check_scanned_pages,
    image_too_large,
)
from cchc.officialdocs.sources.page_image import gray_of
from cchc.officialdocs.sources.pdf import RECOGNISED
from cchc.officialdocs.sources.progress import Progress, Report
from cchc.officialdocs.sources.recognition import DPI
from cchc.officialdocs.sources.scan import Picture, recognise_pages
from cchc.officialdocs.sources.sheet_reading import Item

_PAPER_INCHES = 11.69
"""The longer side of a page of A4, which a picture that does not say its size is taken for."""
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_PROBLEMS = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
)


def read_picture(path: Path, report: Report, limits: Limits) -> Layout:
    """The layout of a picture of one page or several; raises UnreadableDocument."""
    tesseract.check_available()
    with _opened(path, limits) as image:
        count = min(getattr(image, "n_frames", 1), limits.scanned_pages + 1)
        check_scanned_pages(count, limits)
        pages: list[list[Item]] = []
        renders = _renders(image, count, limits)
        for number, page in recognise_pages(renders, limits.seconds_per_page):
            pages.append(page)
            report(Progress(number, count, f"Đã nhận dạng trang {number}/{count}"))
    blocks = assemble(pages, limits, mend=True)
    return Layout(Medium.SCAN, tuple(blocks), count, (RECOGNISED,))


def _opened(path: Path, limits: Limits) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # The limit is ours and is checked before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path, formats=_FORMATS)
    except Image.DecompressionBombError as problem:
        raise image_too_large(limits) from problem
    except _PROBLEMS as problem:
        raise _damaged() from problem
    try:
        check_pixels(*image.size, limits)
    except BaseException:
        image.close()
        raise
    return image


def _renders(
    image: Image.Image, count: int, limits: Limits
) -> Iterator[tuple[int, partial[Picture]]]:
    for number in range(1, count + 1):
        yield number, partial(_page, image, number, limits)


def _page(image: Image.Image, number: int, limits: Limits) -> Picture:
    """One page at the resolution recognition works best with."""
    try:
        if number > 1:
            image.seek(number - 1)
        check_pixels(*image.size, limits)
        page = ImageOps.exif_transpose(image)
        page = page.convert("RGB" if page.mode not in ("1", "L", "I;16", "I", "F") else "L")
    except _PROBLEMS as problem:
        raise _damaged() from problem
    factor = DPI * _PAPER_INCHES / max(page.size)
    if not 0.8 <= factor <= 1.25:
        size = (max(round(page.width * factor), 1), max(round(page.height * factor), 1))
        return Picture(gray_of(np.asarray(page.resize(size, Image.Resampling.LANCZOS))), DPI)
    return Picture(gray_of(np.asarray(page)), round(DPI / factor))


def _damaged() -> DamagedDocument:
    return DamagedDocument(
        "damaged", "Tệp ảnh bị hỏng hoặc tải lên chưa trọn vẹn. Hãy quét hoặc chụp lại."
    )
