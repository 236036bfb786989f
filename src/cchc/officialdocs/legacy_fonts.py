"""Text of the years before Unicode: finds TCVN3 (ABC) and VNI-Windows letters and converts them.

In such files the letters are ordinary Latin-1 characters and only the font makes them Vietnamese:
"Céng hßa" in the font .VnTime is "Cộng hòa", and so is "Coäng hoøa" in VNI-Times. Old text files
hold the same bytes without a font; code page 1258 and UTF-8 read as Latin-1 are found likewise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

from cchc.officialdocs.sources.syllables import is_syllable

SAMPLE = 60_000
FEWEST_WORDS = 3
_SURE = 0.7
_BETTER_BY = 0.3


class LegacyEncoding(StrEnum):
    """The ways in which letters stood before Unicode; the value is what people call it."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI-Windows"
    CP1258 = "Windows-1258"
    MOJIBAKE = "UTF-8 hiển thị sai"


# TCVN 5712:1993, variant 3, as the fonts named .Vn… draw the upper half of Latin-1.
_TCVN3 = str.maketrans(
    dict(
        zip(
            "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
            "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
            strict=True,
        )
    )
)

# VNI for Windows writes a vowel and then a second character that carries its marks.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì",
}  # fmt: skip
_VNI_ALONE |= {old.upper(): new.upper() for old, new in _VNI_ALONE.items()}
_VNI_PAIR = re.compile("([aeiouyôö])([ùøûõïâáàåãäêéèúüë])|([ñöôæóòîíì])", re.IGNORECASE)

_TCVN3_FONT = re.compile(r"(?:[A-Z]{6}\+)?\.?Vn[A-Z]")
_TCVN3_CAPITALS = re.compile(r"(?:[A-Z]{6}\+)?\.?Vn[A-Za-z ]*?H(?:B|I)?(?:[-, ].*)?")
_VNI_FONT = re.compile(r"(?:[A-Z]{6}\+)?VNI[-\s_]?", re.IGNORECASE)
_UNICODE_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_UPPER_HALF = re.compile("[\u00a0-\u00ff]")
_WORD_EDGES = "“”‘’\"'()[]{}<>.,;:!?-–—/\\*_|+=…"


def font_encoding(font: str | None) -> LegacyEncoding | None:
    """The encoding a font implies by its name (.VnTime, VNI-Times), None for every other font."""
    if not font:
        return None
    if _TCVN3_FONT.match(font):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if _VNI_FONT.match(font) else None


def convert_run(text: str, font: str | None) -> str:
    """The text of a run set in `font`, converted when the font is an old one."""
    encoding = font_encoding(font)
    if encoding is None or is_unicode(text):
        return text
    converted = convert(text, encoding)
    return converted.upper() if _TCVN3_CAPITALS.fullmatch(font or "") else converted


def is_unicode(text: str) -> bool:
    """Whether the text already holds Vietnamese letters that only Unicode has."""
    return _UNICODE_VIETNAMESE.search(text) is not None


def convert(text: str, encoding: LegacyEncoding) -> str:
    """The text in Unicode, read as `encoding`; characters that mean nothing there stay."""
    return _CONVERTERS[encoding](text)


def detect(texts: Iterable[str]) -> LegacyEncoding | None:
    """The old encoding that turns these texts into Vietnamese, None when they are sound already.

    Decided by words: the share of possible Vietnamese syllables must rise clearly and be high.
    """
    words = _marked_words(texts)
    if len(words) < FEWEST_WORDS:
        return None
    as_it_is = _share(words, lambda word: word)
    shares = {encoding: _share(words, way) for encoding, way in _CONVERTERS.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] >= _SURE and shares[best] >= as_it_is + _BETTER_BY:
        return best
    return None


def _marked_words(texts: Iterable[str]) -> list[str]:
    """Words with a letter in the upper half of Latin-1, from texts not in Unicode Vietnamese."""
    words: list[str] = []
    length = 0
    for text in texts:
        if is_unicode(text) or not _UPPER_HALF.search(text):
            continue
        words += [
            stripped
            for word in re.split(r"[ \t\r\n\f/–-]+", text[:SAMPLE])
            if _UPPER_HALF.search(stripped := word.strip(_WORD_EDGES))
        ]
        length += len(text)
        if length > SAMPLE:
            break
    return words


def _share(words: list[str], way: Callable[[str], str]) -> float:
    return sum(is_syllable(way(word).strip(_WORD_EDGES)) for word in words) / len(words)


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def _vni_letter(found: re.Match[str]) -> str:
    if found[3]:
        return _VNI_ALONE[found[3]]
    vowel, mark = _VNI_ALONE.get(found[1], found[1]), _VNI_MARKS[found[2].lower()]
    return vowel + mark


def _from_cp1258(text: str) -> str:
    return unicodedata.normalize("NFC", as_bytes(text).decode("cp1258", errors="replace"))


def _from_mojibake(text: str) -> str:
    try:
        return as_bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        return text


def as_bytes(text: str) -> bytes:
    """The bytes of a text that was read as code page 1252, its five gaps as in Latin-1."""
    return b"".join(_byte(letter) for letter in text)


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", errors="replace")


_CONVERTERS: dict[LegacyEncoding, Callable[[str], str]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.VNI: _from_vni,
    LegacyEncoding.CP1258: _from_cp1258,
    LegacyEncoding.MOJIBAKE: _from_mojibake,
}
