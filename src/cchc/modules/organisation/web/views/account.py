"""One's own account, and the post in which one works now."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.organisation.operations.people import change_own_contact
from cchc.modules.organisation.queries.account_page import account_page
from cchc.modules.organisation.queries.actors import SESSION_POST, presence_of
from cchc.modules.organisation.web.forms_account import OwnContactForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def account(request: ActorRequest) -> HttpResponse:
    """Who one is here, what one may do, how one is reached."""
    page = account_page(actor=request.actor, on=clock.today())
    form = OwnContactForm(request.POST or None, initial=OwnContactForm.initial_of(page))
    if request.method == "POST" and form.is_valid():
        change_own_contact(**form.cleaned_data, actor=request.actor, now=clock.now())
        messages.success(request, _("Đã lưu thông tin liên hệ."))
        return redirect("organisation:account")
    context = {"page": page, "form": form}
    return render(request, "organisation/account.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def switch_post(request: ActorRequest) -> HttpResponse:
    """Work in another of one's posts from now on; it is kept in the session."""
    wanted = request.POST.get("agency", "")
    for place in presence_of(request).workplaces:
        if str(place.post_id) == wanted:
            request.session[SESSION_POST] = place.post_id
            messages.success(
                request, _("Từ giờ làm việc tại %(agency)s.") % {"agency": place.agency_name}
            )
    return redirect(_safe(request))


def _safe(request: ActorRequest) -> str:
    """Where the person was, never another site."""
    wanted = request.POST.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure()):
        return wanted
    return "/"
