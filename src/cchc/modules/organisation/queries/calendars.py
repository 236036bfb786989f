"""The working calendar of an agency, made of holidays, special days and hours."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from cchc.modules.organisation.models import AgencyHours, SpecialDay
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.queries.version import Version, calendar_version
from cchc.modules.organisation.rules.layers import laid_over
from cchc.platform import calendar, clock
from cchc.platform.calendar import OFFICE_WEEK, Shift, SpecialKind, WeekdayHours, WorkingCalendar

_KEPT_VERSIONS = 3

Chain = tuple[int | None, ...]
"""The agency, what it belongs to, and so on up; None at its end is the province's own."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """Everything that administrators wrote, by agency, and the calendars made of it so far."""

    days: dict[int | None, list[calendar.SpecialDay]] = field(default_factory=dict)
    hours: dict[int | None, list[WeekdayHours]] = field(default_factory=dict)
    made: dict[Chain, WorkingCalendar] = field(default_factory=dict)


_kept: OrderedDict[Version, _Tables] = OrderedDict()


def working_calendar(agency_id: int | None) -> WorkingCalendar:
    """When an agency works, by its own hours and days or those above; None: the province's own.

    Kept until somebody changes a calendar or the structure; two queries to find out.
    """
    return _calendar_of(_chain(agency_id))


def agencies_with_own_calendar(on: date) -> frozenset[int]:
    """The agencies living on this day whose calendar may differ from the province's own."""
    tables = _tables()
    places = {place for place in (*tables.days, *tables.hours) if place is not None}
    structure = structure_on(on)
    return frozenset().union(*(structure.below(place) for place in places))


def _calendar_of(chain: Chain) -> WorkingCalendar:
    tables = _tables()
    own = tuple(place for place in chain if place in tables.days or place in tables.hours)
    found = tables.made.get(own)
    if found is None:
        found = tables.made[own] = _make(own, tables)
    return found


def _make(chain: Chain, tables: _Tables) -> WorkingCalendar:
    """Nearest hours first; of special days the nearest outweighs, so it comes last."""
    hours = OFFICE_WEEK
    days: list[calendar.SpecialDay] = []
    for place in reversed(chain):
        hours = laid_over(tables.hours.get(place, ()), hours)
        days += tables.days.get(place, ())
    return calendar.vietnamese_calendar(hours=hours, special_days=days)


def _chain(agency_id: int | None) -> Chain:
    if agency_id is None:
        return (None,)
    above = structure_on(clock.today()).above(agency_id)
    return (agency_id, *(card.id for card in above), None)


def _tables() -> _Tables:
    version = calendar_version()
    found = _kept.get(version)
    if found is None:
        found = _kept[version] = _read()
        while len(_kept) > _KEPT_VERSIONS:
            _kept.popitem(last=False)
    return found


def _read() -> _Tables:
    tables = _Tables()
    for row in SpecialDay.objects.order_by("on", "pk"):
        special = calendar.SpecialDay(row.on, SpecialKind(row.kind), row.reason)
        tables.days.setdefault(row.agency_id, []).append(special)
    for hours in AgencyHours.objects.order_by("effective_from", "weekday", "opens"):
        shift = WeekdayHours(
            weekday=hours.weekday,
            shift=Shift(hours.opens, hours.closes),
            effective_from=hours.effective_from,
            effective_to=hours.effective_to,
        )
        tables.hours.setdefault(hours.agency_id, []).append(shift)
    return tables
