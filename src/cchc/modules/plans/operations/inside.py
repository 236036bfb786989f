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
_UNITS = (AgencyKind.PUBLIC_SERVICE_UNIT,)


def inside_on(on: date, issuer_id: int, register: AgencyRegister) -> Inside:
    """The divisions and units of an issuer; nowhere for the province, which has whole agencies."""
    if issuer_id == province_committee(on).id:
        return NOWHERE
    entry = register.by_code(f"agency:{issuer_id}")
    names = (entry.name, *entry.aliases) if entry else ()
    bodies = [
        InnerBody(card.id, card.name, card.kind in _UNITS)
        for card in living_agencies(on, kinds=(*_DIVISIONS, *_UNITS))
        if card.parent_id == issuer_id
    ]
    return inside_of(names, bodies)


def renamed_parties(task: DraftTask, register: AgencyRegister, inside: Inside) -> DraftTask:
    """The row with its parties understood from their words again, inside the agency too."""
    return spread_inside(reread_parties(task, register), inside)
