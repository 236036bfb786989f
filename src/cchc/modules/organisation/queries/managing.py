"""Who may manage an account: nobody gains a right by taking over the account that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.roles import permission_to_give
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor


def require_may_manage(person: Person, *, actor: Actor, on: date) -> None:
    """Ask for the right to manage people where the person works, and to give each role they hold.

    Whoever may change an account's e-mail or password could use its rights, so they must be able to
    give those rights openly. Raises AccessDenied.
    """
    for permission, agency_id in _needed(person, on):
        actor.require(permission, agency_id=agency_id)


def require_may_manage_person(person_id: int, *, actor: Actor, on: date) -> None:
    """The same by number, before a form is shown. Raises NotVisible or AccessDenied."""
    person = Person.objects.get_visible(actor, pk=person_id)
    require_may_manage(person, actor=actor, on=on)


def may_manage(person: Person, *, actor: Actor, on: date) -> bool:
    """The same question without the refusal, for pages that offer the buttons."""
    return all(actor.may(permission, agency_id=where) for permission, where in _needed(person, on))


def _needed(person: Person, on: date) -> Iterator[tuple[Permission, int | None]]:
    for agency_id in _places_of_work(person, on):
        yield Permission.MANAGE_PEOPLE, agency_id
    held = RoleAssignment.objects.not_over_on(on).filter(person=person)
    for role, agency in held.values_list("role", "agency_id"):
        yield permission_to_give(RoleCode(role)), agency


def _places_of_work(person: Person, on: date) -> list[int | None]:
    """The agency of the main post; else all where the person works; else none (the province's)."""
    posts = Post.objects.not_over_on(on).filter(person=person)
    main = posts.filter(is_main=True).values_list("agency_id", flat=True)
    return list(main) or list(posts.values_list("agency_id", flat=True)) or [None]
