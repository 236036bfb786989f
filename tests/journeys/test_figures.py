"""From a number down to a task, and a head's own sheet as a paper.

The operator opens a figure of the catalogue, its rows, and the task behind one of them; a head
reads the sheet of the own agency and takes the PDF away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Size, Visitor

OPERATOR, HEAD = "hoalt.snv", "locnv.sttvtt"
OWN = "Sở Thông tin và Truyền thông"
Visit = Callable[..., Visitor]


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_a_number_opens_down_to_the_task(visit: Visit, size: Size) -> None:
    operator = visit(OPERATOR, size)
    page = operator.page
    operator.open("/so-lieu/?ky=2019")
    operator.check("so-lieu", manual=True)
    page.get_by_role("link", name="Quá hạn chưa hoàn thành").click()
    page.wait_for_url(re.compile(r"/so-lieu/plans\.overdue/"))
    operator.check("mot-so-lieu", manual=True)
    page.get_by_role("link", name="Mở từng dòng").click()
    page.wait_for_url(re.compile(r"/so-lieu/plans\.overdue/chi-tiet/"))
    operator.check("so-lieu-tung-dong")
    page.locator("td a.ttl[href^='/nhiem-vu/']").first.click()
    page.wait_for_url(re.compile(r"/nhiem-vu/\d+/"))
    expect(page.locator("main")).to_contain_text("Quá hạn", ignore_case=True)


@pytest.mark.journey
def test_a_head_reads_the_own_sheet_and_takes_it_away(visit: Visit, tmp_path: Path) -> None:
    head = visit(HEAD)
    page = head.page
    head.open("/trach-nhiem/?ky=2019")
    head.check("trach-nhiem-cua-toi")
    page.get_by_role("link", name=OWN).first.click()
    page.wait_for_url(re.compile(r"/trach-nhiem/\d+/"))
    head.check("phieu-trach-nhiem", manual=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải phiếu PDF").click()
    paper = tmp_path / "phieu.pdf"
    download.value.save_as(paper)
    assert paper.read_bytes().startswith(b"%PDF")

    operator = visit(OPERATOR)
    operator.open("/trach-nhiem/?ky=2019&cap=PROVINCE")
    operator.check("trach-nhiem", manual=True)
