"""Laying a draft before who signs, sending it back, giving it up."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.documents.events import LetterAbandoned, LetterReturned, LetterSubmitted
from cchc.modules.documents.models import Letter
from cchc.modules.documents.operations.reaching import locked_letter, reason_of
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import check_transition
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def submit_letter(*, letter_id: int, actor: Actor, now: datetime) -> Letter:
    """Lay a draft before who signs.

    Raises NotVisible, AccessDenied, LetterTransitionNotAllowed or LetterRefused.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.SUBMITTED)
    check_complete(letter)
    _become(letter, LetterState.SUBMITTED, now)
    event = LetterSubmitted(
        letter_id=letter.pk, subject=letter.subject, signer_name=letter.signer_name
    )
    announce(event, actor=actor, at=now)
    return letter


@transaction.atomic
def return_letter(*, letter_id: int, reason: str, actor: Actor, now: datetime) -> Letter:
    """Send a draft back to be mended, saying what is wrong.

    Raises NotVisible, AccessDenied, LetterTransitionNotAllowed or LetterRefused.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.ISSUE, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.DRAFT)
    said = reason_of(reason)
    _become(letter, LetterState.DRAFT, now)
    event = LetterReturned(letter_id=letter.pk, subject=letter.subject, reason=said)
    announce(event, actor=actor, at=now)
    return letter


@transaction.atomic
def abandon_letter(*, letter_id: int, actor: Actor, now: datetime) -> Letter:
    """Give a draft up; it stays on record without a number.

    Raises NotVisible, AccessDenied or LetterTransitionNotAllowed.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.ABANDONED)
    _become(letter, LetterState.ABANDONED, now)
    event = LetterAbandoned(letter_id=letter.pk, subject=letter.subject, source=letter.source)
    announce(event, actor=actor, at=now)
    return letter


def check_complete(letter: Letter) -> None:
    """Raise LetterRefused while something is missing that a paper must have."""
    if not letter.blocks:
        raise LetterRefused(LetterProblem.NO_TEXT)
    if letter.kind == LetterKind.LETTER and not letter.addressees:
        raise LetterRefused(LetterProblem.NO_ADDRESSEE)
    if not letter.signer_name:
        raise LetterRefused(LetterProblem.NO_SIGNER)


def _become(letter: Letter, state: LetterState, now: datetime) -> None:
    letter.state, letter.changed_at = state, now
    letter.save(update_fields=["state", "changed_at"])
