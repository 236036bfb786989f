"""Reading a document in the background: may be killed at any moment and begun again."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from cchc.modules.plans import links
from cchc.modules.plans.events import DraftRead
from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations.drafting import register_on, still_reading, summarise
from cchc.modules.plans.operations.inside import inside_on
from cchc.modules.plans.operations.recognising import settle_issuer, settle_kind
from cchc.modules.plans.operations.refuse_secret import refuse_for_secrecy
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.rules.directive import as_directive
from cchc.modules.plans.rules.draft import Draft, draft_to_json
from cchc.modules.plans.rules.inner_groups import spread_all
from cchc.modules.plans.rules.kinds import DraftState, PlanKind
from cchc.modules.plans.rules.paper import paper_of
from cchc.modules.plans.rules.reading import draft_from_document
from cchc.modules.plans.rules.secrecy import refuse_secret
from cchc.officialdocs import UnreadableDocument, read_layout, understand
from cchc.officialdocs.errors import SecretDocument
from cchc.officialdocs.layout import Layout
from cchc.officialdocs.sources.progress import Progress
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.storage.storing import path_of

_WAITING = [DraftState.QUEUED, DraftState.READING]
_SECONDS_BETWEEN_REPORTS = 0.5


def read_draft(*, draft_id: int, actor: Actor, now: datetime) -> None:
    """Read the document of a draft; harmless when it was read, abandoned or confirmed meanwhile.

    Progress is written as it goes; the reading is kept in one transaction at the end, so that a
    killed worker leaves a draft that the next one reads from the beginning.
    """
    started = ImportDraft.objects.filter(pk=draft_id, state__in=_WAITING).update(
        state=DraftState.READING, progress_done=0, progress_total=0, progress_text=""
    )
    if not started:
        return
    draft = ImportDraft.objects.select_related("file").get(pk=draft_id)
    if draft.file is None:
        return
    reporter = _Reporter(draft_id)
    try:
        layout = read_layout(path_of(draft.file), progress=reporter)
        understood = _understood(layout, draft, now)
    except SecretDocument as refusal:
        refuse_for_secrecy(draft_id, refusal, now=now)
        return
    except UnreadableDocument as refusal:
        _fail(draft_id, refusal, now)
        return
    _finish(draft_id, understood, layout, actor=actor, now=now)


@dataclass(slots=True)
class _Reporter:
    """Writes the progress into the draft, at most twice a second."""

    draft_id: int
    last: float = 0.0

    def __call__(self, progress: Progress) -> None:
        moment = time.monotonic()
        if moment - self.last < _SECONDS_BETWEEN_REPORTS and progress.done < progress.total:
            return
        self.last = moment
        ImportDraft.objects.filter(pk=self.draft_id, state=DraftState.READING).update(
            progress_done=progress.done,
            progress_total=progress.total,
            progress_text=progress.message[:200],
        )


@dataclass(frozen=True, slots=True)
class _Understood:
    """What the paper says, who gives the work in it, and what sort of document it is."""

    reading: Draft
    issuer_id: int
    plan_kind: str


def _understood(layout: Layout, draft: ImportDraft, now: datetime) -> _Understood:
    """What the paper says, with the agencies of its day of issue. Raises SecretDocument."""
    today = in_vietnam(now).date()
    register = register_on(today, draft.issuer_id)
    document = understand(layout, register=register)
    refuse_secret(document.secrecy.value)
    on = document.issued_on.value or today
    issuer_id = settle_issuer(draft, document, register, today)
    if on != today or issuer_id != draft.issuer_id:
        register = register_on(on, issuer_id)
        document = understand(layout, register=register)
    plan_kind = settle_kind(draft, document)
    reading = draft_from_document(document)
    reading = replace(reading, tasks=spread_all(reading.tasks, inside_on(on, issuer_id, register)))
    if plan_kind == PlanKind.DIRECTIVE:
        reading = as_directive(reading, draft.received_on)
    return _Understood(reading, issuer_id, plan_kind)


@transaction.atomic
def _finish(
    draft_id: int, understood: _Understood, layout: Layout, *, actor: Actor, now: datetime
) -> None:
    draft = still_reading(draft_id)
    if draft is None:
        return
    reading = understood.reading
    draft.issuer_id = understood.issuer_id
    draft.plan_kind = understood.plan_kind
    draft.is_issuer_open = False
    draft.state = DraftState.READY
    draft.reading = draft_to_json(reading)
    draft.layout = paper_of(layout)
    draft.edits = []
    draft.changed_at = now
    draft.progress_text = ""
    draft.progress_done = draft.progress_total
    summarise(draft, reading)
    draft.save()
    event = DraftRead(
        draft_id=draft.pk,
        title=draft.title or draft.file_name,
        task_count=draft.task_count,
        doubt_count=draft.doubt_count,
    )
    announce(event, actor=actor, at=now)
    body = f"{draft.task_count} nhiệm vụ, {draft.doubt_count} chỗ cần xem lại"
    _tell(draft, f"Đã đọc xong “{draft.title or draft.file_name}”", body, now)


@transaction.atomic
def _fail(draft_id: int, refusal: UnreadableDocument, now: datetime) -> None:
    draft = still_reading(draft_id)
    if draft is None:
        return
    draft.state = DraftState.FAILED
    draft.failure_code = refusal.code[:60]
    draft.failure_text = refusal.message_vi
    draft.changed_at = now
    draft.save()
    _tell(draft, f"Không đọc được “{draft.file_name}”", refusal.message_vi, now)


def _tell(draft: ImportDraft, title: str, body: str, now: datetime) -> None:
    link = links.draft(draft.pk)
    people = [draft.created_by_id]
    tell(people, topic="plans.draft.read", title=title, body=body, link=link, now=now)
