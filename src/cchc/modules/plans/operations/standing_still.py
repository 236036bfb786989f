"""The deadline after a standstill: moved by the working days the clock stood still."""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.models import DueChange, Occurrence
from cchc.modules.plans.operations.reckoning import day_of
from cchc.modules.plans.rules.clock import due_after_standstill
from cchc.modules.plans.rules.kinds import DueChangeKind
from cchc.platform.access import Actor


def move_deadline(
    occurrence: Occurrence, *, actor: Actor, now: datetime, not_after: date | None = None
) -> None:
    """Write the new deadline and its line in the ledger; continuous work keeps its end.

    Never beyond `not_after`, the deadline of the work above. Saves the ledger, not the occurrence.
    """
    if occurrence.due_on is None or occurrence.suspended_on is None or occurrence.is_continuous:
        return
    calendar = working_calendar(occurrence.agency_id)
    today = day_of(now).today
    new = due_after_standstill(occurrence.due_on, occurrence.suspended_on, today, calendar)
    if not_after is not None:
        new = min(new, max(not_after, occurrence.due_on))
    if new == occurrence.due_on:
        return
    DueChange.objects.create(
        occurrence=occurrence,
        kind=DueChangeKind.RESUMED,
        from_due_on=occurrence.due_on,
        to_due_on=new,
        at=now,
        by_id=actor.user_id,
    )
    occurrence.due_on = new
    occurrence.days_given = occurrence.days_from = None
