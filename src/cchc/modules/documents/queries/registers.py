"""Registers of outgoing papers."""

from __future__ import annotations

from cchc.modules.documents.labels import KINDS, STATES, TONES
from cchc.modules.documents.models import Register, RegisterEntry, RegisterYear
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.pages import (
    EntryRow,
    RegisterPage,
    RegisterRow,
    SymbolRow,
)
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.organisation.public import agency_cards
from cchc.platform.access import Actor


def register_rows(*, actor: Actor) -> list[RegisterRow]:
    """The registers the actor may read, a row a year, the newest year first."""
    registers = Register.objects.visible_to(actor)
    years = RegisterYear.objects.filter(register__in=registers).select_related("register")
    found = list(years.order_by("-year", "register__agency_id", "register_id"))
    agencies = agency_cards({one.register.agency_id for one in found})
    return [
        RegisterRow(
            id=one.register_id,
            name=one.register.name,
            agency_name=agencies[one.register.agency_id].name,
            year=one.year,
            count=one.last_number - one.first_number + 1,
            last_number=one.last_number,
        )
        for one in found
    ]


def register_page(
    *, register_id: int, year: int | None, actor: Actor, this_year: int
) -> RegisterPage:
    """One year of a register, the last number first. Raises NotVisible."""
    register = Register.objects.get_visible(actor, pk=register_id)
    years = {one.year: one for one in register.years.all()}
    shown = year or (this_year if this_year in years or not years else max(years))
    counted = years.get(shown)
    agency = agency_cards([register.agency_id])[register.agency_id]
    entries = register.entries.filter(year=shown).select_related("letter").order_by("-number")
    rows = [_entry(one) for one in entries.defer("letter__blocks", "letter__appendices")]
    last = counted.last_number if counted else 0
    return RegisterPage(
        id=register.pk,
        name=register.name,
        agency_name=agency.name,
        year=shown,
        years=sorted({*years, shown}, reverse=True),
        first_number=counted.first_number if counted else 1,
        last_number=last,
        next_number=last + 1,
        rows=rows,
        symbols=[
            SymbolRow(
                str(KINDS[LetterKind(one.kind)]), one.symbol, one.effective_from, one.effective_to
            )
            for one in register.symbols.order_by("kind", "-effective_from")
        ],
        gap_count=sum(row.letter_id is None for row in rows),
        may_manage=actor.may(Permission.MANAGE_REGISTERS, agency_id=register.agency_id),
        may_export=actor.may(Permission.EXPORT, agency_id=register.agency_id),
    )


def _entry(one: RegisterEntry) -> EntryRow:
    letter = one.letter
    state = LetterState(letter.state) if letter else None
    return EntryRow(
        number=one.number,
        symbol=one.symbol,
        issued_on=one.issued_on,
        kind_label=str(KINDS[LetterKind(one.kind)]) if one.kind else "",
        subject=letter.subject if letter else "",
        addressees="; ".join(letter.addressees) if letter else "",
        signer=letter.signer_name if letter else "",
        state_label=str(STATES[state]) if state else "",
        tone=TONES[state] if state else "idle",
        letter_id=one.letter_id,
        explanation=one.explanation,
        recorded_by=one.recorded_by_name,
    )
