"""Opening the account of somebody who sets the system up: the first, or one when locked out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.operations.people import Details, create_person
from cchc.modules.organisation.operations.roles import assign_role
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor


@transaction.atomic
def add_administrator(
    *, details: Details, password: str, reason: str, actor: Actor, now: datetime
) -> Person:
    """Open an account that administers the whole system, with a temporary password.

    Raises AccessDenied, PersonRefused or GiftRefused.
    """
    person = create_person(details=details, password=password, actor=actor, now=now)
    assign_role(
        person_id=person.pk,
        role=RoleCode.SYSTEM_ADMINISTRATOR,
        valid_from=now.date(),
        reason=reason,
        actor=actor,
        now=now,
    )
    return person
