"""An urging letter: chosen from what is late, edited, issued, read back, and its effect seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from cchc.officialdocs import read
from tests.journeys.visitor import Size, Visitor

OPERATOR = "hoalt.snv"
Visit = Callable[..., Visitor]


@pytest.mark.journey
@pytest.mark.parametrize("size", list(Size), ids=lambda size: size.name.lower())
def test_a_letter_is_chosen_edited_issued_and_read_back(
    visit: Visit, tmp_path: Path, size: Size
) -> None:
    operator = visit(OPERATOR, size)
    page = operator.page
    operator.open("/don-doc/cong-van/moi/")
    operator.check("lap-cong-van", manual=True)
    boxes = page.locator("input[name=chon]")
    for place in range(3, boxes.count()):
        boxes.nth(place).uncheck()
    chosen = [boxes.nth(place).get_attribute("aria-label") or "" for place in range(3)]
    page.locator("select[name=signer]").select_option(index=1)
    press(operator, "Lập dự thảo công văn")
    expect(page.locator("article.paper")).to_contain_text("Kính gửi")
    operator.check("du-thao-cong-van", manual=True)

    address = page.url.removeprefix(operator.address)
    operator.open(f"{address}sua/")
    body = page.locator("textarea[name=body]")
    body.fill(body.input_value() + "\n\nGiao Sở Nội vụ theo dõi, đôn đốc.")
    operator.check("sua-cong-van")
    press(operator, "Lưu dự thảo")
    expect(page.locator("article.paper")).to_contain_text("Giao Sở Nội vụ theo dõi, đôn đốc./.")

    operator.open(f"{address}phat-hanh/")
    press(operator, "Cấp số, phát hành")
    expect(page.locator("main")).to_contain_text("đã phát hành")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Word", exact=True).click()
    path = tmp_path / "cong-van.docx"
    waiting.value.save_as(path)
    press(operator, "Gửi văn bản")
    operator.check("cong-van-da-gui", manual=True)

    found = read(path)
    assert found.number.value is not None
    assert re.fullmatch(r"\d+/SNV-CCHC", found.number.value)
    assert len(found.tasks) == 3
    for task, said in zip(found.tasks, chosen, strict=True):
        assert said.startswith(f"{task.lead[0].name}: ")
        assert task.content.value[:20] in said

    operator.open("/don-doc/hieu-qua/")
    expect(page.locator("main")).to_contain_text(found.number.value)
    operator.check("hieu-qua-don-doc", manual=True)
    operator.open("/van-ban/")
    operator.check("van-ban-di", manual=True)
    operator.open("/don-doc/thong-bao-thang/?thang=2019-09")
    operator.check("thong-bao-thang", manual=True)


def press(visitor: Visitor, name: str) -> None:
    """Press a button that sends a form, and wait for the next page."""
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name, exact=True).first.click()
