"""Small files of every kind, and the tricks that must not enter."""

from __future__ import annotations

import io
import struct
import zipfile

import pypdfium2
import xlsxwriter
from docx import Document
from PIL import Image

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200).close()
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def image(kind: str) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(target, kind)
    return target.getvalue()


def docx() -> bytes:
    target = io.BytesIO()
    document = Document()
    document.add_paragraph("Kế hoạch cải cách hành chính")
    document.save(target)
    return target.getvalue()


def xlsx() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("Chỉ tiêu").write(0, 0, "Nhiệm vụ")
    return target.getvalue()


def office_zip(kind: str, extra: dict[str, bytes] | None = None, *, main: str = "") -> bytes:
    """A minimal office file of "word", "xl" or "ppt" with extra entries."""
    parts = {
        "word": ("word/document.xml", "wordprocessingml.document"),
        "xl": ("xl/workbook.xml", "spreadsheetml.sheet"),
        "ppt": ("ppt/presentation.xml", "presentationml.presentation"),
    }
    part, media = parts[kind]
    types = f"application/vnd.openxmlformats-officedocument.{main or media}.main+xml"
    return archive({"[Content_Types].xml": types.encode(), part: b"<x/>", **(extra or {})})


def archive(entries: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
        packed.comment = comment
    return target.getvalue()


def ole(stream: str) -> bytes:
    """A compound file with one directory entry of this name."""
    written = stream.encode("utf-16-le")
    entry = written.ljust(64, b"\x00") + struct.pack("<H", len(written) + 2)
    return OLE + bytes(1024) + entry + bytes(1024)


def encrypted_flag(packed: bytes) -> bytes:
    """The archive with every entry marked as encrypted."""
    local = packed.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    return local.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
