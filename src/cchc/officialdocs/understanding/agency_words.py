"""The words with which agencies and groups of agencies begin, and how groups are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.officialdocs.understanding.name_words import Word


def _keys(*phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


HEADS = _keys(
    "so", "ban", "bo", "cuc", "chi cuc", "tong cuc", "vu", "van phong", "vp", "vpubnd", "uy ban",
    "ub", "ubmttq", "ubmttqvn", "cong an", "thanh tra", "kho bac", "kbnn", "bao hiem", "bhxh",
    "ngan hang", "nhnn", "toa an", "tand", "vien", "vksnd", "truong", "trung tam", "tt", "dai",
    "bao", "tap chi", "hoi", "hiep hoi", "lien doan", "lien minh", "lien hiep", "tinh doan",
    "thanh doan", "doan", "tinh uy", "thanh uy", "huyen uy", "dang uy", "bch", "hai quan", "thue",
    "phong", "benh vien", "cong ty", "tap doan", "tong cong ty", "vnpt", "viettel", "buu dien",
    "bql", "cong thong tin", "hoc vien", "dai hoc", "chinh phu", "thu tuong", "quoc hoi",
    "to cong tac", "hoi dong", "ubkt", "quy", "cang vu", "bo chi huy", "bo tu lenh",
    "don bien phong", "to", "vien thong", "dien luc", "mat tran", "phan vien", "cong doan", "bcd",
    "thuong truc", "thi hanh an", "dang bo", "ca tinh", "cac so", "nha khach", "nxb",
    "thong tan xa", "chi nhanh", "khoi", "bo phan", "quan khu", "kiem toan",
)  # fmt: skip
"""First words of a name; as the beginning of a new element they must be written with a capital."""

NO_HEADS = _keys(
    "bao cao", "bao dam", "bao ve", "hoi nghi", "hoi thao", "hoi thi", "doan ket", "to chuc",
    "ban hanh", "bo tri", "bo sung", "truong hop", "quy che", "quy dinh", "quy trinh", "quy mo",
    "quy hoach", "phong ngua", "phong chong", "phong phu", "vien chuc", "thanh tra cong",
    "thanh tra viec", "thue dat", "dai dien", "so hoa", "so luong", "so lieu", "so ket", "so tay",
    "bo phan", "bo cuc", "bo tieu chi", "bo chi so", "bo thu tuc", "doan the", "thuong truc bao",
    "ban dau", "ban do", "ban an", "vu an", "vu viec", "khoi luong", "to trinh", "to chuc cac",
    "van phong pham", "chi nhanh dat", "tt hanh", "hoi phi", "quy trinh noi", "bao tang",
    "hoi nhap", "doan cong tac",
)  # fmt: skip
"""Words that begin like the name of an agency and are none."""

COUNCILS = frozenset({"ubnd", "hdnd", "mttq", "ubmttq"})
"""Bodies that every level has; what follows says which level."""

ORGAN_NOUNS = _keys(
    "so", "ban", "nganh", "so nganh", "ban nganh", "phong", "phong ban", "trung tam", "truong",
    "bo", "hoi", "doan the", "hoi doan the", "co quan", "don vi", "dia phuong", "to chuc",
    "doanh nghiep", "tap the", "ca nhan", "cuc", "chi cuc", "to chuc chinh tri xa hoi",
    "chu dau tu", "mat tran", "cac cap", "uy ban", "vien", "co so", "benh vien", "vu",
    "co quan bao chi", "cong ty", "cong chuc", "vien chuc", "can bo", "nguoi lao dong",
    "thanh vien", "bo nganh", "khoa", "to", "bo phan", "linh vuc", "van phong", "cap uy",
)  # fmt: skip
"""Common nouns that make up a group: "các sở, ban, ngành"."""

ALWAYS_COMMON = _keys(
    "co quan", "don vi", "dia phuong", "to chuc", "doanh nghiep", "tap the", "ca nhan", "doan the",
    "nganh", "to chuc chinh tri xa hoi", "chu dau tu", "so nganh", "ban nganh", "phong ban",
    "co so", "co quan bao chi", "cong chuc", "vien chuc", "can bo", "thanh vien", "bo nganh",
    "linh vuc", "nguoi lao dong",
)  # fmt: skip
"""Nouns that name no single agency even with words after them: "đơn vị sự nghiệp"."""

DISTRICT_NOUNS = _keys("huyen", "thi xa", "thanh pho", "quan")
COMMUNE_NOUNS = _keys("xa", "phuong", "thi tran", "dac khu")
LEVEL_NOUNS = DISTRICT_NOUNS | COMMUNE_NOUNS

QUALIFIERS = frozenset(
    {
        "tinh", "cap", "lien", "co", "thuoc", "tren", "truc", "trung", "dong", "khac", "duoc",
        "chuyen", "dia", "o", "tai", "nha", "cua", "hanh", "su", "chinh", "trong", "noi", "da",
        "huyen", "xa", "thanh", "ngang", "dang", "toan", "hieu", "xay", "nganh", "phu",
    }
)  # fmt: skip
"""Words after a common noun that still leave it a group: "các sở có liên quan"."""

ROLES = _keys(
    "giam doc", "thu truong", "nguoi dung dau", "lanh dao", "chu tich", "pho chu tich", "chanh",
    "truong", "pho giam doc", "bi thu", "yeu cau", "giao", "de nghi", "phan cong", "giao cho",
    "moi", "tung", "ong", "ba",
)  # fmt: skip
"""People and verbs that stand before the agency they speak for."""

NEVER_ROLES = _keys("truong chinh", "truong dai", "truong cao", "chanh thanh")

CONDITIONS = _keys(
    "co dieu kien", "neu co", "khi co", "co nhu cau", "khi duoc", "theo phan", "trong truong hop"
)
"""Words after a name that say when it takes part, no part of the name."""

KEPT_TAILS = frozenset(
    {
        "lien", "co", "thuoc", "truc", "tren", "dong", "tinh", "tp", "thanh", "huyen", "khac",
        "cap", "khu", "chi", "trung", "cua", "tai", "viet", "cac", "duoc", "va", "quan", "thi",
        "xa", "phuong", "nha",
    }
)  # fmt: skip
"""Small words after a registered name that belong to it; any other begins a role."""

DOINGS = _keys(
    "chu tri", "phoi hop", "thuc hien", "trien khai", "tham gia", "chiu trach nhiem",
    "co trach nhiem",
)  # fmt: skip
"""What a group does; said after its name it is a role, no part of the name."""

_LONGEST_HEAD = max(len(head) for head in HEADS | ORGAN_NOUNS | ROLES | CONDITIONS | NO_HEADS)


def phrase_at(
    words: Sequence[Word], at: int, phrases: frozenset[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """The longest of the phrases that begins at a word, without punctuation inside."""
    best: tuple[str, ...] | None = None
    keys: list[str] = []
    for index in range(at, min(at + _LONGEST_HEAD, len(words))):
        if index > at and words[index].before.strip():
            break
        keys.append(words[index].key)
        if tuple(keys) in phrases:
            best = tuple(keys)
    return best


def head_at(words: Sequence[Word], at: int) -> tuple[str, ...] | None:
    """The head of an agency's name that stands at a word; None for "Báo cáo", "Hội nghị"."""
    if phrase_at(words, at, NO_HEADS) is not None:
        return None
    return phrase_at(words, at, HEADS)


def is_separated(word: Word) -> bool:
    """Whether punctuation or a line break that can part two names stands before a word."""
    return any(mark in word.before for mark in ",;:/+\n•.&") or " - " in word.before.replace(
        "–", "-"
    )


@dataclass(frozen=True, slots=True)
class Group:
    """A run of common nouns: "các sở, ban, ngành" up to `end`, before its qualifiers."""

    end: int
    nouns: tuple[str, ...]
    is_level: bool
    has_determiner: bool


def group_at(words: Sequence[Word], at: int) -> Group | None:
    """The group of agencies that begins at a word; None when a single agency or nothing does."""
    start = after_determiner(words, at)
    has_determiner = start > at
    if start >= len(words):
        return None
    is_level = phrase_at(words, start, LEVEL_NOUNS) is not None
    lexicon = LEVEL_NOUNS if is_level else ORGAN_NOUNS
    nouns: list[str] = []
    end = start
    while True:
        begin = _next_noun(words, end, first=not nouns)
        noun = phrase_at(words, begin, lexicon) if begin < len(words) else None
        if noun is None or not _is_common(
            words, begin, noun, in_group=has_determiner or bool(nouns)
        ):
            break
        nouns.append(" ".join(noun))
        end = begin + len(noun)
    if not nouns or (is_level and not has_determiner and len(nouns) < 2):
        return None
    return Group(end, tuple(nouns), is_level, has_determiner)


def after_determiner(words: Sequence[Word], at: int) -> int:
    """The index after "các", "những", "một số", "toàn thể", "tất cả các"."""
    keys = [word.key for word in words[at : at + 3]]
    for phrase in (["tat", "ca", "cac"], ["toan", "the", "cac"], ["mot", "so"], ["tat", "ca"]):
        if keys[: len(phrase)] == phrase:
            return at + len(phrase)
    if keys[:1] in (["cac"], ["nhung"], ["moi"], ["tung"]):
        return at + 1
    return at


def _next_noun(words: Sequence[Word], at: int, *, first: bool) -> int:
    """Where the next noun of a group would stand: after a comma, a dash or a single "và"."""
    if first or at >= len(words):
        return at
    word = words[at]
    if ";" in word.before or ":" in word.before or "\n-" in word.before:
        return len(words)
    return at + 1 if word.key in {"va", "hoac"} and not word.before.strip(" ,") else at


def _is_common(words: Sequence[Word], at: int, noun: tuple[str, ...], *, in_group: bool) -> bool:
    """Whether a noun stands for a kind of agency here and does not begin one agency's name."""
    after = at + len(noun)
    if after >= len(words) or is_separated(words[after]) or words[after].key in {"va", "hoac"}:
        return in_group or noun in ALWAYS_COMMON or noun in LEVEL_NOUNS or after < len(words)
    following = words[after]
    if following.is_capital and following.key not in {"tinh", "dang", "trung", "nha"}:
        return False
    if noun in ALWAYS_COMMON or noun in LEVEL_NOUNS:
        return True
    if in_group and (following.key in QUALIFIERS or not following.is_capital):
        return True
    return following.key in QUALIFIERS and not words[at].is_capital
