"""Lists of agencies as offices write them, split into agencies and groups against a register.

`split_agencies` is total. "và" and commas inside a name do not split it ("Sở Thông tin và Truyền
thông"), a common beginning or end is given back to each ("Các Sở: Tư pháp, Tài chính"; "UBND cấp
huyện, cấp xã"), groups stay groups, and what stands in brackets is kept as a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cchc.officialdocs.register import AgencyEntry, AgencyKind, AgencyRegister
from cchc.officialdocs.understanding.agency_core import AND, Core
from cchc.officialdocs.understanding.agency_cores import core_at, starts_at
from cchc.officialdocs.understanding.agency_words import (
    CONDITIONS,
    COUNCILS,
    DOINGS,
    KEPT_TAILS,
    is_separated,
    phrase_at,
)
from cchc.officialdocs.understanding.folding import fold, tidy
from cchc.officialdocs.understanding.name_words import Word, words_of

__all__ = ["AgencyKind", "AgencyMention", "split_agencies"]


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One agency or group in a list.

    `name` is the name in tidy form, `text` the letters of the paper at `start:end`. `codes` are the
    entries of the register it certainly means, `candidates` those it may mean. `role` is who speaks
    for the agency ("Giám đốc") or what it does ("chủ trì hướng dẫn").
    """

    name: str
    text: str
    kind: AgencyKind
    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    condition: str | None = None
    role: str | None = None
    start: int = 0
    end: int = 0
    confidence: float = 1.0
    doubt: str | None = None


MOST_LETTERS = 4_000
"""A cell longer than this is no list of agencies; the rest is not read."""

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_LABEL = re.compile(
    r"^\W*(?:co quan|don vi|cac don vi|cac co quan)?[\s,]*(?:don vi|co quan)?\s*"
    r"(?:chu tri|phoi hop|thuc hien|dau moi|chu tri thuc hien|tham muu|phoi hop thuc hien)\s*:"
)


def split_agencies(text: str, register: AgencyRegister) -> list[AgencyMention]:
    """The agencies and groups that a list names, in order, each with its span in the text."""
    text = text[:MOST_LETTERS]
    blanked, asides = _without_brackets(text)
    words = words_of(blanked)
    at = _after_label(blanked, words)
    mentions: list[AgencyMention] = []
    before: Core | None = None
    while at < len(words):
        if words[at].key in AND and at + 1 < len(words):
            at += 1
            continue
        core = core_at(words, at, register, before)
        if _is_label(words, core):
            before, at = core, core.end
            continue
        end, is_unparted = _boundary(words, core, register)
        mention = _mention(blanked, words, (at, end), core)
        if is_unparted:
            doubt = "Thiếu dấu tách giữa hai cơ quan."
            mention = replace(mention, doubt=mention.doubt or doubt, confidence=0.8)
        mentions.append(mention)
        before, at = core, max(end, at + 1)
    return _with_asides(_with_common_end(mentions, register), asides, text)


def _without_brackets(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text with what stands in brackets made blank, and these asides with their spans."""
    asides = [
        (match.start(), match.end(), tidy(match.group(1) or match.group(2) or ""))
        for match in _BRACKETS.finditer(text)
    ]
    letters = list(text)
    for start, end, _ in asides:
        letters[start:end] = " " * (end - start)
    return "".join(letters), asides


def _after_label(text: str, words: list[Word]) -> int:
    """The first word after "Cơ quan chủ trì:"; 0 when the text begins with no such label."""
    colon = text.find(":", 0, 60)
    if colon < 0 or not _LABEL.match(fold(text[: colon + 1])):
        return 0
    return next((at for at, word in enumerate(words) if word.start > colon), len(words))


def _is_label(words: list[Word], core: Core) -> bool:
    """ "Các đơn vị: Sở Nội vụ, …": common nouns that only announce the list."""
    is_group = core.kind in (AgencyKind.GROUP, AgencyKind.OPEN)
    return is_group and core.end < len(words) and ":" in words[core.end].before


def _boundary(words: list[Word], core: Core, register: AgencyRegister) -> tuple[int, bool]:
    """The word at which the next element begins, and whether nothing but a space parts the two."""
    for at in range(core.end, len(words)):
        word = words[at]
        if ";" in word.before or "+" in word.before or "•" in word.before:
            return at, False
        if is_separated(word) or word.key in AND:
            following = at
            while following < len(words) and words[following].key in AND:
                following += 1
            if following < len(words) and starts_at(words, following, register, core):
                return at, False
        elif at == core.end and core.named is not None and _begins_unparted(words, at, register):
            return at, True
    return len(words), False


def _begins_unparted(words: list[Word], at: int, register: AgencyRegister) -> bool:
    """ "Sở Khoa học và Công nghệ Sở Công Thương": a registered name right after another."""
    word = words[at]
    if not word.is_capital or word.key not in {"so", "ubnd", "van", "bo", "cuc", "cong", "thanh"}:
        return False
    return register.longest_at(words, at) is not None


def _mention(text: str, words: list[Word], span: tuple[int, int], core: Core) -> AgencyMention:
    """The element between two words as a mention: its name, and what is no part of the name."""
    first, end = span
    last = words[end - 1]
    start_at, end_at = words[first].start, last.end
    tail_words = words[core.end : end]
    name, condition, role = _name_and_tail(text, words, core, tail_words)
    core = _spread(core, tail_words)
    return AgencyMention(
        name=name,
        text=text[start_at:end_at],
        kind=core.kind,
        codes=core.codes,
        candidates=core.candidates,
        condition=condition,
        role=core.role or role,
        start=start_at,
        end=end_at,
        confidence=core.confidence,
        doubt=core.doubt,
    )


def _spread(core: Core, tail: list[Word]) -> Core:
    """ "Trung tâm Phục vụ hành chính công các cấp": one agency's name used for many."""
    if core.kind is not AgencyKind.AGENCY or not tail or is_separated(tail[0]):
        return core
    if tail[0].key not in {"cac", "cap"}:
        return core
    doubt = "Tên một cơ quan dùng cho nhiều nơi; xin chọn."
    return replace(
        core, kind=AgencyKind.GROUP, codes=(), candidates=core.codes, confidence=0.7, doubt=doubt
    )


def _name_and_tail(
    text: str, words: list[Word], core: Core, tail: list[Word]
) -> tuple[str, str | None, str | None]:
    """The name with what belongs to it; a condition or a role that follows is told apart."""
    if not tail:
        return _settled(core.name), None, None
    words_text = tidy(text[tail[0].start : tail[-1].end])
    if phrase_at(tail, 0, CONDITIONS):
        return _settled(core.name), words_text, None
    is_agency = core.kind is AgencyKind.AGENCY and core.named is not None
    belongs = tail[0].is_capital or tail[0].key in KEPT_TAILS or tail[0].key.isdigit()
    if not is_agency and phrase_at(tail, 0, DOINGS):
        return _settled(core.name), None, words_text
    if is_agency and (is_separated(tail[0]) or not belongs):
        return _settled(core.name), None, words_text
    for at in range(1, len(tail)):
        if phrase_at(tail, at, CONDITIONS) and not is_separated(tail[at]):
            kept = text[tail[0].start : tail[at - 1].end]
            condition = tidy(text[tail[at].start : tail[-1].end])
            return _settled(f"{core.name} {kept}"), condition, None
    joined = (
        text[words[core.end - 1].end : tail[0].start].strip(" ") if is_separated(tail[0]) else ""
    )
    return _settled(f"{core.name}{joined} {words_text}"), None, None


def _settled(name: str) -> str:
    """A name with single spaces, a capital first letter and "tỉnh" small when it ends the name."""
    name = tidy(name).strip(" .,;:-–/")
    name = re.sub(r"\s(?:Tỉnh|TỈNH)$", " tỉnh", name)
    return name[:1].upper() + name[1:]


def _with_common_end(
    mentions: list[AgencyMention], register: AgencyRegister
) -> list[AgencyMention]:
    """The level said last is meant for a bare "UBND" too: "UBND và Đài Truyền thanh cấp huyện"."""
    done = list(mentions)
    for index in range(len(done) - 2, -1, -1):
        key = "".join(word.key for word in words_of(done[index].name))
        if key not in COUNCILS:
            continue
        level = re.search(
            r"\s(cấp\s.+|các\s(?:cấp|huyện|xã|phường|thị|thành|quận).*|tỉnh.*)$",
            done[index + 1].name,
        )
        if level is None:
            continue
        name = f"{done[index].name} {level.group(1)}"
        named = register.find(name)
        done[index] = replace(
            done[index],
            name=name,
            kind=named.entries[0].kind if named else AgencyKind.GROUP,
            codes=_codes(named.entries) if named else (),
            confidence=0.9,
            doubt=None,
        )
    return done


def _codes(entries: tuple[AgencyEntry, ...]) -> tuple[str, ...]:
    return tuple(entry.code for entry in entries)


def _with_asides(
    mentions: list[AgencyMention], asides: list[tuple[int, int, str]], text: str
) -> list[AgencyMention]:
    """Each aside in brackets goes to the mention before it, as its condition."""
    done = list(mentions)
    for start, end, aside in asides:
        owners = [index for index, mention in enumerate(done) if mention.start <= start]
        if not owners or not aside:
            continue
        owner = done[owners[-1]]
        condition = f"{owner.condition}; {aside}" if owner.condition else aside
        last = max(owner.end, end)
        following = done[owners[-1] + 1].start if owners[-1] + 1 < len(done) else len(text)
        last = min(last, following)
        done[owners[-1]] = replace(
            owner, condition=condition, end=last, text=text[owner.start : last]
        )
    return [replace(mention, text=text[mention.start : mention.end]) for mention in done]
