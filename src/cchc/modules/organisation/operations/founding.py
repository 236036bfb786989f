"""Founding an agency, or entering one that exists already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.writing_structure import Decision, found, take_turns
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor


@transaction.atomic
def found_agency(
    new: NewAgency,
    *,
    on: date,
    act: str = "",
    aliases: Iterable[str] = (),
    actor: Actor,
    now: datetime,
) -> Agency:
    """Found an agency that lives from this day on. Raises AccessDenied or StructureRefused."""
    take_turns()
    _check_only_province(new)
    return found(new, Decision(on, act, actor, now), aliases)


def _check_only_province(new: NewAgency) -> None:
    """One installation is one province: a second provincial committee is refused."""
    if new.kind is not AgencyKind.PEOPLES_COMMITTEE or new.level is not Level.PROVINCE:
        return
    if Agency.objects.filter(kind=new.kind, level=new.level, effective_to=None).exists():
        raise StructureRefused(StructureWhyNot.SECOND_PROVINCE, (new.name,))
