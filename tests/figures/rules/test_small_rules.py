"""Targets, opening hours, codes, and the catalogue's headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.figures.queries.sources import SmallSource, figure_of, register_source
from cchc.modules.figures.rules.cut import Cut
from cchc.modules.figures.rules.figure import FigureTwice, UnknownFigure, by_group
from cchc.modules.figures.rules.kinds import Dimension
from cchc.modules.plans.figures import FIGURES
from cchc.modules.plans.rules.figure_codes import COUNTED_OVER, FROM_COUNTS, NUMERATORS, FigureCode
from cchc.modules.plans.rules.kinds import Comparator
from cchc.modules.plans.rules.opening_hours import open_time
from cchc.modules.plans.rules.targets import is_reached
from cchc.platform.access import NotVisible
from cchc.platform.calendar import VIETNAM, vietnamese_calendar, working_minutes_between

CALENDAR = vietnamese_calendar()
OFFICE = open_time(CALENDAR, (2019, 2020))
FIRST = datetime(2019, 1, 1, tzinfo=VIETNAM)
moments = st.integers(0, 600 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


@given(moments, moments)
def test_open_time_is_what_the_calendar_counts(one: datetime, other: datetime) -> None:
    since, until = sorted((one, other))
    seconds = OFFICE.seconds_until(until) - OFFICE.seconds_until(since)

    assert seconds // 60 == working_minutes_between(CALENDAR, since, until)


def test_before_the_first_opening_nothing_was_open() -> None:
    assert OFFICE.seconds_until(FIRST - timedelta(days=400)) == 0


@pytest.mark.parametrize(
    ("comparator", "measured", "reached"),
    [
        (Comparator.AT_LEAST, 90, True),
        (Comparator.AT_LEAST, 89, False),
        (Comparator.MORE_THAN, 90, False),
        (Comparator.MORE_THAN, 91, True),
        (Comparator.AT_MOST, 90, True),
        (Comparator.AT_MOST, 91, False),
        (Comparator.LESS_THAN, 90, False),
        (Comparator.LESS_THAN, 89, True),
        (Comparator.EQUAL, 95, True),
        (Comparator.EQUAL, 89, False),
    ],
)
def test_a_target_is_reached_as_its_sign_says(
    comparator: Comparator, measured: int, reached: bool
) -> None:
    assert is_reached(Decimal(measured), comparator, Decimal(90)) is reached


def test_every_code_is_described_once_and_explained() -> None:
    assert [figure.code for figure in FIGURES] == list(FigureCode)
    for figure in FIGURES:
        assert figure.explanation, figure.code
        assert bool(figure.denominator) is figure.has_denominator, figure.code
        assert figure.module == "plans"


def test_what_is_counted_from_states_is_listed_by_states() -> None:
    assert set(FROM_COUNTS) <= set(COUNTED_OVER)
    for code, numerator in NUMERATORS.items():
        assert numerator < COUNTED_OVER[code]


def test_an_unknown_figure_is_not_there() -> None:
    with pytest.raises(UnknownFigure):
        figure_of("nothing.at_all")
    assert issubclass(UnknownFigure, NotVisible)


def test_a_code_belongs_to_one_figure() -> None:
    other = replace(FIGURES[0], name="Khác")

    with pytest.raises(FigureTwice):
        register_source(SmallSource(other, lambda asked, by: {}, lambda asked, part: []))
    assert figure_of(FIGURES[0].code) is FIGURES[0]


def test_figures_stand_under_their_headings() -> None:
    groups = by_group(FIGURES)

    assert groups[0][0] == "Tình hình thực hiện"
    assert sum(len(figures) for _name, figures in groups) == len(FIGURES)


def test_a_figure_fits_what_it_can_be_cut_by() -> None:
    entry = next(figure for figure in FIGURES if figure.code == FigureCode.ENTRY_DAYS)

    assert entry.fits(Cut(year=2019, since=date(2019, 1, 1)))
    assert not entry.fits(Cut(area="DIGITAL"))
    assert Dimension.SOURCE not in entry.dimensions
