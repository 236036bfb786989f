"""The outbox for administrators: what waits, what could not be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from cchc.platform.clock import real_now
from cchc.platform.jobs import enqueue
from cchc.platform.messages.job_names import Job
from cchc.platform.messages.models import OutboxMessage, OutboxState


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """How the outbox stands."""

    waiting_count: int
    dead_count: int
    oldest_due_at: datetime | None
    """When the oldest message that has not left was due."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that could not be delivered; no address, no text."""

    id: int
    channel: str
    to_id: int
    title: str
    attempts: int
    last_error: str
    created_at: datetime


def outbox_status() -> OutboxStatus:
    """How the outbox stands now."""
    found = OutboxMessage.objects.exclude(state=OutboxState.SENT).aggregate(
        waiting=Count("id", filter=Q(state=OutboxState.WAITING)),
        dead=Count("id", filter=Q(state=OutboxState.DEAD)),
        oldest=Min("due_at", filter=Q(state=OutboxState.WAITING)),
    )
    return OutboxStatus(found["waiting"], found["dead"], found["oldest"])


def dead_letters(limit: int = 50) -> list[DeadLetter]:
    """The messages that could not be delivered, latest first."""
    rows = OutboxMessage.objects.filter(state=OutboxState.DEAD).order_by("-id")[:limit]
    return [
        DeadLetter(
            id=row.pk,
            channel=row.channel,
            to_id=row.to_id,
            title=row.title,
            attempts=row.attempts,
            last_error=row.last_error,
            created_at=row.created_at,
        )
        for row in rows
    ]


def send_again(message_id: int) -> bool:
    """Give a dead message a new life; False when it is not dead."""
    revived = OutboxMessage.objects.filter(pk=message_id, state=OutboxState.DEAD).update(
        state=OutboxState.WAITING, attempts=0, due_at=real_now(), last_error=""
    )
    if revived:
        enqueue(Job.SEND_DUE)
    return bool(revived)
