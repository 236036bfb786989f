"""Letters as a person types them: composed, and nothing that hides or turns what follows."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; tabs and line ends stay
    "\u00ad\u200b\u2060\ufeff\ufff9-\ufffb"  # invisible
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turning the direction of reading
    "]"
)


def plain(text: str) -> str:
    """The text in composed form, without controls, invisible letters and turned directions."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))
