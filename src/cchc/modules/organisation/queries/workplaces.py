"""In whose name somebody works in an agency."""

from __future__ import annotations

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind


def office_of(agency_id: int) -> int:
    """The agency itself; for a division, which has no seal, the agency that it is part of."""
    agency = Agency.objects.get(pk=agency_id)
    if agency.kind == AgencyKind.DIVISION and agency.parent_id is not None:
        return agency.parent_id
    return agency_id
