"""The page of one agency: what it is, its history, what belongs to it, who works there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.modules.organisation.labels.agencies import (
    ALIASES,
    KINDS,
    LEVELS,
    SUCCESSIONS,
    word,
)
from cchc.modules.organisation.models import Agency, Post
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import agency_cards, lineage
from cchc.modules.organisation.queries.groups import GroupCard, expand_all, groups
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AliasKind, PostKind
from cchc.modules.organisation.rules.structure import AgencyCard, Structure
from cchc.modules.organisation.rules.succession import Link
from cchc.platform.access import Actor

SHOWN_CHILDREN, SHOWN_PEOPLE = 40, 30
_POST_ORDER = {kind: place for place, kind in enumerate(PostKind)}


@dataclass(frozen=True, slots=True)
class Named:
    """Another agency, as a link."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ChildRow:
    """What belongs to the agency."""

    id: int
    name: str
    kind: str
    below_count: int


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Another name; a former one is history and stays."""

    id: int
    name: str
    kind: str
    may_remove: bool


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A name and a parent, from a day to a day."""

    name: str
    parent: Named | None
    first_day: date
    last_day: date | None
    act: str


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """That one agency passed into another."""

    source: Named
    heir: Named | None
    kind: str
    on: date
    act: str
    takes_work: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who works there."""

    id: int
    full_name: str
    title: str
    is_head: bool


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """Everything that the page shows."""

    id: int
    name: str
    short_name: str
    kind: str
    level: str
    path: tuple[Named, ...]
    code: str
    former_code: str
    territory_code: str
    email: str
    act: str
    precedence: int
    first_day: date
    last_day: date | None
    is_over: bool
    is_ending: bool
    children: tuple[ChildRow, ...]
    children_count: int
    below_count: int
    aliases: tuple[AliasRow, ...]
    periods: tuple[PeriodRow, ...]
    earlier: tuple[SuccessionRow, ...]
    later: tuple[SuccessionRow, ...]
    people: tuple[PersonRow, ...]
    people_count: int
    groups: tuple[GroupCard, ...]
    may_manage: bool
    may_change: bool
    """Whether its life can still be changed: an agency whose end is decided is only corrected."""


def agency_page(*, actor: Actor, agency_id: int, on: date) -> AgencyPage:
    """The page of a visible agency; as many queries however much there is. Raises NotVisible."""
    agency = Agency.objects.select_related("parent").get_visible(actor, pk=agency_id)
    structure = structure_on(on)
    children = structure.children.get(agency_id, ())
    earlier, later = _successions(agency_id)
    people = _people(actor, agency_id, on)
    may_manage = actor.may(Permission.MANAGE_AGENCIES, agency_id=agency_id)
    last_day = agency.effective_to
    return AgencyPage(
        id=agency.pk,
        name=agency.name,
        short_name=agency.short_name,
        kind=word(KINDS, agency.kind),
        level=word(LEVELS, agency.level),
        path=_path(agency, structure.above(agency_id)),
        code=agency.code,
        former_code=agency.former_code,
        territory_code=agency.territory_code,
        email=agency.email,
        act=agency.act,
        precedence=agency.precedence,
        first_day=agency.effective_from,
        last_day=last_day,
        is_over=last_day is not None and last_day < on,
        is_ending=last_day is not None and last_day >= on,
        children=_children(structure, children[:SHOWN_CHILDREN]),
        children_count=len(children),
        below_count=max(0, len(structure.below(agency_id)) - 1),
        aliases=_aliases(agency, may_manage=may_manage),
        periods=_periods(agency),
        earlier=earlier,
        later=later,
        people=people[:SHOWN_PEOPLE],
        people_count=len(people),
        groups=_groups(agency_id, on),
        may_manage=may_manage,
        may_change=may_manage and last_day is None,
    )


def _path(agency: Agency, above: tuple[AgencyCard, ...]) -> tuple[Named, ...]:
    """What it belongs to, the highest first; of an ended agency only its last parent."""
    if above or agency.parent is None:
        return tuple(Named(card.id, card.short_name) for card in reversed(above))
    return (Named(agency.parent.pk, agency.parent.short_name),)


def _children(structure: Structure, ids: Iterable[int]) -> tuple[ChildRow, ...]:
    cards = [structure.cards[child] for child in ids]
    return tuple(
        ChildRow(card.id, card.name, word(KINDS, card.kind), len(structure.below(card.id)) - 1)
        for card in cards
    )


def _aliases(agency: Agency, *, may_manage: bool) -> tuple[AliasRow, ...]:
    return tuple(
        AliasRow(
            id=alias.pk,
            name=alias.name,
            kind=word(ALIASES, alias.kind),
            may_remove=may_manage and alias.kind != AliasKind.FORMER_NAME,
        )
        for alias in agency.aliases.order_by("kind", "pk")
    )


def _periods(agency: Agency) -> tuple[PeriodRow, ...]:
    """Every name and parent that it has had, the present one first; none when nothing changed."""
    past = list(agency.past_states.select_related("parent").order_by("effective_from"))
    if not past:
        return ()
    rows, act = [], agency.act
    for state in past:
        parent = Named(state.parent.pk, state.parent.name) if state.parent else None
        rows.append(PeriodRow(state.name, parent, state.effective_from, state.effective_to, act))
        act = state.act
    parent = Named(agency.parent.pk, agency.parent.name) if agency.parent else None
    since = past[-1].effective_to + timedelta(days=1)
    rows.append(PeriodRow(agency.name, parent, since, agency.effective_to, act))
    return tuple(reversed(rows))


def _successions(agency_id: int) -> tuple[tuple[SuccessionRow, ...], tuple[SuccessionRow, ...]]:
    found = lineage(agency_id)
    cards = agency_cards(found.ids)

    def row(link: Link) -> SuccessionRow:
        return SuccessionRow(
            source=Named(link.source, cards[link.source].name),
            heir=None if link.to is None else Named(link.to, cards[link.to].name),
            kind=word(SUCCESSIONS, link.kind),
            on=link.on,
            act=link.act,
            takes_work=link.inherits_open_work,
        )

    return tuple(map(row, found.earlier)), tuple(map(row, found.later))


def _people(actor: Actor, agency_id: int, on: date) -> tuple[PersonRow, ...]:
    """Who works in exactly this agency, heads first; for those who may see people there."""
    if not actor.may(Permission.VIEW_PEOPLE, agency_id=agency_id):
        return ()
    posts = Post.objects.held_on(on).filter(agency_id=agency_id, person__is_active=True)
    rows = sorted(
        posts.select_related("person"),
        key=lambda post: (_POST_ORDER[PostKind(post.kind)], post.person.sort_key, post.pk),
    )
    return tuple(
        PersonRow(post.person_id, post.person.full_name, post.title, post.kind == PostKind.HEAD)
        for post in rows
    )


def _groups(agency_id: int, on: date) -> tuple[GroupCard, ...]:
    """The groups to which it belongs on this day."""
    members = expand_all(on)
    return tuple(
        group for group in groups() if any(member.id == agency_id for member in members[group.code])
    )
