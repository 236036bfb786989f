"""Urging letters: made from what is late, answered by the agencies, done when proof is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cchc.modules.documents.public import (
    Issuer,
    Letter,
    LetterKind,
    LetterText,
    draft_letter,
    issuer_of,
)
from cchc.modules.organisation.public import AgencyKind, agency_cards
from cchc.modules.plans.public import LateRow, LateWanted, fates_of, late_rows, plan_lines
from cchc.modules.urging.events import UrgingAnswered, WaveBegun
from cchc.modules.urging.models import UrgedItem, UrgingLetter
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.letter_refusals import LetterNotAllowed, LetterWhyNot
from cchc.modules.urging.rules.letters import (
    MOST_ITEMS,
    SUBJECT,
    Source,
    UrgedTask,
    Urging,
    letter_appendix,
    letter_blocks,
    letter_recipients,
)
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi

SOURCE = "urging.letter"
_LONGEST_ANSWER = 4_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a letter asks for, and who issues it."""

    issuer_id: int
    as_of: date
    answer_by: date
    finish_by: date
    signer: str = ""


@transaction.atomic
def write_letter(
    *, asked: Asked, wanted: LateWanted, chosen: Sequence[int], actor: Actor, now: datetime
) -> UrgingLetter:
    """Make a draft of an urging letter from late work; `chosen` are the occurrences to urge.

    Raises AccessDenied, LetterNotAllowed, or LetterRefused of documents.
    """
    actor.require(Permission.WRITE_LETTERS, agency_id=asked.issuer_id)
    _check(asked, in_vietnam(now).date())
    rows = _chosen_rows(wanted, chosen, actor)
    urging = _urging(asked, rows)
    issuer = issuer_of(asked.issuer_id, asked.as_of)
    agencies = list(dict.fromkeys(row.agency_id for row in rows))
    letter = draft_letter(
        agency_id=asked.issuer_id,
        kind=LetterKind.LETTER,
        text=_text(urging, issuer, _superior(asked), asked.signer),
        appendices=[letter_appendix(urging)],
        recipient_agency_ids=agencies,
        actor=actor,
        now=now,
    )
    made = UrgingLetter.objects.create(
        letter=letter,
        agency_id=asked.issuer_id,
        agency_ids=agencies,
        as_of=asked.as_of,
        answer_by=asked.answer_by,
        finish_by=asked.finish_by,
        created_at=now,
        created_by_id=actor.user_id,
    )
    _name_source(letter, made)
    UrgedItem.objects.bulk_create(_items(made, rows))
    return made


def _items(made: UrgingLetter, rows: Sequence[LateRow]) -> Iterator[UrgedItem]:
    """What the letter urges, in its order."""
    for place, row in enumerate(rows, 1):
        yield UrgedItem(
            urging=made,
            occurrence_id=row.occurrence_id,
            task_id=row.task_id,
            agency_id=row.agency_id,
            position=place,
            due_on=row.due_on,
            late_days=row.late_days,
            requested_on=made.finish_by,
        )


@transaction.atomic
def begin_wave(
    *, urging_id: int, number: str, issued_on: date, actor: Actor, now: datetime
) -> UrgingLetter:
    """The letter was issued: its items remind their agencies; what was done meanwhile is noted."""
    urging = UrgingLetter.objects.select_for_update().get(pk=urging_id)
    urging.issued_on, urging.number_text = issued_on, number
    urging.save(update_fields=["issued_on", "number_text"])
    items = list(urging.items.order_by("position"))
    fates = fates_of([item.occurrence_id for item in items])
    for item in items:
        fate = fates.get(item.occurrence_id)
        if fate is not None and fate.is_done:
            item.fulfilled_on = fate.submitted_on
    UrgedItem.objects.bulk_update(items, ["fulfilled_on"])
    event = WaveBegun(
        urging_id=urging.pk,
        number=number,
        item_count=len(items),
        task_ids=tuple(dict.fromkeys(item.task_id for item in items)),
    )
    announce(event, actor=actor, at=now)
    return urging


@transaction.atomic
def end_wave(*, urging_id: int, actor: Actor, now: datetime) -> None:
    """The letter was taken back, or its draft given up: its items remind nobody any more."""
    UrgingLetter.objects.filter(pk=urging_id).update(is_void=True)


@transaction.atomic
def answer_item(
    *, item_id: int, text: str, promised_on: date, actor: Actor, now: datetime
) -> UrgedItem:
    """An agency answers an item of a letter: why it is late, and when it will be done.

    Raises NotVisible, AccessDenied or LetterNotAllowed.
    """
    items = UrgedItem.objects.select_for_update(of=("self",)).select_related("urging")
    item = items.visible_to(actor).filter(pk=item_id).first()
    if item is None:
        raise NotVisible
    actor.require(Permission.ANSWER, agency_id=item.agency_id)
    today = in_vietnam(now).date()
    is_done = item.fulfilled_on is not None and item.fulfilled_on <= today
    if is_done or item.urging.is_void:
        raise LetterNotAllowed(LetterWhyNot.NOT_OPEN)
    said = text.strip()[:_LONGEST_ANSWER]
    if not said:
        raise LetterNotAllowed(LetterWhyNot.NO_ANSWER)
    if promised_on < today:
        raise LetterNotAllowed(LetterWhyNot.PROMISED_IN_THE_PAST)
    item.answered_at, item.answer_text, item.promised_on = now, said, promised_on
    item.answered_by_id, item.answered_by_name = actor.user_id, actor.name
    item.save()
    card = agency_cards([item.agency_id]).get(item.agency_id)
    event = UrgingAnswered(
        urging_id=item.urging_id,
        item_id=item.pk,
        task_id=item.task_id,
        number=item.urging.number_text,
        agency_name=card.name if card else "",
        promised_on=date_vi(promised_on),
    )
    announce(event, actor=actor, at=now)
    return item


@transaction.atomic
def fulfil_items(*, occurrence_id: int) -> int:
    """The proof of an occurrence was accepted: its items are done on the day of handing in."""
    open_items = UrgedItem.objects.filter(occurrence_id=occurrence_id, fulfilled_on=None)
    fate = fates_of([occurrence_id]).get(occurrence_id)
    if fate is None or fate.submitted_on is None:
        return 0
    return open_items.update(fulfilled_on=fate.submitted_on)


def _check(asked: Asked, today: date) -> None:
    if asked.as_of > today:
        raise LetterNotAllowed(LetterWhyNot.AS_OF_IN_THE_FUTURE)
    if asked.answer_by < asked.as_of:
        raise LetterNotAllowed(LetterWhyNot.ANSWER_IN_THE_PAST)
    if asked.finish_by < asked.answer_by:
        raise LetterNotAllowed(LetterWhyNot.FINISH_BEFORE_ANSWER)


def _chosen_rows(wanted: LateWanted, chosen: Sequence[int], actor: Actor) -> list[LateRow]:
    """The late rows that were chosen, in the order of the letter."""
    if not chosen:
        raise LetterNotAllowed(LetterWhyNot.NOTHING_CHOSEN)
    if len(chosen) > MOST_ITEMS:
        raise LetterNotAllowed(LetterWhyNot.TOO_MANY)
    ids = set(chosen)
    rows = [row for row in late_rows(wanted, actor=actor) if row.occurrence_id in ids]
    if len(rows) != len(ids):
        raise LetterNotAllowed(LetterWhyNot.NO_LONGER_LATE)
    return rows


def _urging(asked: Asked, rows: Sequence[LateRow]) -> Urging:
    card = agency_cards([asked.issuer_id], asked.as_of)[asked.issuer_id]
    sources = tuple(
        Source(plan.document_kind, plan.number, plan.issued_on, plan.issuer_name, plan.title)
        for plan in plan_lines(row.plan_id for row in rows)
    )
    tasks = tuple(urged_task(row, asked.finish_by) for row in rows)
    is_order = card.kind is AgencyKind.PEOPLES_COMMITTEE
    return Urging(card.name, is_order, asked.as_of, asked.answer_by, sources, tasks)


def urged_task(row: LateRow, requested_on: date) -> UrgedTask:
    """A late row as a letter or a list names it."""
    extended = f"đã gia hạn {row.extension_count:02d} lần" if row.extension_count else ""
    return UrgedTask(
        agency=row.agency_name,
        content=row.content,
        source=row.plan_number,
        due_on=row.due_on,
        late_days=row.late_days,
        requested_on=requested_on,
        note=extended,
    )


def _text(urging: Urging, issuer: Issuer, superior: str, signer: str) -> LetterText:
    return LetterText(
        subject=SUBJECT,
        addressees=urging.agencies,
        blocks=letter_blocks(urging),
        recipients=letter_recipients(is_order=urging.is_order, superior=superior),
        signer=signer,
        place=issuer.place,
    )


def _superior(asked: Asked) -> str:
    """The name of the agency above the issuer; empty when there is none."""
    parent_id = agency_cards([asked.issuer_id], asked.as_of)[asked.issuer_id].parent_id
    return agency_cards([parent_id], asked.as_of)[parent_id].name if parent_id else ""


def _name_source(letter: Letter, made: UrgingLetter) -> None:
    letter.source = f"{SOURCE}:{made.pk}"
    letter.save(update_fields=["source"])
