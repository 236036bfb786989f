"""What people type, without what hides in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.text.plain import plain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("dòng một\r\ndòng\thai\n", "dòng một\r\ndòng\thai\n"),
        ("chuông\x07\x1b[31m", "chuông[31m"),
        ("rỗng\x00", "rỗng"),
        ("tệp \u202egnp.exe\u202c", "tệp gnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        (unicodedata.normalize("NFD", "Tuyên truyền"), "Tuyên truyền"),
        ("plain ascii", "plain ascii"),
        ("a\x00", "a"),
        ("", ""),
    ],
)
def test_what_is_hidden_goes_and_what_is_said_stays(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
