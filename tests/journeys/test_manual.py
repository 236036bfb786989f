"""The pages of the manual on both screens; `make pictures` takes its pictures anew from here."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Size, Visitor

OPERATOR, OFFICER = "hoalt.snv", "giangkd.stp"
Visit = Callable[..., Visitor]

PAGES = {
    "hom-nay": "/",
    "nhiem-vu": "/nhiem-vu/?tt=OVERDUE",
    "ke-hoach": "/ke-hoach/",
    "lich": "/nhiem-vu/lich/",
    "tien-do": "/nhiem-vu/tien-do/",
    "theo-co-quan": "/nhiem-vu/theo-co-quan/",
    "theo-linh-vuc": "/nhiem-vu/theo-linh-vuc/",
    "toan-canh": "/toan-canh/",
    "nhap-ke-hoach": "/ke-hoach/nhap/",
}


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_every_kind_of_page_is_shown_in_the_manual(visit: Visit, size: Size) -> None:
    operator = visit(OPERATOR, size)
    for name, address in PAGES.items():
        assert operator.open(address).status == 200
        operator.check(name, manual=True)
    operator.open("/ke-hoach/")
    operator.page.locator("a.ttl:not([href*=nhap])", has_text="Sen Hồng").first.click()
    operator.page.wait_for_url(re.compile(r"/ke-hoach/\d+/$"))
    operator.check("mot-ke-hoach", manual=True)
    operator.page.locator("td a.ttl[href^='/nhiem-vu/']").first.click()
    operator.page.wait_for_url(re.compile(r"/nhiem-vu/\d+/"))
    operator.check("mot-nhiem-vu", manual=True)


@pytest.mark.journey
def test_a_plan_written_by_the_platform_is_read_back_for_review(
    visit: Visit, tmp_path: Path
) -> None:
    operator = visit(OPERATOR)
    page = operator.page
    operator.open("/ke-hoach/")
    page.locator("a.ttl:not([href*=nhap])", has_text="Sen Hồng").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất phụ lục Word").click()
    paper = tmp_path / "ke-hoach.docx"
    download.value.save_as(paper)
    operator.open("/ke-hoach/nhap/")
    page.set_input_files("input[type=file]", str(paper))
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator(".head-lead")).to_contain_text("nhiệm vụ", timeout=60_000)
    expect(page.locator("main")).to_contain_text("Trùng số văn bản")
    operator.check("trung-so-van-ban")
    page.get_by_role("link", name="sửa số").click()
    page.fill("input[name=number]", "999/KH-UBND")
    page.get_by_role("button", name="Lưu chỗ sửa").click()
    expect(page.locator("main")).not_to_contain_text("Trùng số văn bản")
    page.locator("[data-source]").first.click()
    expect(page.locator("#ban-goc .source").first).to_be_in_viewport()
    expect(page.locator("tr.chosen")).to_have_count(1)
    operator.check("xem-lai-ke-hoach", manual=True)


@pytest.mark.journey
def test_an_officer_meets_the_morning_on_a_phone_without_scripts(visit: Visit) -> None:
    officer = visit(OFFICER, Size.PHONE, scripts=False)
    assert officer.open("/viec-cho-toi/").status == 200
    expect(officer.page.locator("main h1")).to_have_text("Việc chờ tôi")
    officer.page.locator("main a.ttl").first.click()
    expect(officer.page.locator("main h1")).not_to_be_empty()
    officer.picture("khong-script")
