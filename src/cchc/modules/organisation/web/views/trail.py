"""Nhật ký: what everybody did, for auditors."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from cchc.modules.organisation.queries.trail_page import (
    TrailFilter,
    seal_state,
    topic_choices,
    trail_page,
    verified_state,
)
from cchc.modules.organisation.rules.people_table import read_day
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import chips
from cchc.ui.parts import Chip


@signed_in
@require_GET
def trail(request: ActorRequest) -> HttpResponse:
    """The trail, latest first."""
    wanted = _filter_of(request)
    page = trail_page(actor=request.actor, wanted=wanted, on=clock.today())
    context = {
        "page": page,
        "wanted": wanted,
        "topics": topic_choices(),
        "chips": _chips(request, wanted, page.person_name),
        "seal": seal_state(actor=request.actor),
    }
    return render(request, "organisation/trail.html", context)


@signed_in
@require_POST
def verify(request: ActorRequest) -> HttpResponse:
    """Compare the last month with its seals, and show what differs."""
    context = {"seal": verified_state(actor=request.actor)}
    return render(request, "organisation/trail_verified.html", context)


def _filter_of(request: ActorRequest) -> TrailFilter:
    """The filter that an address asks for; what cannot be read narrows nothing."""
    topic = request.GET.get("viec", "")
    return TrailFilter(
        actor_id=_number(request.GET.get("nguoi", "")),
        name=request.GET.get("ten", "")[:100],
        topic=topic if topic in dict(topic_choices()) else "",
        since=read_day(request.GET.get("tu", "")),
        until=read_day(request.GET.get("den", "")),
        before=_number(request.GET.get("sau", "")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _chips(request: ActorRequest, wanted: TrailFilter, person_name: str) -> list[Chip]:
    shown = {
        "nguoi": (_("Người làm"), person_name),
        "viec": (_("Việc"), dict(topic_choices()).get(wanted.topic, "")),
        "tu": (_("Từ ngày"), f"{wanted.since:%d/%m/%Y}" if wanted.since else ""),
        "den": (_("Đến ngày"), f"{wanted.until:%d/%m/%Y}" if wanted.until else ""),
    }
    return chips(request, {name: pair for name, pair in shown.items() if pair[1]})
