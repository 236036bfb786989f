"""Moving the clock of the demo."""

from __future__ import annotations

from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cchc.modules.organisation.events import ClockMoved
from cchc.modules.organisation.permissions import Permission
from cchc.platform.access import Actor, NotVisible
from cchc.platform.clock import moving
from cchc.platform.events.announcing import announce


@transaction.atomic
def move_clock(*, on: date, at: time | None, actor: Actor, now: datetime) -> None:
    """Let the demo stand on a day; without a time of day the real one runs.

    Raises NotVisible where the clock cannot be moved, AccessDenied.
    """
    _require_movable(actor)
    moving.stand(on=on, at=at)
    to = f"{on:%d/%m/%Y}" + (f" {at:%H:%M}" if at else "")
    announce(ClockMoved(to=to), actor=actor, at=now)


@transaction.atomic
def free_clock(*, actor: Actor, now: datetime) -> None:
    """Let the demo show real time again. Raises NotVisible or AccessDenied."""
    _require_movable(actor)
    moving.run_free()
    announce(ClockMoved(to=_("theo giờ thật")), actor=actor, at=now)


def _require_movable(actor: Actor) -> None:
    if not settings.CCHC_MOVABLE_CLOCK:
        raise NotVisible
    actor.require(Permission.MOVE_CLOCK, agency_id=None)
