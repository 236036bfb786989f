"""Giving a part its rounds anew once the paper's time was corrected; what is done stays."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.plans.models import Assignment, DueChange, Occurrence, Plan
from cchc.modules.plans.operations.following import shorten_parts
from cchc.modules.plans.operations.giving import new_occurrence, planned_for
from cchc.modules.plans.operations.reckoning import Day, day_of, move, reckon
from cchc.modules.plans.operations.withdraw import close_pending, take_back_parts
from cchc.modules.plans.rules.kinds import DueChangeKind
from cchc.modules.plans.rules.lifecycle import OPEN, WITH_THE_AGENCY, State
from cchc.modules.plans.rules.occurrences import Planned
from cchc.modules.plans.rules.retiming import Existing, match_rounds
from cchc.platform.access import Actor

_RETIMED = "Thời gian thay đổi theo bản đính chính"


def retime(
    plan: Plan,
    assignment: Assignment,
    *,
    kind: DueChangeKind = DueChangeKind.CORRECTED,
    reason: str = _RETIMED,
    actor: Actor,
    now: datetime,
) -> None:
    """Match the rounds of a live part with those its task's time now asks for.

    A round still with the agency gets its new deadline, with a line in the ledger; one that is
    no longer asked for is withdrawn; a new one is added. What was handed in or accepted stays.
    """
    day = day_of(now)
    occurrences = list(assignment.occurrences.select_for_update().order_by("sequence"))
    planned = planned_for(plan, assignment.task, assignment.obligation, assignment.assigned_on)
    existing = [
        Existing(
            sequence=one.sequence,
            label=one.label,
            is_waiting=one.state == State.WAITING,
            is_movable=one.state in WITH_THE_AGENCY or one.state == State.WAITING,
            is_open=one.state in OPEN,
        )
        for one in occurrences
    ]
    by_sequence = {one.sequence: one for one in occurrences}
    matched = match_rounds(existing, planned)
    for sequence, wanted in matched.kept:
        _set_time(by_sequence[sequence], wanted, day, because=(kind, reason), actor=actor, now=now)
    _withdraw([by_sequence[sequence] for sequence in matched.gone], actor=actor, now=now)
    fresh = [new_occurrence(plan, assignment, one, day, now) for one in matched.added]
    Occurrence.objects.bulk_create(fresh)


def _set_time(
    occurrence: Occurrence,
    wanted: Planned,
    day: Day,
    *,
    because: tuple[DueChangeKind, str],
    actor: Actor,
    now: datetime,
) -> None:
    """Write the days of a round; nothing where they are the same."""
    if (occurrence.starts_on, occurrence.due_on) == (wanted.starts_on, wanted.due_on):
        return
    if occurrence.due_on is not None and wanted.due_on is not None:
        DueChange.objects.create(
            occurrence=occurrence,
            kind=because[0],
            from_due_on=occurrence.due_on,
            to_due_on=wanted.due_on,
            reason=because[1][:500],
            at=now,
            by_id=actor.user_id,
        )
    occurrence.starts_on = wanted.starts_on
    occurrence.due_on = wanted.due_on
    occurrence.first_due_on = occurrence.first_due_on or wanted.due_on
    occurrence.is_continuous = wanted.is_continuous
    occurrence.label = wanted.label
    occurrence.waits_for = wanted.waits_for or ""
    if occurrence.state == State.WAITING and wanted.due_on is not None:
        move(occurrence, State.ASSIGNED, now=now, day=day)
    occurrence.days_given = occurrence.days_from = None
    reckon(occurrence, day)
    occurrence.save()
    shorten_parts(occurrence, actor=actor, now=now)


def _withdraw(occurrences: list[Occurrence], *, actor: Actor, now: datetime) -> None:
    ids = [one.pk for one in occurrences]
    pending = Occurrence.objects.filter(pk__in=ids)
    close_pending(pending, _RETIMED, actor=actor, now=now)
    take_back_parts(ids, _RETIMED, actor=actor, now=now)
    day = day_of(now)
    for occurrence in occurrences:
        occurrence.suspended_from = ""
        occurrence.suspended_on = None
        occurrence.has_pending_extension = False
        move(occurrence, State.WITHDRAWN, now=now, day=day)
        occurrence.save()
