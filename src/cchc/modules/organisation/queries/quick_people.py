"""Whom the sign-in page of the demo offers: a few named people of every role."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.queries.colleagues import PersonCard, person_cards
from cchc.modules.organisation.roles import CATALOGUE
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, PostKind, RoleCode

MOST_OF_A_LEVEL: dict[str | None, int] = {
    None: 2,
    Level.PROVINCE: 3,
    Level.DISTRICT: 1,
    Level.COMMUNE: 1,
}
_IN_AN_OFFICE = Q(agency=None) | Q(
    agency__kind__in=[AgencyKind.DEPARTMENT, AgencyKind.PEOPLES_COMMITTEE]
)
_NO_DEPUTY = ~Q(role=RoleCode.OFFICER) | Q(person__posts__kind=PostKind.OFFICER)


@dataclass(frozen=True, slots=True)
class QuickPerson:
    """A person to sign in as with one click."""

    id: int
    full_name: str
    title: str
    agency: str


@dataclass(frozen=True, slots=True)
class QuickRole:
    """A role and the people offered for it."""

    name: str
    description: str
    people: tuple[QuickPerson, ...]


def quick_people(*, on: date) -> tuple[QuickRole, ...]:
    """For each role its holders in the first agencies of each level: the same agencies for all."""
    held = (
        RoleAssignment.objects.valid_on(on)
        .filter(_IN_AN_OFFICE, _NO_DEPUTY, person__is_active=True, delegated_by=None)
        .order_by("agency__precedence", "agency__sort_key", "pk")
        .values_list("role", "person_id", "agency_id", "agency__short_name", "agency__level")
    )
    chosen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    counted: Counter[tuple[str, str | None]] = Counter()
    seen: set[tuple[str, int | None]] = set()
    for role, person_id, agency_id, agency, level in held:
        is_again = agency_id is not None and (role, agency_id) in seen
        if is_again or counted[role, level] >= MOST_OF_A_LEVEL.get(level, 0):
            continue
        seen.add((role, agency_id))
        counted[role, level] += 1
        chosen[role].append((person_id, agency or ""))
    cards = person_cards({person for people in chosen.values() for person, _ in people}, on)
    return tuple(_role(code, chosen[code], cards) for code in CATALOGUE if chosen[code])


def _role(code: RoleCode, people: list[tuple[int, str]], cards: dict[int, PersonCard]) -> QuickRole:
    role = CATALOGUE[code]
    return QuickRole(
        name=str(role.name),
        description=str(role.description),
        people=tuple(
            QuickPerson(person, cards[person].full_name, cards[person].title, agency)
            for person, agency in people
        ),
    )
