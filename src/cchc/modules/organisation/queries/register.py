"""The register of agencies against which the reader of documents understands names."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet

from cchc.modules.organisation.models import Agency, AgencyGroup
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.queries.version import Version, structure_version
from cchc.modules.organisation.rules.kinds import INNER_KINDS, AgencyKind, Level
from cchc.modules.organisation.rules.naming import COMMITTEE, COMMITTEE_IN_FULL, territory_of
from cchc.officialdocs.register import AgencyEntry, AgencyRegister
from cchc.officialdocs.register import AgencyKind as Meaning

_KEPT = 6
_registers: OrderedDict[tuple[date, int | None, Version], AgencyRegister] = OrderedDict()

_LEVELS = {
    Level.CENTRAL: "central",
    Level.PROVINCE: "province",
    Level.DISTRICT: "district",
    Level.COMMUNE: "commune",
}


def agency_register(on: date, *, within: int | None = None) -> AgencyRegister:
    """Every agency and group that a paper of this day may name, with all names they go by.

    Codes are "agency:<id>" and "group:<code>". An ended agency stays under its name, with its last
    day and its heirs, unless a living one bears the name now. `within` adds the divisions of one
    agency, for its own papers. Kept until an agency or group changes; then three queries.
    """
    key = (on, within, structure_version())
    found = _registers.get(key)
    if found is None:
        found = _registers[key] = _build(on, within)
        while len(_registers) > _KEPT:
            _registers.popitem(last=False)
    return found


def _build(on: date, within: int | None) -> AgencyRegister:
    agencies = list(_rows(on, within))
    living = {agency.name for agency in agencies if _lives(agency, on)}
    entries = [
        _entry(agency) for agency in agencies if _lives(agency, on) or agency.name not in living
    ]
    entries += map(_group_entry, AgencyGroup.objects.order_by("precedence", "pk"))
    return AgencyRegister(tuple(entries), places=tuple(_places(agencies)))


def _rows(on: date, within: int | None) -> QuerySet[Agency]:
    wanted = ~Q(kind__in=INNER_KINDS)
    if within is not None:
        wanted |= Q(pk__in=structure_on(on).below(within))
    return (
        Agency.objects.filter(wanted, effective_from__lte=on)
        .annotate(
            other_names=ArrayAgg("aliases__name", distinct=True, default=[]),
            heirs=ArrayAgg(
                "successions__successor_id",
                distinct=True,
                filter=Q(successions__successor__isnull=False),
                default=[],
            ),
        )
        .in_order()
    )


def _entry(agency: Agency) -> AgencyEntry:
    names = [agency.short_name, *filter(None, agency.other_names), *_plain_names(agency)]  # type: ignore[attr-defined]
    return AgencyEntry(
        code=f"agency:{agency.pk}",
        name=agency.name,
        aliases=tuple(name for name in dict.fromkeys(names) if name != agency.name),
        level=_level(agency),
        valid_from=agency.effective_from,
        valid_until=agency.effective_to,
        successors=tuple(f"agency:{heir}" for heir in agency.heirs),  # type: ignore[attr-defined]
    )


def _plain_names(agency: Agency) -> list[str]:
    """The provincial committee is "UBND tỉnh" in its own papers; a commune goes by its name."""
    if agency.kind != AgencyKind.PEOPLES_COMMITTEE:
        return []
    territory = territory_of(agency.name)
    if agency.level != Level.PROVINCE:
        return [territory] if territory else []
    unit = "thành phố" if territory.lower().startswith("thành phố ") else "tỉnh"
    return [f"{COMMITTEE} {unit}", f"{COMMITTEE_IN_FULL} {unit}"]


def _places(agencies: Iterable[Agency]) -> list[str]:
    """The name of the province, for names that carry it ("Báo Sen Hồng")."""
    return [
        territory_of(agency.name).removeprefix("tỉnh ").removeprefix("thành phố ")
        for agency in agencies
        if agency.kind == AgencyKind.PEOPLES_COMMITTEE and agency.level == Level.PROVINCE
    ]


def _level(agency: Agency) -> str:
    if agency.kind == AgencyKind.PARTY_OR_MASS_BODY:
        return "party"
    if agency.kind in INNER_KINDS:
        return "division"
    return _LEVELS[Level(agency.level)]


def _group_entry(group: AgencyGroup) -> AgencyEntry:
    levels = {Level(level) for level in group.levels}
    return AgencyEntry(
        code=f"group:{group.code}",
        name=group.name,
        kind=Meaning.OPEN if group.is_open else Meaning.GROUP,
        aliases=tuple(group.aliases),
        level=_LEVELS[levels.pop()] if len(levels) == 1 else "province",
    )


def _lives(agency: Agency, on: date) -> bool:
    return agency.effective_to is None or agency.effective_to >= on
