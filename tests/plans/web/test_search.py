"""Universal search: plans, tasks, agencies and people, with marks or without."""

from __future__ import annotations

import html
import re

import pytest

from tests.plans.web.pages import browser, text_of
from tests.plans.world import FILM, MONTHLY, PlansWorld


def found(world: PlansWorld, words: str, person: str = "operator", kind: str = "") -> list[str]:
    """The titles of what was found."""
    page = text_of(browser(getattr(world, person)).get("/tim/", {"q": words, "loai": kind}))
    return [html.unescape(title) for title in re.findall(r'<b class="ttl">([^<]+)</b>', page)]


@pytest.mark.parametrize(
    "words",
    ["ke hoach 271", "Kế hoạch 271/KH-UBND", "cai cach hanh chinh nam 2019", "CẢI  CÁCH", "271/kh"],
)
def test_a_plan_is_found_with_marks_or_without(world: PlansWorld, words: str) -> None:
    world.plan(FILM)

    assert "Cải cách hành chính năm 2019" in found(world, words)


@pytest.mark.parametrize("words", ["xay dung phim", "phim ngắn", "Xây dựng"])
def test_a_task_is_found_with_marks_or_without(world: PlansWorld, words: str) -> None:
    plan = world.plan(FILM, MONTHLY)

    assert found(world, words) == [f"{plan.tasks.get(order_text='a').code} {FILM['content']}"]


def test_agencies_and_people_are_found_without_marks(world: PlansWorld) -> None:
    assert "Sở Tư pháp" in found(world, "so tu phap")
    assert "Trần Văn An" in found(world, "tran van an")


def test_nobody_finds_the_plans_of_others(world: PlansWorld) -> None:
    world.plan(
        {**FILM, "coordinating_text": ""},
        number="1/KH-STP",
        issuer=world.department,
        by=world.operator,
    )

    assert found(world, "phim") == found(world, "phim", "reform_officer") != []
    assert found(world, "phim", "stranger") == []
    assert found(world, "ke hoach", "stranger") == []


def test_one_kind_can_be_looked_at_alone(world: PlansWorld) -> None:
    world.plan(FILM)

    assert found(world, "cải cách", kind="Nhiệm vụ") == [found(world, "phim")[0]]


def test_the_page_of_a_hit_answers(world: PlansWorld) -> None:
    world.plan(FILM)
    client = browser(world.operator)
    page = text_of(client.get("/tim/", {"q": "cải cách hành chính"}))
    links = re.findall(r'class="hit" href="([^"]+)"', page)

    assert links
    assert all(client.get(link).status_code == 200 for link in links)


def test_suggestions_are_the_same_finds(world: PlansWorld) -> None:
    world.plan(FILM)

    page = text_of(browser(world.operator).get("/tim/goi-y/", {"q": "phim"}))

    assert "Xây dựng phim ngắn" in page
