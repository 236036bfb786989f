"""A door, and the walk through all addresses of the site."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.worlds import World

SIGN_IN = "sign-in"
"""The answer is the way to the sign-in page."""
Answer = int | str
Arguments = Mapping[str, Any]
WHO = ("nobody", "stranger", "reader", "worker")
USUAL_PEOPLE = {"stranger": "stranger", "reader": "auditor", "worker": "operator"}
"""Names of people of the world; a door may name others."""


def _no_arguments(world: World) -> Arguments:
    return {}


@dataclass(frozen=True)
class Door:
    """A named address with the answers it gives."""

    url: str
    nobody: Answer = SIGN_IN
    stranger: Answer = 200
    reader: Answer = 200
    worker: Answer = 200
    arguments: Callable[[World], Arguments] = _no_arguments
    """Makes what the address is about, and returns the parts of the address."""
    query: Arguments = field(default_factory=dict)
    post: Callable[[World], Arguments] | Arguments | None = None
    """What is posted; None: the page is only looked at."""
    people: Mapping[str, str] = field(default_factory=dict)
    """Others than the usual people: {"worker": "head"}."""

    def knock(self, world: World, who: str) -> HttpResponse:
        """Go to the door as this person."""
        client = Client()
        address = reverse(self.url, kwargs=dict(self.arguments(world)))
        if who != "nobody":
            person = getattr(world, self.people.get(who, USUAL_PEOPLE[who]))
            client.force_login(person)
        if self.post is None:
            return client.get(address, dict(self.query))
        posted = self.post(world) if callable(self.post) else self.post
        return client.post(address, dict(posted))

    def expected(self, who: str) -> Answer:
        """The answer that this person should get."""
        answer: Answer = getattr(self, who)
        return answer


def all_doors() -> list[Door]:
    """The doors of every file beside this one."""
    import tests.access as rooms

    doors: list[Door] = []
    for info in pkgutil.iter_modules(rooms.__path__):
        module = importlib.import_module(f"tests.access.{info.name}")
        doors.extend(getattr(module, "DOORS", []))
    return doors


def named_addresses() -> set[str]:
    """Every name of the site's addresses, with its namespaces."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _names(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{prefix}{pattern.name}"


def answer_of(response: HttpResponse) -> Answer:
    """The status, or SIGN_IN for the way to the sign-in page."""
    if response.status_code == 302 and response["Location"].startswith("/tai-khoan/dang-nhap/?"):
        return SIGN_IN
    return response.status_code
