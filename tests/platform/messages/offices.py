"""An office that never closes."""

from datetime import time

from cchc.platform.calendar import Shift, WorkingCalendar, week


def always_open(agency_id: int | None) -> WorkingCalendar:
    return WorkingCalendar(hours=week({day: [Shift(time(8), time(17))] for day in range(7)}))
