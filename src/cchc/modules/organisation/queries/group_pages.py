"""The list of groups, and one group with its members on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.labels.agencies import KINDS, LEVELS, word
from cchc.modules.organisation.models import AgencyGroup, AgencyGroupMember
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.groups import expand_all, memberships, rule_of
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.groups import expand
from cchc.platform.access import Actor, NotVisible


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One line of the list of groups."""

    code: str
    name: str
    rule: str
    is_open: bool
    aliases: tuple[str, ...]
    member_count: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member on the day."""

    id: int
    name: str
    kind: str
    is_by_hand: bool


@dataclass(frozen=True, slots=True)
class ByHandRow:
    """An agency put in or kept out by hand, now, before or later."""

    id: int
    agency_id: int
    agency_name: str
    is_excluded: bool
    first_day: date
    last_day: date | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """Everything that the page of a group shows."""

    id: int
    code: str
    name: str
    rule: str
    is_open: bool
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    aliases: tuple[str, ...]
    members: tuple[MemberRow, ...]
    by_hand: tuple[ByHandRow, ...]
    may_manage: bool


def group_list(on: date) -> tuple[GroupRow, ...]:
    """Every group with the number of its members on a day."""
    members = expand_all(on)
    return tuple(
        GroupRow(
            code=group.code,
            name=group.name,
            rule=_rule(group),
            is_open=group.is_open,
            aliases=tuple(group.aliases),
            member_count=len(members[group.code]),
        )
        for group in AgencyGroup.objects.order_by("precedence", "pk")
    )


def group_page(*, actor: Actor, code: str, on: date) -> GroupPage:
    """One group on a day. Raises NotVisible."""
    group = AgencyGroup.objects.filter(code=code).first()
    if group is None:
        raise NotVisible
    by_hand = memberships(on, code=code)[group.pk]
    added = {entry.agency_id for entry in by_hand if not entry.is_excluded}
    entries = AgencyGroupMember.objects.filter(group=group).select_related("agency")
    return GroupPage(
        id=group.pk,
        code=group.code,
        name=group.name,
        rule=_rule(group),
        is_open=group.is_open,
        kinds=tuple(group.kinds),
        levels=tuple(group.levels),
        aliases=tuple(group.aliases),
        members=tuple(
            MemberRow(card.id, card.name, word(KINDS, card.kind), card.id in added)
            for card in expand(rule_of(group), structure_on(on), by_hand)
        ),
        by_hand=tuple(_by_hand(entry, on) for entry in entries.order_by("-effective_from", "pk")),
        may_manage=actor.may(Permission.MANAGE_AGENCIES, agency_id=None),
    )


def _rule(group: AgencyGroup) -> str:
    """The rule in words: "Sở và tương đương, Ban, ngành tỉnh · Cấp tỉnh"."""
    kinds = ", ".join(word(KINDS, kind) for kind in KINDS if kind in group.kinds)
    levels = ", ".join(word(LEVELS, level) for level in LEVELS if level in group.levels)
    return " · ".join(filter(None, (kinds, levels)))


def _by_hand(entry: AgencyGroupMember, on: date) -> ByHandRow:
    return ByHandRow(
        id=entry.pk,
        agency_id=entry.agency_id,
        agency_name=entry.agency.name,
        is_excluded=entry.is_excluded,
        first_day=entry.effective_from,
        last_day=entry.effective_to,
        is_over=entry.effective_to is not None and entry.effective_to < on,
    )
