"""Tags that remember what they rendered, and components that do so by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Node, NodeList, Parser, Template, Token
from django.template.context import Context, RequestContext
from django.utils.safestring import SafeString, mark_safe
from django_cotton.templatetags._component import CottonComponentNode, cotton_component

from cchc.ui.remembering import (
    MEMORY,
    Unrememberable,
    Watched,
    address_of,
    filled,
    key_of,
)

register = template.Library()
_numbers = count(1)
_NO_DATA = frozenset({"block", "cotton_data", "True", "False", "None"})
"""Names in a context that the machinery of templates puts there."""


@register.simple_tag(takes_context=True)
def here(context: Context) -> SafeString:
    """The address of this page, to come back to it."""
    return mark_safe(address_of(given_to(context) or {}))  # noqa: S308 - escaped there


def given_to(context: Context) -> dict[str, Any] | None:
    """What the request gave to this context; None where a template is rendered without request."""
    snapshot: dict[str, Any] | None = getattr(context, "_cotton_processor_snapshot", None)
    if snapshot is None and isinstance(context, RequestContext):
        index = getattr(context, "_processors_index", None)
        snapshot = context.dicts[index] if index is not None else None
    return snapshot


def _kept(key: bytes | None, watched: Watched, render: Any) -> str:
    """What is kept under the key, or what is rendered now, kept when it looked at nothing else."""
    found = MEMORY.get(key) if key is not None else None
    if found is not None and not settings.CCHC_PROVE_REMEMBERED:
        return found
    text: SafeString = render()
    if watched.is_touched or key is None:
        return text
    if found is not None and found != text:
        raise AssertionError(f"remembered otherwise:\n{found}\n--- now:\n{text}")
    MEMORY.put(key, text)
    return text


class RememberNode(Node):
    """A part that follows from the values it names, and sees nothing else."""

    def __init__(self, nodelist: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self.number = next(_numbers)

    def render(self, context: Context) -> SafeString:
        """The part, remembered by its values; the language is always one of them."""
        values: dict[str, Any] = {}
        for name, value in self.values.items():
            _put(values, name, value.resolve(context))
        given = given_to(context)
        watched = Watched(given or {})
        try:
            key = key_of(self.number, values)
        except Unrememberable:
            if settings.CCHC_PROVE_REMEMBERED:
                raise
            key = None
        text = _kept(key, watched, lambda: self.nodelist.render(_alone(context, watched, values)))
        return filled(text, given or {})


def _put(values: dict[str, Any], name: str, value: object) -> None:
    """Under `frame.period`, templates find `frame` with nothing but the period in it."""
    *folders, last = name.split(".")
    for folder in folders:
        values = values.setdefault(folder, {})
    values[last] = value


def _alone(context: Context, watched: Watched, values: dict[str, Any]) -> Context:
    """A context that holds these values only."""
    inner = Context(values, context.autoescape, context.use_l10n, context.use_tz)
    inner.template, inner.template_name = context.template, context.template_name
    inner.render_context = context.render_context
    inner.dicts.insert(-1, watched)
    inner._cotton_processor_snapshot = watched  # type: ignore[attr-defined]
    return inner


class RememberPageNode(Node):
    """The part of a page that follows from what its view gave, and from its address."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.number = next(_numbers)

    def render(self, context: Context) -> SafeString:
        """The part, remembered when the view gave plain data only."""
        index = getattr(context, "_processors_index", None)
        given = given_to(context)
        if index is None or given is None or "request" not in given:
            return self.nodelist.render(context)
        try:
            key = key_of(self.number, _number_of(context), _here(given), _data(context, index))
        except Unrememberable:
            key = None
        watched = Watched(given, is_addressed=True)
        with _given(context, index, watched):
            text = _kept(key, watched, lambda: self.nodelist.render(context))
        return filled(text, given)


def _data(context: Context, index: int) -> list[dict[str, Any]]:
    """What the view gave, and what tags have put on top of it."""
    return [
        {name: value for name, value in layer.items() if name not in _NO_DATA}
        for layer in context.dicts[index + 1 :]
        if layer
    ]


def _here(given: dict[str, Any]) -> tuple[str | None, str]:
    request = given["request"]
    return request.method, request.get_full_path()


def _number_of(context: Context) -> int:
    """The number of the template that is being rendered; a template read anew gets a new one."""
    rendered: Any = context.template
    number: int | None = getattr(rendered, "cchc_number", None)
    if number is None:
        number = rendered.cchc_number = next(_numbers)
    return number


@contextmanager
def _given(context: Context, index: int, watched: Watched) -> Iterator[None]:
    before = context.dicts[index]
    context.dicts[index] = watched
    try:
        yield
    finally:
        context.dicts[index] = before


@register.tag
def remember(parser: Parser, token: Token) -> RememberNode:
    """`{% remember row page.unit day=frame.today %} … {% endremember %}`: sees these three only."""
    values = {}
    for bit in token.split_contents()[1:]:
        name, _equals, expression = bit.rpartition("=")
        values[name or bit] = parser.compile_filter(expression)
    nodelist = parser.parse(("endremember",))
    parser.delete_first_token()
    return RememberNode(nodelist, values)


@register.tag
def remember_page(parser: Parser, token: Token) -> RememberPageNode:
    """`{% remember_page %} … {% endremember_page %}`: once in a base template."""
    nodelist = parser.parse(("endremember_page",))
    parser.delete_first_token()
    return RememberPageNode(nodelist)


class RememberedComponent(CottonComponentNode):  # type: ignore[misc]
    """A component that renders once for equal attributes, inside parts that are remembered."""

    def _get_cached_template(self, context: Context, attrs: Any) -> Any:
        plain = super()._get_cached_template(context, attrs)
        remembered = getattr(plain, "cchc_remembered", None)
        if remembered is None:
            remembered = plain.cchc_remembered = _RememberedTemplate(plain)
        return remembered


class _RememberedTemplate:
    """A component's template, as the library sees it: what stands in it, and how it renders."""

    def __init__(self, plain: Template) -> None:
        self.plain = plain
        self.nodelist = plain.nodelist
        self.number = next(_numbers)

    def render(self, context: Context) -> str:
        """The component: of its attributes and slots alone, where the request is watched."""
        given = given_to(context)
        if not isinstance(given, Watched):
            return self.plain.render(context)
        try:
            key = key_of(self.number, *_state(context.dicts[-1]))
        except Unrememberable:
            return self.plain.render(context)
        watched = Watched(given)
        context.dicts = [watched if layer is given else layer for layer in context.dicts]
        context._cotton_processor_snapshot = watched  # type: ignore[attr-defined]
        return _kept(key, watched, lambda: self.plain.render(context))


def _state(state: dict[str, Any]) -> tuple[object, ...]:
    """What a component is made from: its attributes by the names they were written, its slots."""
    data = {name: v for name, v in state.items() if name not in {"attrs", "cotton_data"}}
    return tuple(state["attrs"].keys()), data


@register.tag("cotton")
def component(parser: Parser, token: Token) -> Node:
    """A component of the library, remembered."""
    node: Node = cotton_component(parser, token)
    if type(node) is CottonComponentNode:
        node.__class__ = RememberedComponent
    return node
