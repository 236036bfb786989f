"""Money of tasks: amounts, what they are for, and where they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs.understanding.money import LUMP_SUM, funding_source, read_money
from cchc.officialdocs.understanding.times import read_time


@pytest.mark.parametrize(
    ("text", "vnd"),
    [
        ("40 tr", 40_000_000),
        ("70tr", 70_000_000),
        ("80 triệu đồng", 80_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1 tỷ 500 triệu", 1_500_000_000),
        ("1.500.000.000 đồng", 1_500_000_000),
        ("1.200 triệu đồng", 1_200_000_000),
        ("1.234,5 triệu", 1_234_500_000),
        ("12.5 tr", 12_500_000),
        ("3.000 đồng", 3_000),
        ("05 trđ", 5_000_000),
        ("50.000.000", 50_000_000),
    ],
)
def test_an_amount_is_read_in_dong(text: str, vnd: int) -> None:
    budget = read_money(text)

    assert budget.vnd == budget.total_vnd == vnd
    assert budget.basis == LUMP_SUM
    assert not budget.total_is_derived


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("50tr/huyện", "mỗi huyện"),
        ("5 triệu đồng/xã", "mỗi xã"),
        ("500.000đ/người", "mỗi người"),
        ("2 triệu mỗi lớp", "mỗi lớp"),
    ],
)
def test_an_amount_for_each_has_no_total_while_their_number_is_unknown(
    text: str, basis: str
) -> None:
    budget = read_money(text, year=2019)

    assert budget.basis == basis
    assert budget.total_vnd is None
    assert budget.note


@pytest.mark.parametrize(
    ("text", "time", "total"),
    [
        ("05tr/kỳ", "Mỗi tháng 02 kỳ", 120_000_000),
        ("05 tr/kỳ", "hai tháng 01 kỳ", 30_000_000),
        ("05 tr/tháng", "Mỗi tháng một kỳ", 60_000_000),
        ("10 tr/quý", "Hằng quý", 40_000_000),
    ],
)
def test_a_total_that_follows_from_the_rhythm_is_marked_as_derived(
    text: str, time: str, total: int
) -> None:
    budget = read_money(text, time=read_time(time, year=2019, period=None), year=2019)

    assert budget.total_vnd == total
    assert budget.total_is_derived


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("NS tỉnh", "NS tỉnh"),
        ("NS Nhà nước", "NS Nhà nước"),
        ("Chi thường xuyên hoặc nguồn vốn hợp pháp khác (nếu có)",) * 2,
        ("Đầu tư công", "Đầu tư công"),
        ("Kinh phí tự chủ", None),
        ("Kinh phí kiểm tra", None),
        ("Theo quy định", None),
        ("Không", None),
    ],
)
def test_words_without_an_amount_are_no_money_but_may_name_a_source(
    text: str, source: str | None
) -> None:
    budget = read_money(text)

    assert budget.vnd is budget.total_vnd is None
    assert budget.note
    assert funding_source(text) == budget.funding_source == source


def test_a_bare_number_takes_the_unit_of_its_column() -> None:
    assert read_money("1.250", unit="Kinh phí (triệu đồng)").vnd == 1_250_000_000
    assert read_money("250", unit="Kinh phí").vnd is None
    assert read_money("250", unit="Kinh phí").doubt


def test_several_amounts_are_added_only_with_a_doubt() -> None:
    budget = read_money("Ngân sách tỉnh: 50 triệu đồng; ngân sách huyện: 20 triệu đồng")

    assert budget.vnd == 70_000_000
    assert budget.doubt


def test_amounts_for_different_things_are_never_added() -> None:
    budget = read_money("50 triệu đồng; 5 triệu đồng/xã")

    assert budget.vnd == 50_000_000
    assert budget.doubt


def test_an_amount_beyond_reason_is_not_believed() -> None:
    budget = read_money("99999999999999 tỷ")

    assert budget.vnd is None
    assert budget.doubt


@given(st.text(alphabet="0123456789.,/ trtriệutỷđồnghuyệnkỳNS-", max_size=60))
def test_any_words_give_a_budget_that_holds_together(text: str) -> None:
    budget = read_money(text, year=2025)

    assert (budget.vnd is None) == (budget.basis is None)
    assert budget.vnd is None or budget.vnd >= 0
    if budget.basis == LUMP_SUM:
        assert budget.total_vnd == budget.vnd
    if budget.total_is_derived:
        assert budget.basis != LUMP_SUM
