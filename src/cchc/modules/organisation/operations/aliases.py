"""Other names in which documents write an agency."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.events import AliasAdded, AliasRemoved
from cchc.modules.organisation.models import AgencyAlias
from cchc.modules.organisation.operations.writing_structure import (
    add_aliases,
    load,
    refresh_search,
    take_turns,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import AliasKind
from cchc.modules.organisation.rules.naming import tidy
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce


@transaction.atomic
def add_alias(
    *,
    agency_id: int,
    name: str,
    kind: AliasKind = AliasKind.ALIAS,
    actor: Actor,
    now: datetime,
) -> AgencyAlias:
    """Note another name of an agency, so that documents that write it are understood.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency = load(agency_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=agency_id)
    name = tidy(name)
    if not name:
        raise StructureRefused(StructureWhyNot.NAME_EMPTY)
    if name in (agency.name, agency.short_name) or agency.aliases.filter(name=name).exists():
        raise StructureRefused(StructureWhyNot.ALIAS_TAKEN, (name,))
    add_aliases(agency, {name: kind})
    announce(
        AliasAdded(agency_id=agency_id, agency_name=agency.name, alias=name), actor=actor, at=now
    )
    return agency.aliases.get(name=name)


@transaction.atomic
def remove_alias(*, alias_id: int, actor: Actor, now: datetime) -> None:
    """Take another name away again; a former name stays, it is history.

    Raises NotVisible or AccessDenied.
    """
    take_turns()
    alias = AgencyAlias.objects.filter(pk=alias_id).exclude(kind=AliasKind.FORMER_NAME).first()
    if alias is None:
        raise NotVisible
    agency = load(alias.agency_id, actor=actor)
    actor.require(Permission.MANAGE_AGENCIES, agency_id=agency.pk)
    alias.delete()
    refresh_search(agency)
    announce(
        AliasRemoved(agency_id=agency.pk, agency_name=agency.name, alias=alias.name),
        actor=actor,
        at=now,
    )
