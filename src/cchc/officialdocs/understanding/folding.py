"""Reading past marks, case and broken Unicode, while still knowing where each letter stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_STROKED = {"đ": "d", "Đ": "d"}
_SPACES = re.compile(r"\s+")
_TONE_PAIRS = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, the same text without marks and case, and where each folded letter came from."""

    text: str
    plain: str
    origins: tuple[int, ...]
    """For each letter of `plain` its index in `text`, then the length of `text`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a span of the folded text covers."""
        first = self.origins[min(start, len(self.plain))]
        if end <= start:
            return first, first
        last = self.origins[min(end, len(self.plain)) - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        return first, last

    def cut(self, start: int, end: int) -> str:
        """The original letters that a span of the folded text covers."""
        first, last = self.span(start, end)
        return self.text[first:last]


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """One letter without its mark and case; nothing for a lone combining mark."""
    if letter in _STROKED:
        return _STROKED[letter]
    if letter.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return "".join(_STROKED.get(part, part) for part in bare).casefold()


def folded(text: str) -> Folded:
    """The text folded letter by letter, with the way back."""
    letters: list[str] = []
    origins: list[int] = []
    for index, letter in enumerate(text):
        for plain in _fold_letter(letter):
            letters.append(plain)
            origins.append(index)
    origins.append(len(text))
    return Folded(text, "".join(letters), tuple(origins))


def fold(text: str) -> str:
    """The text without marks, case and needless spaces: "Uỷ  ban" and "Ủy ban" are one."""
    if text.isascii():
        return _SPACES.sub(" ", text.casefold()).strip()
    plain = "".join(_fold_letter(letter) for letter in text)
    return _SPACES.sub(" ", plain).strip()


def tidy(text: str) -> str:
    """The text in one composed form with single spaces, as it goes into a value."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def settle_tones(text: str) -> str:
    """The text with the marks of "hoà, uỷ" put where most provinces put them: "hòa, ủy"."""
    settled = unicodedata.normalize("NFC", text)
    for old, new in _TONE_PAIRS:
        settled = settled.replace(old, new).replace(old.upper(), new.upper())
        settled = settled.replace(old.capitalize(), new.capitalize())
    return settled


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, punctuation dropped: how names are compared."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))
