"""The same word however it is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.text import fold, squeeze


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Kế hoạch số 272/KH-UBND", "ke hoach so 272/kh-ubnd"),
        ("ĐỒNG THÁP", "dong thap"),
        ("  Sở   Nội\tvụ\n", "so noi vu"),
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("", ""),
    ],
)
def test_marks_case_and_spaces_fall_away(typed, folded):
    assert fold(typed) == folded
    assert fold(unicodedata.normalize("NFD", typed)) == folded


def test_squeezing_keeps_marks_and_composes_letters():
    assert squeeze(unicodedata.normalize("NFD", " Sở  Nội vụ ")) == "Sở Nội vụ"


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
