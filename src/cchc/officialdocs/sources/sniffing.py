"""Finds out what a file really is, from its bytes; its name is never trusted."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from cchc.officialdocs.errors import EmptyDocument, NotADocument, ProtectedDocument
from cchc.officialdocs.sources.limits import Limits, check_file_size

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8")


class Kind(StrEnum):
    """The kinds of file that have a reader, and the containers that must be looked into."""

    CONTAINER = "container"
    PDF = "pdf"
    PICTURE = "picture"
    OLD_WORD = "old-word"
    OLD_EXCEL = "old-excel"
    TEXT = "text"


def sniff(path: Path, limits: Limits) -> Kind:
    """The kind of the file; raises UnreadableDocument for what has no reader."""
    size = path.stat().st_size
    if size == 0:
        raise EmptyDocument("empty", "Tệp rỗng, không có nội dung để đọc.")
    check_file_size(size, limits)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.CONTAINER
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(_OLE):
        return _kind_of_ole(path.read_bytes())
    if head.startswith(_PICTURES) or head[8:12] == b"WEBP":
        return Kind.PICTURE
    _refuse_relatives(head)
    return Kind.TEXT


def _kind_of_ole(data: bytes) -> Kind:
    """What is in the old compound file, by the names of its streams."""
    if _stream(data, "EncryptedPackage") or _stream(data, "EncryptionInfo"):
        raise ProtectedDocument(
            "password-protected",
            "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu trong Word hoặc Excel rồi gửi lại.",
        )
    if _stream(data, "WordDocument"):
        return Kind.OLD_WORD
    if _stream(data, "Workbook") or _stream(data, "Book"):
        return Kind.OLD_EXCEL
    raise not_a_document()


def _stream(data: bytes, name: str) -> bool:
    return (name.encode("utf-16-le") + b"\0\0") in data


def _refuse_relatives(head: bytes) -> None:
    """Kinds that people do send and that must be saved anew first."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{\\rtf"):
        raise NotADocument("rtf", "Tệp ở dạng RTF. Hãy mở bằng Word, lưu thành .docx rồi gửi lại.")
    if start.startswith((b"<!doctype html", b"<html", b"mime-version:")):
        raise NotADocument(
            "web-page",
            "Tệp là một trang web được đặt tên như văn bản. "
            "Hãy mở bằng Word, lưu thành .docx rồi gửi lại.",
        )
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        raise NotADocument("heic", "Ảnh ở dạng HEIC. Hãy chuyển sang JPG hoặc PDF rồi gửi lại.")


def not_a_document() -> NotADocument:
    """The refusal of anything the reader does not know."""
    return NotADocument(
        "not-a-document",
        "Tệp không phải là văn bản đọc được. Hệ thống nhận .docx, .pdf, ảnh quét (.jpg, .png, "
        ".tiff), .xlsx, .txt và .md.",
    )
