"""Navigation, frame, periods, choices and search."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.access import NOBODY, Actor, Grant, Scope
from cchc.ui import frame, navigation, periods, search, themes
from cchc.ui.navigation import NavigationGroup, NavigationItem, places_for
from tests.worlds import PASSWORD, World


class Permission(StrEnum):
    SEE = "test.see"
    OTHER = "test.other"


def view(request: Any) -> None:
    """A place to go."""


urlpatterns = [
    path("", view, name="start"),
    path("viec/", view, name="work"),
    path("viec/lich/", view, name="calendar"),
]
READER = Actor(user_id=1, grants=(Grant(frozenset({Permission.SEE}), Scope(frozenset({7}))),))
GROUPS = [
    NavigationGroup("", [NavigationItem("Hôm nay", "home", "start", count=lambda actor: 7)]),
    NavigationGroup(
        "Việc",
        [
            NavigationItem("Nhiệm vụ", "list-check", "work", Permission.SEE),
            NavigationItem("Lịch", "calendar", "calendar", Permission.SEE),
            NavigationItem("Khác", "lock", "work", Permission.OTHER),
            NavigationItem("Chưa có", "lock", "not_there"),
        ],
        code="work",
    ),
    NavigationGroup("Kín", [NavigationItem("Kín", "lock", "work", Permission.OTHER)]),
]


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(
    ("where", "current"),
    [
        ("/", "Hôm nay"),
        ("/viec/", "Nhiệm vụ"),
        ("/viec/3/", "Nhiệm vụ"),
        ("/viec/lich/", "Lịch"),
        ("/khac/", ""),
    ],
)
def test_the_place_one_is_in_is_marked(where: str, current: str) -> None:
    groups = places_for(GROUPS, READER, path=where)
    marked = [place.label for group in groups for place in group.places if place.is_current]

    assert marked == ([current] if current else [])


@override_settings(ROOT_URLCONF=__name__)
def test_places_that_one_may_not_use_or_that_do_not_exist_are_left_out() -> None:
    groups = places_for(GROUPS, READER, path="/")

    assert [[place.label for place in group.places] for group in groups] == [
        ["Hôm nay"],
        ["Nhiệm vụ", "Lịch"],
    ]
    assert groups[0].count == 7


@override_settings(ROOT_URLCONF=__name__)
def test_a_closed_group_opens_for_the_place_one_is_in() -> None:
    away = places_for(GROUPS, READER, path="/", closed=frozenset({"work"}))
    inside = places_for(GROUPS, READER, path="/viec/", closed=frozenset({"work"}))

    assert not away[1].is_open
    assert inside[1].is_open


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Lê Thị Hoa", "LH"), ("Hoa", "H"), ("", ""), ("nguyễn  văn Đức", "NĐ")],
)
def test_initials_are_of_family_and_given_name(name: str, letters: str) -> None:
    assert frame.initials_of(name) == letters


@pytest.mark.parametrize(
    ("code", "label", "first", "last"),
    [
        ("2019", "Năm 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-Q3", "Quý III/2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-H1", "6 tháng đầu năm 2019", date(2019, 1, 1), date(2019, 6, 30)),
        ("2019-H2", "6 tháng cuối năm 2019", date(2019, 7, 1), date(2019, 12, 31)),
        ("2019-N9", "9 tháng năm 2019", date(2019, 1, 1), date(2019, 9, 30)),
        ("2020-M02", "Tháng 2/2020", date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_a_period_covers_its_months(code: str, label: str, first: date, last: date) -> None:
    period = periods.period_of(code)

    assert period == periods.Period(code, label, first, last)


@given(text=st.text(max_size=12))
def test_no_text_breaks_the_reading_of_a_period(text: str) -> None:
    period = periods.period_of(text)

    assert period is None or period.starts_on <= period.ends_on


@given(day=st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_a_day_lies_in_its_quarter(day: date) -> None:
    quarter = periods.quarter_of(day)

    assert quarter.starts_on <= day <= quarter.ends_on


def test_the_theme_of_a_stranger_cookie_is_that_of_the_device() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[themes.COOKIE] = "pink"

    assert themes.theme_of(request) == "auto"


def test_a_choice_is_kept_in_a_cookie_and_leads_back(client: Client) -> None:
    answer = client.post("/giao-dien/", {"theme": "dark", "next": "/tim/?q=a"})

    assert (answer.status_code, answer["Location"]) == (302, "/tim/?q=a")
    assert answer.cookies[themes.COOKIE].value == "dark"
    assert client.post("/ky/", {"period": "2019-Q3"}).cookies[periods.COOKIE].value == "2019-Q3"


@pytest.mark.parametrize(
    "page", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""]
)
def test_a_choice_never_leads_to_another_site(client: Client, page: str) -> None:
    assert client.post("/giao-dien/", {"theme": "light", "next": page})["Location"] == "/"


@pytest.mark.parametrize(
    ("where", "sent"), [("/giao-dien/", {"theme": "x"}), ("/ky/", {"period": "2019-Q9"})]
)
def test_a_choice_that_does_not_exist_is_refused(
    client: Client, where: str, sent: dict[str, str]
) -> None:
    assert client.post(where, sent).status_code == 400
    assert client.get(where).status_code == 405


@pytest.fixture
def finders(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The search with nothing registered yet."""
    registered: dict[str, Any] = {}
    monkeypatch.setattr(search, "_FINDERS", registered)
    return registered


def hit(title: str) -> search.SearchHit:
    """Something that was found."""
    return search.SearchHit("Cơ quan", title, "cấp tỉnh", "/co-quan/1/")


def test_search_asks_every_kind_and_leaves_empty_ones_out(finders: dict[str, Any]) -> None:
    search.register_search("Cơ quan", lambda actor, words, limit: [hit(f"{words} {limit}")])
    search.register_search("Việc", lambda actor, words, limit: [])

    groups = search.find_all(READER, "  sở   nội vụ ", limit=4)

    assert [(g.kind, g.hits[0].title) for g in groups] == [("Cơ quan", "sở nội vụ 4")]
    assert search.find_all(READER, "s", limit=4) == []
    assert search.kinds() == ["Cơ quan", "Việc"]


def test_search_can_be_narrowed_to_a_kind(finders: dict[str, Any]) -> None:
    search.register_search("Cơ quan", lambda actor, words, limit: [hit("một")])
    search.register_search("Việc", lambda actor, words, limit: [hit("hai")])

    assert [g.kind for g in search.find_all(READER, "sở", limit=4, kind="Việc")] == ["Việc"]
    assert len(search.find_all(READER, "sở", limit=4, kind="lạ")) == 2


def test_search_pages_are_for_those_who_signed_in(client: Client) -> None:
    for where in ("/tim/", "/tim/goi-y/", "/toi/", "/thong-bao/"):
        answer = client.get(where)
        assert answer.status_code == 302
        assert "dang-nhap" in answer["Location"] or "login" in answer["Location"]


def test_search_shows_what_was_found_as_text(
    client: Client, world: World, finders: dict[str, Any]
) -> None:
    search.register_search("Cơ quan", lambda actor, words, limit: [hit("<b>Sở</b> Nội vụ")])
    client.login(username=world.operator.username, password=PASSWORD)

    page = client.get("/tim/", {"q": "so noi vu"}).content.decode()
    fragment = client.get("/tim/goi-y/", {"q": "so noi vu"}).content.decode()

    for html in (page, fragment):
        assert "&lt;b&gt;Sở&lt;/b&gt; Nội vụ" in html
    assert "<html" not in fragment
    assert 'role="option"' in fragment


def test_search_that_finds_nothing_says_what_to_do(
    client: Client, world: World, finders: dict[str, Any]
) -> None:
    client.login(username=world.operator.username, password=PASSWORD)

    assert "Không tìm thấy gì phù hợp" in client.get("/tim/", {"q": "zzz"}).content.decode()


def test_nobody_has_a_bare_frame() -> None:
    request = RequestFactory().get("/")

    assert frame.actor_behind(request) == NOBODY
    assert not frame.frame_of(request, GROUPS).is_signed_in
    assert navigation.places_for([], NOBODY, path="/") == []
