"""What a person has been told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from cchc.platform.messages.models import Notification
from cchc.platform.sql import prepared


@dataclass(frozen=True, slots=True)
class NotificationLine:
    """A notification as a page shows it."""

    id: int
    topic: str
    title: str
    body: str
    link: str
    at: datetime
    is_read: bool


@prepared
def _unread(person_id: int) -> QuerySet[Notification, Any]:
    return Notification.objects.filter(to_id=person_id, read_at=None).values_list("pk")


def unread_count(person_id: int) -> int:
    """How many notifications the person has not read."""
    return _unread.count(person_id)


def inbox(person_id: int, limit: int = 50) -> list[NotificationLine]:
    """The latest notifications of a person, latest first."""
    rows = Notification.objects.filter(to_id=person_id).order_by("-id")[:limit]
    return [
        NotificationLine(
            id=row.pk,
            topic=row.topic,
            title=row.title,
            body=row.body,
            link=row.link,
            at=row.at,
            is_read=row.read_at is not None,
        )
        for row in rows
    ]


def mark_read(person_id: int, ids: Iterable[int] | None = None, *, now: datetime) -> int:
    """Note that the person has read these of their notifications (None: all); answers how many."""
    rows = Notification.objects.filter(to_id=person_id, read_at=None)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return rows.update(read_at=now)


def mark_read_before(moment: datetime) -> int:
    """Note that everybody has read what came before this moment, as it came; answers how many."""
    return Notification.objects.filter(read_at=None, at__lt=moment).update(read_at=F("at"))
