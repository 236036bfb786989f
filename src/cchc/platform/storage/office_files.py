"""Office files by their content: zipped XML of today, compound files of before 2007."""

from __future__ import annotations

import mmap
import struct
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from cchc.platform.storage.kinds import DOC, DOCX, PPTX, XLS, XLSX, FileKind
from cchc.platform.storage.refusals import RefusedFile

ZIP_SIGNATURE = b"PK\x03\x04"
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 20_000
LARGEST_DIRECTORY = 8 << 20
"""Asked before the list of entries is read: a list of millions would fill the memory."""
MOST_UNPACKED = 1 << 30
MOST_RATIO = 200
FREE_UNPACKED = 100 << 20
"""Below this an unusual ratio is harmless: a sheet of empty rows packs very well."""

_TYPES = "[Content_Types].xml"
_END_RECORD = b"PK\x05\x06"
_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_OLE_STREAMS = {"WordDocument": DOC, "Workbook": XLS, "Book": XLS}


def kind_of_zip(path: Path) -> FileKind | None:
    """DOCX, XLSX or PPTX; None for another archive; RefusedFile for tricks, bombs and macros."""
    end = _end_record(path)
    if end is None:
        raise _damaged()
    (directory_size,) = struct.unpack("<I", end[12:16])
    if directory_size > LARGEST_DIRECTORY:
        raise _bomb()
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(entries, path.stat().st_size)
            return _kind_by_parts(archive, [entry.filename for entry in entries])
    except (zipfile.BadZipFile, struct.error, UnicodeDecodeError, OSError, ValueError):
        raise _damaged() from None


def kind_of_ole(path: Path) -> FileKind | None:
    """DOC or XLS; None for another compound file; RefusedFile when it has a password."""
    with path.open("rb") as content, mmap.mmap(content.fileno(), 0, access=mmap.ACCESS_READ) as m:
        if _names_stream(m, "EncryptedPackage"):
            raise _locked()
        return next((kind for name, kind in _OLE_STREAMS.items() if _names_stream(m, name)), None)


def ends_as_zip(path: Path) -> bool:
    """Whether the file ends exactly as an archive ends: so a tool for archives would open it."""
    return _end_record(path) is not None


def _end_record(path: Path) -> bytes | None:
    """The 22 bytes that close an archive, when their comment reaches exactly to the end."""
    size = path.stat().st_size
    with path.open("rb") as content:
        content.seek(max(0, size - 22 - 0xFFFF))
        tail = content.read()
    place = tail.rfind(_END_RECORD)
    while place >= 0:
        record = tail[place : place + 22]
        if len(record) == 22:
            (comment_length,) = struct.unpack("<H", record[20:22])
            if place + 22 + comment_length == len(tail):
                return record
        place = tail.rfind(_END_RECORD, 0, place)
    return None


def _check_entries(entries: list[zipfile.ZipInfo], size: int) -> None:
    names = [entry.filename for entry in entries]
    if not entries or min(entry.header_offset for entry in entries) != 0:
        raise _tricked()
    if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
        raise _tricked()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise _locked()
    unpacked = sum(entry.file_size for entry in entries)
    is_dense = unpacked > FREE_UNPACKED and unpacked > MOST_RATIO * size
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or is_dense:
        raise _bomb()


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\x00" in name or ".." in name.split("/")


def _kind_by_parts(archive: zipfile.ZipFile, names: list[str]) -> FileKind | None:
    if _TYPES not in names:
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise RefusedFile(
            "macros",
            _(
                "Tệp có chứa macro nên không được nhận. Hãy lưu lại thành tệp không có macro "
                "(.docx, .xlsx, .pptx) rồi gửi."
            ),
        )
    if archive.getinfo(_TYPES).file_size > 1 << 22:
        raise _bomb()
    types = archive.read(_TYPES)
    found = {
        kind
        for part, kind in _MAIN_PARTS.items()
        if part in names and kind.content_type.encode() + b".main+xml" in types
    }
    if len(found) > 1:
        raise _tricked()
    return next(iter(found), None)


def _names_stream(content: mmap.mmap, name: str) -> bool:
    """Whether a directory entry of a compound file bears this name (UTF-16, 64 bytes, length)."""
    written = name.encode("utf-16-le")
    wanted = written.ljust(64, b"\x00") + struct.pack("<H", len(written) + 2)
    return content.find(wanted) >= 0


def _tricked() -> RefusedFile:
    return RefusedFile(
        "polyglot",
        _("Tệp có cấu tạo bất thường nên không được nhận. Hãy lưu lại tệp rồi gửi."),
    )


def _locked() -> RefusedFile:
    return RefusedFile("password", _("Tệp được đặt mật khẩu. Hãy gỡ mật khẩu của tệp rồi gửi lại."))


def _bomb() -> RefusedFile:
    return RefusedFile(
        "bomb", _("Tệp nén quá mức bình thường nên không được nhận. Hãy lưu lại tệp rồi gửi.")
    )


def _damaged() -> RefusedFile:
    return RefusedFile(
        "damaged", _("Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy kiểm tra tệp rồi gửi lại.")
    )
