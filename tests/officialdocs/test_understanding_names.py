"""Names that look like something else: of people, of the Republic, of bodies like a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.officialdocs import OfficialDocument, read
from cchc.officialdocs.sources.grid import is_order
from cchc.officialdocs.understanding.writing import is_name

PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH SEN HỒNG
Số: 210/QĐ-UBND
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sen Hồng, ngày 31 tháng 01 năm 2022

QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính tỉnh Sen Hồng năm 2022

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2022.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
H' Lan Niê

KẾ HOẠCH
Cải cách hành chính tỉnh Sen Hồng năm 2022
(Kèm theo Quyết định số 210/QĐ-UBND ngày 31 tháng 01 năm 2022)

TT
Nội dung
Sản phẩm
Chủ trì
Phối hợp
Thời gian
1
Tuyên truyền
Kế hoạch
Sở Nội vụ
Báo Sen Hồng
Quý I
2
Khảo sát doanh nghiệp
Báo cáo
Sở Kế hoạch và Đầu tư
VCCI
Quý IV
3
Kiểm tra công vụ
Biên bản
Sở Nội vụ
Thanh tra tỉnh
Tháng 5
"""


@pytest.fixture
def plan(tmp_path: Path) -> OfficialDocument:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return read(path)


def test_the_republic_may_be_spelled_in_two_ways(plan: OfficialDocument) -> None:
    assert plan.issuing_body.value == "Ủy ban nhân dân tỉnh Sen Hồng"


def test_a_name_with_an_apostrophe_signs(plan: OfficialDocument) -> None:
    signer = plan.signer.value

    assert signer is not None
    assert signer.name == "H' Lan Niê"


def test_a_body_written_like_a_roman_number_is_a_body(plan: OfficialDocument) -> None:
    assert [task.order.value for task in plan.tasks] == ["1", "2", "3"]
    assert [m.name for m in plan.tasks[1].coordinating] == ["VCCI"]


@pytest.mark.parametrize("text", ["IV", "IX.", "XIV", "XL)", "LXXXIX", "3", "2.1", "a)", "Đ"])
def test_order_marks(text: str) -> None:
    assert is_order(text)


@pytest.mark.parametrize("text", ["VCCI", "IIX", "CC", "", "VL", "XXXX"])
def test_letters_that_make_no_number_are_no_order_marks(text: str) -> None:
    assert not is_order(text)


@pytest.mark.parametrize("text", ["Kế Hoạch", "Phụ lục", "Báo Cáo"])
def test_titles_are_not_names(text: str) -> None:
    assert not is_name(text)
