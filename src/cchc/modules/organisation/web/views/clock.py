"""The clock of the demo, which a trainer moves."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.organisation.operations.clock import free_clock, move_clock
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.web.forms_people import ClockForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def clock_page(request: ActorRequest) -> HttpResponse:
    """Where the clock stands, and where to move it; does not exist outside a demo."""
    if not settings.CCHC_MOVABLE_CLOCK:
        raise Http404
    request.actor.require(Permission.MOVE_CLOCK, agency_id=None)
    now = clock.now()
    form = ClockForm(request.POST or None, initial={"on": now.date()})
    if request.method == "POST" and form.is_valid():
        move_clock(**form.cleaned_data, actor=request.actor, now=now)
        messages.success(request, _("Đã chuyển đồng hồ."))
        return redirect("organisation:clock")
    context = {"form": form, "now": now, "steps": ClockForm.steps_from(now.date())}
    return render(request, "organisation/clock.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def free(request: ActorRequest) -> HttpResponse:
    """Show real time again."""
    free_clock(actor=request.actor, now=clock.now())
    messages.success(request, _("Đồng hồ chạy theo giờ thật."))
    return redirect("organisation:clock")
