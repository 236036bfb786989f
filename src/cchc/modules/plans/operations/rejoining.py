"""Threads after a merger: who gives follows the agency, and nobody stands below themselves."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.plans.events import PartMovedUp
from cchc.modules.plans.models import Assignment, Extension, Handback, Occurrence, Task
from cchc.modules.plans.operations.reaching import agency_name, named_assignment
from cchc.modules.plans.operations.withdraw import end_assignments, take_back
from cchc.modules.plans.queries.threads import agencies_above
from cchc.modules.plans.rules.kinds import ExtensionState, HandbackState
from cchc.modules.plans.rules.lifecycle import OPEN
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

_OPEN = sorted(OPEN)


def fold_what_comes_round(
    *, from_agency_id: int, to_agency_id: int, actor: Actor, now: datetime
) -> None:
    """Before work passes to a successor: end each part that would then stand below its own agency.

    Either the part of the predecessor below the successor, or the successor's below the
    predecessor. What hangs on it moves up, except what was given to a person of that agency.
    """
    here = Occurrence.objects.filter(is_part=True, state__in=_OPEN)
    for place, above in ((from_agency_id, to_agency_id), (to_agency_id, from_agency_id)):
        parts = here.filter(agency_id=place).exclude(issuer_id=place).order_by("pk")
        for one in parts.select_related("task"):
            if above in agencies_above(one):
                _fold_up(one, above, actor=actor, now=now)


def give_in_its_name(from_agency_id: int, to_agency_id: int) -> None:
    """Open parts that the predecessor gave are now the successor's to decide."""
    given = Occurrence.objects.filter(
        is_part=True, issuer_id=from_agency_id, state__in=_OPEN
    ).values_list("pk", "assignment_id")
    pairs = list(given)
    rounds, parts = [pk for pk, _ in pairs], {part for _, part in pairs}
    Occurrence.objects.filter(pk__in=rounds).update(issuer_id=to_agency_id)
    Assignment.objects.filter(pk__in=parts).update(issuer_id=to_agency_id)
    Extension.objects.filter(occurrence__in=rounds, state=ExtensionState.PENDING).update(
        issuer_id=to_agency_id
    )
    Handback.objects.filter(assignment__in=parts, state=HandbackState.PENDING).update(
        issuer_id=to_agency_id
    )


def _fold_up(one: Occurrence, heir_id: int, *, actor: Actor, now: datetime) -> None:
    """End a part that would come round to an agency above it; what hangs on it moves up."""
    task = (
        Task.objects.select_for_update(of=("self",)).select_related("part_of").get(pk=one.task_id)
    )
    above = task.part_of
    assert above is not None  # noqa: S101 (a part is a part of something)
    for part in Task.objects.active().filter(part_of=one).order_by("pk"):
        _move_up(part, above, now, actor=actor)
    reason = f"Sáp nhập với {agency_name(heir_id)}, cơ quan đứng trên trong luồng giao việc"
    others = task.assignments.live().exclude(pk=one.assignment_id).exists()
    if others:
        end_assignments(
            Assignment.objects.filter(pk=one.assignment_id), reason, actor=actor, now=now
        )
    else:
        take_back(task, reason, actor=actor, now=now)


def _move_up(part: Task, above: Occurrence, now: datetime, *, actor: Actor) -> None:
    parts = list(part.assignments.live().select_related("task"))
    if any(one.is_personal for one in parts) or above.thread_id is None:
        return  # ends with the part it was given from
    part.part_of = above
    part.save(update_fields=["part_of"])
    part.assignments.live().update(issuer_id=above.agency_id)
    Occurrence.objects.filter(task=part).update(issuer_id=above.agency_id)
    for one in parts:
        event = PartMovedUp(**named_assignment(one), thread_id=above.thread_id)
        announce(event, actor=actor, at=now)
