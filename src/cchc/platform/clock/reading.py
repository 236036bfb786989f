"""Reading the clock."""

from __future__ import annotations

import time as monotonic
from datetime import UTC, date, datetime, time

from django.conf import settings

from cchc.platform.calendar.zone import VIETNAM

_KEPT_SECONDS = 1.0
_kept: tuple[float, tuple[date, time | None] | None] | None = None


def real_now() -> datetime:
    """The time of the machine, for what is technical: retries, sessions, logs."""
    return datetime.now(tz=UTC)


def now() -> datetime:
    """The moment in which the office lives, in Vietnamese time."""
    moment = real_now().astimezone(VIETNAM)
    standing = _standing() if settings.CCHC_MOVABLE_CLOCK else None
    if standing is None:
        return moment
    day, time_of_day = standing
    return datetime.combine(day, time_of_day or moment.time(), tzinfo=VIETNAM)


def today() -> date:
    """The calendar day in Vietnam."""
    return now().date()


def forget() -> None:
    """Drop what this process remembers of the demo clock; the next reading asks the database."""
    global _kept
    _kept = None


def _standing() -> tuple[date, time | None] | None:
    global _kept
    if _kept is None or monotonic.monotonic() - _kept[0] > _KEPT_SECONDS:
        from cchc.platform.clock.models import Standing

        row = Standing.objects.filter(pk=1).values_list("stands_on", "time_of_day").first()
        _kept = (monotonic.monotonic(), row)
    return _kept[1]
