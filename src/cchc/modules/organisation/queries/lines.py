"""Who is over whom on a day, read at once: for telling thousands of people in one go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.queries.agencies import NoProvince, province_committee
from cchc.modules.organisation.queries.portfolios import leaders_in_charge
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AgencyKind, PostKind, RoleCode

Place = tuple[RoleCode, int | None]
"""A role and the agency where it holds (None: over the province)."""


@dataclass(frozen=True, slots=True)
class ReportingLines:
    """Agencies and people of one day; people are numbers.

    `roles` are those who hold a role themselves; `stand_ins` are those to whom a person delegated
    it, by place and person: while a delegation holds, they act in that person's stead.
    """

    on: date
    parents: dict[int, int | None]
    divisions: frozenset[int]
    province_id: int | None
    active: frozenset[int]
    roles: dict[Place, tuple[int, ...]] = field(default_factory=dict)
    stand_ins: dict[tuple[Place, int], tuple[int, ...]] = field(default_factory=dict)
    posts: dict[tuple[PostKind, int], tuple[int, ...]] = field(default_factory=dict)
    workplaces: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Where a person holds posts, the main one first."""
    leaders: dict[int, int] = field(default_factory=dict)
    """The leader of the province in charge, by agency."""

    def upward(self, agency_id: int) -> tuple[int, ...]:
        """The agency and what it belongs to, nearest first."""
        path = [agency_id]
        while (above := self.parents.get(path[-1])) is not None and above not in path:
            path.append(above)
        return tuple(path)


def reporting_lines(on: date) -> ReportingLines:
    """The lines of this day; six queries however many people there are."""
    structure = structure_on(on)
    roles, stand_ins = _roles(on)
    posts, workplaces = _posts(on)
    try:
        province_id = province_committee(on).id
    except NoProvince:
        province_id = None
    return ReportingLines(
        on=on,
        parents={card.id: card.parent_id for card in structure.cards.values()},
        divisions=frozenset(
            card.id for card in structure.cards.values() if card.kind is AgencyKind.DIVISION
        ),
        province_id=province_id,
        active=frozenset(Person.objects.active().values_list("pk", flat=True)),
        roles=roles,
        stand_ins=stand_ins,
        posts=posts,
        workplaces=workplaces,
        leaders=leaders_in_charge(on),
    )


def _roles(
    on: date,
) -> tuple[dict[Place, tuple[int, ...]], dict[tuple[Place, int], tuple[int, ...]]]:
    own: dict[Place, list[int]] = defaultdict(list)
    delegated: dict[tuple[Place, int], list[int]] = defaultdict(list)
    rows = (
        RoleAssignment.objects.valid_on(on)
        .order_by("valid_from", "pk")
        .values_list("role", "agency_id", "person_id", "delegated_by_id")
    )
    for role, agency_id, person_id, delegator_id in rows:
        place = (RoleCode(role), agency_id)
        if delegator_id is None:
            own[place].append(person_id)
        else:
            delegated[place, delegator_id].append(person_id)
    return (
        {place: tuple(people) for place, people in own.items()},
        {key: tuple(people) for key, people in delegated.items()},
    )


def _posts(
    on: date,
) -> tuple[dict[tuple[PostKind, int], tuple[int, ...]], dict[int, tuple[int, ...]]]:
    holders: dict[tuple[PostKind, int], list[int]] = defaultdict(list)
    places: dict[int, list[int]] = defaultdict(list)
    rows = (
        Post.objects.held_on(on)
        .order_by("-is_main", "held_from", "pk")
        .values_list("kind", "agency_id", "person_id")
    )
    for kind, agency_id, person_id in rows:
        holders[PostKind(kind), agency_id].append(person_id)
        places[person_id].append(agency_id)
    return (
        {key: tuple(people) for key, people in holders.items()},
        {person: tuple(agencies) for person, agencies in places.items()},
    )
