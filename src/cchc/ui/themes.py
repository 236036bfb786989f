"""Light or dark, as a person chose it; without a choice the device decides."""

from __future__ import annotations

from django.http import HttpRequest

COOKIE = "cchc_theme"
THEMES = ("light", "dark", "auto")


def theme_of(request: HttpRequest) -> str:
    """`light`, `dark`, or `auto` for the device's own choice."""
    theme = request.COOKIES.get(COOKIE, "auto")
    return theme if theme in THEMES else "auto"
