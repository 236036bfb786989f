"""Moving the clock of a demo."""

from __future__ import annotations

from datetime import date, time

from django.conf import settings

from cchc.platform.clock import reading
from cchc.platform.clock.models import Standing


class ClockCannotMove(Exception):
    """This installation is real: its clock shows the time of the day and nothing else."""


def stand(*, on: date, at: time | None = None) -> None:
    """Let the demo clock stand on this day; without a time of day the real one runs.

    Raises ClockCannotMove unless the installation is a demo (CCHC_MOVABLE_CLOCK).
    """
    _check()
    Standing.objects.update_or_create(pk=1, defaults={"stands_on": on, "time_of_day": at})
    reading.forget()


def run_free() -> None:
    """Let the clock show real time again. Raises ClockCannotMove."""
    _check()
    Standing.objects.all().delete()
    reading.forget()


def _check() -> None:
    if not settings.CCHC_MOVABLE_CLOCK:
        raise ClockCannotMove
