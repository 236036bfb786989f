"""Who answers for which days, and who stands where."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.dashboards.rules.comparing import in_order, is_better
from cchc.modules.dashboards.rules.terms import WHOLE, Term, term_of

STARTS, ENDS = date(2019, 1, 1), date(2019, 12, 31)
offsets = st.integers(min_value=-800, max_value=800)


def test_a_head_of_many_years_answers_for_the_whole_period() -> None:
    assert term_of(date(2015, 3, 1), None, starts_on=STARTS, ends_on=ENDS) == WHOLE
    assert WHOLE.is_whole


def test_a_head_who_took_over_answers_from_that_day_on() -> None:
    found = term_of(date(2019, 7, 1), None, starts_on=STARTS, ends_on=ENDS)

    assert found == Term(since=date(2019, 7, 1))
    assert not found.is_whole


def test_who_left_before_or_came_after_answers_for_nothing() -> None:
    assert term_of(date(2010, 1, 1), date(2018, 12, 31), starts_on=STARTS, ends_on=ENDS) is None
    assert term_of(date(2020, 1, 1), None, starts_on=STARTS, ends_on=ENDS) is None


@given(st.lists(offsets, min_size=1, max_size=5, unique=True), st.integers(0, 364))
def test_heads_who_follow_one_another_share_out_every_day_once(cuts: list[int], asked: int) -> None:
    begins = sorted(STARTS + timedelta(days=offset) for offset in cuts)
    ends = [day - timedelta(days=1) for day in begins[1:]]
    terms = [
        term_of(since, until, starts_on=STARTS, ends_on=ENDS)
        for since, until in zip(begins, [*ends, None], strict=True)
    ]
    day = STARTS + timedelta(days=asked)
    holders = sum(
        term is not None and (term.since or STARTS) <= day <= (term.until or ENDS) for term in terms
    )

    assert holders == (1 if day >= begins[0] else 0)


def test_better_depends_on_what_is_counted() -> None:
    assert is_better(Decimal(90), Decimal(80), is_more_better=True) is True
    assert is_better(Decimal(90), Decimal(80), is_more_better=False) is False
    assert is_better(Decimal(80), Decimal(80), is_more_better=True) is None


def test_who_has_no_number_stands_last_both_ways() -> None:
    rows = [Decimal(2), None, Decimal(1), Decimal(3)]

    up = in_order(rows, lambda row: row, is_descending=False)
    assert up == [Decimal(1), Decimal(2), Decimal(3), None]
    down = in_order(rows, lambda row: row, is_descending=True)
    assert down == [Decimal(3), Decimal(2), Decimal(1), None]
