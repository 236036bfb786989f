"""The navigation: groups that mirror the modules, and what waits behind each place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A place of the product, who may go there, and how much waits there."""

    label: str | Promise
    icon: str
    url_name: str
    permission: StrEnum | None = None
    """None: everybody who is signed in."""
    count: Callable[[Actor], int] | None = None
    is_urgent: bool = False
    """Whether the count is shown in the colour of lateness."""


@dataclass(frozen=True, slots=True)
class NavigationGroup:
    """Places that belong together; an empty label stands above all groups."""

    label: str | Promise
    items: Sequence[NavigationItem] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the navigation as the page shows it."""

    label: str
    icon: str
    url: str
    count: int = 0
    is_urgent: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """One group of lines as the page shows it."""

    label: str
    code: str
    places: list[Place] = field(default_factory=list)
    is_open: bool = True

    @property
    def count(self) -> int:
        """What waits in the whole group, shown while it is closed."""
        return sum(place.count for place in self.places)


def places_for(
    groups: Sequence[NavigationGroup],
    actor: Actor,
    *,
    path: str,
    closed: frozenset[str] = frozenset(),
) -> list[PlaceGroup]:
    """The groups and places this actor may use; a group with none is left out."""
    reachable = [
        (group, [(item, url) for item in group.items if (url := _address(item, actor))])
        for group in groups
    ]
    current = _current([url for _, places in reachable for _, url in places], path)
    return [
        PlaceGroup(
            label=str(group.label),
            code=group.code or str(number),
            places=[_place(item, url, actor, current) for item, url in places],
            is_open=(group.code or str(number)) not in closed
            or any(url == current for _, url in places),
        )
        for number, (group, places) in enumerate(reachable)
        if places
    ]


def _address(item: NavigationItem, actor: Actor) -> str:
    if item.permission is not None and not actor.may_somewhere(item.permission):
        return ""
    return _url(item.url_name)


@cache
def _url(name: str) -> str:
    """The address of a place, found once; empty where it does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _current(urls: Sequence[str], path: str) -> str:
    """The longest address that the path lies under; the home page only when it is the page."""
    under = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(under, key=len, default="")


def _place(item: NavigationItem, url: str, actor: Actor, current: str) -> Place:
    return Place(
        label=str(item.label),
        icon=item.icon,
        url=url,
        count=item.count(actor) if item.count else 0,
        is_urgent=item.is_urgent,
        is_current=url == current,
    )
