"""Lists and boards with nothing, one, many and very many tasks; taking up many at once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cchc.modules.plans.models import Assignment, Plan
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.officialdocs.writing import PaperRow
from tests.plans.operations.test_drafts import imported, paper
from tests.plans.web.pages import FORM, browser, text_of
from tests.plans.world import FILM, GIVEN, MONTHLY, PlansWorld

PLACES = [
    "/",
    "/viec-cho-toi/",
    "/nhiem-vu/?nam=2019",
    "/nhiem-vu/?tt=&tim=phim",
    "/nhiem-vu/lich/?thang=2019-09",
    "/nhiem-vu/tien-do/",
    "/nhiem-vu/theo-co-quan/?nam=2019",
    "/nhiem-vu/theo-linh-vuc/?nam=2019",
    "/toan-canh/?nam=2019",
    "/ke-hoach/",
    "/ke-hoach/chuong-trinh/",
    "/tim/?q=phim",
]
SHOWN = re.compile(r'<a class="ttl" href="/nhiem-vu/\d+/\?ky=(\d+)"')


def many(world: PlansWorld, count: int) -> Plan | None:
    """A plan with so many rows, read from a document; none for no rows."""
    if not count:
        return None
    rows = (
        PaperRow(str(n), f"Xây dựng phim số {n}", "Phim", "Sở Tư pháp", "", "Quý III/2019")
        for n in range(1, count + 1)
    )
    draft = imported(world, paper(*rows))
    return confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)


def walk(client: Client, address: str, most: int) -> tuple[list[str], int]:
    """Every row of a list, page after page, and how many pages there were."""
    seen: list[str] = []
    pages = 0
    following: str | None = address
    while following and pages < most:
        page = text_of(client.get(following))
        seen += SHOWN.findall(page)
        pages += 1
        found = re.search(
            r'<a[^>]+rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"', page
        )
        link = html.unescape(next(part for part in found.groups() if part)) if found else None
        following = f"/nhiem-vu/{link}" if link and link.startswith("?") else link
    return seen, pages


@pytest.mark.parametrize("count", [0, 1, 45])
def test_every_place_answers_with_so_many_tasks(world: PlansWorld, count: int) -> None:
    plan = many(world, count)
    places = [*PLACES, f"/ke-hoach/{plan.pk}/"] if plan else PLACES

    for person in (world.operator, world.reform_officer, world.leader, world.nobody_special):
        client = browser(person)
        for place in places:
            response = client.get(place)
            hidden = place.startswith("/ke-hoach/") and place[10:11].isdigit()
            allowed = (200, 404) if hidden and person == world.nobody_special else (200,)
            assert response.status_code in allowed, (place, person)


@pytest.mark.parametrize("count", [1, 45])
def test_a_list_pages_through_every_row_once(world: PlansWorld, count: int) -> None:
    many(world, count)

    seen, _ = walk(browser(world.operator), "/nhiem-vu/?nam=2019", 10)

    assert len(seen) == len(set(seen)) == count


def test_two_thousand_tasks_answer_and_page(
    world: PlansWorld, django_assert_max_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    plan = many(world, 2_000)
    assert plan is not None
    client = browser(world.operator)

    seen, pages = walk(client, "/nhiem-vu/?nam=2019", 4)

    assert pages == 4
    assert len(seen) == len(set(seen)) >= 100
    assert "2.000 việc" in text_of(client.get("/nhiem-vu/?nam=2019"))
    for place in [*PLACES, f"/ke-hoach/{plan.pk}/", f"/nhiem-vu/tien-do/?ke_hoach={plan.pk}"]:
        with django_assert_max_num_queries(60):
            assert client.get(place).status_code == 200, place


def test_an_empty_list_says_why_and_what_to_do(world: PlansWorld) -> None:
    client = browser(world.operator)

    assert "Chưa có kế hoạch nào" in text_of(client.get("/ke-hoach/"))
    assert "Không có việc nào khớp" in text_of(client.get("/nhiem-vu/?nam=2019"))
    assert "Chưa có chương trình nào" in text_of(client.get("/ke-hoach/chuong-trinh/"))


def parts(plan: Plan) -> list[int]:
    return list(Assignment.objects.filter(plan=plan).order_by("pk").values_list("pk", flat=True))


def test_an_agency_takes_up_many_parts_at_once(world: PlansWorld) -> None:
    plan = many(world, 3)
    assert plan is not None
    client = browser(world.reform_officer)
    page = text_of(client.get("/nhiem-vu/?nam=2019"))
    assert all(f'name="chon" value="{part}"' in page for part in parts(plan))

    answer = client.post("/nhiem-vu/tiep-nhan/", {**FORM, "chon": parts(plan)}, follow=True)

    assert "Đã tiếp nhận 3 việc." in text_of(answer)
    assert not Assignment.objects.filter(acknowledged_at=None).exists()
    again = client.post("/nhiem-vu/tiep-nhan/", {**FORM, "chon": parts(plan)}, follow=True)
    assert "3 việc được bỏ qua" in text_of(again)


def test_work_of_others_is_passed_over_and_said(world: PlansWorld) -> None:
    plan = world.plan({**FILM, "coordinating_text": ""}, MONTHLY)
    client = browser(world.stranger)

    answer = client.post("/nhiem-vu/tiep-nhan/", {"chon": parts(plan)}, follow=True)

    page = text_of(answer)
    assert answer.status_code == 200
    assert "Đã tiếp nhận 1 việc." in page
    assert "2 việc được bỏ qua" in page
    taken = Assignment.objects.exclude(acknowledged_at=None)
    assert set(taken.values_list("agency", flat=True)) == {world.other_department.pk}


def test_taking_up_nothing_says_what_to_do(world: PlansWorld) -> None:
    answer = browser(world.reform_officer).post("/nhiem-vu/tiep-nhan/", FORM, follow=True)

    assert "Chưa chọn việc nào" in text_of(answer)


def test_only_work_that_one_may_take_up_can_be_ticked(world: PlansWorld) -> None:
    many(world, 2)

    seen = text_of(browser(world.operator).get("/nhiem-vu/?nam=2019"))
    assert 'name="chon"' not in seen
    assert "data-bulk-all" not in seen
    assert 'name="chon"' in text_of(browser(world.head).get("/nhiem-vu/?nam=2019"))
