"""Components: each is sampled, documented, safe with any text, and free of inline style."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from django.template.loader import get_template
from hypothesis import given
from hypothesis import strategies as st

from cchc.ui.icons import icon_names
from tests.ui.components import FOLDER, PAGE, PROJECT, Component, components, page_with_listing
from tests.ui.rendering import rendered

SAMPLES = PROJECT / "src" / "cchc" / "ui" / "templates" / "ui"
TEMPLATES = sorted((PROJECT / "src" / "cchc").rglob("templates/**/*.html"))
ICON = re.compile(r'{% icon "([\w-]+)"|\sicon="([\w-]+)"|<c-icon name="([\w-]+)"')
WICKED = "\"><script>alert(1)</script>'<img src=x onerror=alert(1)>{{ 7 }}{% now %}"
NAMES = [one.tag for one in components()]


def texts(component: Component) -> list[str]:
    """The attributes that take words."""
    fixed = {"kind", "tone", "type", "method", "icon", "class", "id", "direction"}
    return [a.name for a in component.attributes if not a.is_value and a.name not in fixed]


@pytest.mark.parametrize("component", components(), ids=NAMES)
def test_every_component_says_what_it_is_and_is_sampled(component: Component) -> None:
    samples = "".join(path.read_text(encoding="utf-8") for path in SAMPLES.rglob("*.html"))

    assert component.what, component.tag
    assert f"<{component.tag} " in samples or f"<{component.tag}>" in samples, component.tag


@pytest.mark.parametrize("component", components(), ids=NAMES)
def test_whatever_stands_in_a_value_is_shown_as_text(component: Component) -> None:
    given_texts = " ".join(f':{name}="wicked"' for name in texts(component))
    needed = {"c-icon": 'name="home"', "c-chart": "", "c-qr": 'text="a"'}.get(component.tag)
    attributes = needed if needed is not None else given_texts
    html = rendered(
        f"<{component.tag} {attributes}>{{{{ wicked }}}}</{component.tag}>", wicked=WICKED
    )

    assert "<script>alert" not in html
    assert "<img" not in html
    assert "{{ 7 }}" in html or "wicked" not in html or component.tag in {"c-icon", "c-qr"}


@pytest.mark.parametrize("tag", ["c-button", "c-form"])
def test_attributes_that_are_passed_on_are_escaped(tag: str) -> None:
    html = rendered(
        f'<{tag} :data-confirm="wicked" :hidden="no" disabled>x</{tag}>', wicked=WICKED, no=False
    )

    assert "<script>" not in html
    assert "data-confirm=" in html
    assert "hidden" not in html[: html.index(">")]
    assert " disabled" in html


@given(text=st.text(max_size=60))
def test_any_name_of_an_agency_can_be_shown(text: str) -> None:
    html = rendered('<c-agency :name="name" />', name=text)

    assert html.count("<") == html.count(">")
    assert "<script" not in html.lower().replace("&lt;script", "")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.html")), ids=lambda path: path.stem)
def test_components_compile(path: Path) -> None:
    assert get_template(f"cotton/{path.name}")


def test_every_icon_that_is_named_is_on_the_list() -> None:
    asked = {
        name
        for path in TEMPLATES
        for found in ICON.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }

    assert asked - icon_names() == set()


def test_the_list_of_components_in_the_docs_is_fresh() -> None:
    assert page_with_listing() == PAGE.read_text(encoding="utf-8"), (
        "run python -m tests.ui.components"
    )


@pytest.mark.parametrize(
    ("days", "tone", "words"),
    [
        (-2, "late", "quá hạn 2 ngày"),
        (0, "soon", "đến hạn hôm nay"),
        (3, "soon", "còn 3 ngày làm việc"),
        (30, "idle", "còn 30 ngày làm việc"),
        (None, "idle", "chưa có hạn"),
    ],
)
def test_a_deadline_is_said_in_words_and_colour(days: int | None, tone: str, words: str) -> None:
    html = rendered('<c-deadline :days="days" :due="due" />', days=days, due=date(2019, 10, 15))

    assert f'class="st {tone}"' in html
    assert words in html
    assert "15/10/2019" in html


def test_a_deadline_that_was_met_is_not_late() -> None:
    html = rendered('<c-deadline :days="-2" :done="True" label="xong đúng hạn" />')

    assert 'class="st ok"' in html


def test_a_figure_without_a_value_says_so() -> None:
    assert "chưa có số liệu" in rendered('<c-figure label="Hồ sơ" />')
    assert "chưa có số liệu" not in rendered('<c-figure label="Hồ sơ" :value="0" />')


def test_money_is_said_in_words_on_hover() -> None:
    html = rendered('<c-money :amount="1250000000" />')

    assert "1.250.000.000 đ" in html
    assert 'title="1,25 tỷ đồng"' in html
    assert "không ghi" in rendered("<c-money />")
    assert "80 triệu đồng" in rendered('<c-money :amount="80000000" />')
    assert "900 đồng" in rendered('<c-money :amount="900" />')


def test_long_work_asks_again_until_it_is_done() -> None:
    running = rendered('<c-progress poll_url="/a/" :percent="40" title="Đang đọc" />')
    done = rendered('<c-progress poll_url="/a/" :percent="100" :done="True" title="Đã đọc" />')

    assert 'hx-get="/a/"' in running
    assert "hx-get" not in done


def test_a_filter_takes_pairs_and_objects() -> None:
    class Choice:
        value, label, count = 2, "Sở Tư pháp", 4

    html = rendered(
        '<c-filter name="cq" label="Cơ quan" :choices="choices" :value="2" />',
        choices=[("1", "Sở Nội vụ"), Choice()],
    )

    assert '<option value="1">Sở Nội vụ</option>' in html
    assert '<option value="2" selected>Sở Tư pháp (4)</option>' in html


def test_the_two_lists_of_dark_colours_are_alike() -> None:
    """One is for a choice, one for the device; CSS has no way to write them once."""
    sheet = (PROJECT / "src/cchc/ui/static/ui/css/tokens.css").read_text(encoding="utf-8")
    chosen = re.search(r'\[data-bs-theme="dark"\] {(.*?)}', sheet, re.DOTALL)
    device = re.search(r":root:not\(\[data-bs-theme\]\) {(.*?)}", sheet, re.DOTALL)

    assert chosen
    assert device
    assert chosen[1].split() == device[1].split()


VALUE = re.compile(r'\s:([\w-]+)="([^"]*)"')
PATH = re.compile(r"[\w.]+")


def test_values_of_components_are_paths_or_literals() -> None:
    """`:value="a|filter"` and `:value="not a"` are silently dropped; write `value="{{ … }}"`."""
    wrong = [
        f"{path.name}: :{name}={value}"
        for path in TEMPLATES
        for name, value in VALUE.findall(path.read_text(encoding="utf-8"))
        if "{" not in value and not PATH.fullmatch(value) and not is_literal(value)
    ]

    assert wrong == []


def is_literal(text: str) -> bool:
    """Whether Python would read it as a value."""
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True
