"""Rendering a piece of template with components, as a page would."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler


def rendered(source: str, **values: Any) -> str:
    """The HTML of a piece of template, for a request of nobody."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return str(_compiled(source).render(values, request))


@cache
def _compiled(source: str) -> Any:
    return engines["django"].from_string(CottonCompiler().process(source))
