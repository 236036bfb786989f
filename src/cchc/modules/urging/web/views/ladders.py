"""Thang đôn đốc: who is told when, for which work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.urging.operations import set_ladder as setting
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.ladder_pages import (
    ladder_page,
    ladders_page,
    steps_to_change,
    turns_of,
    usual_deadline,
)
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.ladder import LadderRefused, Step, check_steps, in_order
from cchc.modules.urging.web.forms import (
    HourForm,
    LadderForm,
    VersionForm,
    steps_form,
    steps_in,
)
from cchc.modules.urging.web.refusal_words import REFUSALS, refusal_words
from cchc.platform import clock
from cchc.platform.audit.reading import trail_of
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.parts import TimelineEntry

Save = Callable[[list[Step], dict[str, Any]], Any]


@require_safe
@signed_in
def ladders(request: ActorRequest) -> HttpResponse:
    """Every ladder, and the hour of digests."""
    return _ladders(request, HourForm())


def _ladders(request: ActorRequest, hour: HourForm) -> HttpResponse:
    page = ladders_page(actor=request.actor, today=clock.today())
    hour.fields["sends_at"].initial = page.next_sends_at or page.sends_at
    context = {"page": page, "hour": hour}
    return render(request, "urging/ladders.html", context, status=422 if hour.errors else 200)


@require_POST
@signed_in
def set_hour(request: ActorRequest) -> HttpResponse:
    """At what time digests leave from tomorrow on."""
    form = HourForm(request.POST)
    if form.is_valid():
        try:
            setting.set_digest_hour(
                sends_at=form.cleaned_data["sends_at"], actor=request.actor, now=clock.now()
            )
        except REFUSALS as refused:
            form.add_error("sends_at", refusal_words(refused))
        else:
            messages.success(request, _("Đã đặt giờ gửi bản tin, áp dụng từ ngày mai."))
            return redirect("urging:ladders")
    return _ladders(request, form)


@require_safe
@signed_in
def ladder(request: ActorRequest, ladder_id: int) -> HttpResponse:
    """One version: its steps, its days for a deadline, its trail."""
    asked = VersionForm({"due_on": request.GET.get("han", "")})
    asked.is_valid()
    page = ladder_page(
        ladder_id=ladder_id,
        actor=request.actor,
        today=clock.today(),
        due_on=asked.cleaned_data.get("due_on"),
    )
    events = [
        TimelineEntry(text=line.sentence, at=line.at, who=line.actor_name, is_latest=not number)
        for number, line in enumerate(trail_of(f"urging.ladder:{ladder_id}", limit=20))
    ]
    return render(request, "urging/ladder.html", {"page": page, "events": events})


@require_http_methods(["GET", "POST"])
@signed_in
def new_ladder(request: ActorRequest) -> HttpResponse:
    """A ladder for a kind of work."""
    request.actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    form = LadderForm(request.POST or None, initial={"effective_from": clock.today()})

    def save(steps: list[Step], data: dict[str, Any]) -> Any:
        return setting.set_ladder(steps=steps, actor=request.actor, now=clock.now(), **data)

    return _edit(request, form, DEFAULT_STEPS, save, title=_("Thêm thang đôn đốc"))


@require_http_methods(["GET", "POST"])
@signed_in
def change_ladder(request: ActorRequest, ladder_id: int) -> HttpResponse:
    """A new version of a ladder."""
    request.actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    name, steps = steps_to_change(ladder_id=ladder_id)
    tomorrow = clock.today() + timedelta(days=1)
    form = VersionForm(request.POST or None, initial={"name": name, "effective_from": tomorrow})

    def save(steps: list[Step], data: dict[str, Any]) -> Any:
        return setting.change_ladder(
            ladder_id=ladder_id, steps=steps, actor=request.actor, now=clock.now(), **data
        )

    return _edit(request, form, steps, save, title=_("Sửa thang đôn đốc"))


@require_POST
@signed_in
def end_ladder(request: ActorRequest, ladder_id: int) -> HttpResponse:
    """Use a ladder no longer."""
    try:
        setting.end_ladder(ladder_id=ladder_id, actor=request.actor, now=clock.now())
    except LadderRefused as refused:
        messages.error(request, refusal_words(refused))
    else:
        messages.success(request, _("Đã thôi dùng thang. Việc loại này theo thang còn lại."))
    return redirect("urging:ladder", ladder_id=ladder_id)


def _edit(
    request: ActorRequest, form: Form, steps: tuple[Step, ...], save: Save, *, title: str
) -> HttpResponse:
    """Show form and steps; look at what they mean when asked; else save what is right."""
    rows = steps_form(request.POST or None, steps)
    turns, due_on = turns_of(steps, usual_deadline(clock.today())), usual_deadline(clock.today())
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        found, data = list(in_order(steps_in(rows))), dict(form.cleaned_data)
        due_on = data.pop("due_on", None) or due_on
        try:
            check_steps(found)
            turns = turns_of(found, due_on)
            if "xem-thu" not in request.POST:
                made = save(found, data)
                messages.success(request, _("Đã lưu thang đôn đốc."))
                return redirect("urging:ladder", ladder_id=made.pk)
        except LadderRefused as refused:
            form.add_error(None, refusal_words(refused))
    is_wrong = bool(form.errors) or (request.method == "POST" and not rows.is_valid())
    context = {"form": form, "rows": rows, "turns": turns, "due_on": due_on, "title": title}
    return render(request, "urging/ladder_form.html", context, status=422 if is_wrong else 200)
