"""Lists: their whole state is their address."""

from __future__ import annotations

from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.web.paging import KeysetPage
from cchc.ui import lists
from cchc.ui.parts import heat_level

REQUEST = RequestFactory().get("/viec/", {"tt": "late", "cq": "7", "sau": "abc", "xep": "due"})


def test_a_column_sorts_up_then_down() -> None:
    links = lists.sort_links(REQUEST, ["due", "name"], default="due")

    assert links["due"].direction == "ascending"
    assert "xep=-due" in links["due"].url
    assert links["name"].direction == ""
    assert "xep=name" in links["name"].url


def test_another_order_begins_at_the_first_page_and_keeps_the_filters() -> None:
    url = lists.sort_links(REQUEST, ["name"], default="due")["name"].url

    assert "sau=" not in url
    assert "tt=late" in url
    assert "cq=7" in url


def test_a_chip_takes_its_own_filter_away_and_no_other() -> None:
    chips = lists.chips(REQUEST, {"tt": ("Trạng thái", "Quá hạn"), "lv": ("Lĩnh vực", "")})

    assert [(chip.label, chip.value) for chip in chips] == [("Trạng thái", "Quá hạn")]
    assert "tt=" not in chips[0].remove_url
    assert "cq=7" in chips[0].remove_url


def test_the_pager_links_to_both_sides() -> None:
    before, after = lists.pager_links(REQUEST, KeysetPage([], next="n", previous=None))

    assert before == ""
    assert "sau=n" in after
    assert "tt=late" in after


@given(value=st.text(min_size=1, max_size=30))
def test_any_value_survives_the_address(value: str) -> None:
    value = value.encode("utf-8", "ignore").decode()
    url = lists.address_with(QueryDict(), {"tim": value})

    assert QueryDict(url.removeprefix("?")).get("tim", "") == value


@given(rate=st.floats(0, 100))
def test_a_better_rate_is_never_a_worse_colour(rate: float) -> None:
    level = heat_level(rate)

    assert level is not None
    assert 0 <= level <= 4
    assert (heat_level(min(100.0, rate + 1)) or 0) <= level


def test_what_has_not_fallen_due_has_no_colour() -> None:
    assert heat_level(None) is None
    assert [heat_level(rate) for rate in (95, 94.9, 87, 77, 70, 69.9)] == [0, 1, 1, 2, 3, 4]
