"""Mends what recognition is known to misread in Vietnamese; each change costs certainty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.officialdocs.sources.sheet import Word
from cchc.officialdocs.sources.syllables import is_syllable

_LESS_SURE = 0.75
# Letters Vietnamese does not have, with what stood there.
_FOREIGN = (
    (re.compile("NÑ|ÑN"), "N"),
    (re.compile("Ñ"), "N"),
    (re.compile("ñ"), "n"),
    (re.compile("Œ|€|¢"), "C"),
    (re.compile("œ"), "c"),
    (re.compile("ø(?=$|[.,;:)])"), "g"),
    (re.compile("ÿ"), "y"),
)
_ORDER_HEADS = frozenset({"SIT", "STI", "SII", "5TT", "SITT", "STTT", "S1T", "ST1", "STT."})
_NO_C = re.compile(r"^cu(?=y|ê|ế|ề|ệ|â|ấ|[aàáảãạ]n)")
_MONEY = re.compile(r"(?=\w*\d)([0-9SOoIl]{1,4})((?:tr|triệu|tỷ)(?:/.*)?)")
_FIGURES = str.maketrans("SOoIl", "50011")
_SAME_SHAPE = frozenset("coóòỏõọôốồổỗộơớờởỡợsuúùủũụưứừửữựvxíìỉĩịz")
_ROMAN = re.compile(r"[IVXLC]+\W*")
_QUARTER = re.compile(r"Qu[ýíyi]", re.IGNORECASE)
_QUARTER_FIGURE = re.compile(r"([IVl1|!ULHT]{1,4}?)[/\\,.]?\s?(20\d\d)(\D*)")
_QUARTERS = {
    "I": "I", "1": "I", "l": "I", "L": "I", "U": "I", "II": "II", "H": "II", "11": "II", "IU": "II",
    "IL": "II", "UI": "II", "ll": "II", "III": "III", "HI": "III", "IH": "III", "IIU": "III",
    "IIL": "III", "IV": "IV", "TV": "IV", "1V": "IV", "lV": "IV",
}  # fmt: skip


def mended_line(words: Sequence[Word]) -> list[Word]:
    """The words of one recognised line, mended one by one with an eye on their neighbours."""
    mended: list[Word] = []
    for at, word in enumerate(words):
        before = words[at - 1].text if at else ""
        after = words[at + 1].text if at + 1 < len(words) else ""
        text = _mended(word.text, before, after)
        if text == word.text:
            mended.append(word)
        else:
            mended.append(
                replace(word, text=text, confidence=round(word.confidence * _LESS_SURE, 4))
            )
    return mended


def _mended(text: str, before: str, after: str) -> str:
    for pattern, letter in _FOREIGN:
        text = pattern.sub(letter, text)
    if _NO_C.match(text) and is_syllable(text.strip(".,;:").replace("cu", "qu", 1)):
        text = f"q{text[1:]}"
    if money := _MONEY.fullmatch(text):
        text = money[1].translate(_FIGURES) + money[2]
    if (not before or _QUARTER.fullmatch(before)) and (quarter := _QUARTER_FIGURE.fullmatch(text)):
        roman = _QUARTERS.get(quarter[1])
        text = f"{roman}/{quarter[2]}{quarter[3]}" if roman else text
    if _QUARTER.fullmatch(before) and text.rstrip(",;") in ("H", "11", "ll"):
        text = text.replace(text.rstrip(",;"), "II")
    if text in _ORDER_HEADS:
        return "STT"
    return _cased(_parted(_evened(text)), before, after)


def _parted(text: str) -> str:
    """Two words that were read as one: "SởNội"."""
    for at in range(2, len(text) - 1):
        if text[at].isupper() and text[at - 1].islower() and text[at + 1].islower():
            first, second = text[:at], text[at:]
            if is_syllable(first) and is_syllable(second.strip(".,;:)")):
                return f"{first} {second}"
    return text


def _evened(text: str) -> str:
    """A capital of the same shape as its small letter, among small letters: "ĐƠn", "cỦa"."""
    letters = list(text)
    for at in range(1, len(letters)):
        letter = letters[at]
        near = letters[at - 1].islower() or (at + 1 < len(letters) and letters[at + 1].islower())
        if letter.isupper() and near and letter.lower() in _SAME_SHAPE:
            letters[at] = letter.lower()
    return "".join(letters)


def _cased(text: str, before: str, after: str) -> str:
    """Letters whose capitals have the same shape, in capitals among small ones: "Các SỞ, ngành"."""
    bare = text.strip(".,;:)(")
    if _ROMAN.fullmatch(bare) or not (
        1 < len(bare) <= 3 and bare.isupper() and set(bare.casefold()) <= _SAME_SHAPE
    ):
        return text
    if not (before[-1:].islower() or after[-1:].islower() or before.endswith(",")):
        return text
    starts = not before or before.endswith((".", ":", ";")) or after[:1].isupper()
    return text.replace(bare, bare.capitalize() if starts else bare.lower())
