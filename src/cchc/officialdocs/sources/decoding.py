"""Turns the bytes of a text file into letters, whatever encoding they were written in."""

from __future__ import annotations

import codecs
import re

from cchc.officialdocs.errors import EmptyDocument, NotADocument
from cchc.officialdocs.layout import Doubt
from cchc.officialdocs.legacy_fonts import convert, detect
from cchc.officialdocs.sources.finishing import legacy_doubt
from cchc.officialdocs.sources.sniffing import not_a_document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
_MOST_LOST = 0.005
_GAPS = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

LOST = Doubt("letters-lost", "Một số ký tự trong tệp bị hỏng, không đọc được.")


def decode(data: bytes) -> tuple[str, list[Doubt]]:
    """The text, and what to tell the person; raises NotADocument, EmptyDocument."""
    if not data.strip(b"\0 \t\r\n\x0c"):
        raise EmptyDocument("empty", "Tệp rỗng, không có nội dung để đọc.")
    text = _unicode(data)
    if text is not None:
        return _checked(text), [LOST] if "\ufffd" in text else []
    text = _checked("".join(_GAPS.get(byte, "") or _latin(byte) for byte in data))
    encoding = detect(text.split("\n"))
    if encoding is None:
        raise NotADocument(
            "wrong-encoding",
            "Không nhận ra bảng mã của tệp văn bản. "
            "Hãy lưu lại ở dạng Unicode (UTF-8) rồi gửi lại.",
        )
    return convert(text, encoding), [legacy_doubt(encoding)]


def _unicode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros[:4000].count(0) * 5 > len(zeros[:4000]) * 2:
            return data.decode(encoding, errors="replace")
    text = data.decode("utf-8", errors="replace")
    return text if text.count("\ufffd") < _MOST_LOST * len(text) else None


def _latin(byte: int) -> str:
    return _LATIN[byte]


_LATIN = [
    _GAPS.get(byte) or bytes([byte]).decode("cp1252", errors="replace") for byte in range(256)
]


def _checked(text: str) -> str:
    """The text, unless its control characters say that it is no text at all."""
    controls = len(_BINARY.findall(text, 0, 200_000))
    if controls > _MOST_CONTROLS * min(len(text), 200_000):
        raise not_a_document()
    return text
