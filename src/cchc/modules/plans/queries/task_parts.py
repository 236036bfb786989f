"""The parts of the agencies in a task: a summary of each, in full where the actor has business."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from cchc.modules.plans.models import Assignment, Occurrence, Task
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import (
    agency_refs,
    obligation_label,
    person_refs,
)
from cchc.modules.plans.queries.occurrence_views import occurrence_views
from cchc.modules.plans.queries.pages import (
    AgencyRef,
    HandbackView,
    OccurrenceView,
    PartView,
    PersonRef,
)
from cchc.modules.plans.queries.plan_page import worst_badge
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.task_reading import (
    PART_IN_SHORT,
    parts_in_full,
    parts_in_short,
    rounds_of_parts,
    sums_by_part,
)
from cchc.modules.plans.queries.thread_page import handbacks_of
from cchc.modules.plans.rules.counts import Counts, counts_of, sum_counts
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY, State
from cchc.modules.plans.rules.standing import MOST_PRESSING_FIRST, standing_of
from cchc.platform.access import Actor
from cchc.platform.sql import prepared_for

MOST_PARTS = 60
MOST_OPENED = 12
MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a task: those shown, and what is known of all."""

    shown: list[PartView]
    known_ids: list[int]
    """The assignments that the actor may know of."""
    opened: list[Assignment]
    opened_ids: list[int]
    """The occurrences shown in full."""
    lead_count: int
    coordinating_count: int
    hidden_count: int
    counts: Counts
    """How all rounds of all parts stand."""
    waiting_count: int
    has_mine: bool


@dataclass(frozen=True, slots=True)
class _Sum:
    counts: Counts
    next_due: date | None


def parts_of(
    task: Task,
    *,
    actor: Actor,
    today: date,
    occurrence_id: int | None = None,
    assignment_id: int | None = None,
    is_whole: bool = True,
) -> Parts:
    """Everybody's part; leads first, the actor's own before others, the most pressing next.

    Not the whole: only the parts of the threads in which the actor stands.
    """
    assignments = _in_short(task, actor, is_whole=is_whole)
    sums = _sums(task)
    asked = _asked_for(task, actor, occurrence_id, assignment_id)
    own = actor.scope_of(Permission.HAND_IN) | actor.scope_of(Permission.APPROVE_PROOF)
    decides = _decided_parts(assignments, actor)
    agencies = agency_refs(
        {a.agency_id for a in assignments}
        | {a.passed_on_from_id for a in assignments if a.passed_on_from_id is not None}
    )
    order = {ref: place for place, ref in enumerate(agencies)}

    def rank(one: _Short) -> tuple[bool, bool, bool, int, int]:
        standing = standing_of(sums.get(one.pk, _Sum(Counts(), None)).counts)
        return (
            one.pk not in asked,
            one.agency_id not in own or own.everywhere,
            one.obligation != Obligation.LEAD,
            MOST_PRESSING_FIRST.index(standing),
            order.get(one.agency_id, 0),
        )

    ranked = sorted(assignments, key=rank)
    full = {one.pk: one for one in parts_in_full.objects([a.pk for a in ranked[:MOST_PARTS]])}
    shown: list[Assignment] = [full[a.pk] for a in ranked[:MOST_PARTS] if a.pk in full]
    is_own = {a.pk for a in shown if a.agency_id in own and not own.everywhere} | decides
    opened = [a for a in shown if a.pk in asked or a.pk in is_own][:MOST_OPENED]
    views = _views(opened, actor=actor, today=today, occurrence_id=occurrence_id)
    people = person_refs(a.holder_id for a in shown)
    handed_back = handbacks_of(opened)
    rights = Rights(actor)
    return Parts(
        shown=[
            _part(
                a,
                sums.get(a.pk),
                agencies,
                people,
                _Opened(views.get(a.pk, []), handed_back.get(a.pk, [])),
                rights,
                today,
            )
            for a in shown
        ],
        known_ids=[one.pk for one in assignments],
        opened=opened,
        opened_ids=[view.id for many in views.values() for view in many],
        lead_count=sum(1 for a in assignments if a.obligation == Obligation.LEAD),
        coordinating_count=sum(1 for a in assignments if a.obligation != Obligation.LEAD),
        hidden_count=len(assignments) - len(shown),
        counts=sum_counts(one.counts for one in sums.values()),
        waiting_count=sum_counts(one.counts for one in sums.values()).waiting,
        has_mine=bool(is_own),
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is known of a part that is shown in full."""

    occurrences: list[OccurrenceView]
    handbacks: list[HandbackView]


_WITH_IT = WITH_THE_AGENCY | {State.WAITING}


class _Short(NamedTuple):
    """A part as far as its place in the list depends on it."""

    pk: int
    agency_id: int
    passed_on_from_id: int | None
    obligation: str
    is_part: bool
    holder_id: int | None
    issuer_id: int


def _in_short(task: Task, actor: Actor, *, is_whole: bool) -> list[_Short]:
    if is_whole:
        return [_Short(*row) for row in parts_in_short(task.pk)]
    seen = task.assignments.visible_to(actor).order_by("pk")
    return [_Short(*row) for row in seen.values_list(*PART_IN_SHORT)]


def _decided_parts(assignments: Iterable[_Short], actor: Actor) -> set[int]:
    """What was handed down and the actor decides about, or holds."""
    rights = Rights(actor)
    return {
        one.pk
        for one in assignments
        if one.is_part and (one.holder_id == actor.user_id or rights.may_give(one.issuer_id))
    }


def _sums(task: Task) -> dict[int, _Sum]:
    """How every part stands, in one query."""
    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    dues: dict[int, list[date]] = defaultdict(list)
    for assignment_id, timeliness, number, due in sums_by_part(task.pk):
        numbers[assignment_id][timeliness] = number
        if due is not None:
            dues[assignment_id].append(due)
    return {
        pk: _Sum(counts_of(by_timeliness), min(dues[pk], default=None))
        for pk, by_timeliness in numbers.items()
    }


def _asked_for(
    task: Task, actor: Actor, occurrence_id: int | None, assignment_id: int | None
) -> set[int]:
    """The parts to show open: the one in the address, and those that wait for this actor."""
    accepts = actor.may(Permission.ACCEPT_PROOF, agency_id=task.plan.issuer_id)

    def found(task_id: int, occurrence_id: int, assignment_id: int) -> QuerySet[Occurrence, Any]:
        waiting = Q(pk=occurrence_id) | Q(assignment_id=assignment_id)
        if accepts:
            waiting |= Q(state=State.APPROVED) | Q(has_pending_extension=True)
        rows = Occurrence.objects.filter(waiting, task_id=task_id).order_by("submitted_on", "pk")
        return rows.values_list("assignment_id")[:MOST_OPENED]

    asked = prepared_for(("plans.parts_asked_for", accepts), found)
    return {part for (part,) in asked(task.pk, occurrence_id or 0, assignment_id or 0)}


def _views(
    opened: Iterable[Assignment], *, actor: Actor, today: date, occurrence_id: int | None
) -> Mapping[int, list[OccurrenceView]]:
    by_part: dict[int, list[Occurrence]] = defaultdict(list)
    for one in rounds_of_parts.objects([part.pk for part in opened]):
        by_part[one.assignment_id].append(one)
    kept = {pk: _nearest(many, occurrence_id) for pk, many in by_part.items()}
    made = occurrence_views([o for many in kept.values() for o in many], actor=actor, today=today)
    return {pk: [made[one.pk] for one in many] for pk, many in kept.items()}


def _nearest(many: list[Occurrence], occurrence_id: int | None) -> list[Occurrence]:
    """At most so many rounds: those around the one asked for, or the first that is open."""
    if len(many) <= MOST_ROUNDS:
        return many
    is_asked = [one.pk == occurrence_id for one in many]
    is_open = [one.state not in (State.ACCEPTED, State.WITHDRAWN) for one in many]
    wanted = is_asked if any(is_asked) else is_open
    first = wanted.index(True) if any(wanted) else 0
    start = max(0, min(first - MOST_ROUNDS // 4, len(many) - MOST_ROUNDS))
    return many[start : start + MOST_ROUNDS]


def _part(  # noqa: PLR0917 (a row of a table from its sources)
    one: Assignment,
    found: _Sum | None,
    agencies: Mapping[int, AgencyRef],
    people: Mapping[int, PersonRef],
    opened: _Opened,
    rights: Rights,
    today: date,
) -> PartView:
    counts = found.counts if found else Counts()
    is_live = one.ended_at is None

    def works(permission: Permission) -> bool:
        return is_live and rights.may_work(one, permission, holder_id=one.holder_id)

    may_acknowledge = works(Permission.ACKNOWLEDGE)
    decides = is_live and rights.may_decide(one, Permission.MANAGE)
    is_with_it = any(o.state in _WITH_IT for o in opened.occurrences)
    nobody = AgencyRef(one.agency_id, "", "")
    before = agencies.get(one.passed_on_from_id or 0)
    return PartView(
        assignment_id=one.pk,
        agency=agencies.get(one.agency_id, nobody),
        obligation=one.obligation,
        obligation_label=obligation_label(one.obligation),
        holder=people.get(one.holder_id) if one.holder_id is not None else None,
        held_since=one.held_since,
        acknowledged_at=one.acknowledged_at,
        progress_note=one.progress_note,
        progress_at=one.progress_at,
        done_count=counts.done,
        occurrence_count=counts.total,
        badge=worst_badge(counts, found.next_due if found else None, today),
        passed_on_from=before.name if before else "",
        end_reason=one.end_reason,
        occurrences=opened.occurrences,
        is_mine=rights.may_work(one, Permission.HAND_IN, holder_id=one.holder_id),
        may_acknowledge=may_acknowledge and (one.acknowledged_at is None or one.is_handed_back),
        may_report_progress=works(Permission.REPORT_PROGRESS),
        may_set_holder=may_acknowledge and not one.is_personal,
        is_handed_back=one.is_handed_back,
        handbacks=opened.handbacks,
        may_hand_back=is_live
        and is_with_it
        and not one.is_handed_back
        and rights.may_ask_for_time(one, holder_id=one.holder_id),
        may_answer=decides and one.is_handed_back,
        may_pass_on=decides and is_with_it,
    )
