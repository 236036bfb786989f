"""Rooms, and who keeps whose calendar."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.meetings.operations.rooms import keep_room, name_keeper
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.rooms import (
    agencies_to_set_up,
    room_to_change,
    rooms_page,
)
from cchc.modules.meetings.web.acting import Act, act_with_form
from cchc.modules.meetings.web.forms.entries import KeeperForm, RoomForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

ROOMS = "/phong-hop/"


@require_safe
@signed_in
def rooms(request: ActorRequest) -> HttpResponse:
    """Phòng họp: the list, with the hours that are taken."""
    page = rooms_page(actor=request.actor, now=clock.now())
    return render(request, "meetings/week/rooms.html", {"page": page})


@signed_in
@require_http_methods(["GET", "POST"])
def add_room(request: ActorRequest) -> HttpResponse:
    """Enter a room in the list."""
    request.actor.require_somewhere(Permission.SET_UP)
    form = RoomForm(request.POST or None, agencies=agencies_to_set_up(request.actor, clock.now()))

    def do() -> object:
        return keep_room(**form.cleaned_data, actor=request.actor, now=clock.now())

    return act_with_form(request, form, _act(_("Thêm phòng họp")), do)


@signed_in
@require_http_methods(["GET", "POST"])
def change_room(request: ActorRequest, room_id: int) -> HttpResponse:
    """Change what the list says of a room."""
    known = room_to_change(room_id=room_id, actor=request.actor)
    agencies = agencies_to_set_up(request.actor, clock.now())
    form = RoomForm(request.POST or None, initial=known, agencies=agencies)

    def do() -> object:
        return keep_room(room_id=room_id, **form.cleaned_data, actor=request.actor, now=clock.now())

    return act_with_form(request, form, _act(_("Sửa phòng họp")), do)


@signed_in
@require_http_methods(["GET", "POST"])
def keepers(request: ActorRequest) -> HttpResponse:
    """Say which agency keeps the calendar of another one's leaders."""
    request.actor.require_somewhere(Permission.SET_UP)
    agencies = agencies_to_set_up(request.actor, clock.now())
    form = KeeperForm(request.POST or None, agencies=agencies)

    def do() -> object:
        return name_keeper(**form.cleaned_data, actor=request.actor, now=clock.now())

    return act_with_form(request, form, _act(_("Giao đơn vị giữ lịch")), do)


def _act(title: str) -> Act:
    return Act(
        title=title,
        explained="",
        verb=_("Lưu"),
        done=_("Đã lưu."),
        back=ROOMS,
        root=ROOMS,
        root_label=_("Phòng họp"),
    )
