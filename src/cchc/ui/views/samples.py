"""The sample page of components, for those who build and those who look after the product."""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods

from cchc.ui.frame import actor_behind
from cchc.ui.sample_frame import sample_frame
from cchc.ui.samples import PARTS, sample_page
from cchc.ui.themes import theme_of


@require_http_methods(["GET", "POST"])
def samples(request: HttpRequest, part: str = "") -> HttpResponse:
    """Every component in every state; shown in the demo, while building, and to administrators."""
    if not _may_look(request) or (part and part not in PARTS):
        raise Http404
    part = part or next(iter(PARTS))
    page = sample_page(part, request.POST if request.method == "POST" else None)
    page["frame"] = sample_frame(theme_of(request), settings.CCHC_PROVINCE)
    status = 422 if request.method == "POST" else 200
    return render(request, f"ui/samples/{part}.html", page, status=status)


def _may_look(request: HttpRequest) -> bool:
    if settings.DEBUG or settings.CCHC_MOVABLE_CLOCK:
        return True
    permission: StrEnum | None = import_string(settings.CCHC_SAMPLES_PERMISSION)
    return permission is not None and actor_behind(request).may_somewhere(permission)
