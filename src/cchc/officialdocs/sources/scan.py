"""Scanned pages of a document, recognised several at a time while the next are rendered."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from cchc.officialdocs.sources.page_image import Gray
from cchc.officialdocs.sources.recognition import TOLERANCE, recognise_sheet
from cchc.officialdocs.sources.sheet import Sheet
from cchc.officialdocs.sources.sheet_reading import Item, read_sheet

MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, and how many of its pixels make an inch."""

    gray: Gray
    dpi: int


Render = Callable[[], Picture]


def recognise_pages(
    pages: Iterable[tuple[int, Render]], seconds: float
) -> Iterator[tuple[int, list[Item]]]:
    """Number and items of each page, in order; pages are rendered here, one after the other."""
    before: list[Item] = []
    for sheet in _sheets(pages, seconds):
        before = read_sheet(sheet, TOLERANCE, before)
        yield sheet.number, before


def _sheets(pages: Iterable[tuple[int, Render]], seconds: float) -> Iterator[Sheet]:
    """The words and rules of each page, in order.

    Recognition runs outside the interpreter, so threads make use of all cores. Only as many
    pages as there are workers are held at a time, which bounds the memory.
    """
    workers = max(1, min(os.cpu_count() or 1, MOST_WORKERS))
    waiting: deque[Future[Sheet]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="recognition") as pool:
        try:
            for number, render in pages:
                waiting.append(pool.submit(_recognise, render(), number, seconds))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _recognise(picture: Picture, number: int, seconds: float) -> Sheet:
    return recognise_sheet(picture.gray, number, dpi=picture.dpi, seconds=seconds)
