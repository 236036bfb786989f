"""Locking and reopening accounts, temporary passwords, ending sessions from afar."""

from __future__ import annotations

import secrets
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from cchc.modules.organisation.events import (
    PasswordChanged,
    PersonDeactivated,
    PersonReactivated,
    SessionsEnded,
)
from cchc.modules.organisation.models import Person
from cchc.modules.organisation.operations.roles import end_all_roles
from cchc.modules.organisation.queries.managing import require_may_manage
from cchc.modules.organisation.rules.accounts import check_deactivation, check_reactivation
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without l, o, 0 and 1, which people confuse on paper."""


def fresh_password() -> str:
    """A temporary password that can be read aloud: three groups of four, 59 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))


@transaction.atomic
def deactivate_person(*, person_id: int, reason: str, actor: Actor, now: datetime) -> Person:
    """Lock an account: its rights, the delegations of them and its sessions end at once.

    Raises NotVisible, AccessDenied, PersonRefused, or GiftRefused for the last administrator.
    """
    person = _managed(person_id, actor, now)
    check_deactivation(person_id=person.pk, actor_id=actor.user_id, is_active=person.is_active)
    end_all_roles(person, reason=reason, actor=actor, now=now)
    person.is_active = False
    person.save(update_fields=["is_active"])
    _end(person, keep="")
    event = PersonDeactivated(
        person_id=person.pk, person_name=person.full_name, reason=squeeze(reason)
    )
    announce(event, actor=actor, at=now)
    return person


@transaction.atomic
def reactivate_person(*, person_id: int, actor: Actor, now: datetime) -> Person:
    """Open a locked account again; roles must be given anew.

    Raises NotVisible, AccessDenied or PersonRefused.
    """
    person = _managed(person_id, actor, now)
    check_reactivation(is_active=person.is_active)
    person.is_active = True
    person.save(update_fields=["is_active"])
    announce(
        PersonReactivated(person_id=person.pk, person_name=person.full_name), actor=actor, at=now
    )
    return person


@transaction.atomic
def set_temporary_password(*, person_id: int, password: str, actor: Actor, now: datetime) -> Person:
    """Replace a forgotten password; every session ends, and the owner must choose another.

    Raises NotVisible or AccessDenied.
    """
    person = _managed(person_id, actor, now)
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    _end(person, keep="")
    event = PasswordChanged(person_id=person.pk, person_name=person.full_name, is_temporary=True)
    announce(event, actor=actor, at=now)
    return person


@transaction.atomic
def end_sessions(
    *,
    person_id: int,
    session_id: int | None = None,
    keep: str = "",
    actor: Actor,
    now: datetime,
) -> int:
    """End one session or all (but the one whose key is `keep`); returns how many were ended.

    One's own sessions, or those of a person whose account one may manage. Raises NotVisible or
    AccessDenied.
    """
    if person_id == actor.user_id:
        person: Person = Person.objects.select_for_update().get(pk=person_id)
    else:
        person = _managed(person_id, actor, now)
    count = _end(person, keep=keep, session_id=session_id)
    if count:
        event = SessionsEnded(person_id=person.pk, person_name=person.full_name, count=count)
        announce(event, actor=actor, at=now)
    return count


def _managed(person_id: int, actor: Actor, now: datetime) -> Person:
    people = Person.objects.select_for_update(of=("self",))
    person: Person = people.get_visible(actor, pk=person_id)
    require_may_manage(person, actor=actor, on=now.date())
    return person


def _end(person: Person, *, keep: str, session_id: int | None = None) -> int:
    sessions = UserSession.objects.filter(user_id=person.pk).exclude(session_key=keep)
    if session_id is not None:
        sessions = sessions.filter(pk=session_id)
    ending = list(sessions)
    for session in ending:
        session.end()
    return len(ending)
