"""Handing in what was delivered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from cchc.modules.plans.events import ProofApproved, ProofHandedIn
from cchc.modules.plans.models import Assignment, Occurrence, Proof, Submission
from cchc.modules.plans.operations.acknowledge import take_up
from cchc.modules.plans.operations.reaching import locked_occurrence, named_occurrence
from cchc.modules.plans.operations.reckoning import day_of, move, save
from cchc.modules.plans.operations.telling import approvers_of, deciders_of, tell_about
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.threads import has_open_parts
from cchc.modules.plans.rules.handing import HandingProblem, HandingRefused
from cchc.modules.plans.rules.kinds import SubmissionState
from cchc.modules.plans.rules.lifecycle import State, check_transition
from cchc.modules.plans.rules.proving import ProofProblem, ProofRefused, check_product
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.storage.storing import store


@dataclass(frozen=True, slots=True)
class Product:
    """One product to hand in: what it is, and the file or the address where it can be seen."""

    name: str
    content: BinaryIO | None = None
    file_name: str = ""
    link: str = ""
    document_number: str = ""


@transaction.atomic
def hand_in_proof(
    *,
    occurrence_id: int,
    products: Sequence[Product] = (),
    carried_proof_ids: Collection[int] = (),
    note: str = "",
    actor: Actor,
    now: datetime,
) -> Submission:
    """Hand in the products of one round of work, for the head to approve.

    When the person who hands in is the head, or the work was given to one person, it goes to
    whoever assigned at once. Handing in takes the work up where nobody did. `carried_proof_ids`:
    accepted proofs of its parts that are handed in with it. Raises NotVisible, AccessDenied,
    TransitionNotAllowed, ProofRefused, HandingRefused while parts are open, or RefusedFile when a
    file is not taken.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("task")
        .get(pk=occurrence.assignment_id)
    )
    rights = Rights(actor)
    rights.require_work(occurrence, Permission.HAND_IN, holder_id=assignment.holder_id)
    check_transition(State(occurrence.state), State.SUBMITTED)
    check_parts_done(occurrence)
    carried = _carried(occurrence, carried_proof_ids)
    if not products and not carried:
        raise ProofRefused(ProofProblem.NOTHING_HANDED_IN)
    for product in products:
        check_product(name=product.name, has_file=product.content is not None, link=product.link)
    take_up(assignment, actor=actor, now=now)
    submission = _submit(occurrence, note, actor=actor, now=now)
    _keep(submission, products, actor=actor, now=now)
    _carry(submission, carried)
    names = [product.name.strip() for product in products] + [proof.product for proof in carried]
    _announce(occurrence, submission, names, rights, now=now)
    if _needs_no_approval(occurrence, rights):
        approve_round(occurrence, submission, actor=actor, now=now)
    return submission


def _submit(occurrence: Occurrence, note: str, *, actor: Actor, now: datetime) -> Submission:
    today = in_vietnam(now).date()
    occurrence.round_count += 1
    occurrence.submitted_on = today
    occurrence.state = _before_handing_in(occurrence)
    move(occurrence, State.SUBMITTED, now=now, day=day_of(now))
    save(occurrence, "round_count", "submitted_on")
    return Submission.objects.create(
        occurrence=occurrence,
        round_number=occurrence.round_count,
        state=SubmissionState.HANDED_IN,
        note=note.strip(),
        handed_in_at=now,
        handed_in_on=today,
        handed_in_by_id=actor.user_id,
    )


def check_parts_done(occurrence: Occurrence) -> None:
    """Raise HandingRefused while something given from this work is still open."""
    if has_open_parts(occurrence.pk):
        raise HandingRefused(HandingProblem.PARTS_OPEN)


def _needs_no_approval(occurrence: Occurrence, rights: Rights) -> bool:
    """One's own work goes straight to whoever gave it; a head approves by handing in."""
    return occurrence.is_personal or rights.may_approve(occurrence)


def _carried(occurrence: Occurrence, proof_ids: Collection[int]) -> list[Proof]:
    """The accepted proofs of the parts that are to go with it; others are passed over."""
    below = Occurrence.objects.parts_of([occurrence.pk])
    accepted = Proof.objects.filter(
        submission__state=SubmissionState.ACCEPTED, submission__occurrence__in=below
    )
    return list(accepted.filter(pk__in=proof_ids).order_by("pk")) if proof_ids else []


def _carry(submission: Submission, carried: Sequence[Proof]) -> None:
    Proof.objects.bulk_create(
        Proof(
            submission=submission,
            product=proof.product,
            document_number=proof.document_number,
            file_id=proof.file_id,
            link=proof.link,
        )
        for proof in carried
    )


def _before_handing_in(occurrence: Occurrence) -> State:
    """Taking the work up has moved the stored row on; the object in hand follows."""
    state = State(occurrence.state)
    return State.IN_PROGRESS if state is State.ASSIGNED else state


def _keep(
    submission: Submission, products: Sequence[Product], *, actor: Actor, now: datetime
) -> None:
    owner = f"plans.proof:{submission.occurrence_id}"
    for product in products:
        stored = None
        if product.content is not None:
            name = product.file_name or product.name
            stored = store(content=product.content, name=name, owner=owner, actor=actor, now=now)
        Proof.objects.create(
            submission=submission,
            product=product.name.strip()[:300],
            document_number=product.document_number.strip()[:80],
            file=stored,
            link=product.link.strip(),
        )


def _announce(
    occurrence: Occurrence,
    submission: Submission,
    names: Sequence[str],
    rights: Rights,
    *,
    now: datetime,
) -> None:
    named = named_occurrence(occurrence)
    event = ProofHandedIn(
        **named,
        submission_id=submission.pk,
        round_number=submission.round_number,
        products="; ".join(names)[:300],
    )
    announce(event, actor=rights.actor, at=now)
    if not _needs_no_approval(occurrence, rights):
        heads = approvers_of(occurrence, now)
        title = f"Minh chứng của {named['agency_name']} chờ duyệt"
        tell_about(occurrence, heads, topic="plans.proof.to_approve", title=title, now=now)


def approve_round(
    occurrence: Occurrence, submission: Submission, *, actor: Actor, now: datetime
) -> None:
    """The head puts their name to a locked round, and it goes to whoever assigned."""
    move(occurrence, State.APPROVED, now=now, day=day_of(now))
    save(occurrence)
    submission.state = SubmissionState.APPROVED
    submission.approved_at = now
    submission.approved_by_id = actor.user_id
    submission.save(update_fields=["state", "approved_at", "approved_by_id"])
    named = named_occurrence(occurrence)
    announce(ProofApproved(**named, submission_id=submission.pk), actor=actor, at=now)
    tell_about(
        occurrence,
        deciders_of(occurrence, now),
        topic="plans.proof.to_accept",
        title=f"Minh chứng của {named['agency_name']} chờ nghiệm thu",
        now=now,
    )
