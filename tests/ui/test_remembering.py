"""What was rendered once is what would be rendered now; nothing of one person shows to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override
from django_cotton.compiler_regex import CottonCompiler
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from cchc.ui.remembering import MEMORY, Memory, Unrememberable, key_of
from cchc.ui.templatetags import remembering


class Tone(StrEnum):
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    number: int = 0
    parts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Other:
    title: str
    number: int = 0
    parts: list[str] = field(default_factory=list)


class Hidden:
    """A thing whose contents nobody sees."""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    MEMORY.clear()
    yield
    MEMORY.clear()


def page(source: str, *, path: str = "/", **values: Any) -> str:
    request = RequestFactory().get(path)
    request.user = values.pop("user", AnonymousUser())
    template = engines["django"].from_string(CottonCompiler().process(source))
    return shown(template, request, **values)


def shown(template: Any, request: Any = None, **values: Any) -> str:
    if request is None:
        request = RequestFactory().get("/")
        request.user = AnonymousUser()
    return " ".join(str(template.render(values, request)).split())


def compiled(source: str) -> Any:
    return engines["django"].from_string(CottonCompiler().process(source))


def test_equal_data_have_equal_keys() -> None:
    assert key_of(Row("a", 1, ["x"])) == key_of(Row("a", 1, ["x"]))
    assert key_of({"a": [1, (2, 3)]}) == key_of({"a": [1, (2, 3)]})


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (1, True),
        (1, 1.0),
        (1, Decimal(1)),
        ("a", SafeString("a")),
        ("late", Tone.LATE),
        (("a",), ["a"]),
        (date(2019, 10, 15), "2019-10-15"),
        (datetime(2019, 10, 15, 3, tzinfo=UTC), datetime(2019, 10, 15, 3)),
        (
            datetime(2019, 10, 15, 3, tzinfo=UTC),
            datetime(2019, 10, 15, 10, tzinfo=timezone(timedelta(hours=7))),
        ),
        (None, ""),
        (Row("a"), Other("a")),
        (Row("a", parts=["x"]), Row("a", parts=["y"])),
    ],
)
def test_what_would_look_different_has_another_key(one: object, another: object) -> None:
    assert key_of(one) != key_of(another)


@given(st.recursive(st.text() | st.integers() | st.none() | st.dates(), st.lists, max_leaves=8))
def test_data_changed_in_place_has_another_key(value: Any) -> None:
    row = Row("a", parts=[value])
    before = key_of(row)
    row.parts.append(value)

    assert key_of(row) != before


def test_the_language_belongs_to_the_key() -> None:
    with override("vi"):
        here = key_of("a", gettext_lazy("Nhiệm vụ"))
    with override("en"):
        assert key_of("a", gettext_lazy("Nhiệm vụ")) != here


@pytest.mark.parametrize("thing", [Hidden(), lambda: 1, iter([1]), RequestFactory().get("/"), len])
def test_what_is_not_plain_data_is_refused(thing: object) -> None:
    with pytest.raises(Unrememberable):
        key_of([thing])


def test_the_memory_forgets_what_was_not_asked_for_longest() -> None:
    memory = Memory(most_bytes=2_000)
    for number in range(100):
        memory.put(b"%d" % number, SafeString("x" * 100))
        memory.get(b"0")

    assert memory.get(b"0") is not None
    assert memory.get(b"99") is not None
    assert memory.get(b"50") is None
    assert len(memory) < 20


def test_a_part_sees_only_what_it_names() -> None:
    source = (
        "{% remember row tone=row.number %}{{ row.title }} {{ tone }} {{ secret }}{% endremember %}"
    )

    assert page(source, row=Row("Giao ban", 7), secret="kín") == "Giao ban 7"


def test_a_dotted_name_brings_only_that_field() -> None:
    source = "{% remember row.title %}{{ row.title }}|{{ row.number }}{% endremember %}"

    assert page(source, row=Row("Giao ban", 7)) == "Giao ban|"


def test_equal_rows_are_rendered_once(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    template = compiled(
        "{% for row in rows %}{% remember row %}{{ row.title }}{% endremember %}{% endfor %}"
    )
    shown(template, rows=[Row("a"), Row("a"), Row("b")])

    assert len(MEMORY) == 2


def test_two_parts_with_the_same_values_are_two_parts() -> None:
    source = (
        "{% remember row %}{{ row.title }}{% endremember %}"
        "{% remember row %}{{ row.number }}{% endremember %}"
    )

    assert page(source, row=Row("a", 7)) == "a7"


def test_a_part_that_names_something_hidden_is_refused_where_it_is_proved() -> None:
    with pytest.raises(Unrememberable):
        page("{% remember row %}{% endremember %}", row=Hidden())


def test_and_rendered_as_ever_in_service(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    form = Hidden()

    assert page("{% remember row %}{{ row|yesno:'có,không' }}{% endremember %}", row=form) == "có"
    assert len(MEMORY) == 0


def test_the_token_of_a_form_is_never_kept(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    template = compiled("{% remember row %}{% csrf_token %}{% endremember %}")
    first, second = shown(template, row=Row("a")), shown(template, row=Row("a"))

    assert len(MEMORY) == 1
    assert 'name="csrfmiddlewaretoken" value="' in first
    assert first != second, "each request has its own token"


def test_the_address_of_the_page_is_never_kept(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    template = compiled("{% remember row %}{% here %}{% endremember %}")
    found = []
    for path in ("/mot/?a=1&b=<x>", "/hai/"):
        request = RequestFactory().get(path)
        request.user = AnonymousUser()
        found.append(shown(template, request, row=Row("a")))

    assert found == ["/mot/?a=1&amp;b=%3Cx%3E", "/hai/"]
    assert len(MEMORY) == 1


@pytest.mark.parametrize(
    "looks_at", ["{{ user }}", "{{ request.META.REMOTE_ADDR }}", "{{ request.user }}"]
)
def test_a_page_that_looks_at_the_person_is_not_kept(looks_at: str) -> None:
    page(
        f"{{% remember_page %}}{{{{ row.title }}}}{looks_at}{{% endremember_page %}}", row=Row("a")
    )

    assert len(MEMORY) == 0


def test_nor_where_a_component_of_it_looks_at_the_person() -> None:
    source = (
        "{% remember_page %}<c-card title='a'>{% if user.is_authenticated %}kín{% endif %}</c-card>"
        "{% endremember_page %}"
    )
    page(source)
    kept = len(MEMORY)

    assert kept == 1, "the card alone, which is made from its words"


def test_a_page_is_kept_by_what_the_view_gave_and_by_its_address(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    template = compiled(
        "{% remember_page %}{{ row.title }} {{ request.GET.tt }}{% endremember_page %}"
    )

    def asked(path: str, title: str) -> str:
        request = RequestFactory().get(path)
        request.user = AnonymousUser()
        return shown(template, request, row=Row(title))

    assert asked("/?tt=1", "a") == "a 1"
    assert asked("/?tt=2", "a") == "a 2"
    assert asked("/?tt=1", "b") == "b 1"
    assert asked("/?tt=1", "a") == "a 1"
    assert len(MEMORY) == 3


def test_a_page_with_a_form_is_rendered_as_ever() -> None:
    source = "{% remember_page %}{{ form|yesno:'có,không' }}{% csrf_token %}{% endremember_page %}"

    assert 'value="' in page(source, form=Hidden())
    assert len(MEMORY) == 0


def test_components_of_equal_attributes_are_rendered_once(settings: Settings) -> None:
    settings.CCHC_PROVE_REMEMBERED = False
    source = (
        "{% remember_page %}{% for row in rows %}<c-status tone='late' label='{{ row.title }}' />"
        "{% endfor %}{{ hidden|yesno:',' }}{% endremember_page %}"
    )
    text = page(source, rows=[Row("<b>"), Row("<b>"), Row("c")], hidden=Hidden())

    assert text.count("&lt;b&gt;") == 2
    assert len(MEMORY) == 2


def test_a_part_that_named_too_little_fails_its_proof(settings: Settings) -> None:
    template = compiled("{% remember row %}{{ row.title }}{% endremember %}")
    shown(template, row=Row("a"))
    node = next(n for n in template.template.nodelist if isinstance(n, remembering.RememberNode))
    node.nodelist = compiled("otherwise").template.nodelist
    with pytest.raises(AssertionError, match="remembered otherwise"):
        shown(template, row=Row("a"))
