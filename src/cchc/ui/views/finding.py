"""The page of universal search, and the suggestions under the search box."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from cchc.ui.frame import actor_behind
from cchc.ui.search import find_all, kinds

ON_THE_PAGE = 20
UNDER_THE_BOX = 4


@login_required
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Everything that fits the words, by kind."""
    words, kind = _asked(request)
    groups = find_all(actor_behind(request), words, limit=ON_THE_PAGE, kind=kind)
    shown = {"words": words, "kind": kind, "kinds": kinds(), "groups": groups}
    return render(request, "ui/search/page.html", shown)


@login_required
@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """A few hits of each kind, while the person types."""
    words, kind = _asked(request)
    groups = find_all(actor_behind(request), words, limit=UNDER_THE_BOX, kind=kind)
    return render(request, "ui/search/page.html#suggestions", {"words": words, "groups": groups})


def _asked(request: HttpRequest) -> tuple[str, str]:
    return request.GET.get("q", "").strip()[:200], request.GET.get("loai", "")
