"""The person's own page: who they are here, light or dark, and on a phone every place."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@login_required
@require_GET
def own_page(request: HttpRequest) -> HttpResponse:
    """Account, appearance, sign-out, and the whole navigation for a phone."""
    return render(request, "ui/own.html")
