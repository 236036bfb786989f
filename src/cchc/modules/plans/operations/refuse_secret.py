"""Refusing a paper that bears a degree of secrecy: nothing of it stays, not even its name."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from cchc.modules.plans import links
from cchc.modules.plans.events import SecretRefused
from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations.drafting import still_reading
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.rules.draft import Draft, draft_to_json
from cchc.modules.plans.rules.kinds import DraftOrigin, DraftState
from cchc.modules.plans.rules.secrecy import UNNAMED
from cchc.officialdocs.errors import SecretDocument
from cchc.platform.access import SYSTEM
from cchc.platform.events.announcing import announce
from cchc.platform.storage.forgetting import forget

TAKEN = "da-nhan"
"""Where messages of the drop folder lie once they were taken in; see operations.collect_mail."""


@transaction.atomic
def refuse_for_secrecy(draft_id: int, refusal: SecretDocument, *, now: datetime) -> None:
    """Close the draft with the reason, and delete file, reading, name, and the message it came in.

    Harmless when the draft was closed meanwhile.
    """
    draft = still_reading(draft_id)
    if draft is None:
        return
    file, origin_key = draft.file, draft.origin_key
    _empty(draft)
    draft.failure_code = refusal.code[:60]
    draft.failure_text = refusal.message_vi
    draft.changed_at = now
    draft.save()
    if file is not None:
        forget(file)
    if draft.origin == DraftOrigin.MAIL and settings.CCHC_DROP_DIR is not None:
        folder = Path(settings.CCHC_DROP_DIR)
        transaction.on_commit(lambda: forget_message(folder, origin_key))
    announce(SecretRefused(draft_id=draft.pk), actor=SYSTEM, at=now)
    tell(
        [draft.created_by_id],
        topic="plans.draft.refused",
        title="Một tài liệu đã bị từ chối vì có dấu độ mật",
        body=refusal.message_vi,
        link=links.draft(draft.pk),
        now=now,
    )


def forget_message(folder: Path, origin_key: str) -> None:
    """Delete the message that brought the paper; a word of why lies in its place, without names."""
    digest = origin_key.split(":")[1] if origin_key.count(":") >= 2 else ""
    taken = folder / TAKEN
    for path in sorted(taken.glob("*.eml")) if digest and taken.is_dir() else ():
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            path.unlink()
            (taken / f"{path.name}.txt").unlink(missing_ok=True)
            said = "Thư có văn bản mang dấu độ mật: đã từ chối và xóa khỏi thư mục này.\n"
            (taken / f"thu-{digest[:12]}.txt").write_text(said, encoding="utf-8")


def _empty(draft: ImportDraft) -> None:
    draft.state = DraftState.FAILED
    draft.file = None
    draft.file_name = UNNAMED
    draft.title = draft.number = draft.progress_text = ""
    draft.task_count = draft.doubt_count = 0
    draft.reading = draft_to_json(Draft())
    draft.layout = []
    draft.edits = []
