"""Entries of the work calendar: proposing, reading, deciding."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.meetings import links
from cchc.modules.meetings.operations.entries import correct_entry, propose_entry
from cchc.modules.meetings.operations.entry_decisions import (
    approve_entry,
    cancel_entry,
    return_entry,
)
from cchc.modules.meetings.queries.entry_page import (
    agency_choices,
    calendar_agencies,
    calendar_to_propose_in,
    entry_page,
    fields_of_entry,
    fields_of_meeting,
    leader_choices,
    room_choices,
)
from cchc.modules.meetings.web.acting import Act, act_with_form
from cchc.modules.meetings.web.forms.entries import EntryForm, KnownForm, ReasonForm, initial_of
from cchc.modules.meetings.web.story import events_of
from cchc.modules.meetings.web.views.calendars import day_in
from cchc.platform import clock
from cchc.platform.text.writing import date_vi
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def entry(request: ActorRequest, entry_id: int) -> HttpResponse:
    """One entry: what, who, where, what it meets with, and what was decided."""
    page = entry_page(entry_id=entry_id, actor=request.actor)
    context = {
        "page": page,
        "events": events_of(page.trail),
        "week_url": links.week(page.agency_id, page.starts_on),
    }
    return render(request, "meetings/week/entry.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def propose(request: ActorRequest) -> HttpResponse:
    """Đề nghị: ask for an entry in the work calendar, perhaps that of a meeting."""
    now = clock.now()
    asked = calendar_to_propose_in(_number(request, "co_quan"), actor=request.actor, now=now)
    meeting_id = _number(request, "cuoc_hop")
    form = _entry_form(request, asked.id, _initial(request, meeting_id))
    act = _act(
        title=_("Đề nghị đưa vào lịch công tác"),
        explained=_("Lịch của lãnh đạo {agency}. Đơn vị giữ lịch duyệt rồi ban hành cả tuần."),
        verb=_("Gửi đề nghị"),
        done=_("Đã gửi đề nghị."),
        back=links.WEEK,
        subject=asked.name,
    )

    def do() -> object:
        return propose_entry(
            agency_id=asked.id,
            meeting_id=meeting_id,
            fields=form.entry_fields(),
            accepts_conflicts=form.cleaned_data["accepts_conflicts"],
            actor=request.actor,
            now=now,
        )

    return act_with_form(request, form, act, do, onward=_to_entry)


@signed_in
@require_http_methods(["GET", "POST"])
def correct(request: ActorRequest, entry_id: int) -> HttpResponse:
    """Sửa: let an entry read differently."""
    now = clock.now()
    agency_id, written = fields_of_entry(entry_id=entry_id, actor=request.actor)
    form = _entry_form(request, agency_id, initial_of(written))
    act = _act(
        title=_("Sửa mục lịch công tác"),
        explained=_("Sau khi lịch đã ban hành, thay đổi được đánh dấu và báo người liên quan."),
        verb=_("Lưu thay đổi"),
        done=_("Đã sửa."),
        back=links.entry(entry_id),
        subject=written.content,
    )

    def do() -> object:
        known = form.cleaned_data["accepts_conflicts"]
        return correct_entry(
            entry_id=entry_id,
            fields=form.entry_fields(),
            accepts_conflicts=known,
            actor=request.actor,
            now=now,
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def approve(request: ActorRequest, entry_id: int) -> HttpResponse:
    """Duyệt: an entry takes place; its room is booked."""
    form = KnownForm(request.POST if request.method == "POST" else None)
    act = _act_on(request, entry_id, _("Duyệt mục lịch"), _("Duyệt"), _("Đã duyệt."))

    def do() -> object:
        known = form.cleaned_data["accepts_conflicts"]
        return approve_entry(
            entry_id=entry_id, accepts_conflicts=known, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, entry_id: int) -> HttpResponse:
    """Trả lại: the proposer is told why."""
    form = ReasonForm(request.POST or None)
    act = _act_on(request, entry_id, _("Trả lại đề nghị"), _("Trả lại"), _("Đã trả lại."))

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return return_entry(entry_id=entry_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def cancel(request: ActorRequest, entry_id: int) -> HttpResponse:
    """Hủy: it does not take place; in a published week it stays, struck out."""
    form = ReasonForm(request.POST or None)
    act = _act_on(request, entry_id, _("Hủy mục lịch"), _("Hủy mục này"), _("Đã hủy."))

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return cancel_entry(entry_id=entry_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _act_on(request: ActorRequest, entry_id: int, title: str, verb: str, done: str) -> Act:
    page = entry_page(entry_id=entry_id, actor=request.actor)
    explained = _("Ngày {day}, {session}.").format(
        day=date_vi(page.row.on), session=page.row.session_label.lower()
    )
    return _act(
        title=title,
        explained=explained,
        verb=verb,
        done=done,
        back=links.entry(entry_id),
        subject=page.row.content,
    )


def _act(*, title: str, explained: str, verb: str, done: str, back: str, subject: str) -> Act:
    return Act(
        title=title,
        explained=explained.format(agency=subject),
        verb=verb,
        done=done,
        back=back,
        root=links.WEEK,
        root_label=_("Lịch công tác"),
        subject=subject,
    )


def _entry_form(request: ActorRequest, agency_id: int, initial: dict[str, Any]) -> EntryForm:
    return EntryForm(
        request.POST or None,
        initial=initial,
        leaders=leader_choices(agency_id, clock.now()),
        rooms=room_choices(),
        agencies=agency_choices(clock.now(), within=calendar_agencies(agency_id)),
    )


def _initial(request: ActorRequest, meeting_id: int | None) -> dict[str, Any]:
    if meeting_id is not None:
        return initial_of(fields_of_meeting(meeting_id=meeting_id, actor=request.actor))
    return {"on": day_in(request.GET.get("ngay", ""))}


def _number(request: ActorRequest, field: str) -> int | None:
    text = request.GET.get(field, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else None


def _to_entry(made: object) -> str:
    return links.entry(int(getattr(made, "pk")))  # noqa: B009 - an entry
