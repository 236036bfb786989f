"""The page of programmes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.plans.operations.programmes import enter_programme
from cchc.modules.plans.queries.programmes import programmes_page
from cchc.modules.plans.web.forms.programmes import ProgrammeForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def programmes(request: ActorRequest) -> HttpResponse:
    """Chương trình: the programmes under which plans are made; one more may be entered."""
    form = ProgrammeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        enter_programme(**form.cleaned_data, actor=request.actor, now=clock.now())
        messages.success(request, _("Đã ghi chương trình. Nay có thể gắn kế hoạch vào."))
        return redirect("plans:programmes")
    page = programmes_page(actor=request.actor, today=clock.today())
    status = 422 if form.errors else 200
    return render(
        request, "plans/plans/programmes.html", {"page": page, "form": form}, status=status
    )
