"""Numbers of documents, products, proofs, reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.numbering import number_key
from cchc.modules.plans.rules.products import products_named
from cchc.modules.plans.rules.proving import (
    ProofProblem,
    ProofRefused,
    check_four_eyes,
    check_product,
    check_return,
)
from cchc.modules.plans.rules.refusals import WorkRefused, require_reason


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("272/KH-UBND", "272/kh-ubnd"),
        ("Số: 0134/KH-UBND", "134/kh-ubnd"),
        ("1389/QĐ – UBND - HC", "1389/qd-ubnd-hc"),
        ("", ""),
    ],
)
def test_numbers_are_compared_as_an_archivist_would(written: str, key: str) -> None:
    assert number_key(written) == key


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)


@pytest.mark.parametrize(
    ("written", "products"),
    [
        ("- Kế hoạch; - Báo cáo.", ["Kế hoạch", "Báo cáo"]),
        ("- Kế hoạch kiểm tra - Báo cáo kết quả", ["Kế hoạch kiểm tra", "Báo cáo kết quả"]),
        ("Quyết định phân cấp, ủy quyền", ["Quyết định phân cấp, ủy quyền"]),
        ("Báo cáo; Báo cáo", ["Báo cáo"]),
        ("", []),
    ],
)
def test_the_products_that_a_row_asks_for(written: str, products: list[str]) -> None:
    assert products_named(written) == products


def test_a_product_is_named_and_can_be_looked_at() -> None:
    check_product(name="Báo cáo", has_file=True, link="")
    check_product(name="Báo cáo", has_file=False, link="https://senhong.example/bao-cao")

    with pytest.raises(ProofRefused) as nameless:
        check_product(name=" ", has_file=True, link="")
    with pytest.raises(ProofRefused) as invisible:
        check_product(name="Báo cáo", has_file=False, link=" ")

    assert nameless.value.problem is ProofProblem.NO_PRODUCT_NAME
    assert invisible.value.problem is ProofProblem.NO_FILE_OR_LINK


def test_nobody_accepts_their_own_work() -> None:
    check_four_eyes(decider_id=1, worker_ids=(2, 3))
    check_four_eyes(decider_id=None, worker_ids=(None, 2))

    with pytest.raises(ProofRefused, match="OWN_WORK"):
        check_four_eyes(decider_id=2, worker_ids=(2, None))


def test_returning_and_withdrawing_need_reasons() -> None:
    check_return("thiếu phụ lục")
    assert require_reason(" thay kế hoạch ") == "thay kế hoạch"

    with pytest.raises(ProofRefused, match="NO_REASON"):
        check_return("  ")
    with pytest.raises(WorkRefused, match="NO_REASON"):
        require_reason("")
