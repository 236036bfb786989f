"""The list of people: found by name, agency, role and state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.queries.covering import covered_by
from cchc.modules.organisation.queries.naming import telling_name
from cchc.modules.organisation.roles import CATALOGUE
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
LOCKED, WITHOUT_ROLE = "khoa", "chua-co-vai-tro"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list is narrowed to; empty fields narrow nothing."""

    text: str = ""
    agency_id: int | None = None
    """This agency and everything below it."""
    role: str = ""
    state: str = ""
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list."""

    id: int
    full_name: str
    username: str
    title: str
    agency_id: int | None
    agency_name: str
    roles: tuple[str, ...]
    is_active: bool


@dataclass(frozen=True, slots=True)
class PeopleList:
    """One page of the list, and how many there are in all."""

    rows: tuple[PersonRow, ...]
    count: int
    next: str | None
    previous: str | None


def people_list(*, actor: Actor, wanted: PeopleFilter, on: date) -> PeopleList:
    """The people whom the actor may see, by given name; five queries however many they are."""
    people = _narrowed(Person.objects.visible_to(actor), wanted, on)
    page = keyset_page(
        people,
        order=("sort_key", "id"),
        after=wanted.after,
        before=wanted.before,
        size=PAGE_SIZE,
    )
    rows = person_rows(page.rows, on)
    return PeopleList(rows, people.count(), page.next, page.previous)


def find_people(*, actor: Actor, text: str, on: date, limit: int) -> tuple[PersonRow, ...]:
    """The first people found by name, user name, e-mail or telephone, for the search box."""
    people = _narrowed(Person.objects.visible_to(actor).active(), PeopleFilter(text=text), on)
    return person_rows(list(people.order_by("sort_key", "id")[:limit]), on)


def person_rows(people: list[Person], on: date) -> tuple[PersonRow, ...]:
    """The lines of these people, in their order; two queries."""
    ids = [person.pk for person in people]
    posts = {
        post.person_id: post
        for post in Post.objects.held_on(on)
        .filter(person_id__in=ids)
        .select_related("agency__parent")
        .order_by("is_main", "-pk")
    }
    roles: dict[int, list[str]] = defaultdict(list)
    held = RoleAssignment.objects.valid_on(on).filter(person_id__in=ids).order_by("pk")
    for person_id, role in held.values_list("person_id", "role"):
        roles[person_id].append(str(CATALOGUE[RoleCode(role)].name))
    return tuple(_row(person, posts.get(person.pk), roles[person.pk]) for person in people)


def _row(person: Person, post: Post | None, roles: list[str]) -> PersonRow:
    return PersonRow(
        id=person.pk,
        full_name=person.full_name,
        username=person.username,
        title=post.title if post else "",
        agency_id=post.agency_id if post else None,
        agency_name=telling_name(post.agency) if post else "",
        roles=tuple(dict.fromkeys(roles)),
        is_active=person.is_active,
    )


def _narrowed(people: QuerySet[Person], wanted: PeopleFilter, on: date) -> QuerySet[Person]:
    for word in fold(wanted.text).split():
        people = people.filter(folded__contains=word)
    if wanted.agency_id is not None:
        posts = Post.objects.held_on(on).filter(agency_id__in=covered_by(wanted.agency_id, on))
        people = people.filter(pk__in=posts.values("person_id"))
    if wanted.role:
        held = RoleAssignment.objects.valid_on(on).filter(role=wanted.role)
        people = people.filter(pk__in=held.values("person_id"))
    if wanted.state == WITHOUT_ROLE:
        held = RoleAssignment.objects.valid_on(on)
        return people.filter(is_active=True).exclude(pk__in=held.values("person_id"))
    return people.filter(is_active=wanted.state != LOCKED)
