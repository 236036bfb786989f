"""The secret address of a person's calendar: given once, kept as a hash, ended at will."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from cchc.modules.meetings.events import FeedAddressGiven, FeedAddressRevoked
from cchc.modules.meetings.models import FeedKey
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce

SECRET_BYTES = 32


def hash_of(secret: str) -> str:
    """What is kept of a secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def give_feed_key(*, actor: Actor, now: datetime) -> str:
    """Make a new secret for the actor's own calendar; any earlier one ends. Shown this once.

    Raises NotVisible when nobody is signed in.
    """
    person_id = _person(actor)
    FeedKey.objects.select_for_update().in_force().filter(person_id=person_id).update(
        revoked_at=now
    )
    secret = secrets.token_urlsafe(SECRET_BYTES)
    FeedKey.objects.create(
        person_id=person_id, secret_hash=hash_of(secret), hint=secret[-4:], created_at=now
    )
    announce(FeedAddressGiven(person_id=person_id), actor=actor, at=now)
    return secret


@transaction.atomic
def revoke_feed_key(*, actor: Actor, now: datetime) -> bool:
    """End the actor's address; says whether there was one. Harmless to repeat."""
    person_id = _person(actor)
    ended = (
        FeedKey.objects.select_for_update()
        .in_force()
        .filter(person_id=person_id)
        .update(revoked_at=now)
    )
    if ended:
        announce(FeedAddressRevoked(person_id=person_id), actor=actor, at=now)
    return bool(ended)


@transaction.atomic
def note_use(*, key_id: int, now: datetime) -> None:
    """Remember on which day an address was last asked; at most one write a day."""
    today = in_vietnam(now).date()
    FeedKey.objects.filter(pk=key_id).exclude(last_used_on=today).update(last_used_on=today)


def _person(actor: Actor) -> int:
    if actor.user_id is None:
        raise NotVisible
    return actor.user_id
