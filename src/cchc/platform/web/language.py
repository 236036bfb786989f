"""The language of the pages: Vietnamese, unless a person chose otherwise on this device.

The language a browser happens to be set to decides nothing: a Vietnamese office reads Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def is_spoken(code: str) -> bool:
    """Whether the pages can be read in this language."""
    return any(code == known for known, _name in settings.LANGUAGES)


class LanguageMiddleware:
    """Speaks the language of the cookie, else that of the installation."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language and say which it is."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        code = chosen if is_spoken(chosen) else settings.LANGUAGE_CODE
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
