"""The words of agency names: cut into comparable pieces, with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cchc.officialdocs.understanding.folding import fold, folded

_WORD = re.compile(r"[^\W_]+")
_LONG_FORMS: dict[tuple[str, ...], str] = {
    ("uy", "ban", "nhan", "dan"): "UBND",
    ("hoi", "dong", "nhan", "dan"): "HĐND",
    ("mat", "tran", "to", "quoc"): "MTTQ",
    ("thu", "tuc", "hanh", "chinh"): "TTHC",
    ("cai", "cach", "hanh", "chinh"): "CCHC",
}
"""Long forms that offices write short as they please; both are compared in the short one."""
_LONGEST = max(len(words) for words in _LONG_FORMS)
AND_WORDS = frozenset({"va", "cung", "hoac", "voi"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: how it is compared, where it stands, what stands before it."""

    key: str
    start: int
    end: int
    raw: str
    """The word as it is written; a shortened one in its short form ("UBND")."""
    before: str
    """The punctuation and spaces between the word before and this one."""
    is_capital: bool


def words_of(text: str) -> list[Word]:
    """The words of a text with their spans; "Ủy ban nhân dân" is one word, "ubnd"."""
    found = folded(text)
    raw: list[Word] = []
    last = 0
    for match in _WORD.finditer(found.plain):
        start, end = found.span(*match.span())
        before = text[last:start]
        is_capital = text[start : start + 1].isupper()
        raw.append(Word(match.group(), start, end, text[start:end], before, is_capital))
        last = end
    return _shortened(raw)


def _shortened(raw: list[Word]) -> list[Word]:
    words: list[Word] = []
    at = 0
    while at < len(raw):
        for length in range(_LONGEST, 1, -1):
            piece = raw[at : at + length]
            short = _LONG_FORMS.get(tuple(word.key for word in piece))
            if short and len(piece) == length and not any("," in w.before for w in piece[1:]):
                first, last = piece[0], piece[-1]
                key = fold(short)
                raw_form = short if key in {"ubnd", "hdnd"} else _as_written(piece)
                words.append(
                    Word(key, first.start, last.end, raw_form, first.before, first.is_capital)
                )
                at += length
                break
        else:
            words.append(raw[at])
            at += 1
    return words


def _as_written(piece: list[Word]) -> str:
    return " ".join(word.raw for word in piece)


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name as it is looked up: folded, shortened, without "và", punctuation and spaces."""
    return "".join(word.key for word in words_of(name) if word.key not in {"va"})


def same_name(first: str, second: str) -> bool:
    """Whether two names differ only in case, marks, punctuation and long or short forms."""
    return name_key(first) == name_key(second)


def starts_with(text: str, beginning: str) -> bool:
    """Whether a text begins with these folded words, whole words only."""
    plain = fold(text)
    return plain == beginning or plain.startswith(beginning + " ")
