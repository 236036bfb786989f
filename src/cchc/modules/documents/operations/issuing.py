"""Issuing a paper: number, register, sending; and taking it back."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from django.db import transaction

from cchc.modules.documents import links
from cchc.modules.documents.events import LetterIssued, LetterSent, LetterWithdrawn
from cchc.modules.documents.models import Letter, RegisterEntry, RegisterSymbol
from cchc.modules.documents.operations.reaching import locked_letter, reason_of, searchable
from cchc.modules.documents.operations.registers import locked_year, register_for
from cchc.modules.documents.operations.submitting import check_complete
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.papers import paper_of
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import check_transition
from cchc.modules.documents.rules.numbering import full_number
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.modules.organisation.public import RoleCode, holders_of
from cchc.officialdocs.writing import NotALetter, stamped
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.messages.sending import notify
from cchc.platform.storage.storing import open_file, store
from cchc.platform.text.writing import date_vi


@transaction.atomic
def issue_letter(*, letter_id: int, issued_on: date, actor: Actor, now: datetime) -> Letter:
    """Note that the paper is signed, give it the next number of its register, and enter it.

    Numbers follow one another without a gap in each register and year, and never carry an earlier
    day than the number before. Raises NotVisible, AccessDenied, LetterTransitionNotAllowed,
    LetterRefused.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.ISSUE, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.ISSUED)
    check_complete(letter)
    if issued_on > in_vietnam(now).date():
        raise LetterRefused(LetterProblem.ISSUED_IN_THE_FUTURE)
    given = register_for(
        agency_id=letter.agency_id,
        kind=LetterKind(letter.kind),
        on=issued_on,
        actor=actor,
        now=now,
    )
    number = _enter(letter, given, issued_on, actor=actor, now=now)
    _stamp_word(letter, number, given.symbol, issued_on, actor=actor, now=now)
    letter.state, letter.issued_on, letter.changed_at = LetterState.ISSUED, issued_on, now
    letter.number_text = full_number(number, given.symbol)
    letter.folded = searchable(letter)
    letter.save()
    event = LetterIssued(
        letter_id=letter.pk,
        subject=letter.subject,
        number=letter.number_text,
        agency_id=letter.agency_id,
        issued_on=issued_on.isoformat(),
        source=letter.source,
    )
    announce(event, actor=actor, at=now)
    return letter


@transaction.atomic
def send_letter(*, letter_id: int, actor: Actor, now: datetime) -> Letter:
    """Send an issued paper to the agencies that receive it; their people find it and are told.

    Raises NotVisible, AccessDenied or LetterTransitionNotAllowed.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.ISSUE, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.SENT)
    letter.state, letter.sent_at, letter.changed_at = LetterState.SENT, now, now
    letter.save(update_fields=["state", "sent_at", "changed_at"])
    event = LetterSent(
        letter_id=letter.pk,
        subject=letter.subject,
        number=letter.number_text,
        recipient_count=len(letter.recipient_agency_ids),
    )
    announce(event, actor=actor, at=now)
    _tell_recipients(letter, now)
    return letter


@transaction.atomic
def withdraw_letter(*, letter_id: int, reason: str, actor: Actor, now: datetime) -> Letter:
    """Take an issued paper back; its number stays in the register.

    Raises NotVisible, AccessDenied, LetterTransitionNotAllowed or LetterRefused.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.ISSUE, agency_id=letter.agency_id)
    check_transition(LetterState(letter.state), LetterState.WITHDRAWN)
    letter.withdrawal_reason = reason_of(reason)
    letter.state, letter.withdrawn_at, letter.changed_at = LetterState.WITHDRAWN, now, now
    letter.save(update_fields=["state", "withdrawn_at", "withdrawal_reason", "changed_at"])
    event = LetterWithdrawn(
        letter_id=letter.pk,
        subject=letter.subject,
        number=letter.number_text,
        reason=letter.withdrawal_reason,
        source=letter.source,
    )
    announce(event, actor=actor, at=now)
    return letter


def _enter(
    letter: Letter, given: RegisterSymbol, issued_on: date, *, actor: Actor, now: datetime
) -> int:
    """Take the next number of the register's year; the year is locked until the end."""
    year = locked_year(given.register, issued_on.year)
    before = given.register.entries.filter(year=year.year, letter__isnull=False)
    last_day = before.order_by("-number").values_list("issued_on", flat=True).first()
    if last_day is not None and issued_on < last_day:
        raise LetterRefused(LetterProblem.ISSUED_BEFORE_THE_LAST, date_vi(last_day))
    number = year.last_number + 1
    RegisterEntry.objects.create(
        register=given.register,
        year=year.year,
        number=number,
        letter=letter,
        kind=letter.kind,
        symbol=given.symbol,
        issued_on=issued_on,
        recorded_at=now,
        recorded_by_name=actor.name,
    )
    year.last_number = number
    year.save(update_fields=["last_number"])
    return number


def _stamp_word(
    letter: Letter, number: int, symbol: str, issued_on: date, *, actor: Actor, now: datetime
) -> None:
    """Write number and day into the edited Word file, as its next version."""
    if letter.word_file is None:
        return
    with open_file(letter.word_file) as file:
        content = file.read()
    paper = paper_of(letter, on=issued_on, number=number, symbol=symbol, issued_on=issued_on)
    try:
        content = stamped(content, paper)
    except NotALetter as error:
        raise LetterRefused(LetterProblem.NOT_A_WORD_FILE) from error
    letter.word_file = store(
        content=BytesIO(content),
        name=letter.word_file.name,
        owner=f"documents.word:{letter.pk}",
        actor=actor,
        now=now,
        previous_id=letter.word_file.pk,
    )


def _tell_recipients(letter: Letter, now: datetime) -> None:
    roles = (RoleCode.REFORM_OFFICER, RoleCode.AGENCY_HEAD)
    people = holders_of(roles, letter.recipient_agency_ids, in_vietnam(now).date())
    if people:
        notify(
            to=sorted(people),
            topic="documents.letter.sent",
            title=f"Văn bản số {letter.number_text} gửi đến cơ quan",
            body=letter.subject,
            link=links.letter(letter.pk),
            now=now,
        )
