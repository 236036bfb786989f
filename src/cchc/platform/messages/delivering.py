"""Sending what is due: each message once, failures again after ever longer waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

import structlog
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from cchc.platform.clock import real_now
from cchc.platform.messages.models import Channel, OutboxMessage, OutboxState
from cchc.platform.messages.sms import FolderGateway, SmsGateway, WrongNumber
from cchc.platform.text.folding import squeeze

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""Between the attempts; after the last one the message is dead, and an administrator sees it."""
MOST_AT_ONCE = 200
log = structlog.get_logger(__name__)


class Undeliverable(Exception):
    """The message cannot be delivered however often it is tried; says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class _Addressee:
    email: str
    phone: str


def send_due() -> int:
    """Send what is due by the real clock, oldest first; answers how many were tried."""
    tried_count = 0
    while tried_count < MOST_AT_ONCE and _send_next(real_now()):
        tried_count += 1
    return tried_count


@transaction.atomic
def _send_next(now: datetime) -> bool:
    """Send one message while holding its row, so that no other worker sends it too.

    Should this process die after the server took the message and before the note of it is written,
    it goes out again under the same Message-ID or reference, by which the receiver knows it.
    """
    message = (
        OutboxMessage.objects.select_for_update(skip_locked=True)
        .filter(state=OutboxState.WAITING, due_at__lte=now)
        .order_by("due_at", "id")
        .first()
    )
    if message is None:
        return False
    try:
        _deliver(message)
    except Undeliverable as error:
        _note_failure(message, now, str(error), is_final=True)
    except Exception as error:
        log.exception("messages.failed", message_id=message.pk)
        _note_failure(message, now, _what_went_wrong(error), is_final=False)
    else:
        message.state, message.sent_at, message.last_error = OutboxState.SENT, now, ""
    message.attempts += 1
    message.save(update_fields=["state", "sent_at", "last_error", "attempts", "due_at"])
    return True


def _note_failure(message: OutboxMessage, now: datetime, error: str, *, is_final: bool) -> None:
    message.last_error = error[:300]
    if is_final or message.attempts >= len(WAITS):
        message.state = OutboxState.DEAD
    else:
        message.due_at = now + WAITS[message.attempts]
    log.warning(
        "messages.not_sent",
        message_id=message.pk,
        channel=message.channel,
        attempt=message.attempts + 1,
        is_dead=message.state == OutboxState.DEAD,
    )


def _deliver(message: OutboxMessage) -> None:
    addressee = _addressee(message.to_id)
    if message.channel == Channel.EMAIL:
        _send_email(message, addressee)
    else:
        _send_sms(message, addressee)


def _addressee(person_id: int) -> _Addressee:
    """Where the person is reached now; nobody writes to an account that was closed."""
    person = get_user_model().objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        raise Undeliverable(_("Tài khoản không còn hoạt động"))
    return _Addressee(getattr(person, "email", ""), getattr(person, "phone", ""))


def _send_email(message: OutboxMessage, addressee: _Addressee) -> None:
    if not addressee.email:
        raise Undeliverable(_("Tài khoản chưa có địa chỉ thư điện tử"))
    host = settings.CCHC_SITE_URL.partition("://")[2].partition(":")[0]
    email = EmailMessage(
        subject=squeeze(f"[CCHC] {message.title}"),
        body=_text_of(message),
        to=[addressee.email],
        headers={
            "Message-ID": f"<{_reference(message)}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    try:
        email.send()
    except SMTPRecipientsRefused as refusal:
        if all(code >= 500 for code, _said in refusal.recipients.values()):
            raise Undeliverable(_("Máy chủ thư từ chối địa chỉ nhận")) from None
        raise


def _send_sms(message: OutboxMessage, addressee: _Addressee) -> None:
    if not addressee.phone:
        raise Undeliverable(_("Tài khoản chưa có số điện thoại"))
    try:
        _gateway().send(
            phone=addressee.phone, text=squeeze(message.title), reference=_reference(message)
        )
    except WrongNumber:
        raise Undeliverable(_("Số điện thoại không đúng")) from None


def _gateway() -> SmsGateway:
    if settings.CCHC_SMS_DIR is None:
        raise Undeliverable(_("Hệ thống chưa được nối với cổng tin nhắn"))
    return FolderGateway(settings.CCHC_SMS_DIR)


def _what_went_wrong(error: Exception) -> str:
    """For administrators, without what a mail server repeats of addresses and texts."""
    if isinstance(error, OSError) and not isinstance(error, SMTPException):
        return f"{type(error).__name__}: {error}"
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()


def _reference(message: OutboxMessage) -> str:
    """A name of the message for all time, on this database."""
    return f"cchc-{message.pk}-{message.created_at:%Y%m%d%H%M%S}"


def _text_of(message: OutboxMessage) -> str:
    link = f"{settings.CCHC_SITE_URL}{message.link}" if message.link else ""
    closing = _("Thư này do hệ thống tự gửi, xin không trả lời.")
    return "\n\n".join(part for part in (message.title, message.body, link, closing) if part)
