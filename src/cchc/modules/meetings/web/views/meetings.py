"""Meetings: the list, one meeting, preparing it, inviting, calling it off."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.meetings import links
from cchc.modules.meetings.operations.calling_off import cancel_meeting, postpone_meeting
from cchc.modules.meetings.operations.inviting import send_invitations
from cchc.modules.meetings.operations.planning import (
    change_meeting,
    plan_meeting,
    set_agenda,
    set_invited,
)
from cchc.modules.meetings.queries.meeting_forms import (
    agencies_for,
    agenda_text,
    fields_to_change,
    invited_now,
    meeting_choices,
    people_choices,
)
from cchc.modules.meetings.queries.meeting_page import meeting_page
from cchc.modules.meetings.queries.meetings import meetings_page
from cchc.modules.meetings.queries.pages import MeetingRow
from cchc.modules.meetings.web.acting import Act, act_at_once, act_with_form
from cchc.modules.meetings.web.forms.entries import ReasonForm
from cchc.modules.meetings.web.forms.meetings import AgendaForm, InvitedForm, MeetingForm
from cchc.modules.meetings.web.meeting_acts import meeting_act, to_meeting
from cchc.modules.meetings.web.story import events_of
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def meetings(request: ActorRequest) -> HttpResponse:
    """Cuộc họp: what I may know of, the newest first."""
    return render(request, "meetings/meetings/list.html", {"page": _list(request)})


@require_safe
@signed_in
def meetings_export(request: ActorRequest) -> HttpResponseBase:
    """The list of meetings, as Excel."""
    columns: list[Column[MeetingRow]] = [
        Column(_("Bắt đầu"), lambda row: row.starts_at, kind="moment", width=18),
        Column(_("Cuộc họp"), lambda row: row.title, width=70),
        Column(_("Loại"), lambda row: row.kind_label, width=20),
        Column(_("Cơ quan tổ chức"), lambda row: row.organiser, width=30),
        Column(_("Chủ trì"), lambda row: row.chair, width=24),
        Column(_("Địa điểm"), lambda row: row.place, width=30),
        Column(_("Trạng thái"), lambda row: row.state_label, width=20),
        Column(_("Được mời"), lambda row: row.invited_count, kind="number", width=10),
        Column(_("Đã trả lời"), lambda row: row.answered_count, kind="number", width=10),
        Column(_("Kết luận"), lambda row: row.conclusion_count, kind="number", width=10),
    ]
    rows = _list(request).meetings
    return xlsx_response(name="cuoc-hop", title=_("Cuộc họp"), columns=columns, rows=rows)


@require_safe
@signed_in
def meeting(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """One meeting from agenda to conclusions."""
    page = meeting_page(meeting_id=meeting_id, actor=request.actor, now=clock.now())
    context = {"page": page, "events": events_of(page.trail)}
    return render(request, "meetings/meetings/page.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def plan(request: ActorRequest) -> HttpResponse:
    """Lập cuộc họp: begin to prepare one."""
    form = _form(request, {"organiser_id": request.actor.agency_id})
    act = Act(
        title=_("Lập cuộc họp"),
        explained=_("Chưa ai được báo cho tới khi gửi giấy mời."),
        verb=_("Lập cuộc họp"),
        done=_("Đã lập. Tiếp theo: chương trình và thành phần mời."),
        back=links.MEETINGS,
        root=links.MEETINGS,
        root_label=_("Cuộc họp"),
        keep_draft="meeting-new",
    )

    def do() -> object:
        return plan_meeting(
            organiser_id=form.cleaned_data["organiser_id"],
            fields=form.meeting_fields(),
            accepts_conflicts=form.cleaned_data["accepts_conflicts"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do, onward=to_meeting)


@signed_in
@require_http_methods(["GET", "POST"])
def change(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Sửa: time, place, chair; a new time for one that was put off."""
    initial = fields_to_change(meeting_id=meeting_id, actor=request.actor)
    form = _form(request, initial)
    form.fields["organiser_id"].disabled = True
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Sửa cuộc họp"),
        explained=_("Khi giấy mời đã gửi, mọi người được mời sẽ được báo thay đổi."),
        verb=_("Lưu thay đổi"),
        done=_("Đã sửa."),
    )

    def do() -> object:
        known = form.cleaned_data["accepts_conflicts"]
        return change_meeting(
            meeting_id=meeting_id,
            fields=form.meeting_fields(),
            accepts_conflicts=known,
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def agenda(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Chương trình: the points in order."""
    initial = {"points": agenda_text(meeting_id=meeting_id, actor=request.actor)}
    agencies = agencies_for(meeting_id=meeting_id, actor=request.actor, now=clock.now())
    form = AgendaForm(request.POST or None, initial=initial, agencies=agencies)
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Chương trình họp"),
        verb=_("Lưu chương trình"),
        done=_("Đã lưu chương trình."),
    )

    def do() -> object:
        points = form.cleaned_data["points"]
        return set_agenda(
            meeting_id=meeting_id, points=points, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def invite(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Thành phần mời: agencies and people, and who owes papers."""
    form = InvitedForm(
        request.POST or None,
        initial=invited_now(meeting_id=meeting_id, actor=request.actor),
        agencies=agencies_for(meeting_id=meeting_id, actor=request.actor, now=clock.now()),
        people=people_choices(clock.now()),
    )
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Thành phần mời"),
        explained=_("Người thêm hoặc bớt sau khi gửi giấy mời được báo ngay."),
        verb=_("Lưu thành phần"),
        done=_("Đã lưu thành phần mời."),
    )

    def do() -> object:
        return set_invited(
            meeting_id=meeting_id, **form.cleaned_data, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_POST
def send(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Gửi giấy mời: everybody invited is told, the room is booked."""

    def do() -> object:
        return send_invitations(meeting_id=meeting_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã gửi giấy mời."), back=links.meeting(meeting_id))


@signed_in
@require_http_methods(["GET", "POST"])
def postpone(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Hoãn: put it off until a new time is set."""
    return _off(request, meeting_id, postpone_meeting, _("Hoãn cuộc họp"), _("Đã hoãn."))


@signed_in
@require_http_methods(["GET", "POST"])
def cancel(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Hủy: it does not take place."""
    return _off(request, meeting_id, cancel_meeting, _("Hủy cuộc họp"), _("Đã hủy."))


def _off(
    request: ActorRequest, meeting_id: int, operation: Any, title: str, done: str
) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    act = meeting_act(
        meeting_id,
        request.actor,
        title=title,
        explained=_("Mọi người được mời nhận thông báo cùng lý do; phòng họp được trả lại."),
        verb=title,
        done=done,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return operation(meeting_id=meeting_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _form(request: ActorRequest, initial: dict[str, Any]) -> MeetingForm:
    choices = meeting_choices(actor=request.actor, now=clock.now())
    return MeetingForm(request.POST or None, initial=initial, **choices)


def _list(request: ActorRequest) -> Any:
    asked = request.GET
    return meetings_page(
        actor=request.actor,
        kind=asked.get("loai", ""),
        state=asked.get("tt", ""),
        text=asked.get("tim", "").replace("\x00", ""),
    )
