"""One outgoing paper: its page, the page for changing it, and its files."""

from __future__ import annotations

from datetime import date

from cchc.modules.documents.labels import KINDS, STATES, TONES
from cchc.modules.documents.models import Letter
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.pages import (
    Choice,
    FileRow,
    LetterPage,
    LetterToEdit,
    ListGroup,
    ListView,
    TrailItem,
)
from cchc.modules.documents.queries.papers import paper_of
from cchc.modules.documents.queries.signers import signing_choices
from cchc.modules.documents.rules.content import blocks_of_stored, text_of_blocks
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import OPEN, TRANSITIONS
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.modules.organisation.public import agency_cards
from cchc.officialdocs import writing
from cchc.officialdocs.writing.letter import closed_blocks
from cchc.officialdocs.writing.word import place_and_day, recipient_lines
from cchc.platform.access import Actor
from cchc.platform.audit.reading import trail_of
from cchc.platform.storage.models import StoredFile


def letter_page(*, letter_id: int, actor: Actor, today: date) -> LetterPage:
    """One paper as it prints, with what may be done. Raises NotVisible."""
    letter = Letter.objects.select_related("word_file").get_visible(actor, pk=letter_id)
    paper = paper_of(letter, on=today)
    state = LetterState(letter.state)
    agencies = agency_cards({letter.agency_id, *letter.recipient_agency_ids})
    return LetterPage(
        id=letter.pk,
        kind_label=str(KINDS[LetterKind(letter.kind)]),
        subject=letter.subject,
        agency_id=letter.agency_id,
        agency_name=agencies[letter.agency_id].name,
        state=state,
        state_label=str(STATES[state]),
        tone=TONES[state],
        version=letter.version,
        is_draft=state in OPEN or state is LetterState.ABANDONED,
        superior=paper.superior,
        issuer=" ".join(paper.issuer),
        number=_with_room(paper.full_number),
        place_date=_with_room(place_and_day(paper)),
        printed_kind=paper.kind.upper(),
        printed_title=paper.about or paper.title,
        addressees=list(paper.addressees),
        blocks=closed_blocks(paper),
        appendices=[_list(one) for one in paper.appendices],
        signer_title=_signer_title(paper),
        signer_name=letter.signer_name,
        recipients=[line.removeprefix("- ") for line in recipient_lines(paper.recipients)],
        issued_on=letter.issued_on,
        created_by=letter.created_by_name,
        created_at=letter.created_at,
        changed_at=letter.changed_at,
        sent_at=letter.sent_at,
        withdrawal_reason=letter.withdrawal_reason,
        word_file=_file(letter.word_file) if letter.word_file else None,
        attachments=_attachments(letter.pk),
        receivers=[agencies[pk].name for pk in letter.recipient_agency_ids if pk in agencies],
        trail=_trail(letter.pk),
        source=letter.source,
        **_rights(letter, actor),
    )


def letter_to_edit(*, letter_id: int, actor: Actor, today: date) -> LetterToEdit:
    """A draft as one types it. Raises NotVisible, AccessDenied or LetterRefused."""
    letter = Letter.objects.get_visible(actor, pk=letter_id)
    actor.require(Permission.DRAFT, agency_id=letter.agency_id)
    if LetterState(letter.state) not in OPEN:
        raise LetterRefused(LetterProblem.NOT_EDITABLE)
    signer = f"{letter.authority}:{letter.signer_id}" if letter.signer_id else ""
    return LetterToEdit(
        id=letter.pk,
        version=letter.version,
        subject=letter.subject,
        place=letter.place,
        addressees="\n".join(letter.addressees),
        body=text_of_blocks(blocks_of_stored(letter.blocks)),
        recipients="\n".join(letter.recipients),
        signer=signer,
        signers=signer_choices(letter.agency_id, today),
    )


def signer_choices(agency_id: int, on: date) -> list[Choice]:
    """Who may sign, with the lines above the name."""
    found = []
    for choice in signing_choices(agency_id, on):
        lines = [*choice.signature.authority, choice.signature.position]
        found.append(Choice(choice.code, f"{choice.signature.name} · {' / '.join(lines)}"))
    return found


def paper_to_write(*, letter_id: int, actor: Actor, today: date) -> writing.Letter:
    """The paper as it is written to a file. Raises NotVisible."""
    return paper_of(Letter.objects.get_visible(actor, pk=letter_id), on=today)


def word_to_send(*, letter_id: int, actor: Actor) -> StoredFile | None:
    """The edited Word file that stands for the paper, if any. Raises NotVisible."""
    return Letter.objects.select_related("word_file").get_visible(actor, pk=letter_id).word_file


def _signer_title(paper: writing.Letter) -> str:
    signed = paper.signature
    lines = [*signed.authority, signed.position] if signed else []
    return "\n".join(line for line in lines if line)


def _rights(letter: Letter, actor: Actor) -> dict[str, bool]:
    """What the actor may do with the paper as it stands."""
    state = LetterState(letter.state)
    onward = TRANSITIONS[state]
    may_draft = actor.may(Permission.DRAFT, agency_id=letter.agency_id)
    may_issue = actor.may(Permission.ISSUE, agency_id=letter.agency_id)
    return {
        "may_edit": may_draft and state in OPEN,
        "may_submit": may_draft and LetterState.SUBMITTED in onward,
        "may_issue": may_issue and LetterState.ISSUED in onward,
        "may_return": may_issue and state is LetterState.SUBMITTED,
        "may_send": may_issue and LetterState.SENT in onward,
        "may_withdraw": may_issue and LetterState.WITHDRAWN in onward,
        "may_abandon": may_draft and LetterState.ABANDONED in onward,
    }


def _with_room(text: str) -> str:
    """Where a draft leaves room for number and day, a page leaves it too."""
    return text.replace("  ", " \N{NO-BREAK SPACE}")


def _list(appendix: writing.Appendix) -> ListView:
    heads = [column.title for column in appendix.columns]
    return ListView(
        title=appendix.title,
        heads=heads,
        groups=[
            ListGroup(
                heading=f"{group.code}. {group.title}" if group.title else "",
                rows=[list(zip(row, heads, strict=True)) for row in group.rows],
            )
            for group in appendix.groups
        ],
    )


def _attachments(letter_id: int) -> list[FileRow]:
    files = StoredFile.objects.filter(owner=f"documents.attachment:{letter_id}", next=None)
    return [_file(file) for file in files.order_by("pk")]


def _file(file: StoredFile) -> FileRow:
    return FileRow(
        id=file.pk,
        name=file.name,
        size=file.size,
        sha256=file.sha256,
        version=file.version,
        who=file.created_by_name,
        at=file.created_at,
        content_type=file.content_type,
    )


def _trail(letter_id: int) -> list[TrailItem]:
    lines = trail_of(f"documents.letter:{letter_id}", limit=50)
    newest = sorted(lines, key=lambda line: line.at, reverse=True)
    return [TrailItem(line.at, line.actor_name, line.sentence) for line in newest]
