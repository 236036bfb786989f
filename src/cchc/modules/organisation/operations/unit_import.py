"""Entering the People's Committees of a real province from the published lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from django.db import transaction

from cchc.modules.organisation.events import AgenciesImported
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.operations.groups import add_standard_groups
from cchc.modules.organisation.operations.unit_lists import Unit, UnitList, three_tiers, two_tiers
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.naming import COMMITTEE
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

Tiers = Literal[2, 3]

DISTRICT_ENDED = date(2025, 7, 1)
"""The first day of two tiers: Luật Tổ chức chính quyền địa phương 72/2025/QH15."""
USUAL_BEGINNING = date(2004, 1, 1)

DISTRICTS_FROM, COMMUNES_FROM = 1000, 2000
"""Places in the order: after the departments, which are entered with smaller numbers."""


@dataclass(slots=True)
class UnitsImported:
    """How many committees were entered, and how many were there already."""

    province: str
    new_count: int = 0
    known_count: int = 0
    new_names: list[str] = field(default_factory=list)


@transaction.atomic
def import_units(
    *, province: str, tiers: Tiers, on: date | None = None, actor: Actor, now: datetime
) -> UnitsImported:
    """Enter the committees of the province, its districts (three tiers) and communes.

    They live `on` that day or, when it is not said, since 2004 in three tiers and since 1/7/2025 in
    two. Those entered before, known by place, code and name, stay as they are.
    Raises ProvinceUnknown, AccessDenied or StructureRefused when another province is here.
    """
    actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    units = three_tiers(province) if tiers == 3 else two_tiers(province)
    day = on or (USUAL_BEGINNING if tiers == 3 else DISTRICT_ENDED)
    importer = _Importer(UnitsImported(units.name), day, actor, now)
    importer.take(units, with_districts=tiers == 3)
    add_standard_groups(actor=actor, now=now)
    result = importer.result
    event = AgenciesImported(
        source=f"danh mục đơn vị hành chính {tiers} cấp của {units.name}",
        new_count=result.new_count,
        changed_count=0,
    )
    announce(event, actor=actor, at=now)
    return result


class _Importer:
    """Founds committees that are not there yet."""

    def __init__(self, result: UnitsImported, on: date, actor: Actor, now: datetime) -> None:
        self.result, self.on, self.actor, self.now = result, on, actor, now
        committees = Agency.objects.filter(kind=AgencyKind.PEOPLES_COMMITTEE, effective_to=None)
        self.known = {(each.parent_id, each.territory_code, each.name): each for each in committees}
        self._check_province(committees)

    def take(self, units: UnitList, *, with_districts: bool) -> None:
        """Enter the province, then what is in it."""
        root = self.committee(Unit(units.name, ""), Level.PROVINCE, None, 1)
        for number, unit in enumerate(units.units):
            if not with_districts:
                self.committee(unit, Level.COMMUNE, root, COMMUNES_FROM + number)
                continue
            district = self.committee(unit, Level.DISTRICT, root, DISTRICTS_FROM + number)
            for place, part in enumerate(unit.parts, start=1):
                self.committee(part, Level.COMMUNE, district, COMMUNES_FROM + 100 * number + place)

    def committee(self, unit: Unit, level: Level, parent: Agency | None, place: int) -> Agency:
        """The committee of a unit, founded when it is not known."""
        name = f"{COMMITTEE} {unit.name[0].lower()}{unit.name[1:]}"
        parent_id = parent.pk if parent else None
        known = self.known.get((parent_id, unit.code, name))
        if known is not None:
            self.result.known_count += 1
            return known
        new = NewAgency(
            name=name,
            kind=AgencyKind.PEOPLES_COMMITTEE,
            level=level,
            parent_id=parent_id,
            territory_code=unit.code,
            precedence=place,
        )
        self.result.new_count += 1
        self.result.new_names.append(name)
        return found_agency(new, on=self.on, actor=self.actor, now=self.now)

    def _check_province(self, committees: Iterable[Agency]) -> None:
        """Refuse the units of one province in the installation of another."""
        here = [each for each in committees if each.level == Level.PROVINCE]
        wanted = f"{COMMITTEE} {self.result.province}".lower()
        if any(each.name.lower() != wanted for each in here):
            raise StructureRefused(StructureWhyNot.SECOND_PROVINCE, (self.result.province,))
