"""How alike two names are: for finding a name that was typed, scanned or remembered badly."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from cchc.platform.text.folding import fold, squeeze

K = TypeVar("K", bound=Hashable)

_OTHER_MARKS, _NO_MARKS, _OTHER_ORDER = 0.97, 0.99, 0.95


@dataclass(frozen=True, slots=True)
class Likely(Generic[K]):
    """A candidate and how alike it is, from 0 to 1."""

    key: K
    text: str
    likeness: float


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; 1 only when case and placing of tone marks differ.

    The same letters with no marks on one side give 0.99, with other marks 0.97 ("Thanh Hoà",
    "Thanh Hóa"); words in another order lose a twentieth.
    """
    folded_one, folded_other = fold(one), fold(other)
    if folded_one == folded_other:
        return _by_marks(one, other)
    return _by_letters(folded_one, folded_other)


def nearest(
    text: str, choices: Mapping[K, str], *, limit: int = 5, at_least: float = 0.6
) -> list[Likely[K]]:
    """The most alike of the choices, best first; those of equal likeness in the order given."""
    wanted = fold(text)
    folded = {key: fold(choice) for key, choice in choices.items()}
    shortlist = process.extract(
        wanted,
        folded,
        scorer=lambda a, b, **_: _by_letters(a, b),
        processor=None,
        limit=limit * 4,
        score_cutoff=at_least,
    )
    rated = [Likely(key, choices[key], likeness(text, choices[key])) for _, _, key in shortlist]
    rated.sort(key=lambda found: -found.likeness)
    return rated[:limit]


def _by_letters(folded_one: str, folded_other: str) -> float:
    straight = fuzz.ratio(folded_one, folded_other) / 100
    shuffled = fuzz.token_sort_ratio(folded_one, folded_other) / 100
    return max(straight, shuffled * _OTHER_ORDER)


def _by_marks(one: str, other: str) -> float:
    marks_one, marks_other = _marks(one), _marks(other)
    if marks_one == marks_other:
        return 1.0
    return _OTHER_MARKS if any(marks_one) and any(marks_other) else _NO_MARKS


def _marks(text: str) -> list[str]:
    """The marks of each word, wherever in the word they stand; đ counts as marked."""
    return [
        "".join(sorted(c for c in unicodedata.normalize("NFD", word) if _is_mark(c)))
        for word in squeeze(text).casefold().split(" ")
    ]


def _is_mark(character: str) -> bool:
    return character == "đ" or bool(unicodedata.combining(character))
