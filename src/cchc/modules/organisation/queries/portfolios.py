"""Who is in charge of which agency: for the page, for addressing, for the choices of a form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.models import Portfolio, Post
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import NoProvince, agency_cards, province_committee
from cchc.modules.organisation.queries.colleagues import PersonCard, person_cards
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import INNER_KINDS, AgencyKind, Level, PostKind
from cchc.modules.organisation.rules.structure import AgencyCard
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One agency in a leader's hands."""

    portfolio_id: int
    agency_id: int
    agency_name: str
    effective_from: date
    effective_to: date | None
    act: str
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A leader with the agencies they are in charge of, now or from a later day."""

    person_id: int
    full_name: str
    title: str
    charges: tuple[ChargeRow, ...]


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """Phân công phụ trách: leaders with their agencies, and what nobody is in charge of."""

    on: date
    leaders: tuple[LeaderRow, ...]
    unassigned: tuple[AgencyCard, ...]
    may_manage: bool


def leader_in_charge(agency_id: int, on: date) -> PersonCard | None:
    """The leader of the province in charge of the agency, or of the nearest one above it."""
    leader_id = leaders_in_charge(on).get(agency_id)
    return person_cards([leader_id], on).get(leader_id) if leader_id is not None else None


def leaders_in_charge(on: date) -> dict[int, int]:
    """The leader in charge of every agency that has one, what is below an agency included."""
    structure = structure_on(on)
    own = dict(Portfolio.objects.holding_on(on).values_list("agency_id", "leader_id"))
    found: dict[int, int] = {}
    for _depth, card in structure.walk():
        leader = own.get(card.id) or found.get(card.parent_id or 0)
        if leader is not None:
            found[card.id] = leader
    return found


def leaders_on(on: date) -> list[PersonCard]:
    """The chair and the vice-chairs of the provincial committee, by precedence of their posts."""
    try:
        committee = province_committee(on)
    except NoProvince:
        return []
    posts = Post.objects.held_on(on).filter(
        agency_id=committee.id,
        kind__in=[PostKind.HEAD, PostKind.DEPUTY_HEAD],
        person__is_active=True,
    )
    in_order = sorted(posts, key=lambda post: (post.kind != PostKind.HEAD, post.held_from, post.pk))
    cards = person_cards([post.person_id for post in in_order], on)
    return [cards[pk] for pk in dict.fromkeys(post.person_id for post in in_order)]


def agencies_to_charge(on: date) -> list[AgencyCard]:
    """What a leader can be in charge of: whole agencies of the province and the districts.

    Bodies of the centre in the province are among them. Communes follow their district, until there
    are no districts.
    """
    structure = structure_on(on)
    cards = structure.cards
    has_districts = any(card.level is Level.DISTRICT for card in cards.values())
    levels = {Level.PROVINCE, Level.DISTRICT if has_districts else Level.COMMUNE}

    def is_top(card: AgencyCard) -> bool:
        above = cards.get(card.parent_id or 0)
        if above is not None:
            return above.parent_id is None
        return card.kind is not AgencyKind.PEOPLES_COMMITTEE

    return [
        card
        for card in cards.values()
        if card.level in levels
        and card.kind not in (*INNER_KINDS, AgencyKind.PARTY_OR_MASS_BODY)
        and is_top(card)
    ]


def portfolio_page(*, actor: Actor, on: date) -> PortfolioPage:
    """Who is in charge of what on this day. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW_AGENCIES)
    rows = list(Portfolio.objects.not_over_on(on).order_by("effective_from", "pk"))
    names = agency_cards({row.agency_id for row in rows}, on)
    by_leader: dict[int, list[ChargeRow]] = defaultdict(list)
    for row in rows:
        card = names[row.agency_id]
        by_leader[row.leader_id].append(_charge(row, card, on))
    leaders = {card.id: card for card in leaders_on(on)}
    leaders |= person_cards(set(by_leader) - set(leaders), on)
    held = leaders_in_charge(on)
    return PortfolioPage(
        on=on,
        leaders=tuple(
            LeaderRow(
                card.id,
                card.full_name,
                card.title,
                tuple(sorted(by_leader[card.id], key=lambda c: names[c.agency_id].precedence)),
            )
            for card in leaders.values()
        ),
        unassigned=tuple(card for card in agencies_to_charge(on) if card.id not in held),
        may_manage=actor.may(Permission.MANAGE_PORTFOLIOS, agency_id=None),
    )


def _charge(row: Portfolio, card: AgencyCard, on: date) -> ChargeRow:
    return ChargeRow(
        portfolio_id=row.pk,
        agency_id=row.agency_id,
        agency_name=card.name,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        act=row.act,
        is_in_force=row.effective_from <= on,
    )
