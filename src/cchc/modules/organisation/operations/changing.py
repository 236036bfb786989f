"""Changing an agency that lives on: its name, what it belongs to, and mistakes in its record."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.events import AgencyCorrected, AgencyRenamed
from cchc.modules.organisation.labels.agencies import FIELDS
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.writing_structure import (
    Decision,
    add_aliases,
    check_free,
    keep_past,
    life_of,
    load,
    move_under,
    take_turns,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AliasKind, ChangeKind, Level
from cchc.modules.organisation.rules.naming import short_name_of, tidy, usual_aliases
from cchc.modules.organisation.rules.placing import (
    NewAgency,
    check_level_under,
    check_move,
    check_parent,
    tidied,
)
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.sorting import sort_key

CORRECTABLE = (
    "name",
    "short_name",
    "kind",
    "level",
    "code",
    "former_code",
    "territory_code",
    "precedence",
    "email",
)


@transaction.atomic
def rename_agency(
    *,
    agency_id: int,
    name: str,
    short_name: str = "",
    on: date,
    act: str = "",
    actor: Actor,
    now: datetime,
) -> Agency:
    """Give an agency another name from a day on; documents may go on writing the old one.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency = load(agency_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=agency_id)
    name, short_name = tidy(name), tidy(short_name)
    if not name:
        raise StructureRefused(StructureWhyNot.NAME_EMPTY)
    if name == agency.name:
        raise StructureRefused(StructureWhyNot.NOTHING_CHANGES, (name,))
    keep_past(agency, ChangeKind.RENAMED, Decision(on, act, actor, now))
    old_name = agency.name
    agency.name, agency.short_name = name, short_name or short_name_of(name)[:80]
    agency.sort_key = sort_key(name)
    check_free(agency)
    agency.save(update_fields=["name", "short_name", "sort_key"])
    add_aliases(agency, {old_name: AliasKind.FORMER_NAME} | dict(usual_aliases(name)))
    event = AgencyRenamed(agency_id=agency_id, agency_name=name, old_name=old_name, on=on, act=act)
    announce(event, actor=actor, at=now)
    return agency


@transaction.atomic
def move_agency(
    *, agency_id: int, parent_id: int, on: date, act: str = "", actor: Actor, now: datetime
) -> Agency:
    """Let an agency belong to another parent from a day on.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency, parent = load(agency_id, actor=actor), load(parent_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=agency.parent_id)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=parent_id)
    if parent_id == agency.parent_id:
        raise StructureRefused(StructureWhyNot.NOTHING_CHANGES, (agency.name,))
    check_parent(life_of(parent), name=agency.name, level=Level(agency.level), on=on)
    below = structure_on(on).below(agency_id)
    check_move(agency_id=agency_id, below=below, parent_id=parent_id, name=agency.name)
    move_under(agency, parent, Decision(on, act, actor, now))
    return agency


@transaction.atomic
def correct_agency(
    *, agency_id: int, corrected: NewAgency, act: str = "", actor: Actor, now: datetime
) -> Agency:
    """Mend a mistake in the record of an agency, as if it had never been there.

    The parent stays as it is. Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency = load(agency_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=agency_id)
    corrected = tidied(corrected)
    before = {field: str(getattr(agency, field)) for field in CORRECTABLE}
    for field in CORRECTABLE:
        setattr(agency, field, getattr(corrected, field))
    agency.act = act or agency.act
    after = {field: str(getattr(agency, field)) for field in CORRECTABLE}
    changed = [field for field in CORRECTABLE if before[field] != after[field]]
    if not changed:
        raise StructureRefused(StructureWhyNot.NOTHING_CHANGES, (agency.name,))
    _check_levels_around(agency)
    agency.sort_key = sort_key(agency.name)
    check_free(agency)
    agency.save()
    add_aliases(agency, dict(usual_aliases(agency.name)))
    event = AgencyCorrected(
        agency_id=agency_id,
        agency_name=agency.name,
        changed=", ".join(FIELDS[field] for field in changed),
        before={field: before[field] for field in changed},
        after={field: after[field] for field in changed},
    )
    announce(event, actor=actor, at=now)
    return agency


def _check_levels_around(agency: Agency) -> None:
    """A corrected level still fits between the parent and what belongs to the agency."""
    level = Level(agency.level)
    parent = agency.parent
    if parent is None:
        check_parent(None, name=agency.name, level=level, on=agency.effective_from)
    else:
        check_level_under(Level(parent.level), level, names=(agency.name, parent.name))
    for child in agency.children.filter(effective_to=None):
        check_level_under(level, Level(child.level), names=(child.name, agency.name))
