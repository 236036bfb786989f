"""What the trail learns of sign-ins; called by the adapters of the sign-in library."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.events import (
    PasswordChanged,
    SecondFactorChanged,
    SignedIn,
    SignInFailed,
)
from cchc.modules.organisation.models import Person
from cchc.platform.access import NOBODY, Actor
from cchc.platform.events.announcing import announce


def note_sign_in(*, person: Person, method: str, ip: str, now: datetime) -> None:
    """A person signed in; `method` in Vietnamese words."""
    event = SignedIn(person_id=person.pk, person_name=person.full_name, method=method, ip=ip)
    announce(event, actor=_oneself(person), at=now)


def note_failed_sign_in(*, login: str, ip: str, now: datetime) -> None:
    """Somebody gave a wrong password for this user name or e-mail; unknown ones leave no trace."""
    person = Person.objects.filter(username__iexact=login).first()
    if person is None and login:
        person = Person.objects.filter(email__iexact=login).first()
    if person is not None:
        event = SignInFailed(person_id=person.pk, person_name=person.full_name, ip=ip)
        announce(event, actor=NOBODY, at=now)


@transaction.atomic
def choose_password(*, person: Person, password: str, now: datetime) -> None:
    """The owner chose a password; the duty to replace a temporary one is done."""
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    event = PasswordChanged(person_id=person.pk, person_name=person.full_name)
    announce(event, actor=_oneself(person), at=now)


def note_second_factor(*, person: Person, what: str, now: datetime) -> None:
    """The owner added or removed an authenticator; `what` is the Vietnamese verb."""
    event = SecondFactorChanged(person_id=person.pk, person_name=person.full_name, what=what)
    announce(event, actor=_oneself(person), at=now)


def _oneself(person: Person) -> Actor:
    return Actor(user_id=person.pk, name=person.full_name)
