"""Urging letters: what may be urged, the waves with their items, what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cchc.modules.documents.public import (
    Choice,
    LetterState,
    drafting_agencies,
    letter_link,
    signer_choices,
)
from cchc.modules.organisation.public import (
    agency_cards,
    living_agencies,
    province_committee,
    working_calendar,
)
from cchc.modules.plans.public import (
    LateRow,
    LateWanted,
    TaskSection,
    area_choices,
    late_rows,
    plans_to_urge,
    work_lines,
)
from cchc.modules.urging import links
from cchc.modules.urging.models import UrgedItem, UrgingLetter
from cchc.modules.urging.models.letters import UrgedItemQuerySet
from cchc.modules.urging.permissions import Permission
from cchc.modules.worklist.public import WorkItem, urgency_of
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import add_working_days

_ANSWER_DAYS, _FINISH_DAYS, _SOON_DAYS = 5, 15, 5


@dataclass(frozen=True, slots=True)
class WriteFilter:
    """What the page for making a letter is narrowed to."""

    on: date
    agency_ids: frozenset[int] = frozenset()
    plan_ids: frozenset[int] = frozenset()
    areas: frozenset[str] = frozenset()
    with_soon: bool = False
    with_coordinating: bool = False
    given_by: str = "tinh"
    """ "tinh": what the province gave; "co-quan": what the reader's own agency gave; "tat-ca"."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A choice of a filter that takes several."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class WriteRow:
    """A late task to choose, and the number of the last letter that urged it."""

    late: LateRow
    last_urged: str


@dataclass(frozen=True, slots=True)
class WritePage:
    """What is late, to choose from, and what a letter begins with."""

    filter: WriteFilter
    rows: list[WriteRow]
    agencies: list[Pick]
    plans: list[Pick]
    areas: list[Choice]
    issuers: list[Choice]
    issuer_id: int
    signers: list[Choice]
    answer_by: date
    finish_by: date

    @property
    def is_picked(self) -> bool:
        """Whether agencies or plans are chosen, so that the page shows which."""
        return bool(self.filter.agency_ids or self.filter.plan_ids)


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A letter in the list of waves."""

    id: int
    letter_id: int
    letter_url: str
    number: str
    subject: str
    issuer_name: str
    issued_on: date | None
    is_draft: bool
    is_void: bool
    item_count: int
    agency_count: int
    done_count: int
    answered_count: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a wave."""

    id: int
    occurrence_id: int
    agency_id: int
    agency_name: str
    code: str
    content: str
    plan_number: str
    url: str
    due_on: date
    late_days: int
    requested_on: date
    promised_on: date | None
    answer_text: str
    answered_by: str
    answered_at: datetime | None
    fulfilled_on: date | None
    state_label: str
    tone: str
    may_answer: bool


@dataclass(frozen=True, slots=True)
class LettersOfTask:
    """The section "Công văn đôn đốc" of a task."""

    lines: list[ItemLine]


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A letter that urged a task, and what the agency said or did."""

    number: str
    issued_on: date
    wave_url: str
    row: ItemRow


def wanted_of(asked: WriteFilter, actor: Actor) -> LateWanted:
    """The late work that a filter means to this actor."""
    soon = add_working_days(working_calendar(None), asked.on, _SOON_DAYS)
    givers = {
        "tinh": {province_committee(asked.on).id},
        "co-quan": {actor.agency_id or 0},
    }
    return LateWanted(
        on=asked.on,
        until=soon if asked.with_soon else None,
        agency_ids=asked.agency_ids,
        plan_ids=asked.plan_ids,
        areas=asked.areas,
        issuer_ids=frozenset(givers.get(asked.given_by, set())),
        with_coordinating=asked.with_coordinating,
    )


def write_page(*, asked: WriteFilter, issuer_id: int | None, actor: Actor) -> WritePage:
    """What may be urged on a day. Raises AccessDenied."""
    actor.require_somewhere(Permission.WRITE_LETTERS)
    rows = late_rows(wanted_of(asked, actor), actor=actor)
    issuers = drafting_agencies(actor, asked.on)
    known = {int(choice.value) for choice in issuers}
    issuer = issuer_id if issuer_id in known else next(iter(known & {actor.agency_id or 0}), 0)
    issuer = issuer or (int(issuers[0].value) if issuers else 0)
    calendar = working_calendar(None)
    urged = _last_urged(row.occurrence_id for row in rows)
    return WritePage(
        filter=asked,
        rows=[WriteRow(row, urged.get(row.occurrence_id, "")) for row in rows],
        agencies=[
            Pick(str(card.id), card.name, card.id in asked.agency_ids)
            for card in living_agencies(asked.on)
        ],
        plans=[
            Pick(str(plan.id), f"{plan.number} · {plan.title}"[:120], plan.id in asked.plan_ids)
            for plan in plans_to_urge(actor=actor)
        ],
        areas=[Choice(choice.value, choice.label) for choice in area_choices(asked.on.year)],
        issuers=issuers,
        issuer_id=issuer,
        signers=signer_choices(issuer, asked.on) if issuer else [],
        answer_by=add_working_days(calendar, asked.on, _ANSWER_DAYS),
        finish_by=add_working_days(calendar, asked.on, _FINISH_DAYS),
    )


def wave_rows(*, actor: Actor, limit: int = 200) -> list[WaveRow]:
    """The letters the actor may know of, drafts first, then the last issued."""
    found = UrgingLetter.objects.visible_to(actor).select_related("letter")
    counted = found.annotate(
        item_count=Count("items"),
        done_count=Count("items", filter=Q(items__fulfilled_on__isnull=False)),
        answered_count=Count("items", filter=Q(items__answered_at__isnull=False)),
    )
    rows: list[Any] = list(counted.order_by("is_void", "-issued_on", "-pk")[:limit])
    agencies = agency_cards({row.agency_id for row in rows})
    return [
        WaveRow(
            id=row.pk,
            letter_id=row.letter_id,
            letter_url=letter_link(row.letter_id),
            number=row.number_text,
            subject=row.letter.subject,
            issuer_name=agencies[row.agency_id].name,
            issued_on=row.issued_on,
            is_draft=row.letter.state in (LetterState.DRAFT, LetterState.SUBMITTED),
            is_void=row.is_void,
            item_count=row.item_count,
            agency_count=len(row.agency_ids),
            done_count=row.done_count,
            answered_count=row.answered_count,
        )
        for row in sorted(rows, key=lambda one: (one.issued_on is not None, one.is_void))
    ]


def wave_row(urging_id: int, *, actor: Actor) -> WaveRow:
    """One letter. Raises NotVisible."""
    if not UrgingLetter.objects.visible_to(actor).filter(pk=urging_id).exists():
        raise NotVisible
    return next(row for row in wave_rows(actor=actor, limit=10_000) if row.id == urging_id)


def item_rows(items: Iterable[UrgedItem], *, actor: Actor, today: date) -> list[ItemRow]:
    """Items as rows; they come with their letter."""
    found = list(items)
    lines = work_lines([item.occurrence_id for item in found], today=today)
    agencies = agency_cards({item.agency_id for item in found})
    rows = []
    for item in found:
        line = lines[item.occurrence_id]
        label, tone = _state(item, today)
        may_answer = (
            item.fulfilled_on is None
            and not item.urging.is_void
            and item.urging.issued_on is not None
            and actor.may(Permission.ANSWER, agency_id=item.agency_id)
        )
        rows.append(
            ItemRow(
                id=item.pk,
                occurrence_id=item.occurrence_id,
                agency_id=item.agency_id,
                agency_name=agencies[item.agency_id].name,
                code=line.code,
                content=f"{line.content} ({line.label})" if line.label else line.content,
                plan_number=line.plan_number,
                url=line.url,
                due_on=item.due_on,
                late_days=item.late_days,
                requested_on=item.requested_on,
                promised_on=item.promised_on,
                answer_text=item.answer_text,
                answered_by=item.answered_by_name,
                answered_at=item.answered_at,
                fulfilled_on=item.fulfilled_on,
                state_label=label,
                tone=tone,
                may_answer=may_answer,
            )
        )
    return rows


def items_of_wave(urging_id: int, *, actor: Actor, today: date) -> list[ItemRow]:
    """The items of a letter that the actor may know of; of a draft all, for who urges."""
    if not UrgingLetter.objects.visible_to(actor).filter(pk=urging_id).exists():
        raise NotVisible
    items = UrgedItem.objects.filter(urging_id=urging_id)
    scope = actor.scope_of(Permission.VIEW)
    writing = actor.scope_of(Permission.WRITE_LETTERS)
    if not scope.everywhere and not writing:
        items = items.filter(
            Q(agency_id__in=scope.agencies) | Q(urging__agency_id__in=scope.agencies)
        )
    return item_rows(items.select_related("urging").order_by("position"), actor=actor, today=today)


def item_to_answer(item_id: int, *, actor: Actor, today: date) -> ItemRow:
    """An item that the actor's agency answers. Raises NotVisible or AccessDenied."""
    found = UrgedItem.objects.visible_to(actor).select_related("urging").filter(pk=item_id)
    rows = item_rows(found, actor=actor, today=today)
    if not rows:
        raise NotVisible
    actor.require(Permission.ANSWER, agency_id=rows[0].agency_id)
    return rows[0]


def letters_of_task(actor: Actor, task_id: int, today: date) -> TaskSection | None:
    """The letters that urged a task: "đã đôn đốc bằng công văn …"; None when none did."""
    items = UrgedItem.objects.visible_to(actor).live().filter(task_id=task_id)
    found = list(items.select_related("urging").order_by("-urging__issued_on", "position")[:20])
    if not found:
        return None
    rows = item_rows(found, actor=actor, today=today)
    lines = [
        ItemLine(
            number=item.urging.number_text,
            issued_on=item.urging.issued_on or item.due_on,
            wave_url=links.wave(item.urging_id),
            row=row,
        )
        for item, row in zip(found, rows, strict=True)
    ]
    return TaskSection("urging/letters/task_section.html", LettersOfTask(lines))


def find_answers(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """The items that the actor's agencies have not answered, by the day asked for."""
    found = list(to_answer(actor).select_related("urging").order_by("requested_on", "pk")[:limit])
    rows = item_rows(found, actor=actor, today=today)
    soon = add_working_days(working_calendar(None), today, _SOON_DAYS)
    return [
        WorkItem(
            kind="urging.answer",
            title=f"{row.code} {row.content}".strip(),
            detail=_("công văn đôn đốc số {number}").format(number=item.urging.number_text),
            due_on=item.urging.answer_by,
            state=_("chưa trả lời công văn"),
            agency_name=row.agency_name,
            action_label=_("Trả lời công văn đôn đốc"),
            url=links.answer(item.pk),
            urgency=urgency_of(item.urging.answer_by, today=today, soon_until=soon),
        )
        for item, row in zip(found, rows, strict=True)
    ]


def count_answers(actor: Actor, today: date) -> int:
    """How many items the actor's agencies have not answered."""
    return to_answer(actor).count()


def to_answer(actor: Actor) -> UrgedItemQuerySet:
    """The items that the actor's agencies have not answered."""
    scope = actor.scope_of(Permission.ANSWER)
    items = UrgedItem.objects.waiting()
    return items if scope.everywhere else items.filter(agency_id__in=scope.agencies)


def _last_urged(occurrence_ids: Iterable[int]) -> dict[int, str]:
    items = UrgedItem.objects.live().filter(occurrence_id__in=list(occurrence_ids))
    rows = items.order_by("urging__issued_on", "pk")
    return dict(rows.values_list("occurrence_id", "urging__number_text"))


def _state(item: UrgedItem, today: date) -> tuple[str, str]:
    """Where an item stands, in words, with its tone."""
    if item.fulfilled_on is not None:
        return str(_("đã hoàn thành")), "ok"
    if item.urging.is_void:
        return str(_("công văn đã thu hồi")), "idle"
    if item.urging.issued_on is None:
        return str(_("dự thảo")), "idle"
    if item.requested_on < today:
        return str(_("quá thời hạn yêu cầu")), "late"
    if item.answered_at is not None:
        return str(_("đã trả lời")), "wait"
    return str(_("chưa trả lời")), "soon"
