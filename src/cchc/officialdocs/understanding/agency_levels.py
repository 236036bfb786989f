"""Bodies that every level has: "UBND cấp huyện, cấp xã", "UBND huyện Sen Trắng", bare levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cchc.officialdocs.register import AgencyKind, AgencyRegister
from cchc.officialdocs.understanding.agency_core import (
    AND,
    NOT_LISTED,
    Core,
    of_name,
    of_named,
    text_of,
)
from cchc.officialdocs.understanding.agency_words import (
    COMMUNE_NOUNS,
    COUNCILS,
    DISTRICT_NOUNS,
    LEVEL_NOUNS,
    Group,
    after_determiner,
    group_at,
    is_separated,
    phrase_at,
)
from cchc.officialdocs.understanding.name_words import Word


def level_phrase(words: Sequence[Word], at: int) -> int | None:
    """The end of "cấp xã", "các cấp", "xã" at a word; None when no level stands there."""
    if at >= len(words):
        return None
    start = at + 1 if words[at].key == "cap" else at
    level = phrase_at(words, start, LEVEL_NOUNS | frozenset({("tinh",), ("co", "so")}))
    if level is None:
        return None
    end = start + len(level)
    if start == at and end < len(words) and not is_separated(words[end]):
        return end if words[end].key in AND else None
    return end


def level_after(
    words: Sequence[Word], at: int, before: Core | None, register: AgencyRegister
) -> Core | None:
    """ "… , cấp xã" after "UBND cấp huyện": the same body at the next level."""
    if before is None or not before.is_capped:
        return None
    end = level_phrase(words, at)
    if end is None:
        return None
    body = before.name.split(" cấp ")[0]
    start = at + 1 if words[at].key == "cap" else at
    name = f"{body} cấp {text_of(words, start, end).lower()}"
    return of_name(name, end, register, AgencyKind.GROUP, is_capped=True)


def place_noun(words: Sequence[Word], at: int, before: Core) -> tuple[str, ...] | None:
    """A level and a place that share the "UBND" before: "thị xã Sen Hạ" after "UBND huyện …"."""
    if not before.prefix.startswith("ubnd "):
        return None
    level = phrase_at(words, at, LEVEL_NOUNS)
    after = at + len(level) if level else at
    has_place = level is not None and after < len(words) and words[after].is_capital
    return level if has_place and not is_separated(words[after]) else None


def placed(
    words: Sequence[Word], at: int, register: AgencyRegister, before: Core | None
) -> Core | None:
    """ "UBND huyện Sen Trắng", and "thị xã Sen Hạ" after it: one committee of one place."""
    if words[at].key == "ubnd":
        start = at + 1
    elif before is not None and place_noun(words, at, before):
        start = at
    else:
        return None
    level = phrase_at(words, start, LEVEL_NOUNS) if start < len(words) else None
    end = start + len(level) if level else start
    if level is None or end >= len(words) or is_separated(words[end]):
        return None
    if not words[end].is_capital and not words[end].key.isdigit():
        return None
    found = register.longest_at(words, at)
    if found is not None and found[1] > end:
        return None
    name = text_of(words, start, _place_end(words, end))
    named = register.find(f"UBND {name}")
    prefix = " ".join(("ubnd", *level))
    if named is not None:
        return replace(of_named(named, _place_end(words, end)), prefix=prefix)
    return Core(
        _place_end(words, end),
        f"UBND {name}",
        AgencyKind.AGENCY,
        prefix=prefix,
        confidence=0.8,
        doubt=NOT_LISTED,
    )


def _place_end(words: Sequence[Word], end: int) -> int:
    """Where the name of a place ends: it runs over its capitals and numbers."""
    while end < len(words) and (words[end].is_capital or words[end].key.isdigit()):
        if is_separated(words[end]) or words[end].key in COUNCILS:
            break
        end += 1
    return end


def level_list_end(words: Sequence[Word], end: int) -> int:
    """ "UBND huyện" matched of "UBND huyện, thị xã và thành phố": where the list of levels ends."""
    while end < len(words):
        start = end + 1 if words[end].key in AND else end
        level = phrase_at(words, start, LEVEL_NOUNS)
        after = start + len(level) if level else start
        if level is None or (after < len(words) and words[after].is_capital):
            return end
        if ";" in words[end].before or (start == end and not is_separated(words[end])):
            return end
        end = after
    return end


def level_group(name: str, group: Group, register: AgencyRegister) -> Core:
    """A bare list of levels stands for their People's Committees."""
    nouns = {tuple(noun.split()) for noun in group.nouns}
    level = (
        "huyện"
        if nouns & (DISTRICT_NOUNS - {("thanh", "pho")}) or not nouns & COMMUNE_NOUNS
        else "xã"
    )
    named = register.find(f"UBND cấp {level}")
    codes = tuple(entry.code for entry in named.entries) if named else ()
    name = name[:1].lower() + name[1:]
    return Core(group.end, f"UBND {name}", AgencyKind.GROUP, codes=codes, confidence=0.95)


def council(words: Sequence[Word], at: int, register: AgencyRegister) -> Core | None:
    """ "UBND" with the level or the place that follows."""
    if words[at].key not in COUNCILS:
        return None
    end = at + 1
    if end < len(words) and words[end].key == "cap" and not is_separated(words[end]):
        level = level_phrase(words, end)
        if level is not None:
            return of_name(
                text_of(words, at, level), level, register, AgencyKind.GROUP, is_capped=True
            )
    if end < len(words) and not is_separated(words[end]):
        group = group_at(words, end)
        start = after_determiner(words, end)
        level_noun = phrase_at(words, start, LEVEL_NOUNS)
        if group is not None and group.is_level:
            body = level_group("", group, register)
            return replace(body, end=group.end, name=text_of(words, at, group.end))
        if level_noun is not None:
            end = start + len(level_noun)
            return of_name(text_of(words, at, end), end, register, AgencyKind.GROUP)
    return Core(end, words[at].raw, AgencyKind.UNKNOWN, confidence=0.6, doubt="Không rõ cấp nào.")
