"""The inbox of a person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.modules.worklist.public import count_for, items_for
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

MOST = 200


@require_safe
@signed_in
def inbox(request: ActorRequest) -> HttpResponse:
    """Everything that waits for me, the most pressing first."""
    today = clock.today()
    context = {
        "items": items_for(request.actor, today, MOST),
        "count": count_for(request.actor, today),
        "most": MOST,
    }
    return render(request, "worklist/inbox.html", context)
