"""An agency takes up its part, says who holds it and how it goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.public import person_cards
from cchc.modules.plans import links
from cchc.modules.plans.events import HolderNamed, ProgressReported, WorkAcknowledged
from cchc.modules.plans.models import Assignment
from cchc.modules.plans.operations.reaching import locked_assignment, named_assignment
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.colleagues import colleagues_of
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.kinds import HandbackState
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce


@transaction.atomic
def acknowledge(*, assignment_id: int, actor: Actor, now: datetime) -> Assignment:
    """The agency confirms that it has the work; every round of it is in progress from now on.

    Raises NotVisible, AccessDenied or WorkRefused.
    """
    assignment = locked_assignment(assignment_id, actor)
    _require(assignment, Permission.ACKNOWLEDGE, actor)
    if assignment.acknowledged_at is not None and not assignment.is_handed_back:
        raise WorkRefused(WorkProblem.ALREADY_ACKNOWLEDGED)
    take_up(assignment, actor=actor, now=now)
    return assignment


def take_up(assignment: Assignment, *, actor: Actor, now: datetime) -> None:
    """Mark a locked part as acknowledged; harmless when it is. The deadline does not move.

    Who goes on with work that was handed back keeps it.
    """
    _keep_after_all(assignment, actor=actor, now=now)
    if assignment.acknowledged_at is not None:
        return
    assignment.acknowledged_at = now
    assignment.acknowledged_by_id = actor.user_id
    assignment.save(update_fields=["acknowledged_at", "acknowledged_by_id"])
    announce(WorkAcknowledged(**named_assignment(assignment)), actor=actor, at=now)
    assignment.occurrences.filter(state=State.ASSIGNED).update(
        state=State.IN_PROGRESS, state_since=now
    )


def _keep_after_all(assignment: Assignment, *, actor: Actor, now: datetime) -> None:
    if not assignment.is_handed_back:
        return
    assignment.is_handed_back = False
    assignment.save(update_fields=["is_handed_back"])
    assignment.handbacks.filter(state=HandbackState.PENDING).update(
        state=HandbackState.TAKEN_UP, answered_at=now, answered_by_id=actor.user_id
    )


def _require(assignment: Assignment, permission: Permission, actor: Actor) -> None:
    Rights(actor).require_work(assignment, permission, holder_id=assignment.holder_id)


@transaction.atomic
def name_holder(*, assignment_id: int, person_id: int, actor: Actor, now: datetime) -> Assignment:
    """Say which person of the agency holds the work.

    Raises NotVisible, AccessDenied, or WorkRefused when the person does not work in the agency.
    """
    assignment = locked_assignment(assignment_id, actor)
    _require(assignment, Permission.ACKNOWLEDGE, actor)
    if assignment.is_personal:
        raise HandingRefused(HandingProblem.PERSONAL)
    today = in_vietnam(now).date()
    if person_id not in {card.id for card in colleagues_of(assignment.agency_id, today)}:
        raise WorkRefused(WorkProblem.NOT_A_COLLEAGUE)
    take_up(assignment, actor=actor, now=now)
    assignment.holder_id = person_id
    assignment.held_since = today
    assignment.save(update_fields=["holder_id", "held_since"])
    named = named_assignment(assignment)
    holder = person_cards([person_id])[person_id].full_name
    announce(HolderNamed(**named, holder_id=person_id, holder_name=holder), actor=actor, at=now)
    task = assignment.task
    tell(
        [person_id],
        topic="plans.work.given",
        title="Anh/chị được phân công một phần việc",
        body=f"{task.code} {task.content}"[:500],
        link=links.task(task.pk),
        now=now,
    )
    return assignment


@transaction.atomic
def report_progress(*, assignment_id: int, note: str, actor: Actor, now: datetime) -> Assignment:
    """Say in words how the work goes; never a percentage, and never done without proof.

    Raises NotVisible, AccessDenied or WorkRefused.
    """
    assignment = locked_assignment(assignment_id, actor)
    _require(assignment, Permission.REPORT_PROGRESS, actor)
    said = note.strip()
    if not said:
        raise WorkRefused(WorkProblem.NOTHING_SAID)
    take_up(assignment, actor=actor, now=now)
    assignment.progress_note = said
    assignment.progress_at = now
    assignment.save(update_fields=["progress_note", "progress_at"])
    event = ProgressReported(**named_assignment(assignment), note=said[:300])
    announce(event, actor=actor, at=now)
    return assignment
