"""One's own account: who one is here, what one may do, how the account is guarded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.queries.person_page import PostRow, RoleRow, posts_of, roles_of
from cchc.modules.organisation.queries.sessions import sessions_of
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class AccountPage:
    """What the page shows."""

    full_name: str
    username: str
    email: str
    phone: str
    form_of_address: str
    posts: tuple[PostRow, ...]
    roles: tuple[RoleRow, ...]
    session_count: int
    has_password: bool
    has_second_factor: bool


def account_page(*, actor: Actor, on: date) -> AccountPage:
    """The page of the person who is signed in; only present posts and roles."""
    person = Person.objects.get(pk=actor.user_id)
    return AccountPage(
        full_name=person.full_name,
        username=person.username,
        email=person.email,
        phone=person.phone,
        form_of_address=person.form_of_address,
        posts=tuple(post for post in posts_of(person.pk, on) if not post.is_over),
        roles=tuple(
            role for role in roles_of(person.pk, actor, on) if role.state in ("valid", "coming")
        ),
        session_count=len(sessions_of(person.pk)),
        has_password=person.has_usable_password(),
        has_second_factor=Authenticator.objects.filter(user_id=person.pk).exists(),
    )
