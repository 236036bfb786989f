"""The kinds of files that are taken in, and how each is known by its content."""

from __future__ import annotations

from dataclasses import dataclass

_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: stable code, media type, extensions, and whether a browser may show it."""

    code: str
    content_type: str
    extensions: tuple[str, ...]
    is_shown: bool = False


PDF = FileKind("pdf", "application/pdf", ("pdf",), is_shown=True)
PNG = FileKind("png", "image/png", ("png",), is_shown=True)
JPEG = FileKind("jpeg", "image/jpeg", ("jpg", "jpeg"), is_shown=True)
TIFF = FileKind("tiff", "image/tiff", ("tif", "tiff"))
DOCX = FileKind("docx", _OFFICE + "wordprocessingml.document", ("docx",))
XLSX = FileKind("xlsx", _OFFICE + "spreadsheetml.sheet", ("xlsx",))
PPTX = FileKind("pptx", _OFFICE + "presentationml.presentation", ("pptx",))
DOC = FileKind("doc", "application/msword", ("doc",))
XLS = FileKind("xls", "application/vnd.ms-excel", ("xls",))
TEXT = FileKind("text", "text/plain", ("txt", "md"))

ALLOWED = (PDF, DOCX, XLSX, DOC, XLS, PPTX, PNG, JPEG, TIFF, TEXT)
BY_EXTENSION = {extension: kind for kind in ALLOWED for extension in kind.extensions}
BY_CONTENT_TYPE = {kind.content_type: kind for kind in ALLOWED}


def accepted_extensions() -> str:
    """For the `accept` of a file field: ".pdf,.docx,…"."""
    return ",".join(f".{extension}" for extension in BY_EXTENSION)
