"""Sorting as a Vietnamese dictionary does."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.text import sort_key
from cchc.platform.text.sorting import KEY_LENGTH


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(["a", "ă", "â", "b", "d", "đ", "e", "ê"], id="letters"),
        pytest.param(["o", "ô", "ơ", "u", "ư", "y"], id="vowels"),
        pytest.param(["ma", "mà", "mả", "mã", "má", "mạ", "mă"], id="tones after letters"),
        pytest.param(["Bình", "Bình An", "Bình Đại", "Bình Định"], id="words"),
        pytest.param(["An Giang", "Bắc Ninh", "Cần Thơ", "Đà Nẵng", "Hà Nội"], id="provinces"),
        pytest.param(["Phường 1", "Phường 2", "Phường 10", "Phường An"], id="numbers by value"),
        pytest.param(["hoà", "hoá", "hoạch"], id="tones count after all letters"),
        pytest.param(["Sở", "sở Y tế", "Sở Y tế 2"], id="case does not count"),
        pytest.param(["zebra", "þing", "日本"], id="foreign letters last"),
    ],
)
def test_a_dictionary_sorts_so(ordered):
    shuffled = ordered[:]
    random.Random(7).shuffle(shuffled)

    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text(max_size=300))
def test_a_key_is_digits_and_fits_its_column(text):
    key = sort_key(text)

    assert key.isascii()
    assert key.isdigit()
    assert len(key) <= KEY_LENGTH


def test_case_and_composition_do_not_count():
    assert sort_key("ĐỒNG THÁP") == sort_key("đồng tháp") == sort_key("đồng tháp")
