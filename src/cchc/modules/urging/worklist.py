"""What this module puts into people's inboxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.urging import links
from cchc.modules.urging.models import Digest
from cchc.modules.urging.queries.digests import said
from cchc.modules.urging.queries.letters import count_answers, find_answers
from cchc.modules.worklist.public import Urgency, WorkItem
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item: how to find some, how to count all."""

    find: Callable[[Actor, date, int], list[WorkItem]]
    count: Callable[[Actor, date], int]


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person in urging, at most `limit` of each kind."""
    if actor.user_id is None:
        return []
    return [item for kind in _KINDS for item in kind.find(actor, today, limit)]


def count_work(actor: Actor, today: date) -> int:
    """How many things wait for this person in urging."""
    if actor.user_id is None:
        return 0
    return sum(kind.count(actor, today) for kind in _KINDS)


def _latest(actor: Actor) -> Digest | None:
    """The person's last digest while they have not said to have received it."""
    latest = Digest.objects.filter(person_id=actor.user_id or 0).order_by("-on").first()
    return latest if latest is not None and latest.acknowledged_at is None else None


def _find_digest(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    latest = _latest(actor)
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


def _count_digest(actor: Actor, today: date) -> int:
    return 1 if _latest(actor) is not None else 0


_KINDS: tuple[Kind, ...] = (
    # --- digests
    Kind(_find_digest, _count_digest),
    # --- letters
    Kind(find_answers, count_answers),
)
