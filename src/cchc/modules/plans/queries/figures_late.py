"""Figures of how late work was: days of the calendar and working days, counted by the database.

The end is the day of the handing in that stands (accepted, or not decided yet); what is not handed
in, or was returned, is late until today.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, DateField, F, IntegerField, Q, QuerySet, Sum, Value, When

from cchc.modules.figures.public import Asked, BySums, Dimension, Sums
from cchc.modules.organisation.public import living_agencies, working_calendar
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.queries.figures_cutting import grouped
from cchc.modules.plans.queries.figures_days import DaysApart, working_days_apart
from cchc.modules.plans.queries.figures_work import columns_of
from cchc.modules.plans.rules.figure_codes import FigureCode
from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, State
from cchc.platform.calendar import WorkingCalendar

_HANDED_IN = sorted({*PENDING_DECISION, State.ACCEPTED})
_YEARS_BACK = 10
"""Working days are known so far back when no year is asked for."""
LATE_SUMS = {FigureCode.DAYS_LATE: "days", FigureCode.WORKING_DAYS_LATE: "working_days"}


def measure_late(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """Mean days late, over what was or is late: in one query."""
    names = {code: LATE_SUMS[FigureCode(code)] for code in codes}
    expressions = {"days": days_late(asked), "working_days": working_days_late(asked)}
    rows = grouped(
        Occurrence.objects.ever_late(),
        columns_of(asked.cut),
        asked,
        by,
        number=Count("pk"),
        **{name: Sum(expressions[name]) for name in names.values()},
    )
    return {
        code: {key: Sums(Decimal(row[name] or 0), row["number"]) for key, row in rows.items()}
        for code, name in names.items()
    }


def with_days_late(work: QuerySet[Any, Any], code: str, asked: Asked) -> QuerySet[Any, Any]:
    """Late work with the days that each brings, as `figure_amount`."""
    is_working = code == FigureCode.WORKING_DAYS_LATE
    days = (working_days_late if is_working else days_late)(asked)
    found: QuerySet[Any, Any] = work.annotate(figure_amount=days)
    return found


def days_late(asked: Asked) -> Any:
    """Days of the calendar after the deadline."""
    return DaysApart(_end(asked.today), F("sorts_on"))


def working_days_late(asked: Asked) -> Any:
    """Working days after the deadline, by the calendar of each agency."""
    common, own = _calendars(asked.today)
    years = range((asked.cut.year or asked.today.year - _YEARS_BACK) - 1, asked.today.year + 2)

    end = _end(asked.today)
    cases = [
        When(agency_id__in=ids, then=working_days_apart(calendar, years, end, F("sorts_on")))
        for calendar, ids in own
    ]
    in_common = working_days_apart(common, years, end, F("sorts_on"))
    return Case(*cases, default=in_common, output_field=IntegerField())


def _end(today: date) -> Any:
    handed_in = Q(state__in=_HANDED_IN)
    return Case(
        When(handed_in, then=F("submitted_on")), default=Value(today), output_field=DateField()
    )


def _calendars(
    today: date,
) -> tuple[WorkingCalendar, list[tuple[WorkingCalendar, list[int]]]]:
    """The province's calendar, and those that differ with the agencies that have them."""
    common = working_calendar(None)
    found: dict[str, tuple[WorkingCalendar, list[int]]] = {}
    for card in living_agencies(today):
        calendar = working_calendar(card.id)
        if calendar.version != common.version:
            found.setdefault(calendar.version, (calendar, []))[1].append(card.id)
    return common, list(found.values())
