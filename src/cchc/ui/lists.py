"""Lists whose whole state is their address: filters, order and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, QueryDict

from cchc.platform.web.paging import AFTER, BEFORE, KeysetPage
from cchc.ui.parts import Chip, SortLink

SORT_FIELD = "xep"


def address_with(query: QueryDict, changes: Mapping[str, object]) -> str:
    """The address of the same list with some fields changed (None takes a field away).

    Any change begins again at the first page.
    """
    fresh = query.copy()
    for name in (AFTER, BEFORE):
        fresh.pop(name, None)
    for name, value in changes.items():
        if value is None or value == "":
            fresh.pop(name, None)
        else:
            fresh[name] = str(value)
    return f"?{fresh.urlencode()}"


def pager_links(request: HttpRequest, page: KeysetPage[Any]) -> tuple[str, str]:
    """The addresses of the page before and the page after; empty at the ends."""
    before = address_with(request.GET, {BEFORE: page.previous}) if page.previous else ""
    after = address_with(request.GET, {AFTER: page.next}) if page.next else ""
    return before, after


def sort_links(
    request: HttpRequest, columns: Iterable[str], *, default: str
) -> dict[str, SortLink]:
    """A link for each column that sorts; a minus before the name sorts downwards."""
    current = request.GET.get(SORT_FIELD, default)
    return {name: _sort_link(request, name, current) for name in columns}


def _sort_link(request: HttpRequest, name: str, current: str) -> SortLink:
    direction = {name: "ascending", f"-{name}": "descending"}.get(current, "")
    wanted = f"-{name}" if direction == "ascending" else name
    return SortLink(address_with(request.GET, {SORT_FIELD: wanted}), direction)


def chips(request: HttpRequest, shown: Mapping[str, tuple[str, str]]) -> list[Chip]:
    """A removable chip for each filter in force: field -> (label, value in words)."""
    return [
        Chip(label, value, address_with(request.GET, {name: None}))
        for name, (label, value) in shown.items()
        if request.GET.get(name)
    ]
