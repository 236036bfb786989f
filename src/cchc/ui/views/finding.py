"""The page of universal search, and the suggestions under the search box."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.frame import actor_behind
from cchc.ui.search import find_all, kinds

ON_THE_PAGE = 20
UNDER_THE_BOX = 4


@signed_in
@require_GET
def search(request: ActorRequest) -> HttpResponse:
    """Everything that fits the words, by kind."""
    words, kind = _asked(request)
    groups = find_all(actor_behind(request), words, limit=ON_THE_PAGE, kind=kind)
    shown = {"words": words, "kind": kind, "kinds": kinds(), "groups": groups}
    return render(request, "ui/search/page.html", shown)


@signed_in
@require_GET
def suggestions(request: ActorRequest) -> HttpResponse:
    """A few hits of each kind, while the person types."""
    words, kind = _asked(request)
    groups = find_all(actor_behind(request), words, limit=UNDER_THE_BOX, kind=kind)
    return render(request, "ui/search/page.html#suggestions", {"words": words, "groups": groups})


def _asked(request: ActorRequest) -> tuple[str, str]:
    return request.GET.get("q", "").strip()[:200], request.GET.get("loai", "")
