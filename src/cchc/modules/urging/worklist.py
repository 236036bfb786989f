"""What this module puts into people's inboxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from cchc.modules.urging import links
from cchc.modules.urging.models import Digest
from cchc.modules.urging.queries.digests import said
from cchc.modules.urging.queries.letters import find_answers, to_answer
from cchc.modules.worklist.public import Urgency, WorkItem, numbers_waiting
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi

INBOX = "urging"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item: how to find some, and the rows that are counted."""

    find: Callable[[Actor, date, int], list[WorkItem]]
    rows: Callable[[Actor], QuerySet[Any, Any]]


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person in urging, at most `limit` of each kind."""
    if actor.user_id is None:
        return []
    numbers = zip(_KINDS, numbers_waiting(INBOX, actor, today), strict=True)
    return [item for kind, number in numbers if number for item in kind.find(actor, today, limit)]


def count_work(actor: Actor, today: date) -> int:
    """How many things wait for this person in urging."""
    return sum(numbers_waiting(INBOX, actor, today))


def waiting_rows(actor: Actor, today: date) -> list[QuerySet[Any, Any]]:
    """What `count_work` counts, a queryset a kind."""
    return [kind.rows(actor) for kind in _KINDS]


def _unread(actor: Actor) -> QuerySet[Digest]:
    """The person's last digest while they have not said to have received it."""
    newer = Digest.objects.filter(person_id=OuterRef("person_id"), on__gt=OuterRef("on"))
    own = Digest.objects.filter(person_id=actor.user_id or 0, acknowledged_at=None)
    return own.exclude(Exists(newer))


def _find_digest(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    latest = _unread(actor).first()
    if latest is None:
        return []
    is_pressing = bool(latest.escalated or latest.overdue or latest.due_today)
    return [
        WorkItem(
            kind="urging.digest",
            title=_("Bản tin đôn đốc ngày {day}").format(day=date_vi(latest.on)),
            detail=said(latest),
            due_on=None,
            state=_("chưa nhận"),
            agency_name="",
            action_label=_("Xem và nhận"),
            url=links.digest(latest.pk),
            urgency=Urgency.TODAY if is_pressing else Urgency.LATER,
        )
    ]


_KINDS: tuple[Kind, ...] = (
    # --- digests
    Kind(_find_digest, _unread),
    # --- letters
    Kind(find_answers, to_answer),
)
