"""Stopping the clock of one occurrence, and letting it go on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.plans.events import WorkResumed, WorkSuspended
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.operations.following import resume_parts, stop_parts
from cchc.modules.plans.operations.reaching import locked_occurrence, named_occurrence
from cchc.modules.plans.operations.reckoning import day_of, move, reckon, save
from cchc.modules.plans.operations.standing_still import move_deadline
from cchc.modules.plans.operations.telling import answering_for, tell_about
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
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
    Rights(actor).require_decide(occurrence, Permission.MANAGE)
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
    stop_parts(occurrence, said, actor=actor, now=now)
    people = answering_for([occurrence.agency_id], now)
    tell_about(
        occurrence, people, topic="plans.work.suspended", title="Tạm dừng phần việc", now=now
    )
    return occurrence


@transaction.atomic
def resume(*, occurrence_id: int, actor: Actor, now: datetime) -> Occurrence:
    """Let the clock go on; the deadline moves by the working days it stood still.

    Raises NotVisible, AccessDenied, TransitionNotAllowed, or HandingRefused while the work above
    stands still.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    Rights(actor).require_decide(occurrence, Permission.MANAGE)
    _check_above(occurrence)
    back_to = State(occurrence.suspended_from or occurrence.state)
    check_transition(State(occurrence.state), back_to)
    day = day_of(now)
    since = occurrence.suspended_on or day.today
    above = occurrence.task.part_of
    not_after = above.due_on if above else None
    move_deadline(occurrence, actor=actor, now=now, not_after=not_after)
    occurrence.suspended_from = ""
    occurrence.suspended_on = None
    move(occurrence, back_to, now=now, day=day)
    reckon(occurrence, day)
    save(occurrence, "suspended_from", "suspended_on", "due_on", "days_given", "days_from")
    announce(WorkResumed(**named_occurrence(occurrence)), actor=actor, at=now)
    resume_parts(occurrence, since, actor=actor, now=now)
    people = answering_for([occurrence.agency_id], now)
    tell_about(occurrence, people, topic="plans.work.resumed", title="Tiếp tục phần việc", now=now)
    return occurrence


def _check_above(occurrence: Occurrence) -> None:
    above = occurrence.task.part_of
    if above is not None and above.state == State.SUSPENDED:
        raise HandingRefused(HandingProblem.ABOVE_STANDS_STILL)
