"""Days counted by the database, for sums over many rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateField, Func, IntegerField, Value

from cchc.platform.calendar import WorkingCalendar


class DaysApart(Func):
    """The days from the second day to the first; of numbers their difference."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()


class DaysUntil(Func):
    """How many of the listed days have come by this day, itself included."""

    function = "width_bucket"
    output_field = IntegerField()


def working_days_apart(
    calendar: WorkingCalendar, years: Iterable[int], end: Any, start: Any
) -> Any:
    """The working days after `start` up to and including `end`; right within these years."""
    worked = [date.fromordinal(n) for year in years for n in calendar.working_days_of(year)]
    days = Value(worked, output_field=ArrayField(DateField()))
    return DaysApart(DaysUntil(end, days), DaysUntil(start, days))
