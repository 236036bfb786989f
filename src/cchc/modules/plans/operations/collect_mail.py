"""Documents that come by e-mail: a folder where the mail server drops messages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from django.db import transaction

from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import DraftOrigin
from cchc.platform.access import Actor
from cchc.platform.storage.refusals import RefusedFile

TAKEN, REFUSED = "da-nhan", "bi-tu-choi"
_READABLE = (".docx", ".pdf", ".xlsx", ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
_MOST_BYTES = 60 * 1024 * 1024
_MOST_MESSAGES = 50


@dataclass(frozen=True, slots=True)
class _Attachment:
    name: str
    content: bytes


def collect_mail(*, folder: Path, actor: Actor, now: datetime) -> list[int]:
    """Take in every message of the folder; the drafts that began.

    A draft gives no work: a person confirms it, so that a forged sender gains nothing. A message is
    known by its content: one that was taken in and not moved away is not taken in twice.
    """
    if not folder.is_dir():
        return []
    messages = sorted(folder.glob("*.eml"))[:_MOST_MESSAGES]
    return [draft_id for path in messages for draft_id in _take_in(path, actor=actor, now=now)]


def _take_in(path: Path, *, actor: Actor, now: datetime) -> list[int]:
    if path.stat().st_size > _MOST_BYTES:
        _put_away(path, REFUSED, "Thư vượt dung lượng cho phép (60 MB).")
        return []
    raw = path.read_bytes()
    key = hashlib.sha256(raw).hexdigest()
    begun: list[int] = []
    refusals: list[str] = []
    attachments = list(_attachments(raw))
    for index, attachment in enumerate(attachments):
        try:
            begun += _begin(attachment, f"mail:{key}:{index}", actor=actor, now=now)
        except RefusedFile as refusal:
            refusals.append(f"{attachment.name}: {refusal.message}")
    if not attachments:
        refusals.append("Thư không có tệp đính kèm đọc được (.docx, .pdf, .xlsx, .txt, ảnh quét).")
    is_taken = len(refusals) < max(len(attachments), 1)
    _put_away(path, TAKEN if is_taken else REFUSED, "\n".join(refusals))
    return begun


@transaction.atomic
def _begin(attachment: _Attachment, key: str, *, actor: Actor, now: datetime) -> list[int]:
    if ImportDraft.objects.filter(origin_key=key).exists():
        return []
    draft = start_import(
        content=BytesIO(attachment.content),
        name=attachment.name,
        origin=DraftOrigin.MAIL,
        origin_key=key,
        actor=actor,
        now=now,
    )
    return [draft.pk]


def _attachments(raw: bytes) -> Iterator[_Attachment]:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 (the default policy makes these)
    for part in message.iter_attachments():
        name = Path(part.get_filename() or "").name
        content = part.get_payload(decode=True)
        if name.lower().endswith(_READABLE) and isinstance(content, bytes) and content:
            yield _Attachment(name, content)


def _put_away(path: Path, where: str, reasons: str) -> None:
    """Move a message aside, and why it was not taken in beside it."""
    target = path.parent / where
    target.mkdir(exist_ok=True)
    path.replace(target / path.name)
    if reasons:
        (target / f"{path.name}.txt").write_text(reasons + "\n", encoding="utf-8")
