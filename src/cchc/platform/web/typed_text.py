"""What people type arrives plain, whichever form they type it into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict

from cchc.platform.text.plain import plain

_SECRET = "password"  # noqa: S105 (a part of the names of fields, kept letter by letter)


class TypedTextMiddleware:
    """Takes from posted forms the letters that hide or turn text; secrets stay as they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Clean the form once its protection was checked."""
        if request.method == "POST" and request.POST:
            request.POST = _cleaned(request.POST)  # type: ignore[assignment]


def _cleaned(posted: QueryDict) -> QueryDict:
    cleaned = posted.copy()
    for name, values in posted.lists():
        if _SECRET not in name:
            cleaned.setlist(name, [plain(value) for value in values])
    cleaned._mutable = False
    return cleaned
