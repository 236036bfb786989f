"""Thirty days pass on the demo's clock: digests come, silence goes upwards, the head answers."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Size, Visitor

OPERATOR, TRAINER = "hoalt.snv", "trucnt.snv"
BEGINS, THIRTY_DAYS_ON = "15/10/2019", "14/11/2019"
LAST_MORNING = "13/11/2019"
"""Urged whatever the time of day is: the day before the clock's."""
PATIENCE_SECONDS = 300

Visit = Callable[..., Visitor]


@pytest.mark.journey
def test_thirty_days_pass_and_nothing_goes_silent(visit: Visit) -> None:
    trainer, operator = visit(TRAINER), visit(OPERATOR)
    try:
        move_clock(trainer, THIRTY_DAYS_ON)
        wait_until_urged(operator, LAST_MORNING)
        follow_the_escalation(operator)
        name, username = a_head_who_was_told(operator, since=LAST_MORNING)
        acknowledge_the_last_digest(visit(username))
        expect_acknowledged(operator, name)
    finally:
        move_clock(trainer, BEGINS)


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_the_pages_of_urging_are_shown_in_the_manual(visit: Visit, size: Size) -> None:
    operator = visit(OPERATOR, size)
    for name, address in {
        "loi-nhac": "/don-doc/",
        "thang-don-doc": "/don-doc/thang/",
        "tam-ngung-nhac": "/don-doc/tam-ngung/",
        "phan-cong-phu-trach": "/phan-cong-phu-trach/",
        "phan-cong-moi": "/phan-cong-phu-trach/them/",
        "ban-tin-cua-toi": "/don-doc/ban-tin/",
    }.items():
        assert operator.open(address).status == 200
        operator.check(name, manual=True)
    operator.open("/don-doc/thang/")
    operator.page.get_by_role("link", name="Xem Thang mặc định").first.click()
    operator.check("mot-thang-don-doc")
    operator.page.get_by_role("link", name="Sửa thang").click()
    operator.check("sua-thang-don-doc")
    _name, username = a_head_who_was_told(operator, since=BEGINS)
    head = visit(username, size)
    head.open("/don-doc/ban-tin/")
    head.page.locator("a.ttl").first.click()
    head.check("ban-tin-don-doc", manual=True)


def move_clock(trainer: Visitor, day: str) -> None:
    trainer.open("/tai-khoan/dong-ho/")
    trainer.page.locator("form[data-form] input[name=on]").fill(day)
    trainer.page.get_by_role("button", name="Chuyển đồng hồ").click()
    expect(trainer.page.locator(".figures")).to_contain_text(day)


def wait_until_urged(operator: Visitor, day: str) -> None:
    """The worker lives through the days one by one."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while True:
        operator.open(f"/don-doc/?tu={day}")
        if operator.page.locator("table a.ttl").count():
            return
        assert time.monotonic() < ends, "the days were not urged in time"
        time.sleep(2)


def follow_the_escalation(operator: Visitor) -> None:
    """A leader of the province was told; the task shows who was told before."""
    operator.open("/don-doc/?nguoi_nhan=LEADER&tu=16/10/2019")
    operator.check("bao-len-lanh-dao")
    operator.page.locator("table a.ttl").first.click()
    operator.page.wait_for_url(re.compile(r"/nhiem-vu/\d+/"))
    section = operator.page.locator("#don-doc")
    expect(section).to_contain_text("Lãnh đạo tỉnh phụ trách")
    expect(section).to_contain_text("Thủ trưởng cơ quan")
    operator.check("don-doc-tren-nhiem-vu")


def a_head_who_was_told(operator: Visitor, *, since: str) -> tuple[str, str]:
    """Name and user name of the head of an agency to whom something was said since a day."""
    operator.open(f"/don-doc/?nguoi_nhan=AGENCY_HEAD&tu={since}")
    name = operator.page.locator("table .person-w > span:first-child").first.inner_text()
    operator.open(f"/nguoi-dung/?tim={name}")
    username = operator.page.locator("table tbody tr td.mono").first.inner_text()
    return name, username.split()[0]


def acknowledge_the_last_digest(head: Visitor) -> None:
    head.open("/viec-cho-toi/")
    head.page.get_by_role("link", name=re.compile("Bản tin đôn đốc")).first.click()
    expect(head.page.locator("main")).to_contain_text("Báo cáo lên anh, chị")
    head.check("ban-tin-cua-thu-truong")
    head.page.get_by_role("button", name="Đã nhận").click()
    expect(head.page.locator("main")).not_to_contain_text("chưa bấm Đã nhận")


def expect_acknowledged(operator: Visitor, name: str) -> None:
    """What the head received stands as received in the operator's list."""
    operator.open(f"/don-doc/?nguoi_nhan=AGENCY_HEAD&trang_thai=da-nhan&tu=16/10/2019&ten={name}")
    expect(operator.page.locator("table")).to_contain_text("đã nhận")
