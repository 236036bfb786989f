"""The pages of the frame: samples, errors, the person's own page, notifications, assets."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

from cchc.platform.messages.inbox import inbox
from cchc.platform.messages.sending import notify
from cchc.ui.assets import LibraryFinder, prepare
from cchc.ui.icons import UnknownIcon, icon_names, icon_svg, sprite
from cchc.ui.samples import PARTS
from tests.worlds import PASSWORD, World

PROJECT = Path(__file__).resolve().parents[2]
LIBRARIES = PROJECT / "node_modules"


@pytest.mark.parametrize("part", PARTS)
def test_every_sample_page_is_shown_in_the_demo(
    client: Client, settings: LazySettings, part: str
) -> None:
    settings.CCHC_MOVABLE_CLOCK = True
    answer = client.get(f"/_ui/{part}/")

    assert answer.status_code == 200
    assert " style=" not in answer.content.decode()


def test_samples_are_not_for_everybody(
    client: Client, world: World, settings: LazySettings
) -> None:
    settings.CCHC_MOVABLE_CLOCK = False

    assert client.get("/_ui/").status_code == 404
    client.login(username=world.nobody_special.username, password=PASSWORD)
    assert client.get("/_ui/").status_code == 404
    settings.CCHC_MOVABLE_CLOCK = True
    assert client.get("/_ui/khong-co/").status_code == 404


def test_the_form_sample_shows_its_errors(client: Client, settings: LazySettings) -> None:
    settings.CCHC_MOVABLE_CLOCK = True
    answer = client.post("/_ui/bieu-mau/", {"due_on": "x"})

    assert answer.status_code == 422
    assert "Chưa gửi được" in answer.content.decode()


@pytest.mark.parametrize("code", [400, 403, 404, 429, 500])
def test_an_error_page_says_what_happened_and_what_to_do_without_a_request(code: int) -> None:
    html = render_to_string(f"ui/errors/{code}.html", {"message": "", "reference": "a1b2"})

    assert "Cần làm gì:" in html
    assert "a1b2" in html
    assert "tabler" not in html


def test_the_own_page_tells_who_one_is(client: Client, world: World) -> None:
    client.login(username=world.operator.username, password=PASSWORD)
    html = client.get("/toi/").content.decode()

    assert "Lê Thị Hoa" in html
    assert "Đăng xuất" in html


def test_the_bell_counts_and_a_notification_leads_where_it_says(
    client: Client, world: World
) -> None:
    notify(to=[world.operator.pk], topic="t", title="Việc <mới>", link="/tim/?q=x", now=world.now)
    client.login(username=world.operator.username, password=PASSWORD)
    line = inbox(world.operator.pk)[0]

    html = client.get("/thong-bao/").content.decode()
    answer = client.get(f"/thong-bao/{line.id}/")

    assert "Việc &lt;mới&gt;" in html
    assert 'class="bell-n">1<' in html
    assert answer["Location"] == "/tim/?q=x"
    assert inbox(world.operator.pk)[0].is_read


def test_a_notification_of_somebody_else_is_not_there(client: Client, world: World) -> None:
    notify(to=[world.head.pk], topic="t", title="Riêng", link="/", now=world.now)
    client.login(username=world.operator.username, password=PASSWORD)

    assert client.get(f"/thong-bao/{inbox(world.head.pk)[0].id}/").status_code == 404
    assert not inbox(world.head.pk)[0].is_read


def test_a_notification_never_leads_to_another_site(client: Client, world: World) -> None:
    notify(to=[world.operator.pk], topic="t", title="Lạ", link="//evil.example/", now=world.now)
    client.login(username=world.operator.username, password=PASSWORD)

    assert client.get(f"/thong-bao/{inbox(world.operator.pk)[0].id}/")["Location"] == "/thong-bao/"


def test_everything_can_be_marked_as_read(client: Client, world: World) -> None:
    notify(to=[world.operator.pk], topic="t", title="Một", now=world.now)
    client.login(username=world.operator.username, password=PASSWORD)
    client.post("/thong-bao/da-doc/")

    assert "Không còn thông báo chưa đọc" in client.get("/thong-bao/").content.decode()


def test_only_the_files_that_are_used_are_served(tmp_path: Path) -> None:
    names = prepare(LIBRARIES, tmp_path)
    made = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}

    assert made == set(names)
    assert "sourceMappingURL" not in (tmp_path / "vendor" / "tabler.min.css").read_text()
    assert prepare(LIBRARIES, tmp_path) == names


def test_the_finder_finds_libraries_and_nothing_else() -> None:
    finder = LibraryFinder()

    assert Path(finder.find("vendor/htmx.min.js")).is_file()
    assert finder.find("vendor/nothing.js") == []
    assert len(finder.find("ui/icons.svg", find_all=True)) == 1
    assert "ui/icons.svg" in {name for name, _ in finder.list(None)}
    assert "ui/icons.svg" not in {name for name, _ in finder.list(["*.svg"])}
    assert finder.check() == []


def test_every_file_that_a_style_sheet_names_is_served() -> None:
    folder = PROJECT / "src" / "cchc" / "ui" / "static" / "ui" / "css"
    named = {
        name
        for sheet in folder.glob("*.css")
        for name in re.findall(r'url\("?\.\./\.\./([^")]+)', sheet.read_text(encoding="utf-8"))
    }

    assert named
    assert [name for name in named if not finders.find(name)] == []


def test_the_sprite_holds_every_icon_once() -> None:
    drawn = re.findall(r'<symbol id="([\w-]+)"', sprite(LIBRARIES / "@tabler/icons/icons/outline"))

    assert drawn == sorted(icon_names())


def test_an_icon_alone_has_a_name_and_an_ornament_has_none() -> None:
    assert 'role="img" aria-label="Đóng &lt;"' in icon_svg("x", label="Đóng <")
    assert 'aria-hidden="true"' in icon_svg("x")


def test_an_unknown_icon_is_found_while_building_and_harmless_later(settings: LazySettings) -> None:
    with pytest.raises(UnknownIcon):
        icon_svg("no-such-icon")
    settings.CCHC_STRICT_ICONS = False
    assert "#point" in icon_svg("no-such-icon")


def test_the_lock_of_the_browser_libraries_has_hashes_and_no_addresses() -> None:
    text = (PROJECT / "package-lock.json").read_text(encoding="utf-8")

    assert "http" not in text
    assert "resolved" not in text
    assert text.count('"integrity"') == text.count('"node_modules/')


def test_a_page_for_citizens_is_light() -> None:
    """All that such a page brings, compressed, is 160 kB at most; the rest is for what it says."""
    html = render_to_string("ui/public.html", {})
    named = set(re.findall(r'(?:href|src)="/static/([^"#]+)', html))
    sheets = [found(name).read_text() for name in named if name.endswith(".css")]
    faces = {name for sheet in sheets for name in re.findall(r'url\("\.\./\.\./([^"]+)', sheet)}
    faces = {name for name in faces if "tinos" not in name}  # asked for by official papers only
    files = [found(name).read_bytes() for name in {*named, *faces, "ui/icons.svg"}]
    weight = sum(len(gzip.compress(content)) for content in files) + len(html)

    assert "tabler" not in html
    assert weight <= 160 * 1024


def found(name: str) -> Path:
    """The file behind a static name."""
    return Path(str(finders.find(name)))
