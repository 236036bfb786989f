"""Pages for signed-in people only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from cchc.platform.web.request import ActorRequest

P = ParamSpec("P")
View = Callable[Concatenate[ActorRequest, P], HttpResponseBase]


def signed_in(view: View[P]) -> View[P]:
    """Lead whoever is not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def guarded(request: ActorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not is_signed_in(request):
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    return guarded


def is_signed_in(request: HttpRequest) -> bool:
    """Whether a person has signed in on this browser."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """The way to the sign-in page; a fragment sends the whole page there."""
    if request.headers.get("HX-Request") != "true":
        return redirect_to_login(request.get_full_path())
    shown = request.headers.get("HX-Current-URL", "/")
    response = redirect_to_login(_path_of(shown))
    return HttpResponseClientRedirect(response.url)


def _path_of(address: str) -> str:
    """The path and query of an address, so that nobody is led to another site."""
    _scheme, _slashes, rest = address.rpartition("://")
    _host, slash, path = rest.partition("/")
    return slash + path or "/"
