"""Telling people: in the application at once, by e-mail and SMS through the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from cchc.platform.calendar import WorkingCalendar, vietnamese_calendar
from cchc.platform.clock import real_now
from cchc.platform.jobs import enqueue
from cchc.platform.messages.job_names import Job
from cchc.platform.messages.models import Channel, Notification, OutboxMessage
from cchc.platform.messages.quiet import QuietHours, earliest_sending


def notify(
    *,
    to: Sequence[int],
    topic: str,
    title: str,
    body: str = "",
    link: str = "",
    now: datetime,
    by_email: bool = False,
    by_sms: bool = False,
    is_urgent: bool = False,
) -> None:
    """Tell these people something, in the caller's transaction; each once.

    `link` is a path of the site. With `by_email` or `by_sms` it also goes to the outbox, and leaves
    outside quiet hours and (unless urgent) on working days, by the real clock.
    """
    messages = [
        Message(person, topic, title, body, link, by_email, by_sms) for person in dict.fromkeys(to)
    ]
    notify_each(messages, now=now, is_urgent=is_urgent)


@dataclass(frozen=True, slots=True)
class Message:
    """What one person is told, where each is told something else; the fields of `notify`."""

    to: int
    topic: str
    title: str
    body: str = ""
    link: str = ""
    by_email: bool = False
    by_sms: bool = False


def notify_each(messages: Sequence[Message], *, now: datetime, is_urgent: bool = False) -> None:
    """Tell many people something of their own, in the caller's transaction, in few statements."""
    Notification.objects.bulk_create(
        Notification(
            to_id=one.to,
            topic=one.topic,
            title=one.title[:300],
            body=one.body,
            link=one.link,
            at=now,
        )
        for one in messages
    )
    leaving = [(channel, one) for one in messages for channel in _channels(one)]
    if not leaving:
        return
    due_at = _due_at(is_urgent=is_urgent)
    OutboxMessage.objects.bulk_create(
        OutboxMessage(
            channel=channel,
            to_id=one.to,
            topic=one.topic,
            title=one.title[:300],
            body=one.body,
            link=one.link,
            due_at=due_at,
            created_at=now,
        )
        for channel, one in leaving
    )
    enqueue(Job.SEND_DUE)


def _channels(message: Message) -> Iterable[Channel]:
    if message.by_email:
        yield Channel.EMAIL
    if message.by_sms and settings.CCHC_SMS_DIR is not None:
        yield Channel.SMS


def _due_at(*, is_urgent: bool) -> datetime:
    quiet = QuietHours(settings.CCHC_QUIET_FROM, settings.CCHC_QUIET_UNTIL)
    calendar = _office_calendar()
    return earliest_sending(real_now(), quiet=quiet, calendar=calendar, is_urgent=is_urgent)


def _office_calendar() -> WorkingCalendar:
    """The province's calendar, as the module that keeps it gives it (CCHC_OFFICE_CALENDAR)."""
    if not settings.CCHC_OFFICE_CALENDAR:
        return vietnamese_calendar()
    calendar_of: Callable[[int | None], WorkingCalendar]
    calendar_of = import_string(settings.CCHC_OFFICE_CALENDAR)
    return calendar_of(None)
