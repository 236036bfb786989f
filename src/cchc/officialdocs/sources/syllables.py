"""Tells Vietnamese from gibberish: whether a word can be a Vietnamese syllable at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_ONSETS = (
    "", "ngh", "ng", "nh", "gh", "gi", "g", "kh", "k", "ph", "p", "qu", "th", "tr", "t", "ch", "c",
    "b", "d", "đ", "h", "l", "m", "n", "r", "s", "v", "x",
)  # fmt: skip
_RHYMES = frozenset(
    """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng iê
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêt yêu yêng ynh yt""".split()  # noqa: SIM905 - a list of rhymes reads best as rhymes
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED = ("c", "ch", "p", "t")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]", re.I)


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether the letters can be one Vietnamese syllable with at most one tone."""
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word.casefold()):
        (tones if letter in _TONES else letters).append(letter)
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(letters))
    return any(bare.startswith(onset) and _is_rhyme(bare[len(onset) :], tones) for onset in _ONSETS)


def _is_rhyme(rhyme: str, tones: list[str]) -> bool:
    if rhyme not in _RHYMES:
        return False
    # A stopped syllable takes only the acute and the dot.
    return not (rhyme.endswith(_STOPPED) and tones and tones[0] not in "\u0301\u0323")


def is_marked(text: str) -> bool:
    """Whether there is any letter that Vietnamese marks and English does not have."""
    return _MARKED.search(text) is not None


def syllable_share(words: Iterable[str]) -> tuple[float, int]:
    """The share of possible syllables among words, and how many words there were."""
    count = right = 0
    for word in words:
        count += 1
        right += is_syllable(word)
    return (right / count if count else 0.0), count


def looks_vietnamese(text: str) -> bool | None:
    """Whether running text is Vietnamese in sound letters; None when there is too little to say."""
    words = [word for word in _WORD.findall(text) if not word.isupper() or is_marked(word)]
    share, count = syllable_share(words[:4000])
    if count < 8:
        return None
    marked = sum(is_marked(word) for word in words[:4000]) / count
    return share >= 0.6 and marked >= 0.2
