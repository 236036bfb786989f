"""Capitals: a line printed all in capitals, written as one would write it in a register."""

from __future__ import annotations

import re
import unicodedata

from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.places import province_named

_SHORT_FORMS = {
    form.casefold(): form
    for form in (
        "UBND", "HĐND", "CCHC", "TTHC", "UBMTTQ", "MTTQ", "CNTT", "VP", "VPUBND", "CBCCVC", "BHXH",
        "BCĐ", "SIPAS", "PAPI", "PCI", "PAR", "DDCI", "DTI", "ISO", "NTM", "HTX", "QPPL", "ĐBQH",
    )
}  # fmt: skip
_LEVEL = re.compile(
    r"\b(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+((?:[^\W\d_]+(?:\s"
    r"|$)){1,4})"
)
_BODIES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Tỉnh ủy", "Thành ủy", "Chính phủ",
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Bộ Nội vụ", "Mặt trận Tổ quốc",
)  # fmt: skip
_PLAIN_WORDS = frozenset(
    {
        "giai", "ve", "va", "den", "trong", "thuoc", "cua", "uy", "doan", "theo", "tren", "thuc",
        "cap", "co", "duoc", "la", "tai", "cac", "noi", "gan", "phuc", "tao", "xay", "khong", "lan",
    }
)  # fmt: skip
"""Words that follow a level without naming a place ("tỉnh theo quy định")."""


def is_shouting(text: str) -> bool:
    """Whether a text is printed in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    return len(letters) > 1 and small <= len(letters) // 12


def quiet(text: str) -> str:
    """The text as it is; one printed in capitals in small letters, names kept."""
    text = tidy(text)
    if not is_shouting(text):
        return text
    words = unicodedata.normalize("NFC", text.lower()).split(" ")
    lowered = " ".join(_SHORT_FORMS.get(word.strip("().,;:"), word) for word in words)
    lowered = _LEVEL.sub(_with_place, lowered)
    for body in _BODIES:
        lowered = lowered.replace(body.lower(), body)
    return lowered[:1].upper() + lowered[1:]


def _with_place(match: re.Match[str]) -> str:
    """The name after a level with its capitals: a known province, else two words."""
    words = match.group(2).split()
    count = next(
        (n for n in range(len(words), 0, -1) if province_named(" ".join(words[:n]))),
        0,
    )
    if (
        not count
        and words
        and fold(words[0]) not in _PLAIN_WORDS
        and not words[0].startswith("năm")
    ):
        count = min(2, len(words))
    named = [word[:1].upper() + word[1:] for word in words[:count]]
    tail = " " if match.group(2).endswith(" ") else ""
    return f"{match.group(1)} {' '.join(named + words[count:])}{tail}"


_NOT_NAMES = frozenset(
    {"ke hoach", "bao cao", "chi thi", "de an", "quy che", "quy dinh", "phu luc"}
)
"""Titles of what follows a signature, written as a name is."""


def is_name(text: str) -> bool:
    """Whether a line is a person's name: two to six capitalised words ("H' Yim Kđoh"), no digit."""
    words = tidy(text).strip(" .,").split(" ")
    if not 2 <= len(words) <= 6 or any(not word[:1].isupper() for word in words):
        return False
    if fold(text) in _NOT_NAMES:
        return False
    return all(word.strip(".'’`").isalpha() and len(word) <= 8 for word in words)
