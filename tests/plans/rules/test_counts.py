"""Counting and the rate."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.counts import Counts, counts_of, percent, sum_counts
from cchc.modules.plans.rules.standing import standing_of
from cchc.modules.plans.rules.timeliness import Timeliness

numbers = st.dictionaries(st.sampled_from(sorted(Timeliness)), st.integers(0, 10_000))


def test_the_rate_is_over_what_has_fallen_due() -> None:
    counts = Counts(done_on_time=14_068, done_late=1_983, overdue=223, not_due=5_640)

    assert counts.done == 16_051
    assert counts.fallen_due == 16_274
    assert counts.rate == Decimal("86.4")
    assert counts.open_in_time == 5_640
    assert counts.total == 21_914


def test_there_is_no_rate_of_nothing() -> None:
    assert Counts(waiting=3, continuous=4, awaiting=2).rate is None
    assert percent(0, 0) is None


def test_halves_are_rounded_up() -> None:
    assert percent(1, 2_000) == Decimal("0.1")


@given(numbers)
def test_what_is_counted_falls_into_due_and_open(table: dict[str, int]) -> None:
    counts = counts_of(table)

    assert counts.fallen_due + counts.open_in_time == counts.total
    assert counts.total + counts.not_counted == sum(table.values())
    if counts.rate is not None:
        assert 0 <= counts.rate <= 100


@given(st.lists(numbers, max_size=4))
def test_a_sum_counts_every_part(tables: list[dict[str, int]]) -> None:
    parts = [counts_of(table) for table in tables]

    whole = sum_counts(parts)

    assert all(whole.of(one) == sum(part.of(one) for part in parts) for one in Timeliness)


@given(numbers)
def test_many_stand_as_their_most_pressing(table: dict[str, int]) -> None:
    standing = standing_of(counts_of(table))

    assert table.get(standing, 0) or not any(table.values())
    if table.get(Timeliness.OVERDUE):
        assert standing is Timeliness.OVERDUE
