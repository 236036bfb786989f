"""The person's own page: who they are here, light or dark, and on a phone every place."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def own_page(request: ActorRequest) -> HttpResponse:
    """Account, appearance, sign-out, and the whole navigation for a phone."""
    return render(request, "ui/own.html")
