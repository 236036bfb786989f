"""Threads of work handed down, for the page of a task and the forms that give and pass on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cchc.modules.plans.labels import HANDBACK_STATES, STEPS
from cchc.modules.plans.models import Assignment, Handback, Occurrence, Proof, Task
from cchc.modules.plans.queries.naming import (
    agency_ref,
    agency_refs,
    badge_of,
    name_of,
    obligation_label,
    person_refs,
)
from cchc.modules.plans.queries.next_moves import Names, next_of, who_moves
from cchc.modules.plans.queries.pages import (
    AboveView,
    HandbackView,
    ThreadProof,
    ThreadRow,
    ThreadView,
)
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.rules.kinds import HandbackState, SubmissionState
from cchc.modules.plans.rules.lifecycle import OPEN, State
from cchc.platform.access import Actor
from cchc.platform.sql import prepared, prepared_for

MOST_THREADS = 12
_NOT_RETURNED = [SubmissionState.HANDED_IN, SubmissionState.APPROVED, SubmissionState.ACCEPTED]


@dataclass(frozen=True, slots=True)
class _Known:
    """What all rows of a page need, read once."""

    task_id: int
    rights: Rights
    today: date
    names: Names
    proofs: Mapping[int, list[ThreadProof]]


def threads_of_task(
    task: Task, *, actor: Actor, today: date, occurrence_id: int | None = None
) -> list[ThreadView]:
    """The threads in which this task stands, as far as the actor stands in them too."""

    def here(task_id: int) -> QuerySet[Occurrence, Any]:
        seen = Occurrence.objects.filter(task_id=task_id, thread__isnull=False).visible_to(actor)
        return seen.order_by("sorts_on", "pk").values_list("thread_id", "pk")

    rows = prepared_for(("plans.threads_of_task", actor), here)(task.pk)
    ids = list(dict.fromkeys(thread_id for thread_id, _pk in rows))
    asked = next((thread_id for thread_id, pk in rows if pk == occurrence_id), None)
    wanted = sorted(ids, key=lambda pk: pk != asked)[:MOST_THREADS]
    if not wanted:
        return []
    rounds = list(
        Occurrence.objects.filter(thread__in=wanted)
        .select_related("task", "plan", "assignment")
        .order_by("pk")
    )
    known = _known(task, rounds, Rights(actor), today)
    return [_thread(pk, [o for o in rounds if o.thread_id == pk], known) for pk in wanted]


def above_of(task: Task) -> AboveView | None:
    """The work of which a task is a part; None for a row of a plan."""
    if task.part_of_id is None:
        return None
    above = Occurrence.objects.select_related("task").get(pk=task.part_of_id)
    return AboveView(
        task_id=above.task_id,
        occurrence_id=above.pk,
        code=above.task.code,
        content=above.task.content,
        agency=agency_ref(above.agency_id),
        due_on=above.due_on,
    )


def handbacks_of(parts: Sequence[Assignment]) -> dict[int, list[HandbackView]]:
    """What was handed back of these, the last first."""
    rows: list[Handback] = _handbacks.objects([part.pk for part in parts]) if parts else []
    people = person_refs(pk for row in rows for pk in (row.by_id, row.answered_by_id))
    agencies = agency_refs(row.agency_id for row in rows)
    found: dict[int, list[HandbackView]] = defaultdict(list)
    for row in rows:
        found[row.assignment_id].append(
            HandbackView(
                id=row.pk,
                is_pending=row.state == HandbackState.PENDING,
                state_label=str(HANDBACK_STATES[HandbackState(row.state)]),
                reason=row.reason,
                at=row.at,
                by=name_of(people, row.by_id),
                agency_name=agencies[row.agency_id].name,
                answer=row.answer,
                answered_at=row.answered_at,
                answered_by=name_of(people, row.answered_by_id) if row.answered_at else "",
            )
        )
    return found


@prepared
def _handbacks(parts: list[int]) -> QuerySet[Handback]:
    """What was handed back of some parts, the last first."""
    return Handback.objects.filter(assignment_id__any_of=parts).order_by("-pk")


def _known(task: Task, rounds: Sequence[Occurrence], rights: Rights, today: date) -> _Known:
    people = {pk for o in rounds for pk in (o.assignment.holder_id, o.assignment.given_by_id)}
    return _Known(
        task_id=task.pk,
        rights=rights,
        today=today,
        names=Names(
            agency_refs({o.agency_id for o in rounds} | {o.issuer_id for o in rounds}),
            person_refs(people),
        ),
        proofs=_proofs(rounds),
    )


def _proofs(rounds: Iterable[Occurrence]) -> Mapping[int, list[ThreadProof]]:
    """The products of the last round of each that were not sent back; one query."""
    rows = Proof.objects.filter(
        submission__occurrence__in=list(rounds), submission__state__in=_NOT_RETURNED
    )
    found: dict[int, list[ThreadProof]] = defaultdict(list)
    for proof in rows.select_related("submission").order_by("pk"):
        view = ThreadProof(proof.pk, proof.product, proof.file_id, proof.link)
        found[proof.submission.occurrence_id].append(view)
    return found


def _thread(root_id: int, rounds: list[Occurrence], known: _Known) -> ThreadView:
    below: dict[int | None, list[Occurrence]] = defaultdict(list)
    for one in rounds:
        below[one.task.part_of_id].append(one)
    root = next(one for one in rounds if one.pk == root_id)
    rows = list(_rows(root, 0, below, known))
    parts = [one for one in rounds if one.is_part]
    return ThreadView(
        root_id=root_id,
        label=root.label,
        rows=rows,
        open_count=sum(1 for one in parts if one.state in OPEN),
        done_count=sum(1 for one in parts if one.state == State.ACCEPTED),
    )


def _rows(
    one: Occurrence, depth: int, below: Mapping[int | None, list[Occurrence]], known: _Known
) -> Iterable[ThreadRow]:
    parts = below.get(one.pk, [])
    open_count = sum(1 for part in parts if part.state in OPEN)
    yield _row(one, depth, open_count, known)
    for part in parts:
        yield from _rows(part, depth + 1, below, known)


def _row(one: Occurrence, depth: int, open_count: int, known: _Known) -> ThreadRow:
    part = one.assignment
    move = next_of(one, part, open_part_count=open_count)
    return ThreadRow(
        depth=depth,
        task_id=one.task_id,
        occurrence_id=one.pk,
        code=one.task.code,
        content=one.task.content,
        obligation_label=obligation_label(one.obligation),
        giver=known.names.agency(one.issuer_id),
        given_by=known.names.person(part.given_by_id),
        agency=known.names.agency(one.agency_id),
        holder=known.names.people.get(part.holder_id or 0),
        is_personal=one.is_personal,
        due_on=one.due_on,
        badge=badge_of(one, today=known.today),
        next_who=who_moves(move.doer, one, part, known.names),
        next_step=str(STEPS[move.step]),
        proofs=known.proofs.get(one.pk, []),
        is_here=one.task_id == known.task_id,
        may_recall=one.is_part and one.state in OPEN and known.rights.may_give(one.issuer_id),
    )
