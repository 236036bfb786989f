"""Public holidays of Vietnam and the weekdays that the government exchanges for Saturdays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cchc.platform.calendar.hours import OFFICE_WEEK, WeekdayHours
from cchc.platform.calendar.working import SpecialDay, WorkingCalendar

KNOWN_YEARS = range(2010, 2041)
"""The years that a calendar of the platform covers unless told otherwise."""

MISSING_SWAPS = {date(2026, 1, 2): date(2026, 1, 10)}
"""Weekday off → Saturday worked, where the library (0.109) does not know of the exchange yet.

2/1/2026: agreed by the government and announced by the Ministry of Home Affairs on 25/12/2025.
"""


_EXCHANGED = re.compile(r"thay cho ngày (\d{1,2})/(\d{1,2})/(\d{4})")


class _Year(NamedTuple):
    days_off: Mapping[date, str]
    days_worked: Mapping[date, str]


def vietnamese_holidays(years: Iterable[int]) -> dict[date, str]:
    """The days off of these years with their names, days in lieu and exchanged weekdays included.

    Bộ luật Lao động 2019, Điều 112 and its forerunners; the Saturdays worked in exchange are in
    `swapped_working_days`.
    """
    return {day: name for year in years for day, name in _year(year).days_off.items()}


def swapped_working_days(years: Iterable[int]) -> dict[date, str]:
    """The Saturdays worked in exchange for a weekday off in these years, with the reason."""
    return {day: name for year in years for day, name in _year(year).days_worked.items()}


def vietnamese_calendar(
    *,
    years: Iterable[int] = KNOWN_YEARS,
    hours: tuple[WeekdayHours, ...] = OFFICE_WEEK,
    special_days: Iterable[SpecialDay] = (),
) -> WorkingCalendar:
    """The calendar of a state office; of two special days on one date the later one counts."""
    covered = tuple(years)
    return WorkingCalendar(
        hours=hours,
        holidays=vietnamese_holidays(covered),
        swapped=swapped_working_days(covered),
        special_days={special.on: special for special in special_days},
    )


@lru_cache(maxsize=256)
def _year(year: int) -> _Year:
    """A year of the library, read with its neighbours: an exchange may cross the new year."""
    import holidays  # a third of a second: only for who counts days

    found = holidays.country_holidays("VN", years=[year - 1, year, year + 1], language="vi")
    swaps = {day: _worked_instead(name) for day, name in found.items()} | MISSING_SWAPS
    days_off = {day: name for day, name in found.items() if day.year == year}
    for off, worked in swaps.items():
        if worked is not None and off.year == year:
            days_off[off] = f"Nghỉ hoán đổi, làm bù ngày {worked:%d/%m/%Y}"
    days_worked = {
        worked: f"Làm bù cho ngày {off:%d/%m/%Y}"
        for off, worked in swaps.items()
        if worked is not None and worked.year == year
    }
    return _Year(days_off, days_worked)


def _worked_instead(name: str) -> date | None:
    """The Saturday that the library names in the label of an exchanged weekday."""
    match = _EXCHANGED.search(name)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    return date(year, month, day)
