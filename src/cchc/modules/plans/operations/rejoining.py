"""Threads after a merger: who gives follows the agency, and nobody stands below themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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


def rejoin_threads(
    passed: Sequence[Assignment],
    *,
    from_agency_id: int,
    to_agency_id: int,
    actor: Actor,
    now: datetime,
) -> None:
    """After work passed on: the successor gives what its predecessor gave, and nothing comes round.

    A part that would now come to an agency standing above it ends; what hangs on it moves up to the
    work above, except what was given to a person of that agency.
    """
    _give_in_its_name(from_agency_id, to_agency_id)
    rounds = Occurrence.objects.filter(
        is_part=True, state__in=_OPEN, agency_id=to_agency_id, thread__in=_threads(passed)
    )
    for one in rounds.exclude(issuer_id=to_agency_id, assignment__holder_id__isnull=False):
        if to_agency_id in agencies_above(one):
            _fold_up(one, actor=actor, now=now)


def _threads(passed: Sequence[Assignment]) -> Collection[int]:
    ids = [part.pk for part in passed]
    rows = Occurrence.objects.filter(assignment_id__in=ids, thread__isnull=False)
    return set(rows.values_list("thread_id", flat=True))


def _give_in_its_name(from_agency_id: int, to_agency_id: int) -> None:
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


def _fold_up(one: Occurrence, *, actor: Actor, now: datetime) -> None:
    """End a part that came round to an agency above it; what hangs on it moves up."""
    task = (
        Task.objects.select_for_update(of=("self",)).select_related("part_of").get(pk=one.task_id)
    )
    above = task.part_of
    assert above is not None  # noqa: S101 (a part is a part of something)
    for part in Task.objects.active().filter(part_of=one).order_by("pk"):
        _move_up(part, above, now, actor=actor)
    reason = f"Cơ quan nhận việc đã nhập vào {agency_name(one.agency_id)}, là cơ quan cấp trên"
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
