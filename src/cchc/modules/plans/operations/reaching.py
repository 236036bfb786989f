"""Finding what an operation works on: visible to the actor, locked, and named for the trail."""

from __future__ import annotations

from typing import Any

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.models import Assignment, Occurrence, Submission, Task
from cchc.modules.plans.rules.kinds import SubmissionState
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import Actor, NotVisible

_OPEN_ROUNDS = [SubmissionState.HANDED_IN, SubmissionState.APPROVED]


def locked_occurrence(occurrence_id: int, actor: Actor) -> Occurrence:
    """The occurrence, locked until the end of the transaction. Raises NotVisible."""
    rows = Occurrence.objects.select_for_update(of=("self",)).select_related("task")
    return rows.get_visible(actor, pk=occurrence_id)


def locked_assignment(assignment_id: int, actor: Actor) -> Assignment:
    """The part, locked; raises NotVisible, or WorkRefused when it has ended."""
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("task")
    assignment = rows.get_visible(actor, pk=assignment_id)
    if assignment.ended_at is not None:
        raise WorkRefused(WorkProblem.ENDED)
    return assignment


def locked_task(task_id: int, actor: Actor) -> Task:
    """The task, locked. Raises NotVisible."""
    return Task.objects.select_for_update(of=("self",)).get_visible(actor, pk=task_id)


def open_round(occurrence: Occurrence) -> Submission:
    """The round of handing in that waits for a decision. Raises NotVisible when there is none."""
    found = occurrence.submissions.select_for_update().filter(state__in=_OPEN_ROUNDS).first()
    if found is None:
        raise NotVisible
    return found


def agency_name(agency_id: int) -> str:
    """What the trail calls the agency."""
    card = agency_cards([agency_id]).get(agency_id)
    return card.name if card else ""


def named_assignment(assignment: Assignment) -> dict[str, Any]:
    """The fields by which an event names a part."""
    return {
        "task_id": assignment.task_id,
        "plan_id": assignment.plan_id,
        "code": assignment.task.code,
        "assignment_id": assignment.pk,
        "agency_id": assignment.agency_id,
        "agency_name": agency_name(assignment.agency_id),
    }


def named_occurrence(occurrence: Occurrence) -> dict[str, Any]:
    """The fields by which an event names an occurrence."""
    return {
        "task_id": occurrence.task_id,
        "plan_id": occurrence.plan_id,
        "code": occurrence.task.code,
        "assignment_id": occurrence.assignment_id,
        "agency_id": occurrence.agency_id,
        "agency_name": agency_name(occurrence.agency_id),
        "occurrence_id": occurrence.pk,
        "label": occurrence.label,
    }
