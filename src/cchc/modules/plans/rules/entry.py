"""How late a document that gives work was entered: the Office does it on the day of issue.

The days are working days of the province from the day of issue, or of arrival for a document of
another body, to the day it was confirmed here. Entered on the day, on a holiday right after it or
even before it: none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc.platform.calendar import WorkingCalendar, working_days_between


@dataclass(frozen=True, slots=True)
class EntryLateness:
    """How late documents were entered, taken together; the means are None without documents."""

    document_count: int
    same_day_count: int
    days_in_all: int

    @property
    def mean_days(self) -> Decimal | None:
        """Working days from issue to entry, on average, to one place."""
        if not self.document_count:
            return None
        return (Decimal(self.days_in_all) / self.document_count).quantize(Decimal("0.1"))

    @property
    def same_day_share(self) -> Decimal | None:
        """Per cent of the documents entered on the day of issue, to one place."""
        if not self.document_count:
            return None
        share = Decimal(self.same_day_count * 100) / self.document_count
        return share.quantize(Decimal("0.1"))


def entry_days(
    calendar: WorkingCalendar, *, issued_on: date, received_on: date | None, entered_on: date
) -> int:
    """Working days between issue (or arrival) and entry; never negative."""
    since = received_on or issued_on
    return max(0, working_days_between(calendar, since, entered_on)) if entered_on > since else 0


def lateness_of(days: list[int]) -> EntryLateness:
    """The lateness of these documents together."""
    return EntryLateness(len(days), sum(1 for one in days if one == 0), sum(days))
