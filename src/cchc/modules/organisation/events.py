"""What happens in the organisation and higher modules may hear of."""

from __future__ import annotations

from cchc.modules.organisation.people_events import (
    ClockMoved,
    DelegationGiven,
    PasswordChanged,
    PeopleImported,
    PersonChanged,
    PersonCreated,
    PersonDeactivated,
    PersonReactivated,
    PostHeld,
    PostLeft,
    RoleGiven,
    RoleRevoked,
    SecondFactorChanged,
    SessionsEnded,
    SignedIn,
    SignInFailed,
)

__all__ = [
    "ClockMoved",
    "DelegationGiven",
    "PasswordChanged",
    "PeopleImported",
    "PersonChanged",
    "PersonCreated",
    "PersonDeactivated",
    "PersonReactivated",
    "PostHeld",
    "PostLeft",
    "RoleGiven",
    "RoleRevoked",
    "SecondFactorChanged",
    "SessionsEnded",
    "SignInFailed",
    "SignedIn",
]
