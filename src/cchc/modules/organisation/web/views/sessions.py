"""Sessions: where an account is signed in, and ending that from afar."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from cchc.modules.organisation.operations.accounts import end_sessions
from cchc.modules.organisation.queries.sessions import sessions_of
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def sessions(request: ActorRequest) -> HttpResponse:
    """One's own sessions."""
    rows = sessions_of(request.actor.user_id or 0, current_key=request.session.session_key or "")
    return render(request, "organisation/sessions.html", {"rows": rows})


@signed_in
@require_POST
def end(request: ActorRequest) -> HttpResponse:
    """End one of one's own sessions, or all the others; never the present one."""
    chosen = request.POST.get("session", "")
    count = end_sessions(
        person_id=request.actor.user_id or 0,
        session_id=int(chosen) if chosen.isascii() and chosen.isdigit() else None,
        keep=request.session.session_key or "",
        actor=request.actor,
        now=clock.now(),
    )
    _say(request, count)
    return redirect("usersessions_list")


@signed_in
@require_POST
def end_of_person(request: ActorRequest, person_id: int) -> HttpResponse:
    """End every session of somebody whose account one manages."""
    count = end_sessions(person_id=person_id, actor=request.actor, now=clock.now())
    _say(request, count)
    return redirect("organisation:person", person_id=person_id)


def _say(request: ActorRequest, count: int) -> None:
    if not count:
        messages.info(request, _("Không còn phiên nào khác đang mở."))
        return
    said = ngettext("Đã đăng xuất %(count)d phiên.", "Đã đăng xuất %(count)d phiên.", count)
    messages.success(request, said % {"count": count})
