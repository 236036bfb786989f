"""How Vietnamese offices number: I, 1, 1.1, a) b) c) d) đ) e) g), and what follows what."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points, in order: no f, j, w, z; đ after d."""

_ROMAN = re.compile(r"^(?=[IVXL])(X{0,3}|XL|L)(IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


class LabelStyle(StrEnum):
    """The shape of a label; a style says how deep in the document it usually stands."""

    ROMAN = "roman"
    CAPITAL = "capital"
    NUMBER = "number"
    DOTTED = "dotted"
    LETTER = "letter"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Label:
    """A number or letter before a heading or point, without its bracket or full stop."""

    style: LabelStyle
    text: str
    ordinal: int


MOST_LABEL = 40
"""A label ends within this many letters."""
_COMPOUND = re.compile(
    r"(?:[IVXL]{1,5}|[A-ZĐ]|\d{1,3})(?:[.\-](?:[IVXL]{1,5}|[A-Z]|\d{1,3}|[a-zđ])){1,4}", re.ASCII
)
"""Labels of several parts: "1.2", "I.1", "A.2", "1.a"."""
_LABEL = re.compile(
    r"""^(?P<open>\()?\s*
    (?P<label>\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}|[IVXL]{1,7}|[A-ZĐ]|[a-zđ])
    \s*(?P<mark>[.):/]|\s[-–])\s*(?=\S|$)""",
    re.VERBOSE,
)
_DASH = re.compile(r"^[-–—+*•·▪‣]\s*(?=\S)")


def letter_ordinal(letter: str) -> int | None:
    """The place of a letter among points (a is 1, đ is 5); None for a letter never used."""
    index = LETTERS.find(unicodedata.normalize("NFC", letter).lower())
    return index + 1 if index >= 0 and len(letter) >= 1 else None


def next_letter(letter: str) -> str | None:
    """The letter of the point after this one: e after đ, g after e; None after the last."""
    ordinal = letter_ordinal(letter)
    return None if ordinal is None or ordinal >= len(LETTERS) else LETTERS[ordinal]


def roman_value(text: str) -> int | None:
    """The value of a roman number up to 50; None when it is none."""
    if not text or not _ROMAN.match(text):
        return None
    total, before = 0, 0
    for letter in reversed(text):
        value = _ROMAN_VALUES[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return total


def label_of(text: str) -> Label | None:
    """The label that a bare order cell holds: "1.", "a)", "II", "1.2", "(3)"."""
    bare = unicodedata.normalize("NFC", text).strip().strip("()[]*_ ").rstrip(".,;):/ ").strip()
    if not bare or len(bare) > 12:
        return None
    if re.fullmatch(r"\d{1,4}", bare, re.ASCII):
        return Label(LabelStyle.NUMBER, bare.lstrip("0") or "0", int(bare))
    if re.fullmatch(r"[-–—+*•]", bare):
        return Label(LabelStyle.DASH, bare, 0)
    if _COMPOUND.fullmatch(bare):
        return Label(LabelStyle.DOTTED, bare, _ordinal(re.split(r"[.\-]", bare)[-1]))
    return _lettered(bare)


def _lettered(bare: str) -> Label | None:
    """A label of letters: roman before capital, so that I is one and not the ninth letter."""
    roman = roman_value(bare)
    if roman is not None:
        return Label(LabelStyle.ROMAN, bare, roman)
    ordinal = letter_ordinal(bare) if len(bare) == 1 else None
    if ordinal is None:
        return None
    return Label(LabelStyle.CAPITAL if bare.isupper() else LabelStyle.LETTER, bare, ordinal)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text) or letter_ordinal(text) or 0


def split_label(text: str) -> tuple[Label | None, str]:
    """The label at the start of a line and the rest; (None, text) when there is none."""
    line = unicodedata.normalize("NFC", text).lstrip()
    start = line[:MOST_LABEL]
    dash = _DASH.match(start)
    if dash:
        return Label(LabelStyle.DASH, dash.group().strip(), 0), line[dash.end() :]
    match = _LABEL.match(start)
    label = label_of(match.group("label")) if match else None
    if match is None or label is None:
        return None, text
    rest = line[match.end() :]
    return (None, text) if _is_no_label(label, match.group("mark"), rest) else (label, rest)


def _is_no_label(label: Label, mark: str, rest: str) -> bool:
    """True for what only looks like a label: "3/2021 …", "1.500 tỷ", "T. Nguyễn"."""
    if mark.startswith("/"):
        return True
    if mark == ":" and label.style is not LabelStyle.ROMAN:
        return True
    if mark == "." and label.style is LabelStyle.LETTER and not rest[:1].isupper():
        return True
    return label.style in (LabelStyle.NUMBER, LabelStyle.DOTTED) and rest[:1].isdigit()


def follows(label: Label, before: Label) -> bool:
    """True when this label is the next one of the same numbering, đ being left out or not."""
    if label.style is not before.style:
        return False
    if label.style is LabelStyle.DOTTED:
        same = label.text.rsplit(".", 1)[0] == before.text.rsplit(".", 1)[0]
        return same and label.ordinal == before.ordinal + 1
    skipped = label.style is LabelStyle.LETTER and (before.text, label.text) == ("d", "e")
    return label.ordinal == before.ordinal + 1 or skipped
