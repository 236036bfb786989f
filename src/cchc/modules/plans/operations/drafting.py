"""Finding a draft to work on, what it reads now, and keeping the list's columns in step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from cchc.modules.organisation.public import agency_register, province_committee
from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.draft import Draft, draft_from_json
from cchc.modules.plans.rules.editing import apply_edits
from cchc.modules.plans.rules.kinds import DraftState
from cchc.modules.plans.rules.readiness import frame_of
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.officialdocs.register import AgencyRegister
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam

_CLOSED = {
    DraftState.CONFIRMED: DraftProblem.ALREADY_CONFIRMED,
    DraftState.ABANDONED: DraftProblem.ABANDONED,
}


def issuer_for(actor: Actor, now: datetime, wanted_id: int | None = None) -> int:
    """In whose name a document gives work: as wanted, else the province's, else the own agency's.

    Raises AccessDenied when the actor may not bring in documents for it.
    """
    issuer_id = wanted_id
    if issuer_id is None:
        committee = province_committee(in_vietnam(now).date()).id
        may_for_all = actor.may(Permission.IMPORT, agency_id=committee)
        issuer_id = committee if may_for_all or actor.agency_id is None else actor.agency_id
    actor.require(Permission.IMPORT, agency_id=issuer_id)
    return issuer_id


def locked_draft(draft_id: int, actor: Actor) -> ImportDraft:
    """The draft, locked, whatever its state. Raises NotVisible."""
    return ImportDraft.objects.select_for_update(of=("self",)).get_visible(actor, pk=draft_id)


def ready_draft(draft_id: int, actor: Actor) -> ImportDraft:
    """The draft, locked, when it can be worked on. Raises NotVisible or DraftRefused."""
    draft = locked_draft(draft_id, actor)
    if draft.state != DraftState.READY:
        raise DraftRefused(_CLOSED.get(DraftState(draft.state), DraftProblem.NOT_READY))
    return draft


def still_reading(draft_id: int) -> ImportDraft | None:
    """The draft, locked, while a worker reads it; None once it was abandoned meanwhile."""
    waiting = ImportDraft.objects.select_for_update(of=("self",))
    return waiting.filter(pk=draft_id, state=DraftState.READING).first()


def current(draft: ImportDraft) -> Draft:
    """What the draft reads now: the reading with every correction on top."""
    return apply_edits(draft_from_json(draft.reading), draft.edits)


def register_for(draft: Draft, issuer_id: int, now: datetime) -> AgencyRegister:
    """The agencies as they were on the day of issue; of today where the paper names no day.

    A paper of an agency may name its own divisions.
    """
    on: date = frame_of(draft).issued_on or in_vietnam(now).date()
    return register_on(on, issuer_id)


def register_on(on: date, issuer_id: int) -> AgencyRegister:
    """The agencies that a paper of this issuer may name on a day."""
    is_own = issuer_id != province_committee(on).id
    return agency_register(on, within=issuer_id if is_own else None)


def summarise(draft: ImportDraft, reading: Draft) -> None:
    """Set what lists show of the draft; saves nothing."""
    draft.title = reading.head("title")[:500]
    draft.number = reading.head("number")[:80]
    draft.task_count = len(reading.tasks)
    draft.doubt_count = reading.doubt_count


def add_edit(draft: ImportDraft, edit: Mapping[str, Any], *, actor: Actor, now: datetime) -> Draft:
    """Put one correction on top and save; what the draft then reads."""
    draft.edits = [*draft.edits, {**edit, "by": actor.user_id, "at": now.isoformat()}]
    return _save(draft, now)


def take_off_edit(draft: ImportDraft, *, now: datetime) -> Draft:
    """Take off the last correction and save. Raises DraftRefused when there is none."""
    if not draft.edits:
        raise DraftRefused(DraftProblem.NOTHING_TO_UNDO)
    last, draft.edits = draft.edits[-1], draft.edits[:-1]
    if last.get("before_id") is not None:
        draft.issuer_id = last["before_id"]
        draft.save(update_fields=["issuer"])
    return _save(draft, now)


def _save(draft: ImportDraft, now: datetime) -> Draft:
    reading = current(draft)
    summarise(draft, reading)
    draft.changed_at = now
    fields = ["edits", "title", "number", "task_count", "doubt_count", "changed_at"]
    draft.save(update_fields=fields)
    return reading
