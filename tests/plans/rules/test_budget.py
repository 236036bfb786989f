"""Sums that never mix what is per district with totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.budget import BudgetLine, sum_lines

LINES = [
    BudgetLine("1.b", "50tr/huyện", 50_000_000, "mỗi huyện", None, source="NS huyện"),
    BudgetLine("1.c", "05tr/kỳ", 5_000_000, "mỗi kỳ", 120_000_000, True, "NS tỉnh"),
    BudgetLine("1.đ", "40 tr", 40_000_000, "trọn gói", 40_000_000, source="NS tỉnh"),
    BudgetLine("2.a", "Kinh phí tự chủ", None, "", None),
]


def test_an_amount_for_each_district_stands_beside_the_sum() -> None:
    found = sum_lines(LINES)

    assert found.total == 160_000_000
    assert found.derived == 120_000_000
    assert [line.code for line in found.not_counted] == ["1.b"]
    assert found.by_source == (("NS tỉnh", 160_000_000),)
    assert (found.counted_count, found.unpriced_count) == (2, 1)


@given(
    st.lists(
        st.builds(
            BudgetLine,
            code=st.text(max_size=3),
            text=st.just(""),
            amount=st.one_of(st.none(), st.integers(0, 10**12)),
            basis=st.just("mỗi huyện"),
            total=st.none(),
        )
    )
)
def test_without_totals_there_is_no_sum(lines: list[BudgetLine]) -> None:
    found = sum_lines(lines)

    assert found.total == 0
    assert len(found.not_counted) + found.unpriced_count == len(lines)
