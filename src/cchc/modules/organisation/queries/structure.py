"""The agencies of a day, read once and kept until somebody changes them."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from typing import Any

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.queries.version import Version, structure_version
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.structure import AgencyCard, Structure, build

_KEPT_DAYS = 12
_kept: OrderedDict[tuple[date, Version], Structure] = OrderedDict()

_FIELDS = ("id", "name_then", "short_name_then", "kind", "level", "parent_then", "precedence")


def structure_on(day: date) -> Structure:
    """Every agency that lives on this day, named and placed as then; two queries at most."""
    key = (day, structure_version())
    found = _kept.get(key)
    if found is None:
        rows = Agency.objects.living_on(day).as_of(day).in_order().values_list(*_FIELDS)
        found = _kept[key] = build(day, map(_card, rows))
        while len(_kept) > _KEPT_DAYS:
            _kept.popitem(last=False)
    return found


def _card(row: tuple[Any, ...]) -> AgencyCard:
    agency_id, name, short_name, kind, level, parent_id, precedence = row
    return AgencyCard(
        id=agency_id,
        name=name,
        short_name=short_name,
        kind=AgencyKind(kind),
        level=Level(level),
        parent_id=parent_id,
        precedence=precedence,
    )
