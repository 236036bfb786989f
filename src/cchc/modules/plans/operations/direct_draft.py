"""What is settled in the review of a directive beyond single values: who gives the work, until
when where the paper is silent, what is work given before, who follows an agency that has ended.

Each function raises NotVisible, AccessDenied, or DraftRefused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.events import IssuerChosen
from cchc.modules.plans.models import Task
from cchc.modules.plans.operations.drafting import (
    add_edit,
    current,
    ready_draft,
    register_on,
)
from cchc.modules.plans.operations.inside import inside_on, renamed_parties
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.heirs import heirs_of_ended
from cchc.modules.plans.rules import editing
from cchc.modules.plans.rules.directive import needs_deadline, with_deadline, with_heirs
from cchc.modules.plans.rules.draft import Draft, DraftTask
from cchc.modules.plans.rules.readiness import frame_of
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce


@transaction.atomic
def choose_issuer(*, draft_id: int, agency_id: int, actor: Actor, now: datetime) -> Draft:
    """Say in whose name the paper gives work; groups inside that agency are spread anew."""
    draft = ready_draft(draft_id, actor)
    card = agency_cards([agency_id]).get(agency_id)
    if card is None or draft.corrects_id is not None:
        raise DraftRefused(DraftProblem.BAD_VALUE, "issuer")
    actor.require(Permission.IMPORT, agency_id=agency_id)
    reading = current(draft)
    on = frame_of(reading).issued_on or in_vietnam(now).date()
    register = register_on(on, agency_id)
    inside = inside_on(on, agency_id, register)
    tasks = [renamed_parties(task, register, inside) for task in reading.tasks]
    edit = editing.set_issuer(tasks, before_id=draft.issuer_id, issuer_id=agency_id)
    draft.issuer_id = agency_id
    draft.save(update_fields=["issuer"])
    after = add_edit(draft, edit, actor=actor, now=now)
    event = IssuerChosen(
        draft_id=draft.pk, title=draft.title, agency_id=agency_id, agency_name=card.name
    )
    announce(event, actor=actor, at=now)
    return after


@transaction.atomic
def set_common_deadline(*, draft_id: int, due_on: date, actor: Actor, now: datetime) -> Draft:
    """Give one deadline to every row that has none, or one from before the day of issue."""
    draft = ready_draft(draft_id, actor)
    reading = current(draft)
    frame = frame_of(reading)
    if frame.issued_on is not None and due_on < frame.issued_on:
        raise DraftRefused(DraftProblem.DUE_BEFORE_ISSUE)
    rows = [with_deadline(task, due_on) for task in reading.tasks if needs_deadline(task, frame)]
    if not rows:
        raise DraftRefused(DraftProblem.NOTHING_TO_DATE)
    return add_edit(draft, editing.set_rows(rows), actor=actor, now=now)


@transaction.atomic
def mark_same(
    *, draft_id: int, row_id: str, task_id: int | None, actor: Actor, now: datetime
) -> Draft:
    """Say that a row is work which a task in force already is; None: it is work of its own."""
    draft = ready_draft(draft_id, actor)
    row = _row_of(current(draft), row_id)
    if task_id is not None:
        task = Task.objects.select_related("plan").active().get_visible(actor, pk=task_id)
        actor.require(Permission.MANAGE, agency_id=task.plan.issuer_id)
    edit = editing.set_row(replace(row, same_as=task_id))
    return add_edit(draft, edit, actor=actor, now=now)


@transaction.atomic
def pass_to_heirs(*, draft_id: int, actor: Actor, now: datetime) -> Draft:
    """Put its heirs in the place of every agency that has ended meanwhile."""
    draft = ready_draft(draft_id, actor)
    reading = current(draft)
    heirs = heirs_of_ended(reading, in_vietnam(now).date())
    known = {pk: ids for pk, ids in heirs.items() if ids}
    rows = with_heirs(reading.tasks, known)
    if not rows:
        raise DraftRefused(DraftProblem.NO_HEIR)
    return add_edit(draft, editing.set_rows(rows), actor=actor, now=now)


def require_living_agencies(reading: Draft, today: date) -> None:
    """Raise DraftRefused when a row names an agency that has ended: it could not do the work."""
    ended: Mapping[int, tuple[int, ...]] = heirs_of_ended(reading, today)
    if ended:
        names = ", ".join(card.name for card in agency_cards(list(ended)).values())
        raise DraftRefused(DraftProblem.AGENCY_ENDED, names)


def _row_of(reading: Draft, row_id: str) -> DraftTask:
    task = reading.task(row_id)
    if task is None:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    return task
