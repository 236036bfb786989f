"""What the addressee says: seen, and received (Đã nhận)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from cchc.modules.urging.events import DigestAcknowledged, NoticeAcknowledged
from cchc.modules.urging.models import Digest, Notice
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce

_MOST_TASKS = 200
"""A leader's morning may name thousands; the trail shows it on the pages of so many."""


@transaction.atomic
def open_digest(*, digest_id: int, actor: Actor, now: datetime) -> Digest:
    """Note that the person has opened their digest, the first time. Raises NotVisible."""
    digest = _own_digest(digest_id, actor)
    if digest.read_at is None:
        digest.read_at = now
        digest.save(update_fields=["read_at"])
        digest.notices.filter(read_at=None).update(read_at=now)
    return digest


@transaction.atomic
def acknowledge_digest(*, digest_id: int, actor: Actor, now: datetime) -> Digest:
    """The person has received their digest and all that was said until then; may be repeated.

    A digest names everything that stands open, so that it answers for the earlier ones too.
    Raises NotVisible for anybody else's.
    """
    digest = _own_digest(digest_id, actor)
    if digest.acknowledged_at is not None:
        return digest
    received = {"read_at": Coalesce(F("read_at"), now), "acknowledged_at": now}
    until = {"person_id": digest.person_id, "on__lte": digest.on, "acknowledged_at": None}
    Digest.objects.filter(**until).update(**received)
    notices = Notice.objects.filter(**until)
    tasks = tuple(notices.order_by("task_id").values_list("task_id", flat=True).distinct())
    count = notices.update(**received)
    event = DigestAcknowledged(
        digest_id=digest.pk, on=digest.on, notice_count=count, task_ids=tasks[:_MOST_TASKS]
    )
    announce(event, actor=actor, at=now)
    digest.refresh_from_db()
    return digest


@transaction.atomic
def acknowledge_notice(*, notice_id: int, actor: Actor, now: datetime) -> Notice:
    """The person has received one notice; harmless when repeated.

    Raises NotVisible for anybody else's.
    """
    notice = (
        Notice.objects.select_for_update()
        .filter(pk=notice_id, person_id=actor.user_id or 0)
        .first()
    )
    if notice is None:
        raise NotVisible
    if notice.acknowledged_at is not None:
        return notice
    notice.read_at = notice.read_at or now
    notice.acknowledged_at = now
    notice.save(update_fields=["read_at", "acknowledged_at"])
    event = NoticeAcknowledged(notice_id=notice.pk, task_id=notice.task_id, on=notice.on)
    announce(event, actor=actor, at=now)
    return notice


def _own_digest(digest_id: int, actor: Actor) -> Digest:
    found = (
        Digest.objects.select_for_update()
        .filter(pk=digest_id, person_id=actor.user_id or 0)
        .first()
    )
    if found is None:
        raise NotVisible
    return found
