"""The one place where PDF is made: a typst source and plain data in, the bytes of a file out.

A source reads its data with `json(bytes(sys.inputs.data))`, so that a text is only ever text and
never an instruction to the typesetter. Fonts: Tinos, which has the widths of Times New Roman, from
the installed libraries; where it is not installed, the serif that typst carries itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

_LIBRARY = Path(__file__).resolve().parents[4] / "node_modules" / "@expo-google-fonts" / "tinos"
_ROOM = Path(__file__).resolve().parent


class PdfNotMade(Exception):
    """The typesetter refused a source: the source is wrong, never the data."""


def pdf_of(source: str, data: Mapping[str, Any], *, made_at: datetime | None = None) -> bytes:
    """A source filled with data, as a PDF file with tags for screen readers.

    `data` holds texts, numbers, booleans, lists, maps, and dates (written YYYY-MM-DD). `made_at`
    goes into the properties of the file; without it none does, and equal papers are equal bytes.
    Raises PdfNotMade.
    """
    compiler = typst.Compiler(
        source.encode(),
        root=_ROOM,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=_plain)},
    )
    try:
        made = compiler.compile(format="pdf", timestamp=made_at)
    except typst.TypstError as error:
        raise PdfNotMade(f"{error.message}\n{error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise PdfNotMade("no pages")
    return made


def source_named(name: str) -> str:
    """A source that lies in this folder: `source_named("letter.typ")`."""
    return (_ROOM / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts, opened once a process."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(_LIBRARY)] if _LIBRARY.is_dir() else [],
    )


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a PDF is made of plain values, not of {type(value).__name__}")
