"""From the department to the officer's desk and back up: one thread, lived in the browser.

The reform officer of a department gives a part of its work to a division; the head of the division
gives a piece of it to an officer; the officer's proof is returned once, then accepted; the division
hands in with it, the department accepts, hands its own work in, and the province accepts that.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.test_plan_to_proof import PROOF, press
from tests.journeys.visitor import Size, Visitor

OPERATOR = "hoalt.snv"
OFFICER, HEAD = "manmt.sttvtt", "locnv.sttvtt"
DIVISION_HEAD, WRITER = "ngantt.sttvtt", "thampt.sttvtt"
DIVISION = "Văn phòng"
WORK = "Tổng hợp số liệu toàn ngành"
PIECE = "Lập bảng số liệu"
Visit = Callable[..., Visitor]


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_parts_have_their_own_list_and_every_part_shows_its_thread(
    visit: Visit, size: Size
) -> None:
    operator = visit(OPERATOR, size)
    operator.open("/nhiem-vu/?viec_con=1&tt=open")
    operator.check("viec-con")
    operator.page.locator("a.ttl[href^='/nhiem-vu/']").first.click()
    expect(operator.page.locator("main")).to_contain_text("Luồng giao việc")
    operator.check("luong-giao-viec")


@pytest.mark.journey
def test_work_goes_down_to_an_officer_and_comes_up_to_the_province(visit: Visit) -> None:
    officer = visit(OFFICER)
    root = root_of_the_thread(officer)
    part = give_down(officer, root, WORK, DIVISION)

    division_head = visit(DIVISION_HEAD)
    division_head.open("/viec-cho-toi/")
    expect(division_head.page.locator("main")).to_contain_text(WORK)
    piece = give_down(division_head, part, PIECE, "")

    writer = visit(WRITER)
    hand_in(writer, piece, "Bảng số liệu")
    send_back(division_head, piece)
    hand_in(writer, piece, "Bảng số liệu đã bổ sung")
    accept(division_head, piece)

    division_head.open(part)
    click(division_head.page.get_by_role("link", name="Nộp minh chứng").first)
    expect(division_head.page.get_by_text("Đưa minh chứng của việc con vào")).to_be_visible()
    division_head.check("dua-minh-chung-viec-con")
    click(division_head.page.get_by_role("button", name="Nộp minh chứng"))

    accept(officer, part)
    recall_the_others(officer, root)
    hand_in(officer, root, "Báo cáo tổng hợp")
    head = visit(HEAD)
    head.open(root)
    press(head, "Duyệt minh chứng")
    operator = visit(OPERATOR)
    operator.open(root)
    press(operator, "Nghiệm thu")
    expect(operator.page.locator("main")).to_contain_text("Hoàn thành")


def root_of_the_thread(officer: Visitor) -> str:
    """The work of the plan at the top of the department's thread, by way of one of its parts."""
    officer.open("/nhiem-vu/?viec_con=1&tt=open")
    click(officer.page.locator("a.ttl[href^='/nhiem-vu/']").first)
    officer.check("viec-con-va-luong")
    return str(officer.page.locator(".thread .d0 a.ttl").get_attribute("href"))


def give_down(giver: Visitor, work: str, content: str, division: str) -> str:
    """Break work down: to a division, or to the first person there is; the part's address."""
    giver.open(work)
    click(here(giver, work).get_by_role("link", name="Giao xuống").first)
    giver.check("giao-xuong")
    page = giver.page
    page.fill("[name=form-0-content]", content)
    if division:
        page.get_by_role("checkbox", name=division, exact=True).first.check()
    else:
        values = page.locator("[name=form-0-person] option").all()
        label = next(v.inner_text() for v in values if "Chuyên viên" in v.inner_text())
        page.select_option("[name=form-0-person]", label=label)
    click(page.get_by_role("button", name="Giao việc"))
    expect(page.locator(".thread").first).to_contain_text(content)
    return address(page.locator(".thread a.ttl", has_text=content).first)


def hand_in(worker: Visitor, work: str, product: str) -> None:
    worker.open(work)
    click(here(worker, work).get_by_role("link", name="Nộp minh chứng").first)
    worker.page.fill("[name=product]", product)
    file = {"name": "san-pham.pdf", "mimeType": "application/pdf", "buffer": PROOF}
    worker.page.set_input_files("input[type=file]", file)
    click(worker.page.get_by_role("button", name="Nộp minh chứng"))
    expect(here(worker, work)).to_contain_text(product)


def send_back(giver: Visitor, work: str) -> None:
    giver.open(work)
    click(giver.page.get_by_role("link", name="Trả lại", exact=True).first)
    giver.page.fill("[name=reason]", "Thiếu số liệu quý III")
    click(giver.page.get_by_role("button", name="Trả lại"))


def accept(giver: Visitor, work: str) -> None:
    giver.open(work)
    press(giver, "Nghiệm thu")
    expect(giver.page.locator("main")).to_contain_text("Hoàn thành")


def recall_the_others(giver: Visitor, root: str) -> None:
    """What the demo had given before is taken back: the work above waits for it otherwise."""
    giver.open(root)
    links = giver.page.get_by_role("link", name="Thu hồi việc con")
    while links.count():
        click(links.first)
        giver.page.fill("[name=reason]", "Sở tự thực hiện")
        click(giver.page.get_by_role("button", name="Thu hồi"))
        giver.open(root)


def here(visitor: Visitor, work: str) -> Locator:
    """The round that the address names, or the whole page when it names none."""
    _, _, number = work.partition("?ky=")
    return visitor.page.locator(f"#ky-{number}" if number else "main")


def address(link: Locator) -> str:
    return re.sub(r"\?.*", "", str(link.get_attribute("href")))


def click(target: Locator) -> None:
    with target.page.expect_navigation():
        target.click()
