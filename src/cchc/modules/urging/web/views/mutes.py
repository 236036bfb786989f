"""Tạm ngừng nhắc: what is silent, until when, why."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.urging.operations import mute as muting
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.mutes import mutes_page
from cchc.modules.urging.rules.kinds import MuteTarget
from cchc.modules.urging.rules.muting import MuteRefused
from cchc.modules.urging.web.forms import MuteForm
from cchc.modules.urging.web.refusal_words import refusal_words
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

KINDS = {
    "phan-viec": MuteTarget.ASSIGNMENT,
    "co-quan": MuteTarget.AGENCY,
    "nguoi": MuteTarget.PERSON,
}
USUAL = timedelta(days=14)


@require_safe
@signed_in
def mutes(request: ActorRequest) -> HttpResponse:
    """What is silent now, and what was."""
    page = mutes_page(actor=request.actor, today=clock.today())
    return render(request, "urging/mutes.html", {"page": page})


@require_http_methods(["GET", "POST"])
@signed_in
def mute(request: ActorRequest, kind: str, target_id: int) -> HttpResponse:
    """Stop the urging of a part, an agency or a person for a while."""
    if kind not in KINDS:
        raise Http404
    today = clock.today()
    target = muting.Target(KINDS[kind], target_id)
    named = muting.named_target(target, actor=request.actor, today=today)
    request.actor.require(Permission.MUTE, agency_id=named.agency_id)
    form = MuteForm(request.POST or None, ends_on=today + USUAL)
    if request.method == "POST" and form.is_valid():
        try:
            muting.mute(target=target, actor=request.actor, now=clock.now(), **form.cleaned_data)
        except MuteRefused as refused:
            form.add_error(None, refusal_words(refused))
        else:
            messages.success(request, _("Đã tạm ngừng nhắc. Hết hạn, hệ thống tự nhắc lại."))
            return redirect("urging:mutes")
    context = {"form": form, "named": named, "is_person": target.kind is MuteTarget.PERSON}
    return render(request, "urging/mute.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def lift(request: ActorRequest, mute_id: int) -> HttpResponse:
    """Cho nhắc lại, before the end."""
    try:
        muting.lift_mute(mute_id=mute_id, actor=request.actor, now=clock.now())
    except MuteRefused as refused:
        messages.error(request, refusal_words(refused))
    else:
        messages.success(request, _("Đã cho nhắc lại."))
    return redirect("urging:mutes")
