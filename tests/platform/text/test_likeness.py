"""How alike two names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.text import likeness, nearest

AGENCIES = {
    1: "Sở Nội vụ",
    2: "Sở Ngoại vụ",
    3: "Sở Nông nghiệp và Phát triển nông thôn",
    4: "Sở Thông tin và Truyền thông",
    5: "Văn phòng UBND tỉnh",
}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sở Nội vụ", "SỞ NỘI VỤ", 1.0),
        ("Khánh Hoà", "Khánh Hòa", 1.0),
        ("Sở Nội vụ", "so noi vu", 0.99),
        ("Thanh Hoa", "Thanh Hóa", 0.99),
        ("Thanh Hoà", "Thanh Hóa", 0.97),
        ("Đồng", "Dồng", 0.97),
        ("Nội vụ Sở", "Sở Nội vụ", 0.95),
    ],
)
def test_marks_weigh_little_and_order_a_little_more(one, other, expected):
    assert likeness(one, other) == pytest.approx(expected)


def test_other_letters_are_less_alike_than_other_marks():
    assert likeness("Sở Nội vụ", "Sở Ngoại vụ") < 0.95
    assert likeness("Sở Nội vụ", "xyz") < 0.3


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_between_nought_and_one(one, other):
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("so noi vu", 1),
        ("Sở Nội vu", 1),
        ("Sở Thông tin, Truyền thông", 4),
        ("Sở NN và Phát triển nông thôn", 3),
        ("VP UBND tỉnh", 5),
    ],
)
def test_the_nearest_name_comes_first(typed, found):
    assert nearest(typed, AGENCIES)[0].key == found


def test_what_is_not_alike_is_not_offered():
    assert nearest("Ban Quản lý Khu kinh tế", AGENCIES, at_least=0.8) == []
    assert len(nearest("Sở Nội vụ", AGENCIES, limit=1)) == 1
