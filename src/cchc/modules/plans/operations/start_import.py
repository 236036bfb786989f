"""Sending in a document to be read, or beginning one by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO

from django.db import transaction

from cchc.modules.plans.events import ImportStarted
from cchc.modules.plans.job_names import Job
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.drafting import issuer_for, summarise
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.draft import Cell, Draft, draft_to_json
from cchc.modules.plans.rules.kinds import DraftOrigin, DraftState, PlanKind
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.jobs import enqueue
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.storing import store

_USUAL = {PlanKind.DIRECTIVE: "Công văn"}
"""What a paper that is typed in is called until somebody says otherwise."""


@transaction.atomic
def start_import(
    *,
    content: BinaryIO,
    name: str,
    plan_kind: PlanKind = PlanKind.ANNUAL,
    issuer_id: int | None = None,
    corrects_plan_id: int | None = None,
    origin: DraftOrigin = DraftOrigin.UPLOAD,
    origin_key: str = "",
    received_on: date | None = None,
    actor: Actor,
    now: datetime,
) -> ImportDraft:
    """Take in a document and have it read in the background.

    With `corrects_plan_id` it is the corrected paper of a confirmed plan. Of a directive without
    `issuer_id` the issuer is taken from the paper; `received_on` is set for one of another body.
    The trail names neither paper nor file before it is known to be no secret. Raises AccessDenied,
    NotVisible or RefusedFile.
    """
    is_open = issuer_id is None and plan_kind is PlanKind.DIRECTIVE
    corrects = None
    if corrects_plan_id is not None:
        corrects = Plan.objects.in_force().get_visible(actor, pk=corrects_plan_id)
        issuer_id = corrects.issuer_id
    issuer = issuer_for(actor, now, issuer_id)
    file = store(content=content, name=name, owner=f"plans.paper:{issuer}", actor=actor, now=now)
    draft = ImportDraft.objects.create(
        issuer_id=issuer,
        plan_kind=corrects.kind if corrects else plan_kind,
        origin=origin,
        origin_key=origin_key,
        state=DraftState.QUEUED,
        file=file,
        file_name=file.name,
        corrects=corrects,
        is_issuer_open=(is_open or origin is DraftOrigin.MAIL) and corrects is None,
        received_on=received_on,
        **_made_by(actor, now),
    )
    unnamed = f"bản nháp số {draft.pk}"
    announce(ImportStarted(draft_id=draft.pk, title=unnamed), actor=actor, at=now)
    _have_it_read(draft)
    return draft


@transaction.atomic
def read_again(*, draft_id: int, actor: Actor, now: datetime) -> ImportDraft:
    """Have the document read anew from the file, without the corrections made so far.

    Raises NotVisible or AccessDenied; harmless for a draft that is closed or has no file.
    """
    draft = ImportDraft.objects.select_for_update(of=("self",)).get_visible(actor, pk=draft_id)
    actor.require(Permission.IMPORT, agency_id=draft.issuer_id)
    if draft.file_id is None or draft.state not in (DraftState.READY, DraftState.FAILED):
        return draft
    draft.state = DraftState.QUEUED
    draft.failure_code = draft.failure_text = ""
    draft.edits = []
    draft.progress_done = draft.progress_total = 0
    draft.changed_at = now
    draft.save()
    _have_it_read(draft)
    return draft


@transaction.atomic
def start_by_hand(
    *,
    title: str,
    plan_kind: PlanKind = PlanKind.ANNUAL,
    issuer_id: int | None = None,
    year: int | None = None,
    file: StoredFile | None = None,
    actor: Actor,
    now: datetime,
) -> ImportDraft:
    """Begin a plan that a person types in; it goes through the same review as one that was read.

    Raises AccessDenied.
    """
    header = {
        "document_kind": Cell(_USUAL.get(plan_kind, "Kế hoạch"), is_edited=True),
        "title": Cell(title.strip(), is_edited=True),
        "year": Cell(str(year or ""), is_edited=True),
    }
    reading = Draft(header=header)
    draft = ImportDraft(
        issuer_id=issuer_for(actor, now, issuer_id),
        plan_kind=plan_kind,
        origin=DraftOrigin.BY_HAND,
        state=DraftState.READY,
        file=file,
        reading=draft_to_json(reading),
        **_made_by(actor, now),
    )
    summarise(draft, reading)
    draft.save()
    announce(ImportStarted(draft_id=draft.pk, title=draft.title), actor=actor, at=now)
    return draft


def _made_by(actor: Actor, now: datetime) -> dict[str, object]:
    return {
        "created_at": now,
        "changed_at": now,
        "created_by_id": actor.user_id,
        "created_by_name": actor.name[:150],
    }


def _have_it_read(draft: ImportDraft) -> None:
    enqueue(Job.READ_DRAFT, once=f"plans.draft:{draft.pk}", draft_id=draft.pk)
