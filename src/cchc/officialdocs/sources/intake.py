"""Takes a file in: finds out what it is, holds it to the limits, and hands it to its reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cchc.officialdocs.errors import DamagedDocument, NotADocument, UnreadableDocument
from cchc.officialdocs.layout import Layout
from cchc.officialdocs.sources.decoding import decode
from cchc.officialdocs.sources.finishing import finish
from cchc.officialdocs.sources.limits import DEFAULT_LIMITS, Limits
from cchc.officialdocs.sources.progress import Progress, Report, say_nothing
from cchc.officialdocs.sources.sniffing import Kind, not_a_document, sniff
from cchc.officialdocs.sources.text import read_text
from cchc.officialdocs.sources.zipped import Container

__all__ = ["Limits", "Progress", "Report", "read_layout"]


def read_layout(
    path: Path, *, progress: Report | None = None, limits: Limits = DEFAULT_LIMITS
) -> Layout:
    """The layout of any file an office may send; raises UnreadableDocument, and nothing else.

    The kind is told by the bytes, not by the name. Nothing in the file is run or fetched, and
    nothing is left behind. A missing file raises OSError as anywhere.
    """
    kind = sniff(path, limits)
    try:
        return finish(_read(path, kind, progress or say_nothing, limits))
    except UnreadableDocument:
        raise
    except (
        MemoryError,
        RecursionError,
        ArithmeticError,
        LookupError,
        ValueError,
        TypeError,
    ) as oops:
        raise DamagedDocument(
            "damaged",
            "Tệp bị hỏng hoặc có cấu trúc lạ nên không đọc được. "
            "Hãy mở tệp trên máy, lưu lại rồi gửi lại.",
        ) from oops


def _read(path: Path, kind: Kind, report: Report, limits: Limits) -> Layout:
    """Imports the readers only when they are needed: they bring large libraries along."""
    if kind is Kind.CONTAINER:
        return _read_container(path, report, limits)
    if kind is Kind.PDF:
        from cchc.officialdocs.sources.pdf import read_pdf

        return read_pdf(path, report, limits)
    if kind is Kind.PICTURE:
        from cchc.officialdocs.sources.picture import read_picture

        return read_picture(path, report, limits)
    if kind is Kind.OLD_EXCEL:
        raise NotADocument(
            "old-excel",
            "Tệp ở dạng Excel cũ (.xls). Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.",
        )
    if kind is Kind.OLD_WORD:
        raise NotADocument(
            "old-word", "Tệp ở dạng Word cũ (.doc). Hãy mở bằng Word, lưu thành .docx rồi gửi lại."
        )
    text, doubts = decode(path.read_bytes())
    layout = read_text(text, limits)
    return replace(layout, warnings=(*layout.warnings, *doubts))


def _read_container(path: Path, report: Report, limits: Limits) -> Layout:
    with Container(path, limits) as container:
        names = container.names()
        if any(name.startswith("word/") for name in names):
            from cchc.officialdocs.sources.word import read_word

            report(Progress(0, 1, "Đang đọc tệp Word"))
            return read_word(container, limits)
        is_excel = any(name.startswith("xl/") for name in names)
    if is_excel:
        from cchc.officialdocs.sources.excel import read_excel

        return read_excel(path, report, limits)
    if "mimetype" in names and "content.xml" in names:
        raise NotADocument(
            "opendocument",
            "Tệp ở dạng OpenDocument. Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx hoặc "
            ".xlsx rồi gửi lại.",
        )
    if any(name.startswith("ppt/") for name in names):
        raise not_a_document()
    raise NotADocument("archive", "Tệp là tệp nén. Hãy giải nén rồi gửi từng văn bản một.")
