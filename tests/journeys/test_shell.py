"""The shell in a real browser: every sample page on both screens, light and dark, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from cchc.ui.samples import PARTS
from tests.journeys.visitor import Size, Visitor

pytestmark = pytest.mark.journey
Visit = Callable[..., Visitor]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", Size, ids=lambda size: size.name.lower())
def test_every_sample_page_is_sound(visit: Visit, size: Size, theme: str) -> None:
    visitor = visit("", size)
    cookie = {"name": "cchc_theme", "value": theme, "url": visitor.address}
    visitor.page.context.add_cookies([cookie])  # type: ignore[list-item]

    for part in PARTS:
        visitor.open(f"/_ui/{part}/")
        expect(visitor.page.locator("html")).to_have_attribute("data-bs-theme", theme)
        visitor.check(f"ui-{part}-{theme}")


def test_a_device_that_is_dark_gets_a_dark_page(visit: Visit) -> None:
    visitor = visit("")
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open("/_ui/")

    expect(visitor.page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_without_scripts_a_dark_device_gets_dark_paper_and_drawings_stay_tables(
    visit: Visit,
) -> None:
    visitor = visit("", scripts=False)
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open("/_ui/toan-canh/")

    expect(visitor.page.locator("body")).to_have_css("background-color", "rgb(18, 22, 29)")
    expect(visitor.page.locator("[data-chart] table").first).to_be_visible()
    expect(visitor.page.locator("[data-chart] .chart-draw").first).to_be_hidden()


def test_the_keyboard_reaches_search_menus_and_content(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/")

    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.press("Escape")
    person = page.locator(".top-end summary")
    person.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Đổi mật khẩu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Đổi mật khẩu")).to_be_hidden()
    expect(person).to_be_focused()


def test_a_dialog_takes_the_focus_and_gives_it_back(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/thanh-phan/")
    opener = page.get_by_role("button", name="Mở hộp thoại")

    opener.click()
    expect(page.locator("#sample-dialog")).to_be_visible()
    visitor.check("ui-dialog")
    page.keyboard.press("Escape")

    expect(page.locator("#sample-dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_destructive_act_is_asked_about_once(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/danh-sach/")
    page.locator("td.pick input").first.check()
    expect(page.locator("[data-bulk-count]")).to_have_text("1")
    page.get_by_role("button", name="Xóa", exact=True).click()
    dialog = page.locator("#confirm-dialog")

    expect(dialog).to_contain_text("Xóa các việc đã chọn?")
    expect(dialog).to_contain_text("lấy lại được trong 30 ngày")
    expect(dialog.get_by_role("button", name="Xóa việc")).to_be_visible()
    expect(dialog.get_by_role("button", name="Thôi")).to_be_focused()
    visitor.check("ui-confirm")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page).to_have_url(f"{visitor.address}/_ui/danh-sach/")


def test_what_is_typed_survives_leaving_the_page(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/bieu-mau/")
    page.get_by_label("Tên nhiệm vụ").fill("Rà soát văn bản")
    page.wait_for_timeout(700)
    visitor.open("/_ui/")
    visitor.open("/_ui/bieu-mau/")
    page.get_by_role("button", name="Lấy lại bản đang soạn").click()

    expect(page.get_by_label("Tên nhiệm vụ")).to_have_value("Rà soát văn bản")


def test_a_refused_form_keeps_what_was_typed_and_leads_to_the_first_error(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/bieu-mau/")
    page.get_by_label("Hạn hoàn thành").fill("ngày mai")
    page.get_by_role("button", name="Giao nhiệm vụ").click()

    expect(page.locator(".field.wrong").first.locator("input")).to_be_focused()
    expect(page.get_by_label("Hạn hoàn thành")).to_have_value("ngày mai")
    visitor.check("ui-form-errors")


def test_a_long_choice_is_searched_without_marks(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/bieu-mau/")
    page.get_by_role("searchbox", name="Tìm trong: Cơ quan phối hợp").fill("huyen la sen")
    page.get_by_role("checkbox", name="UBND huyện Lá Sen").check()

    expect(page.get_by_role("checkbox", name="Sở Y tế")).to_be_hidden()
    expect(page.locator(".picker-chosen")).to_contain_text("UBND huyện Lá Sen")
    assert page.locator("#id_agencies").evaluate(
        "s => [...s.selectedOptions].map(o => o.text)"
    ) == ["UBND huyện Lá Sen"]


def test_a_group_of_the_navigation_that_was_closed_stays_closed(visit: Visit) -> None:
    visitor = visit("")
    page = visitor.page
    visitor.open("/_ui/")
    page.get_by_text("Đo lường", exact=True).click()
    page.wait_for_timeout(200)

    assert any(cookie["name"] == "cchc_nav" for cookie in page.context.cookies())


def test_the_choice_of_dark_is_kept_without_scripts(visit: Visit) -> None:
    visitor = visit("", scripts=False)
    page = visitor.page
    visitor.open("/_ui/")
    page.locator(".top-end summary").click()
    page.get_by_role("button", name="Tối").click()

    expect(page).to_have_url(f"{visitor.address}/_ui/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
