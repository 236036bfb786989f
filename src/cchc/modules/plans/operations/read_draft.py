"""Reading a document in the background: may be killed at any moment and begun again."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cchc.modules.plans import links
from cchc.modules.plans.events import DraftRead
from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations.drafting import register_on, summarise
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.rules.draft import Draft, draft_to_json
from cchc.modules.plans.rules.kinds import DraftState
from cchc.modules.plans.rules.paper import paper_of
from cchc.modules.plans.rules.reading import draft_from_document
from cchc.officialdocs import UnreadableDocument, read_layout, understand
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
        reading = _understood(layout, draft.issuer_id, now)
    except UnreadableDocument as refusal:
        _fail(draft_id, refusal, now)
        return
    _finish(draft_id, reading, layout, actor=actor, now=now)


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


def _understood(layout: Layout, issuer_id: int, now: datetime) -> Draft:
    """What the paper says, with the agencies of its day of issue."""
    today = in_vietnam(now).date()
    document = understand(layout, register=register_on(today, issuer_id))
    issued_on = document.issued_on.value
    if issued_on is not None and issued_on != today:
        document = understand(layout, register=register_on(issued_on, issuer_id))
    return draft_from_document(document)


@transaction.atomic
def _finish(draft_id: int, reading: Draft, layout: Layout, *, actor: Actor, now: datetime) -> None:
    draft = _still_reading(draft_id)
    if draft is None:
        return
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
    draft = _still_reading(draft_id)
    if draft is None:
        return
    draft.state = DraftState.FAILED
    draft.failure_code = refusal.code[:60]
    draft.failure_text = refusal.message_vi
    draft.changed_at = now
    draft.save()
    _tell(draft, f"Không đọc được “{draft.file_name}”", refusal.message_vi, now)


def _still_reading(draft_id: int) -> ImportDraft | None:
    waiting = ImportDraft.objects.select_for_update(of=("self",))
    return waiting.filter(pk=draft_id, state=DraftState.READING).first()


def _tell(draft: ImportDraft, title: str, body: str, now: datetime) -> None:
    link = links.draft(draft.pk)
    people = [draft.created_by_id]
    tell(people, topic="plans.draft.read", title=title, body=body, link=link, now=now)
