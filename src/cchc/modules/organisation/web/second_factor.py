"""What the trail learns when an authenticator is added or removed."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.operations.signing_in import note_second_factor
from cchc.platform import clock


def on_added(*, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    """Called by the sign-in library."""
    if authenticator.type == Authenticator.Type.TOTP:
        note_second_factor(person=user, what="bật", now=clock.now())


def on_removed(*, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    """Called by the sign-in library."""
    if authenticator.type == Authenticator.Type.TOTP:
        note_second_factor(person=user, what="tắt", now=clock.now())
