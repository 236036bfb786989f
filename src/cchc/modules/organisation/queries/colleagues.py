"""Who works where and as what: the cards that other modules show and write to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform import clock
from cchc.platform.sql import prepared
from cchc.platform.text.folding import fold

_MOST_FOUND = 2_000


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as other pages show them: the title and agency are those of the main post."""

    id: int
    full_name: str
    title: str
    agency_id: int | None


def person_cards(ids: Collection[int], on: date | None = None) -> dict[int, PersonCard]:
    """The cards of these people by id, those with locked accounts included; two queries."""
    if not ids:
        return {}
    wanted = list(ids)
    posts = {person_id: post for person_id, *post in _posts_of(wanted, on or clock.today())}
    return {
        pk: PersonCard(pk, full_name, *posts.get(pk, ("", None)))
        for pk, full_name in _names_of(wanted)
    }


@prepared
def _names_of(ids: list[int]) -> QuerySet[Person, Any]:
    """The names of some people, in the order of lists of staff."""
    people: QuerySet[Person, Any] = Person.objects.filter(pk__any_of=ids).in_order()
    return people.values_list("pk", "full_name")


@prepared
def _posts_of(ids: list[int], on: date) -> QuerySet[Post, Any]:
    """Title and agency of the posts of some people, the main post of each last."""
    posts = Post.objects.held_on(on).filter(person_id__any_of=ids).order_by("is_main", "-pk")
    return posts.values_list("person_id", "title", "agency_id")


def people_with_role(role: RoleCode, agency_id: int | None, on: date) -> list[PersonCard]:
    """Who holds the role in exactly this agency (None: over the province), delegates included."""
    there = Q(agency=None) if agency_id is None else Q(agency_id=agency_id)
    holders = RoleAssignment.objects.valid_on(on).filter(there, role=role, person__is_active=True)
    return _cards_in_order(set(holders.values_list("person_id", flat=True)), on)


def holders_of(
    roles: Collection[RoleCode], agency_ids: Collection[int | None], on: date
) -> frozenset[int]:
    """Who holds one of the roles in one of exactly these agencies (None: over the province).

    Their numbers only, in one query: for telling many people at once.
    """
    places = [agency_id for agency_id in agency_ids if agency_id is not None]
    there = Q(agency_id__in=places)
    if None in agency_ids:
        there |= Q(agency=None)
    holders = RoleAssignment.objects.valid_on(on).filter(there, role__in=list(roles))
    active = holders.filter(person__is_active=True)
    return frozenset(active.values_list("person_id", flat=True))


def heads_of(agency_id: int, on: date) -> list[PersonCard]:
    """Who signs for the agency on this day: its head, and whoever the head delegated to."""
    return people_with_role(RoleCode.AGENCY_HEAD, agency_id, on)


def people_of(agency_id: int, on: date) -> list[PersonCard]:
    """Who holds a post in exactly this agency on this day, by name."""
    return colleagues_in([agency_id], on)


def colleagues_in(agency_ids: Iterable[int], on: date) -> list[PersonCard]:
    """Who holds a post in any of these agencies on this day, by name."""
    posts = Post.objects.held_on(on).filter(agency_id__in=list(agency_ids), person__is_active=True)
    return _cards_in_order(set(posts.values_list("person_id", flat=True)), on)


def find_people_ids(text: str) -> frozenset[int]:
    """The people whose names contain every word, typed with or without marks; numbers only.

    For narrowing lists of things that name people; who may see a person's page is another matter.
    """
    people = Person.objects.all()
    for word in fold(text).split():
        people = people.filter(folded__contains=word)
    return frozenset(people.values_list("pk", flat=True)[:_MOST_FOUND])


def _cards_in_order(ids: set[int], on: date) -> list[PersonCard]:
    return list(person_cards(ids, on).values()) if ids else []
