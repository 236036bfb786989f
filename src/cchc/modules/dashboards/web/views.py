"""The home page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.modules.dashboards.queries.home import home_page
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def home(request: ActorRequest) -> HttpResponse:
    """Hôm nay: what waits for me, and where we stand."""
    page = home_page(actor=request.actor, now=clock.now())
    context = {"page": page, "greeting": _greeting(request)}
    return render(request, "dashboards/home.html", context)


def _greeting(request: ActorRequest) -> str:
    """ "chị Hoa": the form of address the person chose, and their given name."""
    person = request.user
    given_name = str(person).split()[-1]
    return f"{getattr(person, 'form_of_address', '')} {given_name}".strip()
