"""Bản tin đôn đốc: one's own days."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cchc.modules.urging.operations import answer
from cchc.modules.urging.queries.digests import digest_page, own_digests
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def digests(request: ActorRequest) -> HttpResponse:
    """The digests of whoever reads, the last first."""
    rows = own_digests(actor=request.actor, today=clock.today())
    return render(request, "urging/digests.html", {"rows": rows})


@require_safe
@signed_in
def digest(request: ActorRequest, digest_id: int) -> HttpResponse:
    """One day; that it was opened is noted."""
    answer.open_digest(digest_id=digest_id, actor=request.actor, now=clock.now())
    page = digest_page(digest_id=digest_id, actor=request.actor, today=clock.today())
    return render(request, "urging/digest.html", {"page": page})


@require_POST
@signed_in
def acknowledge_digest(request: ActorRequest, digest_id: int) -> HttpResponse:
    """Đã nhận: the digest and all that was said until then."""
    answer.acknowledge_digest(digest_id=digest_id, actor=request.actor, now=clock.now())
    messages.success(request, _("Đã ghi nhận anh, chị đã nhận bản tin và các lời nhắc trong đó."))
    return redirect("urging:digest", digest_id=digest_id)


@require_POST
@signed_in
def acknowledge_notice(request: ActorRequest, notice_id: int) -> HttpResponse:
    """Đã nhận: one notice, from the page of its task or from the list."""
    notice = answer.acknowledge_notice(notice_id=notice_id, actor=request.actor, now=clock.now())
    messages.success(request, _("Đã ghi nhận anh, chị đã nhận lời nhắc."))
    return redirect("plans:task", task_id=notice.task_id)
