"""Sorting as a Vietnamese dictionary does; stored, since the database has no such collation."""

from __future__ import annotations

import re
import unicodedata

KEY_LENGTH = 400
"""Room enough for any key."""

_COUNTED = 60
"""Characters that count; two names alike so far may stand in any order."""

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_LETTERS, start=10)}
_TONES = {"": "0", "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_END, _GAP, _NUMBER, _FOREIGN = "00", "01", "02", "99"
_PIECES = re.compile(r"[0-9]+|.", re.DOTALL)


def sort_key(text: str) -> str:
    """A key that sorts letters a ă â … đ … ư …, then tones ngang huyền hỏi ngã sắc nặng.

    Numbers sort by value ("Phường 2" before "Phường 10"). The key has digits only, so that every
    collation of the database sorts it alike; at most KEY_LENGTH.
    """
    letters: list[str] = []
    tones: list[str] = []
    for piece in _PIECES.findall(unicodedata.normalize("NFC", text.casefold())[:_COUNTED]):
        letter, tone = _without_tone(piece)
        letters.append(_code(letter))
        tones.append(tone)
    return ("".join(letters) + _END + "".join(tones))[:KEY_LENGTH]


def _without_tone(piece: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", piece)
    tone = next((mark for mark in decomposed[1:] if mark in _TONES), "")
    bare = decomposed.replace(tone, "") if tone else decomposed
    return unicodedata.normalize("NFC", bare), _TONES[tone]


def _code(letter: str) -> str:
    if letter in _RANK:
        return _RANK[letter]
    if letter.isascii() and letter.isdigit():
        value = letter.lstrip("0")
        return f"{_NUMBER}{len(value):02d}{value}"
    return f"{_FOREIGN}{ord(letter[0]):07d}" if letter.isalnum() else _GAP
