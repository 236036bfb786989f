"""What a person has been told: the list behind the bell."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from cchc.platform import clock
from cchc.platform.messages.inbox import inbox, mark_read
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

SHOWN = 100


@signed_in
@require_GET
def notifications(request: ActorRequest) -> HttpResponse:
    """The latest notifications, unread ones marked."""
    lines = inbox(request.actor.user_id or 0, SHOWN)
    shown = {"lines": lines, "unread_count": sum(not line.is_read for line in lines)}
    return render(request, "ui/notifications.html", shown)


@signed_in
@require_GET
def open_notification(request: ActorRequest, notification_id: int) -> HttpResponse:
    """Note that it was read, and go to what it is about."""
    person_id = request.actor.user_id or 0
    for line in inbox(person_id, SHOWN):
        if line.id == notification_id:
            mark_read(person_id, [line.id], now=clock.now())
            is_ours = url_has_allowed_host_and_scheme(line.link, allowed_hosts=None)
            return HttpResponseRedirect(line.link if is_ours and line.link else "/thong-bao/")
    raise Http404


@signed_in
@require_POST
def read_all(request: ActorRequest) -> HttpResponse:
    """Note that everything has been read."""
    mark_read(request.actor.user_id or 0, now=clock.now())
    return redirect("notifications")
