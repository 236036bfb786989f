"""Choices that a person makes about the frame: light or dark, the language, the period."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from cchc.platform.web.language import is_spoken
from cchc.ui import periods, themes

YEAR = 365 * 24 * 3600


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice of light or dark on this device for a year."""
    theme = request.POST.get("theme", "")
    if theme not in themes.THEMES:
        return HttpResponseBadRequest()
    return _back_with(request, themes.COOKIE, theme)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language of the pages on this device for a year."""
    code = request.POST.get("language", "")
    if not is_spoken(code):
        return HttpResponseBadRequest()
    return _back_with(request, settings.LANGUAGE_COOKIE_NAME, code)


@require_POST
def choose_period(request: HttpRequest) -> HttpResponse:
    """Keep the period that the person looks at."""
    code = request.POST.get("period", "")
    if periods.period_of(code) is None:
        return HttpResponseBadRequest()
    return _back_with(request, periods.COOKIE, code)


def _back_with(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    response = HttpResponseRedirect(page_to_return_to(request))
    response.set_cookie(
        cookie, value, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
    )
    return response


def page_to_return_to(request: HttpRequest) -> str:
    """The page named by the form when it is one of ours, else the beginning."""
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        page, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return page if is_ours else "/"
