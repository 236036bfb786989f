"""Changing agencies from their pages: looked at first, then confirmed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.public import register_open_work
from cchc.modules.organisation.queries import open_work
from cchc.modules.organisation.queries.structure import structure_on
from tests.organisation.agencies.pages import browser, text_of
from tests.organisation.agencies.stories import passed_on
from tests.worlds import TODAY, World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_day")]


# --- changing ---


def test_an_agency_is_founded_from_the_form(world: World) -> None:
    answer = browser(world.operator).post(
        "/co-quan/them/",
        {
            "name": "Sở Ngoại vụ",
            "kind": "DEPARTMENT",
            "level": "PROVINCE",
            "parent": world.committee.pk,
            "on": "15/10/2019",
            "precedence": "20",
            "aliases": "SNgV\n\nNgoại vụ",
        },
    )

    assert answer["Location"] == "/co-quan/"
    agency = Agency.objects.get(name="Sở Ngoại vụ")
    assert set(agency.aliases.values_list("name", flat=True)) == {"SNgV", "Ngoại vụ"}


def test_a_refusal_stands_on_the_form(world: World) -> None:
    answer = browser(world.operator).post(
        f"/co-quan/{world.department.pk}/doi-ten/", {"name": "Sở Tài chính", "on": "01/11/2019"}
    )

    assert answer.status_code == 422
    assert "Đã có cơ quan đang hoạt động mang tên này" in text_of(answer)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("doi-ten", {"name": "Sở Pháp chế", "on": "01/11/2019"}),
        ("chuyen", {"parent": "home_affairs", "on": "01/11/2019"}),
        (
            "dinh-chinh",
            {"name": "Sở Tư Pháp", "kind": "DEPARTMENT", "level": "PROVINCE", "precedence": "3"},
        ),
    ],
)
def test_an_agency_is_changed_from_its_forms(world: World, path: str, data: dict[str, str]) -> None:
    if "parent" in data:
        data = {**data, "parent": str(world.home_affairs.pk)}
    client = browser(world.operator)

    answer = client.post(f"/co-quan/{world.department.pk}/{path}/", data)

    assert answer["Location"] == f"/co-quan/{world.department.pk}/"
    page = text_of(client.get(answer["Location"]))
    assert "Nhật ký" in page


def confirmed(client: Client, path: str, data: dict[str, object]) -> Any:
    """Look at a change, then confirm exactly what was shown."""
    looked = client.post(path, data)
    assert looked.status_code == 200, text_of(looked)
    seen = looked.context["seen"]
    return client.post(path, {**data, "da-xem": seen, "xac-nhan": "1"})


def test_a_merger_is_looked_at_before_it_is_made(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_work, "_counters", {})
    register_open_work("plans", "phần việc", lambda ids: dict.fromkeys(ids, 4))
    client, path = browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/"
    data: dict[str, object] = {
        "heir": world.other_department.pk,
        "on": "15/10/2019",
        "children_follow": "on",
        "people_follow": "on",
    }

    shown = client.post(path, data)
    page = text_of(shown)
    assert "4 việc đang mở" in page
    assert "chuyển cho Sở Tài chính" in page
    assert "Nguyễn Hữu Đức" in page
    assert "Phòng Kiểm soát văn bản" in page
    assert world.department.pk in structure_on(TODAY).cards

    seen = {"da-xem": shown.context["seen"], "xac-nhan": "1"}
    other = client.post(path, {**data, **seen, "on": "16/10/2019"})
    assert other.status_code == 200, "a form that was changed is looked at again"
    again = client.post(path, {**data, **seen, "xem-lai": "1"})
    assert again.status_code == 200
    assert world.department.pk in structure_on(TODAY).cards

    done = client.post(path, {**data, **seen})
    assert done.status_code == 302
    assert passed_on() == [(world.department.pk, world.other_department.pk)]
    assert "đã kết thúc hoạt động" in text_of(client.get(f"/co-quan/{world.department.pk}/"))


def test_a_merger_names_one_heir(world: World) -> None:
    client, path = browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/"

    for fields in ({}, {"heir": world.home_affairs.pk, "new_name": "Sở Mới"}):
        answer = client.post(path, {"on": "15/10/2019", **fields})
        assert answer.status_code == 422


def test_two_agencies_become_a_new_one(world: World) -> None:
    data = {
        "others": [world.other_department.pk],
        "new_name": "Sở Mới",
        "on": "15/10/2019",
        "children_follow": "on",
    }

    confirmed(browser(world.operator), f"/co-quan/{world.department.pk}/sap-nhap/", data)

    heir = Agency.objects.get(name="Sở Mới")
    assert heir.parent == world.committee
    assert len(passed_on()) == 2


@pytest.mark.parametrize(("way", "is_over"), [("chia", True), ("tach", False)])
def test_an_agency_is_divided_or_a_part_separated(world: World, way: str, *, is_over: bool) -> None:
    data = {
        "way": way,
        "names": "Sở A\nSở B\n",
        "heir": "2",
        "on": "15/10/2019",
        "children_follow": "on",
    }
    client = browser(world.operator)

    answer = confirmed(client, f"/co-quan/{world.department.pk}/chia-tach/", data)

    assert answer.status_code == 302
    assert (world.department.pk not in structure_on(TODAY).cards) is is_over
    many = client.post(
        f"/co-quan/{world.home_affairs.pk}/chia-tach/",
        {**data, "names": "\n".join(f"Sở {n}" for n in range(9))},
    )
    assert many.status_code == 422


def test_a_dissolution_needs_an_heir_or_the_word_that_there_is_none(world: World) -> None:
    client, path = browser(world.operator), f"/co-quan/{world.other_department.pk}/giai-the/"
    data: dict[str, object] = {"on": "01/11/2019"}

    refused = client.post(path, data)
    assert refused.status_code == 422
    assert "Chưa chọn cơ quan kế thừa" in text_of(refused)

    answer = confirmed(client, path, {**data, "ends_without_heir": "on"})
    assert answer.status_code == 302
    page = text_of(client.get(f"/co-quan/{world.other_department.pk}/"))
    assert "Đã có quyết định kết thúc hoạt động" in page


def test_another_name_is_added_and_taken_away(world: World) -> None:
    client, page = browser(world.operator), f"/co-quan/{world.department.pk}/"

    client.post(f"{page}ten-khac/", {"name": "Ngành Tư pháp", "kind": "ALIAS"})
    alias = world.department.aliases.get()
    assert "Ngành Tư pháp" in text_of(client.get(page))
    again = client.post(f"{page}ten-khac/", {"name": "Ngành Tư pháp", "kind": "ALIAS"}, follow=True)
    assert "đã có tên gọi này" in text_of(again)
    empty = client.post(f"{page}ten-khac/", {"name": "", "kind": "ALIAS"}, follow=True)
    assert "Cần ghi tên gọi khác" in text_of(empty)

    client.post(f"{page}ten-khac/{alias.pk}/bo/")
    assert not world.department.aliases.exists()
