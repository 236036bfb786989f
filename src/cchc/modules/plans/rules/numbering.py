"""Numbers and symbols of documents, compared as an archivist would.

"0134/KH-UBND" and "134/kh-ubnd" are the same document; what is printed stays as it was written.
"""

from __future__ import annotations

import re

from cchc.platform.text.folding import fold

_LABEL = re.compile(r"^(?:so|s)\s*[:.]?\s*(?=\d)")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def number_key(number: str) -> str:
    """The number as it is compared: without "Số:", leading zeros, spaces, marks and case."""
    plain = fold(number).translate(_DASHES)
    bare = re.sub(r"\s+", "", _LABEL.sub("", plain))
    return re.sub(r"^0+(?=\d)", "", bare)
