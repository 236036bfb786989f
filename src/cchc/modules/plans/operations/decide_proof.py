"""Deciding about proof: the head approves, whoever assigned accepts; both may return it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.public import agency_cards
from cchc.modules.plans.events import ProofAccepted, ProofReturned
from cchc.modules.plans.models import Occurrence, Submission
from cchc.modules.plans.operations.hand_in_proof import approve_round, check_parts_done
from cchc.modules.plans.operations.reaching import (
    locked_occurrence,
    named_occurrence,
    open_round,
)
from cchc.modules.plans.operations.reckoning import day_of, move, save
from cchc.modules.plans.operations.telling import answering_for, tell_about
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.colleagues import INSIDE
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.rules.kinds import SubmissionState
from cchc.modules.plans.rules.lifecycle import State, check_transition
from cchc.modules.plans.rules.proving import check_four_eyes, check_return
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def approve_proof(*, occurrence_id: int, actor: Actor, now: datetime) -> Occurrence:
    """The head of the agency approves what was handed in and sends it to whoever assigned.

    Raises NotVisible, AccessDenied, TransitionNotAllowed, or HandingRefused while parts are open.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    Rights(actor).require_approve(occurrence)
    check_transition(State(occurrence.state), State.APPROVED)
    check_parts_done(occurrence)
    approve_round(occurrence, open_round(occurrence), actor=actor, now=now)
    return occurrence


@transaction.atomic
def accept_proof(*, occurrence_id: int, actor: Actor, now: datetime) -> Occurrence:
    """Whoever assigned accepts the proof: the work is done, on the day it was handed in.

    Raises NotVisible, AccessDenied, TransitionNotAllowed, or ProofRefused for one's own work.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    Rights(actor).require_decide(occurrence, Permission.ACCEPT_PROOF)
    check_transition(State(occurrence.state), State.ACCEPTED)
    check_parts_done(occurrence)
    submission = open_round(occurrence)
    check_four_eyes(decider_id=actor.user_id, worker_ids=_workers(occurrence, submission))
    occurrence.accepted_at = now
    move(occurrence, State.ACCEPTED, now=now, day=day_of(now))
    save(occurrence, "accepted_at")
    _decide(submission, SubmissionState.ACCEPTED, actor=actor, now=now)
    named = named_occurrence(occurrence)
    is_late = occurrence.timeliness == Timeliness.DONE_LATE
    event = ProofAccepted(**named, submission_id=submission.pk, is_late=is_late)
    announce(event, actor=actor, at=now)
    _tell_the_workers(occurrence, submission, "Minh chứng đã được nghiệm thu", now=now)
    return occurrence


@transaction.atomic
def return_proof(*, occurrence_id: int, reason: str, actor: Actor, now: datetime) -> Occurrence:
    """Send back what was handed in, saying what is missing; the clock goes on.

    The head returns what waits for approval, whoever assigned what was approved. Raises NotVisible,
    AccessDenied, TransitionNotAllowed, or ProofRefused when no reason is given.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    is_by_head = occurrence.state == State.SUBMITTED
    if is_by_head:
        Rights(actor).require_approve(occurrence)
    else:
        Rights(actor).require_decide(occurrence, Permission.ACCEPT_PROOF)
    check_transition(State(occurrence.state), State.RETURNED)
    check_return(reason)
    submission = open_round(occurrence)
    move(occurrence, State.RETURNED, now=now, day=day_of(now))
    save(occurrence)
    submission.return_reason = reason.strip()
    outcome = SubmissionState.RETURNED_BY_HEAD if is_by_head else SubmissionState.RETURNED
    _decide(submission, outcome, actor=actor, now=now)
    event = ProofReturned(
        **named_occurrence(occurrence),
        submission_id=submission.pk,
        reason=submission.return_reason[:300],
        is_by_head=is_by_head,
    )
    announce(event, actor=actor, at=now)
    _tell_the_workers(occurrence, submission, "Minh chứng bị trả lại, cần bổ sung", now=now)
    return occurrence


def _workers(occurrence: Occurrence, submission: Submission) -> tuple[int | None, ...]:
    """Who may not accept. In a plan inside one agency its head both approves and accepts."""
    if occurrence.is_personal:
        return (submission.handed_in_by_id,)
    card = agency_cards([occurrence.agency_id]).get(occurrence.agency_id)
    is_internal = (
        card is not None and card.kind in INSIDE and card.parent_id == occurrence.issuer_id
    )
    approved_by = None if is_internal else submission.approved_by_id
    return submission.handed_in_by_id, approved_by


def _decide(
    submission: Submission, outcome: SubmissionState, *, actor: Actor, now: datetime
) -> None:
    submission.state = outcome
    submission.decided_at = now
    submission.decided_by_id = actor.user_id
    submission.save(update_fields=["state", "decided_at", "decided_by_id", "return_reason"])


def _tell_the_workers(
    occurrence: Occurrence, submission: Submission, title: str, *, now: datetime
) -> None:
    people = {submission.handed_in_by_id, *answering_for([occurrence.agency_id], now)}
    tell_about(occurrence, people, topic="plans.proof.decided", title=title, now=now)
