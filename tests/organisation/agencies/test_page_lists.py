"""The list, the tree, the history and the search of agencies; groups; calendars."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from cchc.modules.organisation.models import AgencyGroup, SpecialDay
from cchc.modules.organisation.web.finding_agencies import search_agencies
from cchc.platform.access import NOBODY
from tests.organisation.agencies.pages import browser, send_table, text_of
from tests.worlds import TODAY, World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_day")]


# --- lists ---


def test_the_list_shows_divisions_only_when_asked(world: World) -> None:
    client = browser(world.officer)

    assert "Phòng Kiểm soát văn bản" not in text_of(client.get("/co-quan/"))
    assert "Phòng Kiểm soát văn bản" in text_of(client.get("/co-quan/?pham-vi=ca-phong"))
    assert "Phòng Kiểm soát văn bản" in text_of(client.get("/co-quan/?tim=kiem+soat"))
    assert "Không có cơ quan nào khớp" in text_of(client.get("/co-quan/?tim=khong+co"))


def test_the_list_is_turned_page_by_page(world: World) -> None:
    for number in range(60):
        world.agency(f"Sở {number}", parent=world.committee)
    client = browser(world.officer)

    first = client.get("/co-quan/").context["page"]
    second = client.get("/co-quan/", {"sau": first.next}).context["page"]

    assert len(first.rows) == 50
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}
    assert first.count == second.count == len(first.rows) + len(second.rows)


def test_the_tree_opens_what_is_in_the_address(world: World) -> None:
    client = browser(world.officer)

    closed = client.get("/co-quan/cay/")
    line = next(e for e in closed.context["lines"] if e.row.id == world.district.pk)
    opened = client.get("/co-quan/cay/" + line.toggle_url)

    assert "UBND xã Sen Hạ" not in text_of(closed)
    assert "UBND xã Sen Hạ" in text_of(opened)


def test_the_table_that_goes_out_comes_in_again(world: World) -> None:
    client = browser(world.operator)
    sheet = client.get("/co-quan/xuat/?pham-vi=ca-phong")

    answer = send_table(client, sheet.content)

    assert answer.context["preview"].wrong_count == 0
    assert answer.context["preview"].new_count == 0
    names = [
        row[0]
        for row in CalamineWorkbook.from_filelike(BytesIO(sheet.content))
        .get_sheet_by_index(0)
        .to_python()
    ]
    assert "Phòng Kiểm soát văn bản" in names


# --- groups ---


def test_a_group_is_made_changed_and_given_members(world: World) -> None:
    client = browser(world.operator)
    fields = {"name": "Nhóm thử", "kinds": ["DEPARTMENT"], "levels": ["PROVINCE"]}

    made = client.post("/nhom-co-quan/them/", {"code": "THU", **fields, "aliases": "Thử\nNháp"})
    assert made["Location"] == "/nhom-co-quan/THU/"
    assert client.post("/nhom-co-quan/them/", {"code": "THU", **fields}).status_code == 422
    assert client.post("/nhom-co-quan/them/", {"code": "thử", **fields}).status_code == 422

    client.post("/nhom-co-quan/THU/sua/", {**fields, "name": "Nhóm khác"})
    assert AgencyGroup.objects.get(code="THU").name == "Nhóm khác"
    half = client.post("/nhom-co-quan/THU/sua/", {"name": "Nhóm", "kinds": ["PRESS"]})
    assert half.status_code == 422

    member = {"agency": world.department.pk, "way": "loai", "on": "15/10/2019"}
    client.post("/nhom-co-quan/THU/thanh-vien/", member)
    assert client.post("/nhom-co-quan/THU/thanh-vien/", member).status_code == 422
    page = client.get("/nhom-co-quan/THU/")
    assert world.department.pk not in {row.id for row in page.context["page"].members}

    (entry,) = page.context["page"].by_hand
    client.post(f"/nhom-co-quan/THU/thanh-vien/{entry.id}/bo/")
    page = client.get("/nhom-co-quan/THU/")
    assert world.department.pk in {row.id for row in page.context["page"].members}


# --- calendars ---


def test_a_day_is_set_and_taken_back(world: World) -> None:
    client = browser(world.operator)
    query = f"?co-quan={world.department.pk}"
    data = {"first": "21/10/2019", "last": "22/10/2019", "kind": "CLOSED", "reason": "Lụt"}

    done = client.post(f"/lich-lam-viec/ngay/{query}", data)
    assert done["Location"] == f"/lich-lam-viec/{query}&nam=2019"
    page = client.get(done["Location"]).context["page"]
    assert [row.on for row in page.special] == [date(2019, 10, 21), date(2019, 10, 22)]
    states = {c.on: c.state for m in page.months for week in m.weeks for c in week if c.state}
    assert states[date(2019, 10, 21)] == "closed"
    assert client.post(f"/lich-lam-viec/ngay/{query}", data).status_code == 422

    below = client.get(f"/lich-lam-viec/?co-quan={world.division.pk}").context["page"]
    assert len(below.special) == 2

    day = SpecialDay.objects.first()
    assert day is not None
    client.post(f"/lich-lam-viec/ngay/{day.pk}/bo/{query}")
    assert SpecialDay.objects.count() == 1


def test_the_year_shows_holidays_swaps_and_halves(world: World) -> None:
    client = browser(world.operator)
    half = {"first": "23/10/2019", "kind": "MORNING_ONLY", "reason": "Tập huấn"}
    client.post("/lich-lam-viec/ngay/", half)
    client.post("/lich-lam-viec/ngay/", {**half, "first": "26/10/2019", "kind": "WORKING"})

    page = client.get("/lich-lam-viec/").context["page"]

    states = {c.on: c.state for m in page.months for week in m.weeks for c in week if c.state}
    assert states[date(2019, 9, 2)] == "holiday"
    assert states[date(2019, 5, 4)] == "swapped"
    assert states[date(2019, 10, 23)] == "half"
    assert states[date(2019, 10, 26)] == "swapped"
    assert states[date(2019, 10, 27)] == "off"
    assert states[TODAY] == "work"


def test_hours_are_set_from_a_day_on(world: World) -> None:
    client = browser(world.operator)
    week = {f"day_{number}": "7:00-11:30, 13:30-17:00" for number in range(5)}

    done = client.post("/lich-lam-viec/gio/", {**week, "effective_from": "15/10/2019"})
    assert done.status_code == 302
    page = client.get("/lich-lam-viec/").context["page"]
    assert page.hours[0].shifts == ("07:00–11:30", "13:30–17:00")
    assert page.hours[6].shifts == ()

    odd = client.post(
        "/lich-lam-viec/gio/", {**week, "day_0": "sáng", "effective_from": "20/10/2019"}
    )
    assert odd.status_code == 422
    late = client.post("/lich-lam-viec/gio/", {**week, "effective_from": "01/10/2019"})
    assert late.status_code == 422


# --- search ---


def test_the_search_box_finds_agencies_without_marks(world: World) -> None:
    actor = world.actor(world.officer)

    (hit,) = search_agencies(actor, "kiem soat van ban", 5)

    assert hit.title == "Phòng Kiểm soát văn bản"
    assert hit.detail == "Phòng, ban thuộc cơ quan · Sở Tư pháp"
    assert hit.url == f"/co-quan/{world.division.pk}/"
    assert search_agencies(NOBODY, "kiem soat", 5) == []


def test_the_history_of_an_agency_is_on_its_page(world: World) -> None:
    client, page = browser(world.operator), f"/co-quan/{world.department.pk}/"
    client.post(f"{page}doi-ten/", {"name": "Sở Pháp chế", "on": "01/06/2018", "act": "9/QĐ"})
    client.post(f"{page}chuyen/", {"parent": world.home_affairs.pk, "on": "01/06/2019"})

    rows = client.get(page).context["page"].periods

    assert [(row.name, row.parent.name, row.act) for row in rows] == [
        ("Sở Pháp chế", "Sở Nội vụ", ""),
        ("Sở Pháp chế", "UBND tỉnh Sen Hồng", "9/QĐ"),
        ("Sở Tư pháp", "UBND tỉnh Sen Hồng", ""),
    ]
