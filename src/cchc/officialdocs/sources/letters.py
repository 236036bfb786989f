"""Letters as they should stand: one composed form, single spaces, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufff9\ufffa\ufffb"
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(f"[ \t{ODD_SPACES}]+")
_AROUND_BREAKS = re.compile(" ?\n[ \n]*")
_PLAIN = re.compile("[\n\x20-\x7e]*")
# The Icelandic eth is what old keyboards and some recognisers leave for the Vietnamese letter.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"})


class Oddity(StrEnum):
    """What was found in the letters of a document that a person should know of."""

    BIDI = "bidi-removed"
    CONTROL = "control-removed"


def clean(text: str, found: set[Oddity] | None = None) -> str:
    """Composed letters, single spaces, no invisible marks; line breaks stay, empty lines go.

    What was removed and could have hidden something is added to `found`.
    """
    if _PLAIN.fullmatch(text):
        return _spaced(text)
    if _BIDI.search(text):
        text = _BIDI.sub("", text)
        _note(found, Oddity.BIDI)
    text = _BREAKS.sub("\n", text)
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
        _note(found, Oddity.CONTROL)
    text = _INVISIBLE.sub("", text)
    return _spaced(unicodedata.normalize("NFC", text).translate(_LOOKALIKES))


def one_line(text: str) -> str:
    """The text with its line breaks turned into spaces."""
    return " ".join(text.split())


def _spaced(text: str) -> str:
    text = _SPACES.sub(" ", text)
    return _AROUND_BREAKS.sub("\n", text).strip()


def _note(found: set[Oddity] | None, oddity: Oddity) -> None:
    if found is not None:
        found.add(oddity)
