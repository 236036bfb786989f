"""Stopping the clock of one occurrence, and letting it go on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.events import WorkResumed, WorkSuspended
from cchc.modules.plans.models import DueChange, Occurrence
from cchc.modules.plans.operations.reaching import locked_occurrence, named_occurrence
from cchc.modules.plans.operations.reckoning import day_of, move, reckon, save
from cchc.modules.plans.operations.telling import heads_and_officers_of, tell_about
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.clock import due_after_standstill
from cchc.modules.plans.rules.kinds import DueChangeKind
from cchc.modules.plans.rules.lifecycle import State, check_transition
from cchc.modules.plans.rules.refusals import require_reason
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def suspend(*, occurrence_id: int, reason: str, actor: Actor, now: datetime) -> Occurrence:
    """Whoever assigned stops the clock of an occurrence, saying why.

    Raises NotVisible, AccessDenied, TransitionNotAllowed or WorkRefused.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    actor.require(Permission.MANAGE, agency_id=occurrence.issuer_id)
    before = State(occurrence.state)
    check_transition(before, State.SUSPENDED)
    said = require_reason(reason)
    day = day_of(now)
    occurrence.suspended_from = before
    occurrence.suspended_on = day.today
    move(occurrence, State.SUSPENDED, now=now, day=day)
    save(occurrence, "suspended_from", "suspended_on")
    event = WorkSuspended(**named_occurrence(occurrence), reason=said[:300])
    announce(event, actor=actor, at=now)
    people = heads_and_officers_of([occurrence.agency_id], now)
    tell_about(
        occurrence, people, topic="plans.work.suspended", title="Tạm dừng phần việc", now=now
    )
    return occurrence


@transaction.atomic
def resume(*, occurrence_id: int, actor: Actor, now: datetime) -> Occurrence:
    """Let the clock go on; the deadline moves by the working days it stood still.

    Raises NotVisible, AccessDenied or TransitionNotAllowed.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    actor.require(Permission.MANAGE, agency_id=occurrence.issuer_id)
    back_to = State(occurrence.suspended_from or occurrence.state)
    check_transition(State(occurrence.state), back_to)
    day = day_of(now)
    _move_deadline(occurrence, actor=actor, now=now)
    occurrence.suspended_from = ""
    occurrence.suspended_on = None
    move(occurrence, back_to, now=now, day=day)
    reckon(occurrence, day)
    save(occurrence, "suspended_from", "suspended_on", "due_on")
    announce(WorkResumed(**named_occurrence(occurrence)), actor=actor, at=now)
    people = heads_and_officers_of([occurrence.agency_id], now)
    tell_about(occurrence, people, topic="plans.work.resumed", title="Tiếp tục phần việc", now=now)
    return occurrence


def _move_deadline(occurrence: Occurrence, *, actor: Actor, now: datetime) -> None:
    """Write the new deadline and its line in the ledger; continuous work keeps its end."""
    if occurrence.due_on is None or occurrence.suspended_on is None or occurrence.is_continuous:
        return
    calendar = working_calendar(occurrence.agency_id)
    today = day_of(now).today
    new = due_after_standstill(occurrence.due_on, occurrence.suspended_on, today, calendar)
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
