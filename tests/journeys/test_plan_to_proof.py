"""From a plan on paper to accepted proof: the errand for which the platform is built.

The provincial operator sends a real plan in, corrects nothing and confirms; the officer of a
department finds the work waiting and hands proof in; the head approves; the operator accepts; the
board moves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Size, Visitor

OPERATOR, OFFICER, HEAD = "hoalt.snv", "manmt.sttvtt", "locnv.sttvtt"
PLAN = "272-kh-ubnd-ke-hoach-cchc-dong-thap-2019.docx"
TASK = "Điều chỉnh phần mềm khảo sát trực tuyến"
"""Row 7.d: led by the department of information and communications alone."""
PROOF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)

Visit = Callable[..., Visitor]


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_a_real_plan_becomes_work_and_the_work_is_proven(
    visit: Visit, shared_inputs: Path, size: Size
) -> None:
    operator = visit(OPERATOR, size)
    plan = send_in_and_confirm(operator, shared_inputs / PLAN)
    task = address_of_task(operator, plan)
    before = board_figures(operator)

    officer = visit(OFFICER, size)
    officer.open("/viec-cho-toi/")
    expect(officer.page.locator("main")).to_contain_text(TASK)
    officer.check("cong-chuc-viec-cho-toi")
    hand_in(officer, task)

    head = visit(HEAD, size)
    head.open("/")
    expect(head.page.locator("main")).to_contain_text(TASK)
    head.open(task)
    head.check("thu-truong-duyet")
    press(head, "Duyệt minh chứng")

    operator.open(task)
    operator.check("nghiem-thu")
    press(operator, "Nghiệm thu")
    expect(operator.page.locator("main")).to_contain_text("Hoàn thành")
    operator.check("nhiem-vu-xong")

    assert board_figures(operator) != before
    operator.check("toan-canh")
    take_back(operator, plan)


def send_in_and_confirm(operator: Visitor, paper: Path) -> str:
    """The operator sends the file in, corrects nothing, confirms; the address of the plan."""
    page = operator.page
    operator.open("/ke-hoach/")
    page.get_by_role("link", name="Nhập kế hoạch").first.click()
    page.set_input_files("input[type=file]", str(paper))
    operator.check("nhap-ke-hoach")
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.locator(".head-lead")).to_contain_text("đọc được 37 nhiệm vụ", timeout=60_000)
    operator.check("xem-lai")
    page.get_by_role("button", name="Xác nhận và giao việc").first.click()
    page.locator("dialog[open]").get_by_role("button", name="Xác nhận và giao việc").click()
    page.wait_for_url(re.compile(r"/ke-hoach/\d+/$"), timeout=60_000)
    operator.check("ke-hoach")
    expect(page.locator("td a.ttl[href^='/nhiem-vu/']")).to_have_count(37)
    return page.url.removeprefix(operator.address)


def address_of_task(operator: Visitor, plan: str) -> str:
    operator.open(plan)
    link = operator.page.locator("a.ttl", has_text=TASK).first
    return str(link.get_attribute("href"))


def hand_in(officer: Visitor, task: str) -> None:
    """The officer takes the work up and hands a product in as proof."""
    officer.open(task)
    officer.check("nhiem-vu")
    press(officer, "Tiếp nhận")
    page = officer.page
    page.locator(".head-actions").get_by_role("link", name="Nộp minh chứng").click()
    page.fill("input[name=product]", "Kết quả khảo sát")
    page.set_input_files(
        "input[type=file]",
        {"name": "ket-qua-khao-sat.pdf", "mimeType": "application/pdf", "buffer": PROOF},
    )
    officer.check("nop-minh-chung")
    page.get_by_role("button", name="Nộp minh chứng").click()
    expect(page.locator("main")).to_contain_text("Chờ thủ trưởng duyệt")


def press(visitor: Visitor, verb: str) -> None:
    """Press the red button of the page."""
    button = visitor.page.locator(".head-actions").get_by_role("button", name=verb)
    with visitor.page.expect_navigation():
        button.click()


def board_figures(operator: Visitor) -> list[str]:
    operator.open("/toan-canh/")
    return operator.page.locator(".fig .v").all_inner_texts()


def take_back(operator: Visitor, plan: str) -> None:
    """The operator takes the plan back, with a reason, so that the next journey may bring it in."""
    operator.open(f"{plan}thu-hoi/")
    operator.page.fill("textarea[name=reason]", "Kết thúc buổi hướng dẫn.")
    operator.check("thu-hoi-ke-hoach")
    operator.page.get_by_role("button", name="Thu hồi kế hoạch").click()
    expect(operator.page.locator("main")).to_contain_text("Kế hoạch đã được thu hồi")
