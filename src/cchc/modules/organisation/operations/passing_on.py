"""Passing on the open work of ended agencies, on the day of the succession."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.events import OpenWorkPassesOn
from cchc.modules.organisation.labels.agencies import NOBODY_FOLLOWS
from cchc.modules.organisation.models import Succession
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def pass_on_open_work(*, actor: Actor, now: datetime) -> int:
    """Tell the modules that keep work whose open work passes to whom; how many agencies that are.

    Each succession is told of once, on its day or when it is entered later; a nightly job finds
    those whose day has come. Safe to repeat.
    """
    due = (
        Succession.objects.work_to_pass_on(now.date())
        .select_related("predecessor", "successor")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("on", "pk")
    )
    count = 0
    for succession in due:
        succession.work_passed_at = now
        succession.save(update_fields=["work_passed_at"])
        announce(_event(succession), actor=actor, at=now)
        count += 1
    return count


def _event(succession: Succession) -> OpenWorkPassesOn:
    heir = succession.successor
    return OpenWorkPassesOn(
        from_agency_id=succession.predecessor_id,
        to_agency_id=succession.successor_id,
        from_name=succession.predecessor.name,
        to_name=heir.name if heir else NOBODY_FOLLOWS,
        on=succession.on,
    )
