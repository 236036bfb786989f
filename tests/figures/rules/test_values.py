"""Numbers are put together from sums, never from one another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.figures.rules.kinds import FigureKind
from cchc.modules.figures.rules.value import (
    NotAddable,
    Sums,
    count,
    median_of,
    rounded_to,
    share,
    total_of,
    value_from,
)

ON = date(2019, 10, 15)
shares = st.integers(0, 50).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@given(st.lists(shares, max_size=8))
def test_a_rate_of_all_is_over_all_and_never_a_mean_of_rates(
    pairs: list[tuple[int, int]],
) -> None:
    whole = total_of(share(part, of) for part, of in pairs)
    value = value_from(FigureKind.RATE, whole, counted_on=ON, decimals=1)

    due = sum(of for _part, of in pairs)
    assert value.denominator == due
    if due == 0:
        assert value.amount is None
    else:
        done = sum(part for part, _of in pairs)
        assert value.amount == rounded_to(Decimal(done) * 100 / due, 1)
        assert 0 <= value.amount <= 100


def test_the_rate_that_a_province_reported_is_found_again() -> None:
    """R01: 16.051 on time of 16.274 that fell due is 98,62 %, not a share of all 21.914."""
    value = value_from(FigureKind.RATE, share(16_051, 16_051 + 223), counted_on=ON, decimals=2)

    assert value.amount == Decimal("98.63")


@given(st.lists(st.integers(0, 10_000), max_size=10))
def test_counts_add_up(numbers: list[int]) -> None:
    whole = total_of(count(number) for number in numbers)

    assert value_from(FigureKind.COUNT, whole, counted_on=ON).amount == sum(numbers)


def test_a_mean_is_a_sum_over_a_number() -> None:
    sums = Sums(Decimal(30), 2) + Sums(Decimal(0), 1)

    assert value_from(FigureKind.MEAN, sums, counted_on=ON, decimals=1).amount == Decimal("10.0")
    nothing = value_from(FigureKind.MEAN, Sums(), counted_on=ON)
    assert nothing.amount is None


def test_a_median_has_no_parts() -> None:
    half = Sums(denominator=3, middle=Decimal(4))

    assert value_from(FigureKind.MEDIAN, half, counted_on=ON).amount == 4
    with pytest.raises(NotAddable):
        total_of([half, half])
    with pytest.raises(NotAddable):
        Sums() + half


@given(st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=9))
def test_half_lie_on_each_side_of_the_middle(amounts: list[Decimal]) -> None:
    middle = median_of(amounts)

    assert middle is not None
    assert sum(a < middle for a in amounts) <= len(amounts) / 2
    assert sum(a > middle for a in amounts) <= len(amounts) / 2


def test_nothing_has_no_middle() -> None:
    assert median_of([]) is None
