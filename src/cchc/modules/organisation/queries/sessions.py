"""Where an account is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from cchc.platform import clock

_BROWSERS = (
    ("Edg/", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One signed-in browser."""

    id: int
    device: str
    ip: str
    since: datetime
    is_current: bool


def sessions_of(person_id: int, *, current_key: str = "") -> tuple[SessionRow, ...]:
    """The living sessions of a person, the present one first, then the newest."""
    sessions = UserSession.objects.filter(user_id=person_id).order_by("-created_at", "-pk")
    keys = [session.session_key for session in sessions]
    living = Session.objects.filter(session_key__in=keys, expire_date__gt=clock.real_now())
    alive = set(living.values_list("session_key", flat=True))
    rows = [
        SessionRow(
            id=session.pk,
            device=device_of(session.user_agent),
            ip=session.ip,
            since=session.created_at,
            is_current=session.session_key == current_key,
        )
        for session in sessions
        if session.session_key in alive
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_current))


def device_of(user_agent: str) -> str:
    """The browser and system as people call them: "Chrome trên Windows"."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s trên %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Trình duyệt không rõ")
