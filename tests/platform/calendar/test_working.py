"""Which days an office works."""

from dataclasses import replace
from datetime import date, time

import pytest

from cchc.platform.calendar import (
    OFFICE_WEEK,
    Shift,
    SpecialDay,
    SpecialKind,
    WeekdayHours,
    WorkingCalendar,
    is_working_day,
    vietnamese_calendar,
    week,
    with_special_days,
)
from tests.platform.calendar.calendars import OFFICE

MORNING = Shift(time(7, 30), time(11, 30))
AFTERNOON = Shift(time(13, 30), time(17))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param("2019-10-15", True, id="an ordinary Tuesday"),
        pytest.param("2019-10-19", False, id="a Saturday"),
        pytest.param("2019-10-20", False, id="a Sunday"),
        pytest.param("2019-04-30", False, id="the day of victory"),
        pytest.param("2019-04-15", False, id="in lieu of the Hung Kings' Sunday"),
        pytest.param("2019-04-29", False, id="a Monday exchanged for a Saturday"),
        pytest.param("2019-05-04", True, id="the Saturday worked for it"),
        pytest.param("2018-12-31", False, id="exchanged over the new year"),
        pytest.param("2019-01-05", True, id="and its Saturday in the next year"),
        pytest.param("2026-01-02", False, id="an exchange that the library lacks"),
        pytest.param("2026-01-10", True, id="and its Saturday"),
        pytest.param("2021-09-03", False, id="the second day of the national holiday"),
    ],
)
def test_an_office_keeps_the_public_holidays_and_the_exchanged_days(day, works):
    assert is_working_day(OFFICE, date.fromisoformat(day)) is works


def test_an_exchanged_saturday_is_worked_as_a_whole_weekday():
    with_saturday_mornings = replace(
        vietnamese_calendar(years=[2019]), hours=(*OFFICE_WEEK, WeekdayHours(5, MORNING))
    )

    assert with_saturday_mornings.shifts_on(date(2019, 5, 4)) == (MORNING, AFTERNOON)
    assert with_saturday_mornings.shifts_on(date(2019, 5, 11)) == (MORNING,)


@pytest.mark.parametrize(
    ("kind", "shifts"),
    [
        (SpecialKind.CLOSED, ()),
        (SpecialKind.WORKING, (MORNING, AFTERNOON)),
        (SpecialKind.MORNING_ONLY, (MORNING,)),
        (SpecialKind.AFTERNOON_ONLY, (AFTERNOON,)),
    ],
)
@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2019, 10, 15), id="weekday"),
        pytest.param(date(2019, 10, 19), id="Saturday"),
        pytest.param(date(2019, 9, 2), id="holiday"),
        pytest.param(date(2019, 5, 4), id="exchanged Saturday"),
    ],
)
def test_the_administrators_table_outweighs_all_else(day, kind, shifts):
    calendar = with_special_days(OFFICE, [SpecialDay(day, kind, "lý do")])

    assert calendar.shifts_on(day) == shifts


def test_the_agencys_day_outweighs_the_provinces():
    day = date(2019, 10, 15)
    calendar = vietnamese_calendar(
        years=[2019],
        special_days=[
            SpecialDay(day, SpecialKind.CLOSED),
            SpecialDay(day, SpecialKind.MORNING_ONLY),
        ],
    )

    assert calendar.shifts_on(day) == (MORNING,)


def test_hours_change_on_a_date():
    calendar = WorkingCalendar(
        hours=(
            WeekdayHours(1, MORNING, effective_to=date(2019, 10, 15)),
            WeekdayHours(1, AFTERNOON, effective_from=date(2019, 10, 16)),
        )
    )

    assert calendar.shifts_on(date(2019, 10, 15)) == (MORNING,)
    assert calendar.shifts_on(date(2019, 10, 22)) == (AFTERNOON,)


def test_the_version_follows_from_what_decides():
    same = WorkingCalendar(holidays={date(2019, 9, 2): "Quốc khánh"})

    assert same.version == WorkingCalendar(holidays={date(2019, 9, 2): "Lễ"}).version
    assert (
        len(
            {
                same.version,
                WorkingCalendar().version,
                WorkingCalendar(hours=week({0: (MORNING,)})).version,
                WorkingCalendar(swapped={date(2019, 9, 2): ""}).version,
                with_special_days(same, [SpecialDay(date(2019, 9, 3), SpecialKind.CLOSED)]).version,
                with_special_days(
                    same, [SpecialDay(date(2019, 9, 3), SpecialKind.WORKING)]
                ).version,
            }
        )
        == 6
    )
    assert WorkingCalendar(version="3").version == "3"
