"""Opening, changing, locking and reopening the accounts of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _

from cchc.modules.organisation.events import PersonChanged, PersonCreated
from cchc.modules.organisation.models import Person, Post
from cchc.modules.organisation.operations.posts import take_up
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.managing import require_may_manage
from cchc.modules.organisation.rules.accounts import check_person
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.organisation.rules.names import free_username, person_sort_key, tidy_name
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import fold, squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a person; an empty user name is made from the name."""

    full_name: str
    username: str = ""
    email: str = ""
    phone: str = ""
    form_of_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPost:
    """The post with which a person begins."""

    agency_id: int
    kind: PostKind
    title: str
    held_from: date
    held_until: date | None = None


@transaction.atomic
def create_person(
    *,
    details: Details,
    post: FirstPost | None = None,
    password: str | None = None,
    actor: Actor,
    now: datetime,
) -> Person:
    """Open an account for a person, with their first post.

    The password is temporary: its owner must choose another at the first sign-in; without one the
    account can only be used through the province's single sign-on or a reset by e-mail. Raises
    AccessDenied, PersonRefused or PostRefused.
    """
    actor.require(Permission.MANAGE_PEOPLE, agency_id=post.agency_id if post else None)
    details = tidied(details)
    if not details.username:
        details = replace(details, username=_free(details.full_name))
    _check(details)
    person = new_person(details, password_hash=make_password(password))
    person.must_change_password = password is not None
    person.save()
    event = PersonCreated(
        person_id=person.pk, person_name=person.full_name, username=person.username
    )
    announce(event, actor=actor, at=now)
    if post is not None:
        take_up(post_of(person, post), actor=actor, now=now)
    return person


@transaction.atomic
def change_person(*, person_id: int, details: Details, actor: Actor, now: datetime) -> Person:
    """Change the details of a person. Raises NotVisible, AccessDenied or PersonRefused."""
    person: Person = Person.objects.select_for_update(of=("self",)).get_visible(actor, pk=person_id)
    require_may_manage(person, actor=actor, on=now.date())
    details = tidied(details)
    if not details.username:
        details = replace(details, username=person.username)
    _check(details, besides=person.pk)
    changed = _write(person, details)
    if changed:
        _announce_change(person, changed, actor=actor, now=now)
    return person


@transaction.atomic
def change_own_contact(*, phone: str, form_of_address: str, actor: Actor, now: datetime) -> Person:
    """Let a person correct how they are called and reached.

    Not the e-mail: single sign-on and password resets trust it, so who manages people changes it.
    """
    person: Person = Person.objects.select_for_update().get(pk=actor.user_id)
    details = Details(
        full_name=person.full_name,
        username=person.username,
        email=person.email,
        phone=phone,
        form_of_address=form_of_address,
    )
    changed = _write(person, tidied(details))
    if changed:
        _announce_change(person, changed, actor=actor, now=now)
    return person


def tidied(details: Details) -> Details:
    """The details as they are stored: single spaces, small letters where case means nothing."""
    return Details(
        full_name=tidy_name(details.full_name),
        username=squeeze(details.username).lower(),
        email=squeeze(details.email).lower(),
        phone=squeeze(details.phone),
        form_of_address=squeeze(details.form_of_address),
    )


def new_person(details: Details, *, password_hash: str) -> Person:
    """The row of a person, not saved yet; the password is hashed already."""
    person = Person(password=password_hash)
    _write(person, details, save=False)
    return person


def post_of(person: Person, first: FirstPost) -> Post:
    """The row of a person's first post, not saved yet."""
    return Post(
        person=person,
        agency_id=first.agency_id,
        kind=first.kind,
        title=first.title,
        held_from=first.held_from,
        held_until=first.held_until,
    )


def _free(full_name: str) -> str:
    """A user name that nobody has; looked for among those that begin alike."""
    wanted = free_username(full_name)
    taken = Person.objects.filter(username__startswith=wanted).values_list("username", flat=True)
    return free_username(full_name, taken=set(taken))


def _check(details: Details, *, besides: int | None = None) -> None:
    others = Person.objects.exclude(pk=besides)
    check_person(
        full_name=details.full_name,
        username=details.username,
        is_username_taken=others.filter(username__iexact=details.username).exists(),
        is_email_taken=bool(details.email) and others.filter(email__iexact=details.email).exists(),
    )


def _write(person: Person, details: Details, *, save: bool = True) -> list[str]:
    """Put the details on the row; returns the Vietnamese names of those that changed."""
    words = {
        "full_name": _("họ và tên"),
        "username": _("tên đăng nhập"),
        "email": _("thư điện tử"),
        "phone": _("điện thoại"),
        "form_of_address": _("cách xưng hô"),
    }
    changed = [field for field in words if getattr(person, field) != getattr(details, field)]
    for field in changed:
        setattr(person, field, getattr(details, field))
    person.folded = fold(f"{person.full_name} {person.username} {person.email} {person.phone}")
    person.sort_key = person_sort_key(person.full_name)
    if save and changed:
        person.save(update_fields=[*changed, "folded", "sort_key"])
    return [words[field] for field in changed]


def _announce_change(person: Person, changed: list[str], *, actor: Actor, now: datetime) -> None:
    event = PersonChanged(
        person_id=person.pk, person_name=person.full_name, changed=", ".join(changed)
    )
    announce(event, actor=actor, at=now)
