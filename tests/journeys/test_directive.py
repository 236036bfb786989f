"""From a scanned letter to the work of divisions: the Office's letter 526/VP-HCTC of 2022.

The officer of the Office sends the scan in, sees twelve duties, gives those without a time one
deadline, and confirms; the head of a division finds the work of the division waiting.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

OFFICER = "namvh.vput"
HEAD = "trongtv.vput"
"""The head of Phòng Nội chính, to whom point 5 gives work."""
STEM = "526-vp-hctc-cong-van-don-doc-quang-tri-2022"
DIVISIONS = ("Phòng Nội chính", "Phòng Hành chính - Tổ chức", "Ban Tiếp công dân tỉnh")

Visit = Callable[..., Visitor]


@pytest.mark.journey
def test_a_scanned_letter_becomes_work_of_divisions(
    visit: Visit, shared_inputs: Path, tmp_path: Path
) -> None:
    officer = visit(OFFICER)
    address = send_in_and_confirm(officer, scan_of(shared_inputs, tmp_path))
    officer.open(address)
    main = officer.page.locator("main")
    for division in DIVISIONS:
        expect(main).to_contain_text(division)
    expect(officer.page.locator("td a.ttl[href^='/nhiem-vu/']")).to_have_count(12)
    officer.check("van-ban-giao-viec")

    head = visit(HEAD)
    head.open("/viec-cho-toi/")
    expect(head.page.locator("main")).to_contain_text("Giao phòng Nội chính phối hợp")
    head.open(address)
    expect(head.page.locator("main")).to_contain_text("526/VP-HCTC")

    officer.open("/chi-dao/")
    expect(main).to_contain_text("526/VP-HCTC")
    officer.check("so-van-ban")
    take_back(officer, address)


def scan_of(inputs: Path, folder: Path) -> Path:
    """The scan where there is one, else one made of the PDF's pages as pictures."""
    scan = inputs / f"{STEM}.scan.pdf"
    if scan.exists():
        return scan
    pages = [
        page.render(scale=200 / 72).to_pil() for page in pdfium.PdfDocument(inputs / f"{STEM}.pdf")
    ]
    made = folder / "526.scan.pdf"
    first, *rest = (page.convert("L") for page in pages)
    assert isinstance(first, Image.Image)
    first.save(made, save_all=True, append_images=rest, resolution=200)
    return made


def send_in_and_confirm(officer: Visitor, paper: Path) -> str:
    """Send in, look, give a common deadline, confirm; the address of the document."""
    page = officer.page
    officer.open("/chi-dao/")
    page.get_by_role("link", name="Nhập văn bản").first.click()
    page.set_input_files("input[type=file]", str(paper))
    officer.check("nhap-van-ban")
    page.get_by_role("button", name="Đọc văn bản").click()
    expect(page.locator(".head-lead")).to_contain_text("đọc được 12 nhiệm vụ", timeout=180_000)
    officer.check("xem-lai-van-ban")
    page.get_by_role("link", name="Đặt hạn chung").click()
    page.fill("input[name=due_on]", "30/11/2022")
    page.locator("main").get_by_role("button", name="Đặt hạn chung").click()
    expect(page.locator("main")).to_contain_text("Chậm nhất ngày 30/11/2022")
    page.get_by_role("button", name="Xác nhận và giao việc").first.click()
    page.locator("dialog[open]").get_by_role("button", name="Xác nhận và giao việc").click()
    page.wait_for_url(re.compile(r"/chi-dao/\d+/$"), timeout=60_000)
    return page.url.removeprefix(officer.address)


def take_back(officer: Visitor, address: str) -> None:
    """The number is free again for the next run."""
    officer.open(address)
    officer.page.get_by_text("Việc khác").first.click()
    officer.page.get_by_role("link", name="Thu hồi văn bản").click()
    officer.page.fill("textarea[name=reason]", "Nhập thử")
    officer.page.get_by_role("button", name="Thu hồi kế hoạch").click()
    expect(officer.page.locator("main")).to_contain_text("Văn bản đã được thu hồi")
