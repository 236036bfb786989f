"""The public holidays and the exchanged days of Vietnam."""

from datetime import date

import pytest

from cchc.platform.calendar import (
    explain_day,
    swapped_working_days,
    vietnamese_holidays,
)
from tests.platform.calendar.calendars import OFFICE

EXCHANGED = {
    date(2015, 2, 14): date(2015, 2, 16),
    date(2015, 4, 25): date(2015, 4, 29),
    date(2019, 1, 5): date(2018, 12, 31),
    date(2019, 5, 4): date(2019, 4, 29),
    date(2024, 5, 4): date(2024, 4, 29),
    date(2025, 4, 26): date(2025, 5, 2),
    date(2026, 1, 10): date(2026, 1, 2),
    date(2026, 8, 22): date(2026, 8, 31),
}


def test_the_exchanged_days_of_2015_to_2027():
    assert set(swapped_working_days(range(2015, 2028))) == set(EXCHANGED)


@pytest.mark.parametrize(("worked", "off"), EXCHANGED.items())
def test_each_exchanged_day_names_the_other(worked, off):
    assert f"{off:%d/%m/%Y}" in swapped_working_days([worked.year])[worked]
    assert f"{worked:%d/%m/%Y}" in vietnamese_holidays([off.year])[off]
    assert worked.weekday() == 5
    assert off.weekday() < 5


def test_a_year_asked_alone_has_the_exchange_of_its_neighbour():
    assert date(2019, 1, 5) in swapped_working_days([2019])
    assert date(2018, 12, 31) in vietnamese_holidays([2018])
    assert date(2018, 12, 31) not in vietnamese_holidays([2019])


@pytest.mark.parametrize("year", range(2015, 2028))
def test_every_year_has_tet_the_kings_and_the_fixed_days(year):
    found = vietnamese_holidays([year])

    assert {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)} <= set(found)
    assert sum("Tết" in name for name in found.values()) >= 6
    assert any("Hùng Vương" in name for name in found.values())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2019-05-03", "Thứ sáu, ngày làm việc"),
        ("2019-05-04", "Làm bù cho ngày 29/04/2019"),
        ("2019-04-29", "Nghỉ hoán đổi, làm bù ngày 04/05/2019"),
        ("2019-05-01", "Nghỉ lễ: Ngày Quốc tế Lao động"),
        ("2019-05-05", "Chủ nhật, ngày nghỉ hằng tuần"),
    ],
)
def test_each_day_says_why(day, words):
    assert explain_day(OFFICE, date.fromisoformat(day)).reason == words
