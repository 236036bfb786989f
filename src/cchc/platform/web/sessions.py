"""Sessions in the database, read by a prepared query: every page needs one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from cchc.platform import clock
from cchc.platform.sql import prepared


class _Found(NamedTuple):
    session_data: str


@prepared
def _living(session_key: str, now: datetime) -> QuerySet[Session, Any]:
    """The contents of a session that is not over."""
    found = Session.objects.filter(session_key=session_key, expire_date__gt=now)
    return found.values_list("session_data")


class SessionStore(DatabaseStore):
    """Django's sessions in the database; only the reading is our own."""

    def _get_session_from_db(self) -> _Found | None:
        rows = _living(self.session_key or "", clock.real_now())
        if rows:
            return _Found(*rows[0])
        self._session_key = None
        return None
