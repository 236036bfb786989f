"""An outgoing paper as the writer of Word and PDF takes it."""

from __future__ import annotations

from datetime import date

from cchc.modules.documents.models import Letter, RegisterSymbol
from cchc.modules.documents.queries.signers import issuer_of
from cchc.modules.documents.rules.content import appendices_of_stored, blocks_of_stored
from cchc.modules.documents.rules.kinds import NAMES, LetterKind
from cchc.modules.documents.rules.numbering import usual_symbol
from cchc.modules.organisation.public import agency_cards
from cchc.officialdocs import writing


def paper_of(
    letter: Letter,
    *,
    on: date,
    number: int | None = None,
    symbol: str = "",
    issued_on: date | None = None,
) -> writing.Letter:
    """The paper to be printed; a number and a day given are those it is about to get."""
    kind = LetterKind(letter.kind)
    day = issued_on or letter.issued_on
    if letter.number_text:
        before, _, symbol = letter.number_text.partition("/")
        number = int(before)
    issuer = issuer_of(letter.agency_id, day or on)
    return writing.Letter(
        superior=issuer.superior,
        issuer=issuer.lines,
        issuer_name=issuer.name,
        number=number,
        symbol=symbol or symbol_on(letter.agency_id, kind, day or on),
        place=letter.place or issuer.place,
        issued_on=day,
        kind=NAMES[kind],
        title=letter.subject,
        addressees=tuple(letter.addressees),
        blocks=blocks_of_stored(letter.blocks),
        appendices=appendices_of_stored(letter.appendices),
        signature=_signature(letter),
        recipients=tuple(letter.recipients),
    )


def symbol_on(agency_id: int, kind: LetterKind, on: date) -> str:
    """The symbol that papers of the agency carry on a day; the usual one where none is set."""
    found = RegisterSymbol.objects.filter(
        agency_id=agency_id, kind=kind, effective_from__lte=on
    ).exclude(effective_to__lt=on)
    known = found.values_list("symbol", flat=True).first()
    if known is not None:
        return known
    card = agency_cards([agency_id], on).get(agency_id)
    return usual_symbol(kind, card.name if card else "")


def _signature(letter: Letter) -> writing.Signature | None:
    if not letter.signer_name:
        return None
    return writing.Signature(tuple(letter.signer_lines), letter.signer_position, letter.signer_name)
