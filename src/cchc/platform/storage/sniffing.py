"""Knowing a file by its content; its name must agree."""

from __future__ import annotations

from pathlib import Path

import puremagic
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from cchc.platform.storage.kinds import BY_EXTENSION, JPEG, PDF, PNG, TEXT, TIFF, FileKind
from cchc.platform.storage.naming import extension_of
from cchc.platform.storage.office_files import (
    OLE_SIGNATURE,
    ZIP_SIGNATURE,
    ends_as_zip,
    kind_of_ole,
    kind_of_zip,
)
from cchc.platform.storage.refusals import RefusedFile

HEAD = 4096

_SIGNATURES = {
    b"%PDF-": PDF,
    b"\x89PNG\r\n\x1a\n": PNG,
    b"\xff\xd8\xff": JPEG,
    b"II*\x00": TIFF,
    b"MM\x00*": TIFF,
}
_CLOSING_MARKS = {PDF: b"%%EOF", PNG: b"IEND", JPEG: b"\xff\xd9"}
_NOT_TEXT = tuple(b"<!doctype <html <?xml <svg <script {\\rtf #! mz gif8 rar! %!ps".split())
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13}) + b"\x7f"
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")


def sniff(path: Path, name: str) -> FileKind:
    """What kind of file it is, or RefusedFile: not allowed, not what its name says, or a trick."""
    wanted = BY_EXTENSION.get(extension_of(name))
    if wanted is None:
        raise RefusedFile(
            "type_not_allowed",
            _(
                "Không nhận loại tệp này. Hãy gửi tệp PDF, Word, Excel, PowerPoint, ảnh (PNG, JPG, "
                "TIFF) hoặc văn bản thuần (TXT, MD)."
            ),
        )
    found = _kind_of(path)
    if found is not wanted:
        raise _disagreement(wanted, found, path)
    return found


def _kind_of(path: Path) -> FileKind | None:
    with path.open("rb") as content:
        head = content.read(HEAD)
    if head.startswith(ZIP_SIGNATURE):
        return kind_of_zip(path)
    if head.startswith(OLE_SIGNATURE):
        return kind_of_ole(path)
    signed = next((kind for sign, kind in _SIGNATURES.items() if head.startswith(sign)), None)
    if signed is None:
        return TEXT if _is_text(path, head) else None
    if ends_as_zip(path):
        raise RefusedFile(
            "polyglot",
            _("Tệp chứa một tệp nén ẩn bên trong nên không được nhận. Hãy xuất lại tệp rồi gửi."),
        )
    if not _ends_whole(path, signed):
        raise _damaged()
    return PDF if signed is PDF else _checked_image(path, signed)


def _checked_image(path: Path, kind: FileKind) -> FileKind:
    """An image that the reader of images knows as the same kind, whole as far as it can tell."""
    try:
        with Image.open(path, formats=(kind.code.upper(),)) as image:
            image.verify()
    except Image.DecompressionBombError:
        raise RefusedFile(
            "too_many_pixels", _("Ảnh có kích thước quá lớn. Hãy quét lại ở 300 dpi rồi gửi.")
        ) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise _damaged() from None
    return kind


def _ends_whole(path: Path, kind: FileKind) -> bool:
    """Whether the closing mark is near the end: a cut transfer must not be found years later."""
    mark = _CLOSING_MARKS.get(kind)
    if mark is None:
        return True
    with path.open("rb") as content:
        content.seek(max(0, path.stat().st_size - HEAD))
        return mark in content.read()


def _is_text(path: Path, head: bytes) -> bool:
    """Text of any encoding that offices used (TCVN3 and VNI too): no control characters."""
    if head.startswith(_BOM_16):
        return _decodes(path, "utf-16")
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_NOT_TEXT):
        return False
    with path.open("rb") as content:
        return all(
            len(part.translate(None, _CONTROL)) == len(part)
            for part in iter(lambda: content.read(1 << 20), b"")
        )


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding) as content:
            return all("\x00" not in part for part in iter(lambda: content.read(1 << 20), ""))
    except UnicodeError:
        return False


def _disagreement(wanted: FileKind, found: FileKind | None, path: Path) -> RefusedFile:
    really = found.extensions[0] if found else _guess(path)
    return RefusedFile(
        "type_mismatch",
        _(
            "Nội dung tệp không đúng với đuôi .%(wanted)s (nhận ra: %(really)s). Hãy mở tệp bằng "
            "phần mềm đã tạo ra nó, lưu lại đúng định dạng rồi gửi."
        )
        % {"wanted": wanted.extensions[0], "really": really},
    )


def _guess(path: Path) -> str:
    """What the content looks like, for the message only."""
    try:
        with path.open("rb") as content:
            guessed: str = puremagic.from_string(content.read(HEAD))
    except (puremagic.PureError, ValueError):
        return _("không rõ")
    return guessed.lstrip(".") or _("không rõ")


def _damaged() -> RefusedFile:
    return RefusedFile(
        "damaged", _("Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy kiểm tra tệp rồi gửi lại.")
    )
