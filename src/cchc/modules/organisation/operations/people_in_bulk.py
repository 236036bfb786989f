"""Many people at once: from a table, or the invented people of the demo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cchc.modules.organisation.events import PeopleImported
from cchc.modules.organisation.models import Agency, Person, Post, RoleAssignment
from cchc.modules.organisation.operations.people import (
    Details,
    FirstPost,
    new_person,
    post_of,
    tidied,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.covering import covered_agencies
from cchc.modules.organisation.roles import permission_to_give
from cchc.modules.organisation.rules.accounts import PersonRefused, PersonWhyNot
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.rules.names import free_username
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.events.announcing import announce


class RoleToGive(NamedTuple):
    """A role that comes with a person, from the first day of the post."""

    role: RoleCode
    agency_id: int | None
    with_sub_agencies: bool = False


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to bring in, with a first post and roles."""

    details: Details
    post: FirstPost
    roles: tuple[RoleToGive, ...] = ()


@transaction.atomic
def bring_in(
    *,
    people: Sequence[NewPerson],
    source: str,
    password: str,
    is_temporary: bool = True,
    actor: Actor,
    now: datetime,
) -> list[Person]:
    """Open accounts for all of them or for none; the password is hashed once for all.

    People without a user name get one from their name. `is_temporary`: each owner must choose
    another password at the first sign-in. Raises AccessDenied, NotVisible or PersonRefused.
    """
    _require_rights(people, actor, now)
    everyone = with_usernames([replace(p, details=tidied(p.details)) for p in people])
    _check_free(everyone)
    hashed = make_password(password)
    rows = [new_person(each.details, password_hash=hashed) for each in everyone]
    for row in rows:
        row.must_change_password = is_temporary
    saved: list[Person] = Person.objects.bulk_create(rows, batch_size=1000)
    Post.objects.bulk_create(
        [post_of(person, each.post) for person, each in zip(saved, everyone, strict=True)],
        batch_size=1000,
    )
    RoleAssignment.objects.bulk_create(_assignments(saved, everyone, actor, now), batch_size=1000)
    event = PeopleImported(
        count=len(saved), source=source, person_ids=tuple(person.pk for person in saved)
    )
    announce(event, actor=actor, at=now)
    return saved


def with_usernames(people: Iterable[NewPerson]) -> list[NewPerson]:
    """Everybody with a user name that nobody else has; those given stay as they are."""
    everyone = list(people)
    taken = set(Person.objects.values_list("username", flat=True))
    taken.update(each.details.username for each in everyone)
    named = []
    for each in everyone:
        details = each.details
        if not details.username:
            details = replace(details, username=free_username(details.full_name, taken=taken))
            taken.add(details.username)
        named.append(replace(each, details=details))
    return named


def _require_rights(people: Sequence[NewPerson], actor: Actor, now: datetime) -> None:
    for agency_id in sorted({each.post.agency_id for each in people}):
        actor.require(Permission.MANAGE_PEOPLE, agency_id=agency_id)
    _require_reach({role for each in people for role in each.roles}, actor, now.date())


def _require_reach(wanted: set[RoleToGive], actor: Actor, on: date) -> None:
    """What `require_reach` asks for one role, for all of them in two queries."""
    ids = {role.agency_id for role in wanted if role.agency_id is not None}
    if Agency.objects.living_on(on).filter(pk__in=ids).count() < len(ids):
        raise NotVisible
    roots = {(role.agency_id, role.with_sub_agencies) for role in wanted if role.agency_id}
    covered = covered_agencies(roots, on)
    for role, agency_id, below in wanted:
        permission = permission_to_give(role)
        actor.require(permission, agency_id=agency_id)
        scope = actor.scope_of(permission)
        if scope.everywhere or agency_id is None:
            continue
        if not covered[agency_id, below] <= scope.agencies:
            raise AccessDenied(permission)


def _check_free(people: Sequence[NewPerson]) -> None:
    usernames = [each.details.username for each in people]
    emails = [each.details.email for each in people if each.details.email]
    is_taken = Person.objects.filter(username__in=usernames).exists()
    if is_taken or len(set(usernames)) < len(usernames):
        raise PersonRefused(PersonWhyNot.USERNAME_TAKEN)
    if Person.objects.filter(email__in=emails).exists() or len(set(emails)) < len(emails):
        raise PersonRefused(PersonWhyNot.EMAIL_TAKEN)


def _assignments(
    saved: Sequence[Person], people: Sequence[NewPerson], actor: Actor, now: datetime
) -> list[RoleAssignment]:
    return [
        RoleAssignment(
            person=person,
            role=role,
            agency_id=agency_id,
            with_sub_agencies=below,
            valid_from=each.post.held_from,
            given_by_id=actor.user_id,
            given_at=now,
        )
        for person, each in zip(saved, people, strict=True)
        for role, agency_id, below in each.roles
    ]
