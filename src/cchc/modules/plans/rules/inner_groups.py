"""Groups inside the agency that gives the work: "Các phòng, ban, trung tâm" of an office.

In its own papers an agency speaks of its divisions and units without naming them. What is meant is
spread over those it has on the day of issue; where the words leave it open (các phòng chuyên môn,
mỗi tập thể) everyone who may be meant is shown with a doubt, for a person to thin out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc.modules.plans.rules.draft import DraftTask, Mention
from cchc.platform.text.folding import fold

_ROLE = r"(?:(?:lanh dao|thu truong|truong|nguoi dung dau|giao|de nghi|yeu cau)\s+)?"
_EVERY = r"(?:tat ca cac|toan the cac|cac|moi|tung|nhung)?\s*"
_NOUN = (
    r"(?:phong ban|phong|ban|trung tam|don vi su nghiep|don vi|bo phan|tap the|ca nhan|van phong"
    r"|thanh tra)"
)
_WORDS = re.compile(
    rf"^{_ROLE}{_EVERY}(?P<nouns>{_NOUN}(?:(?:\s*,\s*(?:va\s+)?|\s+va\s+){_NOUN})*)(?P<rest>.*)$"
)
_WHOLE = re.compile(r"^\s*(?:truc thuoc)?\s*$")
_BELONGS = re.compile(r"^\s*(?:truc\s+)?(?:thuoc|trong|cua|tai)\s+(?P<body>.+)$")
_OF_THE_OFFICE = frozenset({"co quan", "don vi", "van phong", "so", "ban", "minh"})
_VAGUE = re.compile(r"^\s*(?:chuyen mon|nghiep vu|tham muu|duoc giao|co lien quan|lien quan)\b")
_UNSURE = "Hiểu là mọi phòng, ban, đơn vị có thể được nhắc đến; xin bỏ bớt nơi không làm."
_SINGLE = frozenset({"van phong", "thanh tra"})


@dataclass(frozen=True, slots=True)
class InnerBody:
    """A division or unit of the agency."""

    agency_id: int
    name: str
    is_unit: bool
    """True for a public service unit, false for a division."""


@dataclass(frozen=True, slots=True)
class Inside:
    """The agency that gives the work, the names it goes by, and what it consists of."""

    names: tuple[str, ...] = ()
    bodies: tuple[InnerBody, ...] = ()


NOWHERE = Inside()
"""For papers of the province: its agencies are named by the register."""


def meant_inside(text: str, inside: Inside) -> tuple[tuple[int, ...], bool] | None:
    """Whom the words mean inside the agency, and whether that is sure; None when nobody there."""
    match = _WORDS.match(fold(text))
    if match is None or not inside.bodies:
        return None
    nouns = set(re.split(r"\s*,\s*(?:va\s+)?|\s+va\s+", match.group("nouns")))
    is_sure = _tail_is_sure(match.group("rest"), inside)
    if is_sure is None or (len(nouns) == 1 and nouns & _SINGLE):
        return None
    if nouns <= {"phong", "ban", "don vi"} and not _is_plural(text) and len(nouns) == 1:
        return None
    found = tuple(body.agency_id for body in inside.bodies if _is_meant(body, nouns))
    is_plain = bool(nouns & {"phong", "ban", "phong ban", "trung tam", "don vi su nghiep"})
    return (found, is_sure and is_plain) if found else None


def spread_inside(task: DraftTask, inside: Inside) -> DraftTask:
    """The row with groups inside the agency spread over their members; choices people made stay."""
    if not inside.bodies:
        return task
    return replace(
        task,
        leads=tuple(_spread(mention, inside) for mention in task.leads),
        coordinators=tuple(_spread(mention, inside) for mention in task.coordinators),
    )


def spread_all(tasks: Iterable[DraftTask], inside: Inside) -> tuple[DraftTask, ...]:
    """Every row with the groups inside the agency spread."""
    return tuple(spread_inside(task, inside) for task in tasks)


def _spread(mention: Mention, inside: Inside) -> Mention:
    is_named = any(code.startswith("agency:") for code in mention.codes)
    if mention.is_chosen or is_named:
        return mention
    meant = meant_inside(mention.text, inside)
    if meant is None:
        return mention
    ids, is_sure = meant
    is_of_addressees = "nhận văn bản" in mention.doubt
    doubt = mention.doubt if is_of_addressees else ("" if is_sure else _UNSURE)
    return replace(mention, codes=tuple(f"agency:{pk}" for pk in ids), doubt=doubt)


def _tail_is_sure(rest: str, inside: Inside) -> bool | None:
    """True when nothing narrows the words down, False when something does, None when the words
    speak of another body."""
    if _WHOLE.match(rest):
        return True
    belongs = _BELONGS.match(rest)
    if belongs is None:
        return False if _VAGUE.match(rest) else None
    body = belongs.group("body").strip(" .;,")
    own = [fold(name) for name in inside.names]
    if body in _OF_THE_OFFICE or any(body == name or name.startswith(body) for name in own):
        return True
    return True if any(body.startswith(f"{name} ") for name in own) else None


def _is_plural(text: str) -> bool:
    return bool(re.match(r"^(?:.*\s)?(?:cac|tat ca|toan the|moi|tung|nhung)\s", f"{fold(text)} "))


def _is_meant(body: InnerBody, nouns: set[str]) -> bool:
    if nouns & {"don vi", "bo phan", "tap the", "ca nhan"}:
        return True
    if body.is_unit:
        return bool(nouns & {"trung tam", "don vi su nghiep"})
    first = fold(body.name).split(" ")[0]
    if first == "ban":
        return bool(nouns & {"ban", "phong ban"})
    return bool(nouns & {"phong", "phong ban"})


def inside_of(names: Sequence[str], bodies: Iterable[InnerBody]) -> Inside:
    """The agency with the names it goes by and its parts, in order."""
    return Inside(tuple(name for name in names if name), tuple(bodies))
