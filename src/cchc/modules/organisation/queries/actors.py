"""Who acts: a person's rights resolved to an immutable actor, in three queries a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, cast

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.queries.covering import Root, covered_agencies
from cchc.modules.organisation.roles import permissions_of, permissions_of_everyone
from cchc.modules.organisation.rules.kinds import AgencyKind, RoleCode
from cchc.platform import clock
from cchc.platform.access import NOBODY, Actor, Grant, Scope
from cchc.platform.sql import prepared

SESSION_POST = "organisation.post"
"""Where the session keeps the post in which the person works now."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A post that the person holds, and the agency in whose name they work in it."""

    post_id: int
    agency_id: int
    agency_name: str
    title: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A signed-in person in one request: who acts, where they may work, and what they owe first."""

    actor: Actor
    workplaces: tuple[Workplace, ...] = ()
    post_id: int | None = None
    must_change_password: bool = False
    must_add_second_factor: bool = False


@dataclass(frozen=True, slots=True)
class _Right:
    role: RoleCode
    root: Root | None
    delegator: str
    owner_id: int
    """Whose posts say in which divisions the right holds: the delegator's, else one's own."""


class _Desk(NamedTuple):
    """A post that is held, and where."""

    post_id: int
    person_id: int
    title: str
    agency_id: int
    agency_kind: str
    agency_name: str
    parent_id: int | None
    parent_name: str


_DESK = (
    "pk", "person_id", "title", "agency_id", "agency__kind", "agency__short_name",
    "agency__parent_id", "agency__parent__short_name",
)  # fmt: skip

ABSENT = Presence(actor=NOBODY)


def resolve_actor(request: HttpRequest) -> Actor:
    """Who acts in this request; NOBODY when not signed in. Asked of the database once a request."""
    return presence_of(request).actor


def presence_of(request: HttpRequest) -> Presence:
    """The signed-in person's rights, posts and duties, kept on the request."""
    known = cast("Presence | None", getattr(request, "_organisation_presence", None))
    if known is not None:
        return known
    user: Any = request.user
    presence = ABSENT
    if user.is_authenticated and user.is_active:
        presence = _presence(cast("Person", user), request, clock.today())
    request._organisation_presence = presence  # type: ignore[attr-defined]
    return presence


def actor_of(person_id: int, on: date) -> Actor:
    """The person as an actor on this day, for jobs and tests; NOBODY when the account is locked."""
    person = Person.objects.active().filter(pk=person_id).first()
    if person is None:
        return NOBODY
    rights = _rights(person_id, on)
    desks = _desks(person_id, rights, on)
    places = _workplaces(person_id, desks)
    return _actor(person, rights, desks, places[0] if places else None, on)


def guarded_roles(person_id: int, on: date) -> frozenset[RoleCode]:
    """The roles that the person holds and that need a second factor."""
    return _guarded(_rights(person_id, on))


def _presence(person: Person, request: HttpRequest, on: date) -> Presence:
    rights = _rights(person.pk, on)
    desks = _desks(person.pk, rights, on)
    places = _workplaces(person.pk, desks)
    wanted = request.session.get(SESSION_POST)
    place = next((p for p in places if p.post_id == wanted), places[0] if places else None)
    sleeping = _sleeping_roles(person, rights)
    awake = [] if person.must_change_password else [r for r in rights if r.role not in sleeping]
    return Presence(
        actor=_actor(person, awake, desks, place, on),
        workplaces=places,
        post_id=place.post_id if place else None,
        must_change_password=person.must_change_password,
        must_add_second_factor=bool(sleeping),
    )


def _sleeping_roles(person: Person, rights: list[_Right]) -> frozenset[RoleCode]:
    """The roles that need a second factor, while the account has none: they give no right."""
    from allauth.mfa.models import Authenticator

    needing = _guarded(rights)
    if not needing or Authenticator.objects.filter(user_id=person.pk).exists():
        return frozenset()
    return needing


def _guarded(rights: list[_Right]) -> frozenset[RoleCode]:
    guarded = frozenset(RoleCode(code) for code in settings.CCHC_TWO_FACTOR_ROLES)
    return guarded & {right.role for right in rights}


def _desks(person_id: int, rights: list[_Right], on: date) -> list[_Desk]:
    """The posts of the person and of those whose rights they have, the main ones first."""
    people = {person_id, *(right.owner_id for right in rights)}
    return [_Desk(*row) for row in _posts_held(sorted(people), on)]


@prepared
def _posts_held(people: list[int], on: date) -> QuerySet[Post, Any]:
    """The posts of some people, with the agency of each and the one it belongs to."""
    posts = Post.objects.held_on(on).filter(person_id__any_of=people)
    return posts.order_by("-is_main", "held_from", "pk").values_list(*_DESK)


def _workplaces(person_id: int, desks: list[_Desk]) -> tuple[Workplace, ...]:
    """The posts held, the main one first; a division works in the name of its agency."""
    return tuple(_workplace(desk) for desk in desks if desk.person_id == person_id)


def _workplace(desk: _Desk) -> Workplace:
    if desk.agency_kind == AgencyKind.DIVISION and desk.parent_id is not None:
        return Workplace(desk.post_id, desk.parent_id, desk.parent_name, desk.title)
    return Workplace(desk.post_id, desk.agency_id, desk.agency_name, desk.title)


def _rights(person_id: int, on: date) -> list[_Right]:
    return [
        _Right(
            RoleCode(role),
            None if agency is None else (agency, below),
            delegator or "",
            owner or person_id,
        )
        for role, agency, below, delegator, owner in _rights_held(person_id, on)
    ]


@prepared
def _rights_held(person_id: int, on: date) -> QuerySet[RoleAssignment, Any]:
    """The assignments of a person that hold on a day, with who delegated them."""
    rows = RoleAssignment.objects.valid_on(on).filter(person_id=person_id)
    return rows.values_list(
        "role", "agency_id", "with_sub_agencies", "delegated_by__full_name", "delegated_by_id"
    )


def _scope(right: _Right, covered: dict[Root, frozenset[int]], desks: list[_Desk]) -> Scope:
    """Where a right holds; in an agency also in the divisions in which its owner sits."""
    if right.root is None:
        return Scope(everywhere=True)
    agencies = covered[right.root]
    divisions = {
        desk.agency_id
        for desk in desks
        if desk.person_id == right.owner_id
        and desk.agency_kind == AgencyKind.DIVISION
        and desk.parent_id in agencies
    }
    return Scope(agencies | divisions)


def _actor(
    person: Person, rights: list[_Right], desks: list[_Desk], place: Workplace | None, on: date
) -> Actor:
    covered = covered_agencies({right.root for right in rights if right.root is not None}, on)
    grants = [
        Grant(
            permissions=permissions_of(right.role),
            scope=_scope(right, covered, desks),
            on_behalf_of=right.delegator,
        )
        for right in rights
    ]
    if not person.must_change_password:
        grants.append(Grant(permissions_of_everyone(), Scope(everywhere=True)))
    return Actor(
        user_id=person.pk,
        name=person.full_name,
        grants=tuple(grants),
        agency_id=place.agency_id if place else None,
    )
