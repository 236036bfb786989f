"""Sorting as a Vietnamese dictionary does; stored, since the database has no such collation."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_LETTERS, start=10)}
_TONES = {"": "0", "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(text: str) -> str:
    """A key that sorts letters a ă â … đ … ư …, then tones ngang huyền hỏi ngã sắc nặng."""
    letters: list[str] = []
    tones: list[str] = []
    for character in unicodedata.normalize("NFC", text.casefold()):
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in decomposed[1:] if mark in _TONES and mark), "")
        letter = unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed)
        letters.append(_RANK.get(letter, f"0{letter}" if letter.isalnum() else "00"))
        tones.append(_TONES[tone])
    return "".join(letters) + " " + "".join(tones)
