"""What an agency consists of on a day: its divisions and units, which its own papers speak of."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.public import AgencyKind, living_agencies, province_committee
from cchc.modules.plans.rules.draft import DraftTask
from cchc.modules.plans.rules.inner_groups import (
    NOWHERE,
    InnerBody,
    Inside,
    inside_of,
    spread_inside,
)
from cchc.modules.plans.rules.reading import reread_parties
from cchc.officialdocs.register import AgencyRegister

_DIVISIONS = (AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE)
_WHOLE = (AgencyKind.PEOPLES_COMMITTEE, AgencyKind.DEPARTMENT, AgencyKind.PARTY_OR_MASS_BODY)
"""Agencies of their own standing, whatever they belong to."""


def inside_on(on: date, issuer_id: int, register: AgencyRegister) -> Inside:
    """The divisions and units of an issuer; nowhere for the province, which has whole agencies."""
    if issuer_id == province_committee(on).id:
        return NOWHERE
    entry = register.by_code(f"agency:{issuer_id}")
    names = (entry.name, *entry.aliases) if entry else ()
    bodies = [
        InnerBody(card.id, card.name, is_unit=card.kind not in _DIVISIONS)
        for card in living_agencies(on)
        if card.parent_id == issuer_id and card.kind not in _WHOLE
    ]
    return inside_of(names, bodies)


def renamed_parties(task: DraftTask, register: AgencyRegister, inside: Inside) -> DraftTask:
    """The row with its parties understood from their words again, inside the agency too."""
    return spread_inside(reread_parties(task, register), inside)
