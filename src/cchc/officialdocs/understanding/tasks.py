"""From the words of one row, point or paragraph to a task: agencies, time and money read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from cchc.officialdocs.document import Reading, Section, Task, TaskOrigin
from cchc.officialdocs.layout import Place
from cchc.officialdocs.register import AgencyEntry, AgencyRegister
from cchc.officialdocs.understanding.agencies import AgencyMention, split_agencies
from cchc.officialdocs.understanding.areas import area_of
from cchc.officialdocs.understanding.citations import find_citations
from cchc.officialdocs.understanding.folding import fold, folded, tidy
from cchc.officialdocs.understanding.money import Budget, funding_source, read_money
from cchc.officialdocs.understanding.times import Time, TimeKind, read_time


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says that every task is read with."""

    year: int | None
    period: tuple[date, date] | None
    register: AgencyRegister
    issued_on: date | None = None
    stated_day_counts: bool = False
    agencies_seen: dict[str, tuple[AgencyMention, ...]] = field(default_factory=dict)
    """Lists of agencies read before: the same list stands in many rows."""

    def time_of(self, text: str) -> Time:
        """A time in the words of this document."""
        return read_time(
            text, year=self.year, period=self.period, stated_day_counts=self.stated_day_counts
        )

    def agencies_of(self, text: str) -> tuple[AgencyMention, ...]:
        """The agencies of a list, with a doubt where one did not exist at the time."""
        known = self.agencies_seen.get(text)
        if known is None:
            known = tuple(self._aged(mention) for mention in split_agencies(text, self.register))
            self.agencies_seen[text] = known
        return known

    def _aged(self, mention: AgencyMention) -> AgencyMention:
        if self.issued_on is None or not mention.codes:
            return mention
        entry = self.register.by_code(mention.codes[0])
        day = self.period[0] if self.period else self.issued_on
        if entry is None or entry.is_valid_on(day) or entry.is_valid_on(self.issued_on):
            return mention
        return replace(mention, doubt=mention.doubt or _gone(entry, day), confidence=0.7)


def _gone(entry: AgencyEntry, day: date) -> str:
    if entry.valid_until is not None and entry.valid_until < day:
        return f"Đã thôi hoạt động từ sau ngày {entry.valid_until:%d/%m/%Y}."
    return f"Chưa thành lập vào ngày {day:%d/%m/%Y}."


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a task under each heading, as they are written; empty where there are none."""

    content: Reading[str]
    product: Reading[str]
    lead: Reading[str]
    coordinating: Reading[str]
    time: Reading[str]
    budget: Reading[str]
    funding: Reading[str]
    note: Reading[str]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a task stands in its document: its label, its section, its place."""

    key: str
    order: Reading[str | None]
    section: Section | None
    origin: TaskOrigin
    section_path: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    budget_unit: str | None = None


_ROLE_LABEL = re.compile(
    r"(?P<lead>\b(?:co quan|don vi)?(?:,\s*don vi)?\s*(?:chu tri|dau moi)(?:\s+(?:thuc hien"
    r"|tham muu))*\s*:)"
    r"|(?P<with>\b(?:co quan|don vi)?(?:,\s*don vi)?\s*phoi hop(?:\s+thuc hien)?\s*:)"
)
_BARE_PLAN = re.compile(r"^(?:cac |nhung )?ke hoach$")
_PLAN_PRODUCT = re.compile(r"\bke hoach\s+[a-z].*$")


def read_task(words: Words, position: Position, context: Context) -> Task:
    """The task that the words make, in its place and in the light of its document."""
    lead_text, coordinating_text = _told_apart(words.lead, words.coordinating)
    time = _with_own_plan(context.time_of(words.time.value), words.product.value)
    budget, source = _money(words, position, time, context)
    section = position.section
    cited = (
        f"{words.content.value} {words.time.value}"
        if "/" in words.content.value + words.time.value
        else ""
    )
    return Task(
        key=position.key,
        order=position.order,
        section_code=section.code if section else None,
        section=Reading(section.title, section.place, section.confidence)
        if section
        else Reading(None),
        content=_tidied(words.content),
        product=_tidied(words.product),
        lead_text=_tidied(lead_text),
        lead=context.agencies_of(lead_text.value),
        coordinating_text=_tidied(coordinating_text),
        coordinating=context.agencies_of(coordinating_text.value),
        time_text=_tidied(words.time),
        time=time,
        budget_text=_tidied(words.budget),
        budget=budget,
        funding_source=source,
        note_text=_tidied(words.note),
        origin=position.origin,
        area=section.area if section else _area(words.content.value),
        section_path=position.section_path,
        extra=position.extra,
        citations=tuple(find_citations(cited)),
        places=position.places,
    )


def _tidied(reading: Reading[str]) -> Reading[str]:
    return replace(reading, value=tidy(reading.value))


def _area(content: str) -> str | None:
    area = area_of(content[:200])
    return area.code if area else None


def _told_apart(
    lead: Reading[str], coordinating: Reading[str]
) -> tuple[Reading[str], Reading[str]]:
    """One cell that holds both "Chủ trì: … Phối hợp: …" gives each its part."""
    found = folded(lead.value)
    marks = list(_ROLE_LABEL.finditer(found.plain))
    if not any(mark.group("with") for mark in marks) or not marks:
        return lead, coordinating
    parts: dict[str, list[str]] = {"lead": [], "with": []}
    before = found.cut(0, marks[0].start()).strip(" -–•;,\n")
    if before:
        parts["lead"].append(before)
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(found.plain)
        text = found.cut(mark.end(), end).strip(" -–•;,.\n")
        parts["with" if mark.group("with") else "lead"].append(text)
    if coordinating.value.strip():
        parts["with"].append(coordinating.value)
    return (
        replace(lead, value="; ".join(parts["lead"])),
        replace(lead, value="; ".join(parts["with"])),
    )


def _with_own_plan(time: Time, product: str) -> Time:
    """A bare "Theo kế hoạch" leans on the plan that the task itself delivers, when it names one."""
    if time.kind is not TimeKind.BY_REFERENCE or not _BARE_PLAN.match(fold(time.reference or "")):
        return time
    for piece in re.split(r"[;\n]|(?:^|\s)[-–+•]\s", product):
        plain = fold(piece)
        if _PLAN_PRODUCT.match(plain) and len(plain) < 80:
            named = tidy(piece).strip(" .,-")
            return replace(time, reference=named[:1].lower() + named[1:])
    return time


def _money(
    words: Words, position: Position, time: Time, context: Context
) -> tuple[Budget, Reading[str | None]]:
    """The budget, and where its money comes from: from its own column, the budget or the note."""
    budget = read_money(words.budget.value, time=time, year=context.year, unit=position.budget_unit)
    if words.funding.value.strip():
        funding = words.funding
        if not words.budget.value.strip():
            read = read_money(funding.value, time=time, year=context.year)
            budget = read if read.vnd is not None else budget
        return budget, Reading(
            tidy(funding.value), funding.place, funding.confidence, funding.doubt
        )
    source = funding_source(words.note.value)
    if source is not None:
        return budget, Reading(source, words.note.place, words.note.confidence)
    if budget.funding_source is not None:
        return budget, Reading(budget.funding_source, words.budget.place, words.budget.confidence)
    return budget, Reading(None)
