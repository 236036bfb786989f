"""The curve of open tasks after a letter, against examples counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.urging.rules.effect import (
    Step,
    Watched,
    median_days,
    open_share_on,
    share_done,
    survival,
)

# Ten tasks: done after 2, 2, 3, 5, 8 days; still open when last seen after 3, 5, 6, 10, 10 days.
TEN = [
    *(Watched(days, is_done=True) for days in (2, 2, 3, 5, 8)),
    *(Watched(days, is_done=False) for days in (3, 5, 6, 10, 10)),
]


def test_the_curve_is_the_one_counted_by_hand() -> None:
    assert survival(TEN) == [
        Step(2, 10, 2, Fraction(8, 10)),
        Step(3, 8, 1, Fraction(7, 10)),  # 8/10 · 7/8
        Step(5, 6, 1, Fraction(7, 12)),  # 7/10 · 5/6
        Step(8, 3, 1, Fraction(7, 18)),  # 7/12 · 2/3
    ]


def test_half_is_done_on_the_first_day_the_curve_is_at_or_below_a_half() -> None:
    assert median_days(survival(TEN)) == 8


def test_without_open_tasks_the_curve_is_the_plain_share() -> None:
    steps = survival(Watched(days, is_done=True) for days in (1, 2, 3, 4))

    assert [step.still_open for step in steps] == [
        Fraction(3, 4),
        Fraction(1, 2),
        Fraction(1, 4),
        Fraction(0),
    ]
    assert median_days(steps) == 2


def test_nothing_done_is_a_flat_line_without_median() -> None:
    steps = survival([Watched(4, is_done=False), Watched(9, is_done=False)])

    assert steps == []
    assert median_days(steps) is None
    assert open_share_on(steps, 100) == 1


def test_done_on_the_day_of_the_letter_counts_as_day_nought() -> None:
    assert survival([Watched(0, is_done=True)]) == [Step(0, 1, 1, Fraction(0))]


def test_nothing_watched_has_no_share() -> None:
    assert share_done([], 20) is None
    assert share_done(TEN, 5) == Fraction(5, 12)


watched = st.lists(
    st.builds(Watched, days=st.integers(0, 60), is_done=st.booleans()), min_size=1, max_size=60
)


@given(watched)
def test_the_curve_only_falls_and_stays_between_all_and_none(people: list[Watched]) -> None:
    shares = [step.still_open for step in survival(people)]

    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share < 1 for share in shares)
    assert sum(step.done for step in survival(people)) == sum(one.is_done for one in people)


@given(watched)
def test_watching_longer_never_makes_letters_look_worse(people: list[Watched]) -> None:
    """The share done is at least what a naive count of those done says."""
    done = Fraction(sum(one.is_done for one in people), len(people))

    found = share_done(people, 60)

    assert found is not None
    assert found >= done


@pytest.mark.parametrize(("day", "share"), [(0, 1), (2, Fraction(4, 5)), (7, Fraction(7, 12))])
def test_the_share_open_is_that_of_the_last_step(day: int, share: Fraction) -> None:
    assert open_share_on(survival(TEN), day) == share
