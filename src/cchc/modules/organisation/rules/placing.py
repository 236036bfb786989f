"""Where an agency may stand: its kind, its level and what it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from cchc.modules.organisation.rules.codes import check_code, check_former_code
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.naming import short_name_of, tidy
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot

_RANK = {level: rank for rank, level in enumerate(Level)}
_ONLY_AT: Mapping[AgencyKind, frozenset[Level]] = {
    AgencyKind.DEPARTMENT: frozenset({Level.PROVINCE}),
    AgencyKind.PROVINCIAL_BODY: frozenset({Level.PROVINCE}),
    AgencyKind.DISTRICT_OFFICE: frozenset({Level.DISTRICT}),
    AgencyKind.PEOPLES_COMMITTEE: frozenset({Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgency:
    """What must be said to found an agency; an empty short name is made from the name."""

    name: str
    short_name: str = ""
    kind: AgencyKind
    level: Level
    parent_id: int | None
    code: str = ""
    former_code: str = ""
    territory_code: str = ""
    precedence: int = 1000
    email: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """From which to which day an agency lives; without an end for ever."""

    name: str
    first_day: date
    last_day: date | None
    level: Level

    def covers(self, day: date) -> bool:
        """Whether it lives on this day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def tidied(new: NewAgency) -> NewAgency:
    """The same with tidy names; raises StructureRefused for an empty name or a malformed code."""
    name, short_name = tidy(new.name), tidy(new.short_name)
    if not name:
        raise StructureRefused(StructureWhyNot.NAME_EMPTY)
    check_code(new.code)
    check_former_code(new.former_code)
    check_kind(new.kind, new.level, name)
    return replace(new, name=name, short_name=short_name or short_name_of(name)[:80])


def check_kind(kind: AgencyKind, level: Level, name: str) -> None:
    """Refuse a sở in a district, a phòng of a district committee elsewhere, and the like."""
    if level not in _ONLY_AT.get(kind, frozenset(Level)):
        raise StructureRefused(StructureWhyNot.KIND_NOT_AT_LEVEL, (name,))


def check_parent(parent: Life | None, *, name: str, level: Level, on: date) -> None:
    """Refuse a parent that does not live from this day on, or that stands at a lower level.

    Only a provincial committee and an agency of the central level stand without a parent.
    """
    if parent is None:
        if _RANK[level] > _RANK[Level.PROVINCE]:
            raise StructureRefused(StructureWhyNot.PARENT_MISSING, (name,))
        return
    if not parent.covers(on) or parent.last_day is not None:
        raise StructureRefused(StructureWhyNot.PARENT_NOT_LIVING, (parent.name,))
    check_level_under(parent.level, level, names=(name, parent.name))


def check_level_under(parent: Level, level: Level, *, names: tuple[str, ...]) -> None:
    """Refuse an agency of a higher level than the one it belongs to."""
    if _RANK[level] < _RANK[parent]:
        raise StructureRefused(StructureWhyNot.LEVEL_ABOVE_PARENT, names)


def check_move(*, agency_id: int, below: frozenset[int], parent_id: int | None, name: str) -> None:
    """Refuse to put an agency under itself or under something that belongs to it."""
    if parent_id == agency_id or parent_id in below:
        raise StructureRefused(StructureWhyNot.PARENT_BELOW_ITSELF, (name,))
