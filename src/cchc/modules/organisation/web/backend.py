"""Who a session belongs to, read by a prepared query: every page of a signed-in person asks."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection
from django.db.models import QuerySet

from cchc.modules.organisation.models import Person
from cchc.platform.sql import prepared

_FIELDS = [field.attname for field in Person._meta.concrete_fields]


@prepared
def _person(person_id: int) -> QuerySet[Person, Any]:
    """A person by number, whole."""
    found: QuerySet[Person, Any] = Person.objects.filter(pk=person_id).values_list(*_FIELDS)
    return found


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """Signs people in as allauth does; only finding the person of a session is our own."""

    def get_user(self, user_id: int) -> Person | None:
        """The person, unless the account is locked or gone."""
        rows = _person(user_id)
        if not rows:
            return None
        person = Person.from_db(connection.alias, _FIELDS, rows[0])
        return person if self.user_can_authenticate(person) else None
