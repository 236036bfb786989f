"""Every page asks a fixed number of questions, however much lies in the tables."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.plans.web.pages import browser
from tests.plans.world import FILM, MONTHLY, PlansWorld

FRAME = 7
"""Session, person, rights, posts, versions, what is unread, what waits."""
MOST = {
    "/": FRAME + 8,
    "/viec-cho-toi/": FRAME + 6,
    "/ke-hoach/": FRAME + 8,
    "/nhiem-vu/?nam=2019&tt=open": FRAME + 6,
    "/nhiem-vu/lich/": FRAME + 3,
    "/nhiem-vu/tien-do/": FRAME + 5,
    "/nhiem-vu/theo-co-quan/": FRAME + 3,
    "/nhiem-vu/theo-linh-vuc/": FRAME + 3,
    "/toan-canh/": 12,
}


def asked(visitor: Client, path: str) -> int:
    """How many questions a page asks that was opened before; not when the demo's clock is read."""
    for _ in range(2):
        assert visitor.get(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return sum("clock_standing" not in query["sql"] for query in queries)


@pytest.fixture
def world(db: None) -> PlansWorld:
    return PlansWorld()


def more_plans(world: PlansWorld) -> None:
    rows = ({**row, "order_text": letter} for letter in "abc" for row in (FILM, MONTHLY))
    world.plan(*rows, number="300/KH-UBND")


@pytest.mark.parametrize("path", sorted(MOST))
def test_a_page_asks_no_more_when_there_is_more(world: PlansWorld, path: str) -> None:
    world.plan(FILM)
    visitor = browser(world.operator)
    few = asked(visitor, path)
    more_plans(world)

    assert asked(visitor, path) <= few + 1, "one more at most: a kind of thing that was not there"
    assert few <= MOST[path]


def test_the_page_of_a_plan_asks_no_more_for_more_rows(world: PlansWorld) -> None:
    few = world.plan(FILM)
    many = world.plan(
        *({**FILM, "order_text": letter} for letter in "abcdeghik"), number="280/KH-UBND"
    )
    visitor = browser(world.operator)

    assert asked(visitor, f"/ke-hoach/{many.pk}/") == asked(visitor, f"/ke-hoach/{few.pk}/")


def test_the_page_of_a_task_asks_no_more_for_more_parts(world: PlansWorld) -> None:
    agencies = "Sở Tư pháp, Sở Tài chính, Sở Nội vụ"
    plan = world.plan(FILM, {**FILM, "order_text": "b", "lead_text": agencies})
    visitor = browser(world.operator)
    few, many = (world.task(plan, letter) for letter in "ab")

    assert asked(visitor, f"/nhiem-vu/{many.pk}/") == asked(visitor, f"/nhiem-vu/{few.pk}/")
