"""Who in an agency may hold its work: its own people and those of its divisions and units."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.public import PersonCard, colleagues_in, living_agencies
from cchc.modules.organisation.rules.kinds import AgencyKind

INSIDE = frozenset(
    {AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE, AgencyKind.PUBLIC_SERVICE_UNIT}
)
"""Kinds of agencies that work inside another one."""


def colleagues_of(agency_id: int, on: date) -> list[PersonCard]:
    """The people who may be named as holders of the agency's work, by name."""
    inside = [c.id for c in living_agencies(on, kinds=INSIDE) if c.parent_id == agency_id]
    return colleagues_in([agency_id, *inside], on)
