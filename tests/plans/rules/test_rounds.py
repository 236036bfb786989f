"""The rounds of recurring work."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.kinds import Freq
from cchc.modules.plans.rules.rounds import Anchor, Rhythm, rounds_between

START, END = date(2019, 1, 1), date(2019, 12, 31)


def dues(rhythm: Rhythm, start: date = START, end: date = END) -> list[str]:
    return [one.due_on.isoformat() for one in rounds_between(start, end, rhythm)]


def labels(rhythm: Rhythm, start: date = START, end: date = END) -> list[str]:
    return [one.label for one in rounds_between(start, end, rhythm)]


def test_twice_a_month_splits_on_the_fifteenth() -> None:
    found = rounds_between(START, END, Rhythm((Freq.MONTHLY,), times=2))

    assert len(found) == 24
    assert [one.due_on for one in found[:4]] == [
        date(2019, 1, 15),
        date(2019, 1, 31),
        date(2019, 2, 15),
        date(2019, 2, 28),
    ]
    assert found[2].label == "Kỳ 1 tháng 02/2019"
    assert found[3].starts_on == date(2019, 2, 16)


@pytest.mark.parametrize(
    ("rhythm", "count", "first", "last"),
    [
        pytest.param(Rhythm((Freq.WEEKLY,)), 52, "2019-01-06", "2019-12-29", id="weekly"),
        pytest.param(Rhythm((Freq.MONTHLY,)), 12, "2019-01-31", "2019-12-31", id="monthly"),
        pytest.param(
            Rhythm((Freq.MONTHLY,), every=2), 6, "2019-02-28", "2019-12-31", id="every two months"
        ),
        pytest.param(Rhythm((Freq.QUARTERLY,)), 4, "2019-03-31", "2019-12-31", id="quarterly"),
        pytest.param(Rhythm((Freq.SEMIANNUAL,)), 2, "2019-06-30", "2019-12-31", id="half-yearly"),
        pytest.param(Rhythm((Freq.YEARLY,)), 1, "2019-12-31", "2019-12-31", id="yearly"),
        pytest.param(
            Rhythm((Freq.WEEKLY,), every=2), 26, "2019-01-13", "2019-12-29", id="every two weeks"
        ),
    ],
)
def test_a_year_has_so_many_rounds(rhythm: Rhythm, count: int, first: str, last: str) -> None:
    found = dues(rhythm)

    assert (len(found), found[0], found[-1]) == (count, first, last)


def test_a_named_day_is_the_last_day_in_time() -> None:
    monthly = Rhythm((Freq.MONTHLY,), anchors=(Anchor(day=15),))

    assert dues(monthly)[:2] == ["2019-01-15", "2019-02-15"]


def test_before_a_day_ends_the_day_before() -> None:
    monthly = Rhythm((Freq.MONTHLY,), anchors=(Anchor(day=15),), is_exclusive=True)

    assert dues(monthly)[0] == "2019-01-14"


def test_the_last_month_of_the_quarter() -> None:
    quarterly = Rhythm((Freq.QUARTERLY,), anchors=(Anchor(day=20, is_last_month=True),))

    assert dues(quarterly) == ["2019-03-20", "2019-06-20", "2019-09-20", "2019-12-20"]


def test_two_days_named_in_each_month_are_two_rounds() -> None:
    twice = Rhythm((Freq.MONTHLY,), anchors=(Anchor(day=20), Anchor(day=5)))

    assert dues(twice)[:3] == ["2019-01-05", "2019-01-20", "2019-02-05"]


def test_a_day_that_the_month_lacks_is_its_last() -> None:
    assert dues(Rhythm((Freq.MONTHLY,), anchors=(Anchor(day=31),)))[1] == "2019-02-28"


def test_every_year_on_a_day() -> None:
    yearly = Rhythm((Freq.YEARLY,), anchors=(Anchor(month=11, day=30),))

    assert dues(yearly, date(2016, 1, 1), date(2018, 12, 31)) == [
        "2016-11-30",
        "2017-11-30",
        "2018-11-30",
    ]


def test_a_day_of_the_year_says_nothing_about_quarters() -> None:
    assert dues(Rhythm((Freq.QUARTERLY,), anchors=(Anchor(month=11, day=30),))) == []


def test_rounds_named_together_are_one_where_they_end_together() -> None:
    reports = Rhythm((Freq.QUARTERLY, Freq.SEMIANNUAL, Freq.YEARLY))

    assert labels(reports) == ["Quý I/2019", "6 tháng đầu năm 2019", "Quý III/2019", "Năm 2019"]


def test_every_two_months_are_named_by_both() -> None:
    assert labels(Rhythm((Freq.MONTHLY,), every=2))[:2] == ["Tháng 01–02/2019", "Tháng 03–04/2019"]


def test_a_week_is_named_by_its_days() -> None:
    assert labels(Rhythm((Freq.WEEKLY,)))[1] == "Tuần 07/01–13/01/2019"
    assert labels(Rhythm((Freq.SEMIANNUAL,)))[1] == "6 tháng cuối năm 2019"


def test_a_stretch_without_a_thursday_is_one_week() -> None:
    assert dues(Rhythm((Freq.WEEKLY,)), date(2019, 12, 30), date(2019, 12, 31)) == ["2019-12-31"]


@given(
    freq=st.sampled_from([f for f in Freq if f is not Freq.DAILY]),
    times=st.integers(1, 5),
    every=st.integers(1, 4),
    start=st.dates(date(2015, 1, 1), date(2022, 12, 31)),
    length=st.integers(0, 900),
)
def test_rounds_follow_one_another_inside_the_period(
    freq: Freq, times: int, every: int, start: date, length: int
) -> None:
    end = start + timedelta(days=length)

    found = rounds_between(start, end, Rhythm((freq,), times, every))

    assert all(start <= one.starts_on <= one.due_on <= end for one in found)
    assert [one.due_on for one in found] == sorted({one.due_on for one in found})
    assert all(a.due_on < b.starts_on for a, b in pairwise(found))
    assert all(one.label for one in found)
