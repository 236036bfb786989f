"""Writing a paper: beginning it, changing it, bringing an edited Word file back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import BinaryIO

from django.db import transaction

from cchc.modules.documents.events import FileAttached, LetterDrafted, LetterEdited, WordUploaded
from cchc.modules.documents.models import Letter
from cchc.modules.documents.operations.reaching import locked_letter, require_open, searchable
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.signers import issuer_of, signing_choices
from cchc.modules.documents.rules.content import stored_appendices, stored_blocks
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.modules.documents.rules.signing import SigningChoice, find_choice
from cchc.officialdocs.writing import Appendix, Block, NotALetter, blocks_of_word
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.storing import store


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a person writes of a paper."""

    subject: str
    addressees: Sequence[str] = ()
    blocks: Sequence[Block] = ()
    recipients: Sequence[str] = ()
    signer: str = ""
    """The code of a way to sign; empty while it is not chosen."""
    place: str = ""


@transaction.atomic
def draft_letter(
    *,
    agency_id: int,
    kind: LetterKind,
    text: LetterText,
    appendices: Sequence[Appendix] = (),
    recipient_agency_ids: Sequence[int] = (),
    source: str = "",
    actor: Actor,
    now: datetime,
) -> Letter:
    """Begin an outgoing paper of an agency. Raises AccessDenied or LetterRefused."""
    actor.require(Permission.DRAFT, agency_id=agency_id)
    today = in_vietnam(now).date()
    letter = Letter(
        agency_id=agency_id,
        kind=kind,
        appendices=stored_appendices(appendices),
        recipient_agency_ids=sorted(set(recipient_agency_ids)),
        source=source,
        created_at=now,
        created_by_id=actor.user_id,
        created_by_name=actor.name,
        changed_at=now,
    )
    _write(letter, text, today)
    letter.save()
    announce(LetterDrafted(letter_id=letter.pk, subject=letter.subject), actor=actor, at=now)
    return letter


@transaction.atomic
def edit_letter(
    *, letter_id: int, version: int, text: LetterText, actor: Actor, now: datetime
) -> Letter:
    """Save the text of a draft; an edited Word file brought in earlier counts no more.

    `version` is the one the person began from. Raises NotVisible, AccessDenied, LetterRefused.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    require_open(letter)
    if letter.version != version:
        raise LetterRefused(LetterProblem.CHANGED_MEANWHILE)
    _write(letter, text, in_vietnam(now).date())
    letter.word_file = None
    _next_version(letter, now)
    letter.save()
    event = LetterEdited(letter_id=letter.pk, subject=letter.subject, version=letter.version)
    announce(event, actor=actor, at=now)
    return letter


@transaction.atomic
def upload_word(
    *, letter_id: int, content: BinaryIO, name: str, actor: Actor, now: datetime
) -> Letter:
    """Bring the edited Word file back as the version to issue; its text becomes the draft's.

    Raises NotVisible, AccessDenied, LetterRefused or RefusedFile.
    """
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    require_open(letter)
    data = content.read()
    try:
        blocks = blocks_of_word(data)
    except NotALetter as error:
        raise LetterRefused(LetterProblem.NOT_A_WORD_FILE) from error
    letter.word_file = store(
        content=BytesIO(data),
        name=name,
        owner=f"documents.word:{letter.pk}",
        actor=actor,
        now=now,
        previous_id=_last_word(letter),
    )
    letter.blocks = stored_blocks(blocks)
    _next_version(letter, now)
    letter.save()
    event = WordUploaded(
        letter_id=letter.pk, subject=letter.subject, file_name=letter.word_file.name
    )
    announce(event, actor=actor, at=now)
    return letter


@transaction.atomic
def attach_file(
    *, letter_id: int, content: BinaryIO, name: str, actor: Actor, now: datetime
) -> StoredFile:
    """Put a file to a paper that is not issued. Raises NotVisible, AccessDenied, LetterRefused."""
    letter = locked_letter(letter_id, actor)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    require_open(letter)
    owner = f"documents.attachment:{letter.pk}"
    file = store(content=content, name=name, owner=owner, actor=actor, now=now)
    event = FileAttached(letter_id=letter.pk, subject=letter.subject, file_name=file.name)
    announce(event, actor=actor, at=now)
    return file


def chosen_signer(agency_id: int, code: str, on: date) -> SigningChoice:
    """The way to sign that was chosen. Raises LetterRefused when nobody may sign so that day."""
    found = find_choice(code, signing_choices(agency_id, on))
    if found is None:
        raise LetterRefused(LetterProblem.UNKNOWN_SIGNER)
    return found


def _write(letter: Letter, text: LetterText, today: date) -> None:
    subject = " ".join(text.subject.split())
    if not subject:
        raise LetterRefused(LetterProblem.NO_SUBJECT)
    letter.subject = subject
    letter.place = text.place.strip() or issuer_of(letter.agency_id, today).place
    letter.addressees = list(text.addressees)
    letter.blocks = stored_blocks(text.blocks)
    letter.recipients = list(text.recipients)
    _sign_by(letter, text.signer, today)
    letter.folded = searchable(letter)


def _sign_by(letter: Letter, code: str, today: date) -> None:
    if not code:
        letter.authority, letter.signer_id = "", None
        letter.signer_lines, letter.signer_position, letter.signer_name = [], "", ""
        return
    chosen = chosen_signer(letter.agency_id, code, today)
    letter.authority, letter.signer_id = chosen.authority, chosen.person_id
    letter.signer_lines = list(chosen.signature.authority)
    letter.signer_position = chosen.signature.position
    letter.signer_name = chosen.signature.name


def _next_version(letter: Letter, now: datetime) -> None:
    letter.version += 1
    letter.changed_at = now


def _last_word(letter: Letter) -> int | None:
    """The newest Word file of the paper, whose next version this is."""
    files = StoredFile.objects.filter(owner=f"documents.word:{letter.pk}")
    return files.order_by("-version").values_list("pk", flat=True).first()
