"""Occurrences in full: rounds of proof, requests for time, and what may be done now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cchc.modules.plans.labels import EXTENSION_STATES, STEPS, SUBMISSION_STATES
from cchc.modules.plans.models import Extension, Occurrence, Proof, Submission
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs, badge_of, name_of, person_refs
from cchc.modules.plans.queries.next_moves import Names, next_of, who_moves
from cchc.modules.plans.queries.pages import (
    ExtensionView,
    OccurrenceView,
    PersonRef,
    ProofView,
    SubmissionView,
)
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.threads import open_parts
from cchc.modules.plans.rules.kinds import ExtensionState, SubmissionState
from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY, State, may_become
from cchc.platform.access import Actor
from cchc.platform.sql import prepared

_SUBMISSION_TONES = {
    SubmissionState.HANDED_IN: "info",
    SubmissionState.APPROVED: "info",
    SubmissionState.ACCEPTED: "ok",
    SubmissionState.RETURNED: "late",
    SubmissionState.RETURNED_BY_HEAD: "late",
}
_EXTENSION_TONES = {
    ExtensionState.PENDING: "info",
    ExtensionState.GRANTED: "ok",
    ExtensionState.REFUSED: "late",
}


def occurrence_views(
    occurrences: Sequence[Occurrence], *, actor: Actor, today: date
) -> dict[int, OccurrenceView]:
    """The occurrences by number, which come with their assignments; five queries."""
    ids = [one.pk for one in occurrences]
    submissions: list[Submission] = _submissions_of.objects(ids)
    extensions: list[Extension] = _extensions_of.objects(ids)
    holders = [one.assignment.holder_id for one in occurrences]
    people = person_refs([*_people(submissions), *_askers(extensions), *holders])
    agency_ids = {pk for one in occurrences for pk in (one.agency_id, one.issuer_id)}
    names = Names(agency_refs(agency_ids), people)
    proofs = _proofs(submissions)
    rounds: dict[int, list[SubmissionView]] = defaultdict(list)
    for one in submissions:
        rounds[one.occurrence_id].append(_submission(one, proofs.get(one.pk, []), people))
    asked: dict[int, list[ExtensionView]] = defaultdict(list)
    rights = Rights(actor)
    may_decide = {o.pk: rights.may_decide(o, Permission.DECIDE_EXTENSION) for o in occurrences}
    parts = open_parts([one.pk for one in occurrences])
    for request in extensions:
        view = _extension(request, people, may_decide=may_decide[request.occurrence_id])
        asked[request.occurrence_id].append(view)
    last = {one.occurrence_id: one for one in reversed(submissions)}
    return {
        one.pk: _view(
            one,
            _Rounds(rounds[one.pk], asked[one.pk], parts.get(one.pk, 0)),
            last.get(one.pk),
            rights,
            names,
            today,
        )
        for one in occurrences
    }


@dataclass(frozen=True, slots=True)
class _Rounds:
    """What hangs on an occurrence."""

    submissions: list[SubmissionView]
    extensions: list[ExtensionView]
    open_part_count: int


def _view(  # noqa: PLR0917 (an occurrence from its sources)
    one: Occurrence,
    rounds: _Rounds,
    last: Submission | None,
    rights: Rights,
    names: Names,
    today: date,
) -> OccurrenceView:
    move = next_of(one, one.assignment, open_part_count=rounds.open_part_count)
    return OccurrenceView(
        id=one.pk,
        sequence=one.sequence,
        label=one.label,
        starts_on=one.starts_on,
        due_on=one.due_on,
        first_due_on=one.first_due_on,
        is_continuous=one.is_continuous,
        state=one.state,
        badge=badge_of(one, today=today),
        round_count=one.round_count,
        submissions=rounds.submissions,
        extensions=rounds.extensions,
        open_part_count=rounds.open_part_count,
        next_who=who_moves(move.doer, one, one.assignment, names),
        next_step=str(STEPS[move.step]),
        **_work_now(one, rounds, rights),
        **_decisions_now(one, last, rights),
    )


def _work_now(one: Occurrence, rounds: _Rounds, rights: Rights) -> dict[str, bool]:
    """What the reader may do to it now on the side of the agency."""
    state, holder_id = State(one.state), one.assignment.holder_id
    hands_in = rights.may_work(one, Permission.HAND_IN, holder_id=holder_id)
    asks = rights.may_ask_for_time(one, holder_id=holder_id)
    is_open_work = state in WITH_THE_AGENCY and one.due_on is not None
    return {
        "may_hand_in": hands_in
        and may_become(state, State.SUBMITTED)
        and not rounds.open_part_count,
        "may_ask_extension": asks and is_open_work and not one.has_pending_extension,
        "may_break_down": (state in WITH_THE_AGENCY or state is State.WAITING)
        and one.assignment.ended_at is None
        and rights.may_hand_down(one),
    }


def _decisions_now(one: Occurrence, last: Submission | None, rights: Rights) -> dict[str, bool]:
    """What the reader may decide about it now, as head or for whoever gave it."""
    state = State(one.state)
    approves = rights.may_approve(one) and not one.is_personal
    accepts = rights.may_decide(one, Permission.ACCEPT_PROOF)
    manages = rights.may_decide(one, Permission.MANAGE)
    return {
        "may_approve": approves and state is State.SUBMITTED,
        "may_return_as_head": approves and state is State.SUBMITTED,
        "may_accept": accepts and state is State.APPROVED and not _is_own(one, last, rights.actor),
        "may_return": accepts and state is State.APPROVED,
        "may_suspend": manages and may_become(state, State.SUSPENDED),
        "may_resume": manages and state is State.SUSPENDED,
    }


def _is_own(one: Occurrence, last: Submission | None, actor: Actor) -> bool:
    if last is None or actor.user_id is None:
        return False
    if one.is_part:
        return actor.user_id == last.handed_in_by_id
    return actor.user_id in (last.handed_in_by_id, last.approved_by_id)


def _people(submissions: Iterable[Submission]) -> Iterable[int | None]:
    for one in submissions:
        yield from (one.handed_in_by_id, one.approved_by_id, one.decided_by_id)


def _askers(extensions: Iterable[Extension]) -> Iterable[int | None]:
    for one in extensions:
        yield from (one.asked_by_id, one.decided_by_id)


def _proofs(submissions: Iterable[Submission]) -> Mapping[int, list[ProofView]]:
    found: dict[int, list[ProofView]] = defaultdict(list)
    wanted = [one.pk for one in submissions]
    for proof in _proofs_of.objects(wanted) if wanted else ():
        file = proof.file
        found[proof.submission_id].append(
            ProofView(
                id=proof.pk,
                product=proof.product,
                document_number=proof.document_number,
                file_id=proof.file_id,
                file_name=file.name if file else "",
                size=file.size if file else 0,
                sha256=file.sha256 if file else "",
                version=file.version if file else 0,
                link=proof.link,
            )
        )
    return found


def _submission(
    one: Submission, proofs: list[ProofView], people: dict[int, PersonRef]
) -> SubmissionView:
    state = SubmissionState(one.state)
    return SubmissionView(
        id=one.pk,
        round_number=one.round_number,
        state=state,
        state_label=str(SUBMISSION_STATES[state]),
        tone=_SUBMISSION_TONES[state],
        note=one.note,
        handed_in_at=one.handed_in_at,
        handed_in_by=name_of(people, one.handed_in_by_id),
        approved_at=one.approved_at,
        approved_by=name_of(people, one.approved_by_id) if one.approved_at else "",
        decided_at=one.decided_at,
        decided_by=name_of(people, one.decided_by_id) if one.decided_at else "",
        return_reason=one.return_reason,
        proofs=proofs,
    )


def _extension(one: Extension, people: dict[int, PersonRef], *, may_decide: bool) -> ExtensionView:
    state = ExtensionState(one.state)
    return ExtensionView(
        id=one.pk,
        state=state,
        state_label=str(EXTENSION_STATES[state]),
        tone=_EXTENSION_TONES[state],
        reason=one.reason,
        due_on=one.due_on,
        wanted_on=one.wanted_on,
        was_late=one.was_late,
        asked_at=one.asked_at,
        asked_by=name_of(people, one.asked_by_id),
        granted_on=one.granted_on,
        decided_at=one.decided_at,
        decided_by=name_of(people, one.decided_by_id) if one.decided_at else "",
        decision_reason=one.decision_reason,
        may_decide=may_decide and state is ExtensionState.PENDING,
    )


@prepared
def _submissions_of(ids: list[int]) -> QuerySet[Submission]:
    """What was handed in for some rounds, the last first."""
    return Submission.objects.filter(occurrence_id__any_of=ids).order_by("-round_number")


@prepared
def _extensions_of(ids: list[int]) -> QuerySet[Extension]:
    """What was asked for some rounds, the last first."""
    return Extension.objects.filter(occurrence_id__any_of=ids).order_by("-pk")


@prepared
def _proofs_of(ids: list[int]) -> QuerySet[Proof]:
    """What lies in some submissions."""
    rows = Proof.objects.filter(submission_id__any_of=ids)
    return rows.select_related("file").order_by("pk")
