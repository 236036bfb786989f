"""How an agency is named where its own name says too little."""

from __future__ import annotations

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind

INSIDE = (AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE, AgencyKind.PUBLIC_SERVICE_UNIT)
"""Kinds whose names say little without the agency that they belong to."""


def telling_name(agency: Agency) -> str:
    """The name, and for a division or a unit also to whom it belongs; needs `parent` loaded."""
    if agency.kind in INSIDE and agency.parent is not None:
        return f"{agency.name} – {agency.parent.short_name}"
    return agency.name
