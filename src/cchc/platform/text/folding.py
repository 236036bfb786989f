"""Folding: the same word however it is typed."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_MARKS = dict.fromkeys(
    point for point in range(0x0300, 0x0370) if unicodedata.combining(chr(point))
)


def squeeze(text: str) -> str:
    """Composed letters (NFC) and single spaces."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Without marks and case, for search: "Kế hoạch số 272" and "ke hoach so 272" fold alike."""
    bare = unicodedata.normalize("NFD", text.casefold()).translate(_MARKS)
    return _SPACES.sub(" ", bare.replace("đ", "d")).strip()
