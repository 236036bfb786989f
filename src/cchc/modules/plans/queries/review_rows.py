"""The rows of a review: every value with its meaning, its doubts, and whom it will bind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import AgencyCard, agency_cards, expand_all, groups
from cchc.modules.plans.labels import COMPARATORS, DRAFT_FIELDS, TIME_WARNINGS
from cchc.modules.plans.models import Task
from cchc.modules.plans.queries.pages import AgencyRef, Choice
from cchc.modules.plans.queries.review_pages import (
    CellDoubt,
    ReviewCell,
    ReviewParty,
    ReviewRow,
    ReviewTarget,
)
from cchc.modules.plans.queries.times import timing_label
from cchc.modules.plans.rules.assignment import Party, expand
from cchc.modules.plans.rules.draft import (
    TARGET_FIELDS,
    TASK_FIELDS,
    Cell,
    Draft,
    DraftTask,
    Mention,
)
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.occurrences import TooManyOccurrences, plan_occurrences
from cchc.modules.plans.rules.readiness import frame_of, time_warnings
from cchc.platform.text.writing import date_vi, money_vi

_MEMBERS_SHOWN = 400
_DRAWN = re.compile(r"p\d+|t\d+\.r\d+\.c\d+")
"""Places that the paper beside the rows draws: paragraphs and cells."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much work confirming would give out."""

    assignment_count: int
    occurrence_count: int


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One code of a mention: an agency or a group."""

    agency: AgencyCard | None = None
    group_code: str = ""


class RowReader:
    """Reads the rows of one draft against the agencies of its day of issue."""

    def __init__(
        self,
        draft: Draft,
        issuer_id: int,
        today: date,
        pages: Mapping[str, int | None] = MappingProxyType({}),
    ) -> None:
        self._draft = draft
        self._pages = pages
        self._frame = frame_of(draft)
        self._on = self._frame.issued_on or today
        self._groups = {card.code: card for card in groups()}
        self._members = expand_all(self._on)
        self._cards = agency_cards(_ids_in(draft), self._on)

    def is_doubtful(self, task: DraftTask) -> bool:
        """Whether a person should look at the row."""
        return bool(task.doubt_count or time_warnings(task, self._frame)) or any(
            self._needs_choice(mention) for mention in (*task.leads, *task.coordinators)
        )

    def rows(self, tasks: Sequence[DraftTask]) -> list[ReviewRow]:
        """These rows in full."""
        above = _above_rows(tasks)
        return [self._row(task, above) for task in tasks]

    def totals(self) -> Totals:
        """How many assignments and dated or waiting occurrences the draft would make."""
        assignments = occurrences = 0
        for task in self._draft.tasks:
            if task.same_as is not None:
                continue
            leads, coordinators = self._duties(task)
            assignments += leads + coordinators
            occurrences += leads * self._rounds(task, Obligation.LEAD)
            occurrences += coordinators * self._rounds(task, Obligation.COORDINATING)
        return Totals(assignments, occurrences)

    def _row(self, task: DraftTask, above: Mapping[int, str]) -> ReviewRow:
        section = self._section(task)
        leads, coordinators = self._duties(task)
        rounds = self._rounds(task, Obligation.LEAD)
        cells = {name: self._cell(task, name, rounds) for name in TASK_FIELDS}
        parties = self._parties(task.leads), self._parties(task.coordinators)
        places = tuple(dict.fromkeys(c.place for c in cells.values() if _DRAWN.fullmatch(c.place)))
        party_doubts = sum(len(p.doubts) + p.needs_choice for many in parties for p in many)
        return ReviewRow(
            row_id=task.id,
            code=task.code,
            section_code=section[0],
            section_title=section[1],
            cells=cells,
            leads=parties[0],
            coordinators=parties[1],
            occurrence_count=0 if self._waits(task) else rounds,
            assignment_count=leads + coordinators,
            doubt_count=sum(len(cell.doubts) for cell in cells.values()) + party_doubts,
            answers=Choice(str(task.answers), above.get(task.answers, ""))
            if task.answers
            else None,
            is_added=task.is_added,
            places=places,
            paper_page=self._pages.get(places[0].partition(".")[0]) if places else None,
        )

    def _section(self, task: DraftTask) -> tuple[str, str]:
        if task.section is None or task.section >= len(self._draft.sections):
            return "", ""
        section = self._draft.sections[task.section]
        return section.code, section.title

    def _cell(self, task: DraftTask, name: str, rounds: int) -> ReviewCell:
        cell = task.cells.get(name, Cell())
        doubts = [CellDoubt("unsure", text) for text in cell.doubts]
        meaning = ""
        if name == "time_text":
            meaning = timing_label(task.timing, rounds=rounds)
            doubts += [
                CellDoubt(w, str(TIME_WARNINGS[w])) for w in time_warnings(task, self._frame)
            ]
        elif name == "budget_text":
            meaning = _money(task)
        return ReviewCell(
            name=name,
            label=str(DRAFT_FIELDS[name]),
            value=cell.value,
            meaning=meaning,
            place=cell.place,
            doubts=doubts,
            is_edited=cell.is_edited,
        )

    def _parties(self, mentions: Sequence[Mention]) -> list[ReviewParty]:
        return [self._party(index, mention) for index, mention in enumerate(mentions)]

    def _party(self, index: int, mention: Mention) -> ReviewParty:
        meanings = self._meanings(mention)
        agencies = [m.agency for m in meanings if m.agency]
        group = next((m.group_code for m in meanings if m.group_code), "")
        members = self._bound(mention)
        candidates = [
            self._cards[pk] for code in mention.candidates if (pk := _id(code)) in self._cards
        ]
        candidates += [
            card for m in meanings if m.group_code for card in self._members[m.group_code]
        ]
        return ReviewParty(
            index=index,
            text=mention.text,
            agency=_ref(agencies[0]) if len(agencies) == 1 and not group else None,
            group_code=group,
            group_name=self._groups[group].name if group in self._groups else "",
            members=[_ref(card) for card in members[:_MEMBERS_SHOWN]],
            member_count=len(members),
            condition=mention.condition,
            needs_choice=self._needs_choice(mention),
            candidates=[_ref(card) for card in candidates[:_MEMBERS_SHOWN]],
            doubts=[CellDoubt("party", mention.doubt)] if mention.doubt else [],
        )

    def _meanings(self, mention: Mention) -> list[_Meaning]:
        found = []
        for code in mention.codes:
            agency = self._cards.get(_id(code) or 0)
            if agency is not None:
                found.append(_Meaning(agency=agency))
            elif code.startswith("group:") and code.removeprefix("group:") in self._groups:
                found.append(_Meaning(group_code=code.removeprefix("group:")))
        return found

    def _bound(self, mention: Mention) -> list[AgencyCard]:
        """The agencies that a mention binds now."""
        if mention.chosen:
            return [self._cards[pk] for pk in mention.chosen if pk in self._cards]
        bound: list[AgencyCard] = []
        for meaning in self._meanings(mention):
            if meaning.agency:
                bound.append(meaning.agency)
            elif not self._needs_choice(mention):
                bound += self._members.get(meaning.group_code, [])
        return bound

    def _needs_choice(self, mention: Mention) -> bool:
        if mention.chosen:
            return False
        meanings = self._meanings(mention)
        if any(meaning.agency for meaning in meanings):
            return False
        is_open = any(self._groups[m.group_code].is_open for m in meanings if m.group_code)
        return not meanings or is_open or bool(mention.condition)

    def _duties(self, task: DraftTask) -> tuple[int, int]:
        """How many leads and co-ordinators the row binds."""
        parties = [self._rule(m, Obligation.LEAD) for m in task.leads]
        parties += [self._rule(m, Obligation.COORDINATING) for m in task.coordinators]
        duties = expand([party for many in parties for party in many])
        leads = sum(1 for duty in duties if duty.obligation is Obligation.LEAD)
        return leads, len(duties) - leads

    def _rule(self, mention: Mention, obligation: Obligation) -> list[Party]:
        if mention.chosen:
            return [Party(obligation, mention.text, members=mention.chosen, is_chosen=True)]
        return [
            Party(
                obligation=obligation,
                text=mention.text,
                agency_id=meaning.agency.id if meaning.agency else None,
                group_code=meaning.group_code,
                members=tuple(c.id for c in self._members.get(meaning.group_code, [])),
                condition=mention.condition,
                is_open=bool(meaning.group_code) and self._groups[meaning.group_code].is_open,
            )
            for meaning in self._meanings(mention)
        ]

    def _rounds(self, task: DraftTask, obligation: Obligation) -> int:
        """How many occurrences one agency would have."""
        if self._frame.period is None:
            return 1
        try:
            return len(
                plan_occurrences(
                    task.timing, obligation, period=self._frame.period, assigned_on=self._on
                )
            )
        except TooManyOccurrences:
            return 0

    def _waits(self, task: DraftTask) -> bool:
        if self._frame.period is None:
            return True
        first = plan_occurrences(
            task.timing, Obligation.COORDINATING, period=self._frame.period, assigned_on=self._on
        )[0]
        return first.waits_for is not None


def review_targets(draft: Draft) -> list[ReviewTarget]:
    """The targets of a draft."""
    return [
        ReviewTarget(
            row_id=target.id,
            number=number,
            cells={
                name: _target_cell(name, target.cells.get(name, Cell())) for name in TARGET_FIELDS
            },
            doubt_count=target.doubt_count,
        )
        for number, target in enumerate(draft.targets, start=1)
    ]


def _target_cell(name: str, cell: Cell) -> ReviewCell:
    return ReviewCell(
        name=name,
        label=str(DRAFT_FIELDS[name]),
        value=cell.value,
        meaning=_target_meaning(name, cell.value),
        place=cell.place,
        doubts=[CellDoubt("unsure", text) for text in cell.doubts],
        is_edited=cell.is_edited,
    )


def _target_meaning(name: str, text: str) -> str:
    if name == "comparator":
        return str(COMPARATORS.get(text, text))
    return day_meant(text) if name == "due_on" else ""


def day_meant(text: str) -> str:
    """A day kept as 2019-01-31 as the office writes it; empty for what is no day."""
    try:
        return date_vi(date.fromisoformat(text))
    except ValueError:
        return ""


def _money(task: DraftTask) -> str:
    """ "5.000.000 đ mỗi kỳ · suy ra 120.000.000 đ"; empty where nothing is said of an amount."""
    money = task.money
    if money.amount is None:
        return ""
    said = f"{money_vi(money.amount)} {money.basis}".strip()
    if money.is_total_derived and money.total is not None:
        return str(_("{said} · suy ra {total}").format(said=said, total=money_vi(money.total)))
    return said


def _ids_in(draft: Draft) -> set[int]:
    found: set[int] = set()
    for task in (*draft.tasks, *draft.duties):
        for mention in (*task.leads, *task.coordinators):
            ids = (_id(code) for code in (*mention.codes, *mention.candidates))
            found |= {pk for pk in ids if pk is not None} | set(mention.chosen)
    return found


def _id(code: str) -> int | None:
    number = code.removeprefix("agency:")
    return int(number) if code.startswith("agency:") and number.isdigit() else None


def _ref(card: AgencyCard) -> AgencyRef:
    return AgencyRef(card.id, card.name, card.short_name)


def _above_rows(tasks: Sequence[DraftTask]) -> dict[int, str]:
    wanted = {task.answers for task in tasks if task.answers is not None}
    if not wanted:
        return {}
    rows = Task.objects.filter(pk__in=wanted).values_list("pk", "code", "content")
    return {pk: f"{code} {content}" for pk, code, content in rows}
