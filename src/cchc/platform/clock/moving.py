"""Moving the clock of a demo."""

from __future__ import annotations

from datetime import date, time

from cchc.platform.clock import reading
from cchc.platform.clock.models import Standing


def stand(*, on: date, at: time | None = None) -> None:
    """Let the demo clock stand on this day; without a time of day the real one runs."""
    Standing.objects.update_or_create(pk=1, defaults={"stands_on": on, "time_of_day": at})
    reading.forget()


def run_free() -> None:
    """Let the clock show real time again."""
    Standing.objects.all().delete()
    reading.forget()
