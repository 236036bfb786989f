"""The record of one agency, for the forms that change it."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.platform.access import Actor

FIELDS = (
    "name",
    "short_name",
    "kind",
    "level",
    "code",
    "former_code",
    "territory_code",
    "precedence",
    "email",
    "act",
)


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """An agency as a form shows and changes it."""

    id: int
    name: str
    kind: AgencyKind
    level: Level
    parent_id: int | None
    precedence: int
    fields: dict[str, object]

    def like_it(self, name: str) -> NewAgency:
        """Another agency of the same kind in the same place, for what follows this one."""
        return NewAgency(
            name=name,
            kind=self.kind,
            level=self.level,
            parent_id=self.parent_id,
            precedence=self.precedence,
        )


def agency_record(*, actor: Actor, agency_id: int) -> AgencyRecord:
    """The record of a visible agency. Raises NotVisible."""
    agency = Agency.objects.get_visible(actor, pk=agency_id)
    return AgencyRecord(
        id=agency.pk,
        name=agency.name,
        kind=AgencyKind(agency.kind),
        level=Level(agency.level),
        parent_id=agency.parent_id,
        precedence=agency.precedence,
        fields={field: getattr(agency, field) for field in FIELDS},
    )
