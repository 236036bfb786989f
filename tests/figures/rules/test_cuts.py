"""Cuts are only ever narrowed, and are kept as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.figures.rules.cut import (
    Cut,
    days_of,
    from_json,
    key_of,
    month_key,
    quarter_key,
    to_json,
)
from cchc.modules.figures.rules.kinds import DatedBy, Dimension

DAY = date(2019, 1, 1)
days = st.integers(0, 1500).map(lambda offset: DAY + timedelta(days=offset))
ids = st.frozensets(st.integers(1, 6), max_size=4)
cuts = st.builds(
    Cut,
    agency_ids=st.none() | ids,
    year=st.none() | st.integers(2015, 2025),
    since=st.none() | days,
    until=st.none() | days,
    is_undated=st.booleans(),
    dated_by=st.sampled_from(DatedBy),
    area=st.none() | st.sampled_from(["", "DIGITAL"]),
    source_id=st.none() | st.integers(1, 9),
    obligation=st.sampled_from(["", "LEAD"]),
)
keys = {
    Dimension.AGENCY: st.integers(1, 9).map(str),
    Dimension.AREA: st.sampled_from(["", "DIGITAL", "STEERING"]),
    Dimension.SOURCE: st.integers(1, 9).map(str),
    Dimension.OBLIGATION: st.sampled_from(["LEAD", "COORDINATING"]),
    Dimension.MONTH: days.map(month_key) | st.just(""),
    Dimension.QUARTER: days.map(quarter_key) | st.just(""),
}
parts = st.sampled_from(Dimension).flatmap(lambda by: st.tuples(st.just(by), keys[by]))


@given(cuts)
def test_a_cut_that_was_kept_is_the_same_cut(cut: Cut) -> None:
    assert from_json(to_json(cut)) == cut
    assert key_of(from_json(to_json(cut))) == key_of(cut)


@given(cuts, parts)
def test_a_part_asks_for_no_more_than_the_whole(cut: Cut, part: tuple[Dimension, str]) -> None:
    narrow = cut.narrowed(*part)

    assert cut.asks <= narrow.asks
    if cut.agency_ids is not None:
        assert narrow.agency_ids is not None
        assert narrow.agency_ids <= cut.agency_ids
    if cut.since is not None:
        assert (narrow.since or date.min) >= cut.since
    if cut.until is not None:
        assert (narrow.until or date.max) <= cut.until


@given(cuts, st.frozensets(st.sampled_from(Dimension)))
def test_what_a_figure_cannot_be_cut_by_is_taken_away(cut: Cut, gone: frozenset[Dimension]) -> None:
    assert cut.without(gone).asks == cut.asks - gone


@given(days)
def test_a_key_of_time_holds_its_day(day: date) -> None:
    for key in (month_key(day), quarter_key(day)):
        first, last = days_of(key)
        assert first <= day <= last
        assert (month_key(first), quarter_key(last))[0] == month_key(first)
    assert days_of("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert days_of("2019-Q4") == (date(2019, 10, 1), date(2019, 12, 31))


def test_a_key_that_is_none_is_refused() -> None:
    for by, key in ((Dimension.AGENCY, "x"), (Dimension.MONTH, "2019-13"), (Dimension.SOURCE, "")):
        with pytest.raises(ValueError, match=r".*"):
            Cut().narrowed(by, key)


def test_days_are_only_taken_from_days() -> None:
    year = Cut(year=2019)
    third = year.within(date(2019, 7, 1), date(2019, 9, 30))

    assert third.within(date(2019, 8, 15), None) == replace(third, since=date(2019, 8, 15))
    assert third.within(date(2019, 1, 1), date(2019, 12, 31)) == third
    assert third.has_days
    assert not year.has_days
