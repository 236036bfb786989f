"""The week of the leaders, and a meeting whose conclusions become work, in a browser.

A department asks for an entry, the chief of the Office approves it and publishes the week, somebody
else prints it. The Office turns the conclusions of a meeting into tasks, and the department that
leads one finds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.journeys.visitor import Size, Visitor

OFFICE, CHIEF = "namvh.vput", "tridd.vput"
OFFICER, OPERATOR = "giangkd.stp", "hoalt.snv"
WEEK = "/lich-cong-tac/?tuan=2019-10-21"
STEERING = "Họp Ban Chỉ đạo cải cách hành chính tỉnh quý IV"

Visit = Callable[..., Visitor]


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_an_entry_is_proposed_approved_published_and_printed(
    visit: Visit, tmp_path: Path, size: Size
) -> None:
    content = f"Dự ngày hội chuyển đổi số {size.name.lower()}"
    officer = visit(OFFICER, size)
    officer.open("/lich/")
    officer.check("lich-cua-toi", manual=True)
    officer.open(WEEK)
    officer.page.get_by_role("link", name="Đề nghị lịch").click()
    fill_entry(officer, content)
    officer.check("de-nghi-lich")
    send_knowing(officer, "Gửi đề nghị")
    entry = officer.page.url

    chief = visit(CHIEF, size)
    chief.open("/viec-cho-toi/")
    expect(chief.page.locator("main")).to_contain_text(content)
    chief.page.goto(entry)
    chief.check("duyet-lich")
    chief.page.get_by_role("link", name="Duyệt").click()
    send_knowing(chief, "Duyệt")
    chief.open(WEEK)
    chief.page.get_by_role("link", name=re.compile("Ban hành")).click()
    chief.page.get_by_label("Ban hành những mục đã duyệt").check()
    chief.page.get_by_role("button", name="Ban hành").click()
    chief.page.wait_for_url(re.compile("/lich-cong-tac/"))

    reader = visit(OPERATOR, size)
    reader.open(WEEK)
    expect(reader.page.locator("main")).to_contain_text(content)
    reader.check("lich-cong-tac", manual=True)
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="Word").click()
    paper = tmp_path / "lich.docx"
    download.value.save_as(paper)
    assert content in "\n".join(
        cell.text for row in Document(str(paper)).tables[1].rows for cell in row.cells
    )


@pytest.mark.journey
def test_conclusions_of_a_meeting_become_tasks_that_the_department_sees(visit: Visit) -> None:
    office = visit(OFFICE)
    office.open("/cuoc-hop/")
    office.check("cuoc-hop", manual=True)
    office.page.get_by_role("link", name=STEERING).click()
    meeting = office.page.url
    office.check("mot-cuoc-hop", manual=True)
    office.page.get_by_role("link", name="Chuyển thành nhiệm vụ").click()
    office.page.get_by_label("Số, ký hiệu").fill("221/TB-UBND")
    office.check("chuyen-ket-luan")
    office.page.get_by_role("button", name="Lập dự thảo giao việc").click()
    office.page.get_by_role("link", name="Xem lại dự thảo giao việc").click()
    office.page.get_by_role("button", name="Xác nhận và giao việc").first.click()
    office.page.locator("dialog[open]").get_by_role("button", name="Xác nhận và giao việc").click()
    office.page.wait_for_url(re.compile(r"/(ke-hoach|chi-dao)/\d+/"), timeout=60_000)
    office.page.goto(meeting)
    expect(office.page.locator("main")).to_contain_text("Đã kết luận")
    office.check("cuoc-hop-da-ket-luan")

    department = visit(OFFICER)
    department.open("/viec-cho-toi/")
    expect(department.page.locator("main")).to_contain_text("Đề xuất cắt giảm thời gian")
    department.page.goto(meeting)
    expect(department.page.locator("main")).to_contain_text("Đề xuất cắt giảm thời gian")


@pytest.mark.journey
def test_the_address_of_a_calendar_is_shown_once(visit: Visit) -> None:
    officer = visit(OFFICER)
    officer.open("/lich/dia-chi/")
    officer.page.get_by_role("button", name="Tạo địa chỉ").click()
    address = officer.page.get_by_label("Địa chỉ", exact=True).input_value()
    officer.check("dia-chi-lich")

    feed = officer.page.request.get(address)

    assert feed.status == 200
    assert "BEGIN:VCALENDAR" in feed.text()
    officer.open("/lich/dia-chi/")
    assert officer.page.locator("#feed-address").count() == 0


def fill_entry(officer: Visitor, content: str) -> None:
    """The form of an entry: what, when, and the first leader offered."""
    page = officer.page
    page.get_by_label("Nội dung").fill(content)
    page.locator("input[name=on]").fill("24/10/2019")
    page.locator("select[name=session]").select_option("AFTERNOON")
    page.evaluate(
        "() => { const s = document.querySelector('select[name=leader_ids]');"
        " s.options[0].selected = true; s.dispatchEvent(new Event('change', {bubbles: true})); }"
    )


def send_knowing(visitor: Visitor, verb: str) -> None:
    """Send a form; where it meets with something, say that one knows and send it again."""
    page = visitor.page
    page.get_by_role("button", name=verb).click()
    page.wait_for_load_state()
    known = page.locator("input[type=checkbox][name=accepts_conflicts]")
    if known.count():
        known.check()
        page.get_by_role("button", name=verb).click()
        page.wait_for_load_state()
    page.wait_for_url(re.compile(r"/muc/\d+/$"))
