"""Calendars for the tests."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from cchc.platform.calendar import (
    Shift,
    SpecialDay,
    SpecialKind,
    WorkingCalendar,
    vietnamese_calendar,
    week,
)

OFFICE = vietnamese_calendar(years=range(2014, 2029))

SHIFT_SETS = [
    (),
    (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17))),
    (Shift(time(8), time(16, 30)),),
    (Shift(time(7), time(11)),),
    (Shift(time(13), time(17)), Shift(time(18), time(20))),
]

days = st.dates(date(2015, 1, 1), date(2027, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Any week with at least one full weekday, a few holidays and special days."""
    shifts = {weekday: draw(st.sampled_from(SHIFT_SETS)) for weekday in range(7)}
    shifts[draw(st.integers(0, 6))] = SHIFT_SETS[1]
    special = draw(st.dictionaries(days, st.sampled_from(SpecialKind), max_size=40))
    return WorkingCalendar(
        hours=week(shifts),
        holidays=dict.fromkeys(draw(st.sets(days, max_size=40)), "lễ"),
        swapped=dict.fromkeys(draw(st.sets(days, max_size=10)), "bù"),
        special_days={day: SpecialDay(day, kind) for day, kind in special.items()},
    )
