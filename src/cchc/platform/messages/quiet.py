"""When a message may leave: not in the evening, not at night, not on days off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cchc.platform.calendar import (
    WorkingCalendar,
    first_working_day_on_or_after,
    in_vietnam,
)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of the day until another, mostly over midnight; equal times: never quiet."""

    begins: time
    ends: time

    def holds_at(self, moment: time) -> bool:
        """Whether it is quiet at this time of the day."""
        if self.begins <= self.ends:
            return self.begins <= moment < self.ends
        return moment >= self.begins or moment < self.ends


def earliest_sending(
    moment: datetime, *, quiet: QuietHours, calendar: WorkingCalendar, is_urgent: bool = False
) -> datetime:
    """The first moment from this one on when a message may leave, on the clocks of Vietnam.

    Quiet hours hold for all messages. What is not urgent also waits over days off, until the quiet
    hours of the next working day end.
    """
    local = in_vietnam(moment)
    if quiet.holds_at(local.timetz().replace(tzinfo=None)):
        is_evening = local.time() >= quiet.ends
        day = local.date() + timedelta(days=1) if is_evening else local.date()
        local = datetime.combine(day, quiet.ends, tzinfo=local.tzinfo)
    if is_urgent:
        return local
    working_day = first_working_day_on_or_after(calendar, local.date())
    if working_day == local.date():
        return local
    return datetime.combine(working_day, quiet.ends, tzinfo=local.tzinfo)
