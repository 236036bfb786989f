"""The heart of one element of a list of agencies: a registered name, a group, a body of a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cchc.officialdocs.register import AgencyKind, AgencyRegister, Named
from cchc.officialdocs.understanding.agency_core import (
    AND,
    NOT_LISTED,
    Core,
    of_named,
    text_of,
)
from cchc.officialdocs.understanding.agency_levels import (
    council,
    level_after,
    level_group,
    level_list_end,
    level_phrase,
    place_noun,
    placed,
)
from cchc.officialdocs.understanding.agency_words import (
    COUNCILS,
    NEVER_ROLES,
    ORGAN_NOUNS,
    ROLES,
    Group,
    after_determiner,
    group_at,
    head_at,
    is_separated,
    phrase_at,
)
from cchc.officialdocs.understanding.folding import fold
from cchc.officialdocs.understanding.name_words import Word, words_of

_SHARED_HEADS = {
    "so": "Sở", "bo": "Bộ", "cuc": "Cục", "chi cuc": "Chi cục", "ban": "Ban", "hoi": "Hội",
    "phong": "Phòng", "truong": "Trường", "trung tam": "Trung tâm", "huyen": "UBND huyện",
    "thi xa": "UBND thị xã", "thanh pho": "UBND thành phố", "xa": "UBND xã", "vu": "Vụ",
    "phuong": "UBND phường", "thi tran": "UBND thị trấn", "ubnd huyen": "UBND huyện",
    "ubnd thanh pho": "UBND thành phố", "ubnd xa": "UBND xã", "ubnd phuong": "UBND phường",
    "ubnd thi xa": "UBND thị xã", "tong cuc": "Tổng cục", "vien": "Viện",
}  # fmt: skip
"""Heads said once for several names ("Các Sở: Tư pháp, Tài chính"), as they are written."""
_HEAD_PHRASES = frozenset(tuple(key.split()) for key in _SHARED_HEADS)


def core_at(words: Sequence[Word], at: int, register: AgencyRegister, before: Core | None) -> Core:
    """What begins at a word, given what came before it in the list."""
    listed = _list_begun(words, at, register)
    if listed is not None:
        return listed
    core = (
        level_after(words, at, before, register)
        or placed(words, at, register, before)
        or _continued(words, at, register, before)
        or _group(words, at, register)
        or _registered(words, at, register)
        or council(words, at, register)
        or _spoken_for(words, at, register, before)
        or _shared(words, at, register, before)
        or _unregistered(words, at, register)
    )
    if before is not None and before.is_listing and not core.prefix:
        return replace(core, prefix=before.prefix, is_listing=True)
    return core


def starts_at(words: Sequence[Word], at: int, register: AgencyRegister, before: Core) -> bool:
    """Whether a new element of the list begins at a word, after a comma or an "và"."""
    if _begins_name(words, at, register):
        return True
    if before.is_capped and level_phrase(words, at):
        return True
    is_right_after = all(word.key in AND for word in words[before.end : at])
    if not is_right_after:
        return False
    has_comma = any(is_separated(word) for word in words[before.end : at + 1])
    if before.prefix:
        if register.longest_at(words, at, prefix=before.prefix.replace(" ", "")) is not None:
            return True
        if place_noun(words, at, before) is not None or (before.is_listing and has_comma):
            return True
    is_complete = before.named is not None or before.prefix.startswith("ubnd ")
    is_complete = is_complete and before.kind is AgencyKind.AGENCY
    return is_complete and has_comma and words[at].is_capital


def _begins_name(words: Sequence[Word], at: int, register: AgencyRegister) -> bool:
    """Whether a name, a group or a role stands at a word whatever came before."""
    word = words[at]
    if word.key in COUNCILS:
        return True
    if head_at(words, at) is not None and word.is_capital:
        return True
    group = group_at(words, at)
    if group is not None:
        return group.has_determiner or group.is_level or not word.is_capital or len(group.nouns) > 1
    if phrase_at(words, at, ROLES) is not None and word.is_capital:
        return True
    named = register.longest_at(words, at)
    return named is not None and (word.is_capital or named[1] - at > 1)


def _list_begun(words: Sequence[Word], at: int, register: AgencyRegister) -> Core | None:
    """ "Các Sở: Tư pháp, …", "các Sở Tư pháp, Tài chính": the first of a list with one head."""
    is_council = words[at].key == "ubnd"
    start = after_determiner(words, at + 1 if is_council else at)
    head = phrase_at(words, start, _HEAD_PHRASES) if start < len(words) else None
    if head is None:
        return None
    first = start + len(head)
    if first >= len(words):
        return None
    is_announced = ":" in words[first].before
    has_determiner = start > at + (1 if is_council else 0)
    is_plain = is_separated(words[first]) or not words[first].is_capital
    if not is_announced and (not has_determiner or is_plain):
        return None
    key = " ".join(("ubnd", *head) if is_council else head)
    if key not in _SHARED_HEADS:
        return None
    core = _with_prefix(words, first, register, key)
    if core is None and _begins_name(words, first, register):
        core = _registered(words, first, register) if is_announced else None
    elif core is None and (is_announced or is_council):
        core = _unknown_with_prefix(words, first, register, key)
    return None if core is None else replace(core, prefix=key, is_listing=True)


def _with_prefix(
    words: Sequence[Word], at: int, register: AgencyRegister, prefix: str
) -> Core | None:
    found = register.longest_at(words, at, prefix=prefix.replace(" ", ""))
    if found is None:
        return None
    named, end = found
    core = of_named(named, end)
    return replace(core, prefix=prefix)


def _unknown_with_prefix(
    words: Sequence[Word], at: int, register: AgencyRegister, prefix: str
) -> Core:
    """An element of "Các Sở: …" that the register does not know: up to the next comma."""
    near = _nearest(words, at, register, f"{_SHARED_HEADS[prefix]} ")
    if near is not None:
        return replace(near, prefix=prefix)
    end = at + 1
    while end < len(words) and not is_separated(words[end]):
        end += 1
    name = text_of(words, at, end)
    return Core(
        end,
        f"{_SHARED_HEADS[prefix]} {name}",
        AgencyKind.UNKNOWN,
        prefix=prefix,
        confidence=0.6,
        doubt=NOT_LISTED,
    )


def _continued(
    words: Sequence[Word], at: int, register: AgencyRegister, before: Core | None
) -> Core | None:
    """The next element of "Các Sở: …": without a head of its own it gets the common one.

    A semicolon ends such a list unless its elements were parted by semicolons from the start.
    """
    if before is None or not before.is_listing:
        return None
    mark = ";" if ";" in words[at].before else ","
    if mark == ";" and before.list_mark == ",":
        return None
    core = _with_prefix(words, at, register, before.prefix)
    if core is None and not _begins_name(words, at, register):
        core = _unknown_with_prefix(words, at, register, before.prefix)
    return None if core is None else replace(core, is_listing=True, list_mark=mark)


def _registered(words: Sequence[Word], at: int, register: AgencyRegister) -> Core | None:
    found = register.longest_at(words, at)
    if found is None:
        return None
    named, end = found
    core = replace(of_named(named, end), name=_as_on_paper(words, at, end, named.display))
    key = words[at].key
    if key in COUNCILS:
        level = level_list_end(words, end)
        if level > end:
            comma = "," if "," in words[end].before else ""
            core = replace(core, end=level, name=f"{core.name}{comma} {text_of(words, end, level)}")
    prefix = key if key in {"so", "bo", "cuc"} else ""
    return replace(core, prefix=prefix, is_capped=" cấp " in core.name)


def _as_on_paper(words: Sequence[Word], at: int, end: int, display: str) -> str:
    """The registered spelling; but a short form other than the registered one stays as written."""
    same = _spelling(words[at:end]) == _spelling(words_of(display))
    return display if same else text_of(words, at, end)


def _spelling(words: Sequence[Word]) -> list[str]:
    """The words as they are spelt, but for case, marks, "và" and the forms of "UBND"."""
    return [
        word.key if word.key in {"ubnd", "hdnd"} else fold(word.raw)
        for word in words
        if word.key != "va"
    ]


def _group(words: Sequence[Word], at: int, register: AgencyRegister) -> Core | None:
    """ "Các sở, ban, ngành", "huyện, thị xã, thành phố": kept as one group."""
    group = group_at(words, at)
    if group is None:
        return None
    found = register.longest_at(words, at)
    if found is not None and found[1] > group.end:
        return None
    name = text_of(words, at, group.end)
    name = _with_commas(name, group)
    if group.is_level:
        return level_group(name, group, register)
    is_open = _is_open(words, group.end)
    entry = _group_entry(group, register)
    if found is not None and found[1] == group.end and not is_open:
        entry = found[0]
    codes = tuple(e.code for e in entry.entries) if entry else ()
    doubt = "Nhóm chưa rõ gồm những ai; xin chọn." if is_open or not codes else None
    return Core(
        group.end,
        name,
        AgencyKind.OPEN if is_open or not codes else AgencyKind.GROUP,
        codes=() if is_open else codes,
        candidates=codes if is_open else (),
        confidence=0.8 if doubt else 1.0,
        doubt=doubt,
    )


def _with_commas(name: str, group: Group) -> str:
    """ "Sở, ban ngành" as it should be written: "sở, ban, ngành"."""
    if "ban nganh" in group.nouns:
        for written in ("ban ngành", "Ban ngành", "Ban Ngành", "ban Ngành"):
            name = name.replace(written, "ban, ngành")
    first, _, rest = name.partition(" ")
    if name.isupper():
        return name.lower()
    if group.has_determiner and rest[:1].isupper() and not group.is_level:
        name = f"{first} {rest[0].lower()}{rest[1:]}"
    return name


def _is_open(words: Sequence[Word], at: int) -> bool:
    """Whether "liên quan" and the like leave open who is meant."""
    keys = [word.key for word in words[at : at + 4]]
    return ("lien" in keys[:3] and "quan" in keys[:4]) or keys[:1] == ["khac"]


def _group_entry(group: Group, register: AgencyRegister) -> Named | None:
    nouns = set(" ".join(group.nouns).split())
    if nouns - {"so", "ban", "nganh"}:
        return None
    if {"so", "ban", "nganh"} <= nouns:
        return register.find("Các sở, ban, ngành tỉnh")
    if {"so", "nganh"} <= nouns:
        return register.find("Các sở, ngành tỉnh")
    return None


def _spoken_for(
    words: Sequence[Word], at: int, register: AgencyRegister, before: Core | None
) -> Core | None:
    """The agency behind "Giám đốc Sở Nội vụ", with who speaks for it as the role."""
    role = phrase_at(words, at, ROLES)
    if role is None or phrase_at(words, at, NEVER_ROLES) is not None:
        return None
    start = at
    while role is not None:
        start += len(role)
        role = phrase_at(words, start, ROLES) if start < len(words) else None
    if start >= len(words) or is_separated(words[start]) or not _begins_any(words, start, register):
        return None
    core = core_at(words, start, register, before)
    return replace(core, role=text_of(words, at, start))


def _begins_any(words: Sequence[Word], at: int, register: AgencyRegister) -> bool:
    return (
        _begins_name(words, at, register)
        or head_at(words, at) is not None
        or phrase_at(words, at, ORGAN_NOUNS | ROLES) is not None
    )


def _shared(
    words: Sequence[Word], at: int, register: AgencyRegister, before: Core | None
) -> Core | None:
    """ "Sở Tư pháp, Tài chính": the head of the name before serves this one too."""
    if before is None or not before.prefix or _begins_name(words, at, register):
        return None
    core = _with_prefix(words, at, register, before.prefix)
    if core is None:
        return None
    doubt = f"Hiểu là {core.name}, dùng chung chữ đầu với cơ quan đứng trước."
    return replace(core, confidence=0.85, doubt=core.doubt or doubt)


def _unregistered(words: Sequence[Word], at: int, register: AgencyRegister) -> Core:
    """A name the register does not know: as it stands, or the registered name it nearly spells."""
    near = _nearest(words, at, register)
    if near is not None:
        return near
    has_head = head_at(words, at) is not None or words[at].key in COUNCILS
    return Core(
        at + 1,
        words[at].raw,
        AgencyKind.UNKNOWN,
        confidence=0.7 if has_head else 0.4,
        doubt=NOT_LISTED if has_head else "Không chắc đây là tên cơ quan.",
    )


def _nearest(
    words: Sequence[Word], at: int, register: AgencyRegister, prefix: str = ""
) -> Core | None:
    """A name that recognition spelt slightly wrong, tried wherever the element may end."""
    best: tuple[float, Named, int] | None = None
    for end in range(at + (1 if prefix else 2), min(at + 12, len(words)) + 1):
        if end < len(words) and not (is_separated(words[end]) or words[end].key in AND):
            continue
        found = register.nearest(prefix + text_of(words, at, end))
        if found is not None and (best is None or found[1] > best[0]):
            best = (found[1], found[0], end)
        if end < len(words) and ";" in words[end].before:
            break
    if best is None:
        return None
    score, named, end = best
    doubt = f"Gần giống “{named.display}”, có thể do nhận dạng chữ; xin xem lại."
    core = of_named(named, end)
    return replace(core, confidence=round(score / 100 * 0.8, 2), doubt=core.doubt or doubt)
