"""Groups of agencies and their members on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cchc.modules.organisation.models import AgencyGroup, AgencyGroupMember
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.groups import GroupRule, Membership, expand
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.structure import AgencyCard
from cchc.platform.sql import prepared


class NoSuchGroup(LookupError):
    """There is no group with this code."""


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group as other modules need it; the members of an open one are chosen by a person."""

    code: str
    name: str
    is_open: bool


def groups() -> list[GroupCard]:
    """Every group, in order; one query."""
    return [GroupCard(*row) for row in _every_group()]


@prepared
def _every_group() -> QuerySet[AgencyGroup, Any]:
    """Code, name and openness of every group, in order."""
    return AgencyGroup.objects.order_by("precedence", "pk").values_list("code", "name", "is_open")


def expand_group(code: str, on: date) -> list[AgencyCard]:
    """The members of a group on a day, in order; none for an open group. Raises NoSuchGroup."""
    group = AgencyGroup.objects.filter(code=code).first()
    if group is None:
        raise NoSuchGroup(code)
    return expand(rule_of(group), structure_on(on), memberships(on, code=code)[group.pk])


def expand_all(on: date) -> dict[str, list[AgencyCard]]:
    """The members of every group on a day, by code; three queries at most."""
    entries, structure = memberships(on), structure_on(on)
    every = AgencyGroup.objects.order_by("precedence", "pk")
    return {group.code: expand(rule_of(group), structure, entries[group.pk]) for group in every}


def memberships(on: date, *, code: str | None = None) -> defaultdict[int, list[Membership]]:
    """Who is in or out by hand on a day, by the number of the group."""
    entries = AgencyGroupMember.objects.holding_on(on)
    if code is not None:
        entries = entries.filter(group__code=code)
    by_group: defaultdict[int, list[Membership]] = defaultdict(list)
    for group_id, agency_id, is_excluded in entries.values_list(
        "group_id", "agency_id", "is_excluded"
    ):
        by_group[group_id].append(Membership(agency_id, is_excluded))
    return by_group


def rule_of(group: AgencyGroup) -> GroupRule:
    """The group as the rules see it."""
    return GroupRule(
        code=group.code,
        name=group.name,
        kinds=frozenset(map(AgencyKind, group.kinds)),
        levels=frozenset(map(Level, group.levels)),
        is_open=group.is_open,
        aliases=tuple(group.aliases),
    )
