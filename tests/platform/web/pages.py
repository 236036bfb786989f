"""A small site of its own for the tests: pages that refuse, fail, and ask who is there."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cchc.platform.access import NOBODY, AccessDenied, Actor, NotVisible
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.site import urls as site

RESOLVED: list[str] = []


class Permission(StrEnum):
    SEE = "tests.page.see"


def resolve(request: HttpRequest) -> Actor:
    """Who acts, by the session's person; counts how often it was asked."""
    RESOLVED.append(request.path)
    user = request.user
    return Actor(user_id=user.pk, name="Lan") if user.is_authenticated else NOBODY


def who(request: ActorRequest) -> HttpResponse:
    return HttpResponse(f"{request.actor.user_id} {request.actor.user_id}")


def silent(request: ActorRequest) -> HttpResponse:
    return HttpResponse("x")


def hidden(request: ActorRequest) -> HttpResponse:
    raise NotVisible


def denied(request: ActorRequest) -> HttpResponse:
    raise AccessDenied(Permission.SEE)


def broken(request: ActorRequest) -> HttpResponse:
    raise ZeroDivisionError


@signed_in
def inside(request: ActorRequest, number: int) -> HttpResponse:
    return HttpResponse(f"inside {number}")


urlpatterns = [
    path("who/", who),
    path("silent/", silent),
    path("hidden/", hidden),
    path("denied/", denied),
    path("broken/", broken),
    path("inside/<int:number>/", inside),
    path("", include(site)),
]
handler400 = site.handler400
handler403 = site.handler403
handler404 = site.handler404
handler429 = site.handler429
handler500 = site.handler500
