"""Parts of a meeting: answers, papers, attendance, minutes, conclusions."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.meetings import links
from cchc.modules.meetings.operations.concluding import (
    close_without_work,
    drop_conclusion,
    hand_over_conclusions,
    keep_conclusion,
)
from cchc.modules.meetings.operations.holding import hold_meeting, keep_minutes
from cchc.modules.meetings.operations.inviting import answer_invitation
from cchc.modules.meetings.operations.papers import hand_in_paper, take_out_paper
from cchc.modules.meetings.queries.meeting_forms import (
    agencies_for,
    conclusion_to_change,
    invitation_to_answer,
    minutes_of,
)
from cchc.modules.meetings.queries.meeting_page import attendance_page, meeting_page
from cchc.modules.meetings.queries.pages import InvitationRow
from cchc.modules.meetings.rules.kinds import Answer
from cchc.modules.meetings.web.acting import REFUSALS, act_at_once, act_with_form, refuse
from cchc.modules.meetings.web.forms.meetings import (
    AnswerForm,
    AttendanceForm,
    ConclusionForm,
    HandOverForm,
    MinutesForm,
    PaperForm,
)
from cchc.modules.meetings.web.meeting_acts import meeting_act
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def answer(request: ActorRequest, invitation_id: int) -> HttpResponse:
    """Trả lời giấy mời: we come, somebody else comes, nobody can."""
    meeting_id, given = invitation_to_answer(invitation_id=invitation_id, actor=request.actor)
    form = AnswerForm(request.POST or None, initial=given)
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Trả lời giấy mời"),
        verb=_("Gửi trả lời"),
        done=_("Đã trả lời giấy mời."),
    )

    def do() -> object:
        said = {**form.cleaned_data, "answer": Answer(form.cleaned_data["answer"])}
        return answer_invitation(
            invitation_id=invitation_id, **said, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def add_paper(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Gửi tài liệu: as the organiser, or as an agency that is invited."""
    form = PaperForm(request.POST or None, request.FILES or None)
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Gửi tài liệu họp"),
        verb=_("Gửi tài liệu"),
        done=_("Đã gửi tài liệu."),
    )

    def do() -> object:
        data = form.cleaned_data
        return hand_in_paper(
            meeting_id=meeting_id,
            content=data["file"].file,
            name=data["file"].name,
            title=data["title"],
            is_minutes=data["is_minutes"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_POST
def remove_paper(request: ActorRequest, meeting_id: int, paper_id: int) -> HttpResponse:
    """Rút tài liệu."""

    def do() -> object:
        return take_out_paper(paper_id=paper_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã rút tài liệu."), back=links.meeting(meeting_id))


@signed_in
@require_http_methods(["GET", "POST"])
def attendance(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Điểm danh: who came; from then on the meeting took place."""
    page = attendance_page(meeting_id=meeting_id, actor=request.actor, now=clock.now())
    form = AttendanceForm(request.POST or None, invitations=page.invitations)
    if request.method == "POST" and form.is_valid():
        try:
            hold_meeting(
                meeting_id=meeting_id,
                presences=form.presences(),
                actor=request.actor,
                now=clock.now(),
            )
        except REFUSALS as refused:
            refuse(form, refused)
        else:
            return redirect(links.meeting(meeting_id))
    status = 422 if form.errors else 200
    context = {"page": page, "form": form}
    return render(request, "meetings/meetings/attendance.html", context, status=status)


@require_safe
@signed_in
def attendance_export(request: ActorRequest, meeting_id: int) -> HttpResponseBase:
    """Who is invited, what they answered and whether they came, as Excel."""
    page = meeting_page(meeting_id=meeting_id, actor=request.actor, now=clock.now())
    columns: list[Column[InvitationRow]] = [
        Column(_("Thành phần"), lambda row: row.who, width=40),
        Column(_("Chức vụ"), lambda row: row.detail, width=30),
        Column(_("Trả lời"), lambda row: row.answer_label, width=18),
        Column(_("Người dự thay"), lambda row: row.delegate, width=30),
        Column(_("Lý do, ý kiến"), lambda row: row.note, width=40),
        Column(_("Điểm danh"), lambda row: row.presence_label, width=18),
        Column(_("Ghi chú điểm danh"), lambda row: row.presence_note, width=30),
    ]
    return xlsx_response(
        name="thanh-phan-hop", title=page.row.title, columns=columns, rows=page.invitations
    )


@signed_in
@require_http_methods(["GET", "POST"])
def minutes(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Biên bản: what was said."""
    known = minutes_of(meeting_id=meeting_id, actor=request.actor)
    form = MinutesForm(request.POST or None, initial={"minutes": known})
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Biên bản họp"),
        verb=_("Lưu biên bản"),
        done=_("Đã lưu biên bản."),
    )

    def do() -> object:
        said = form.cleaned_data["minutes"]
        return keep_minutes(
            meeting_id=meeting_id, minutes=said, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def add_conclusion(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Ghi kết luận: content, lead, co-ordinating, deadline."""
    form = ConclusionForm(
        request.POST or None,
        agencies=agencies_for(meeting_id=meeting_id, actor=request.actor, now=clock.now()),
    )
    return _conclude(request, meeting_id, form, None)


@signed_in
@require_http_methods(["GET", "POST"])
def change_conclusion(request: ActorRequest, conclusion_id: int) -> HttpResponse:
    """Sửa kết luận."""
    meeting_id, said = conclusion_to_change(conclusion_id=conclusion_id, actor=request.actor)
    agencies = agencies_for(meeting_id=meeting_id, actor=request.actor, now=clock.now())
    form = ConclusionForm(request.POST or None, initial=said, agencies=agencies)
    return _conclude(request, meeting_id, form, conclusion_id)


@signed_in
@require_POST
def remove_conclusion(request: ActorRequest, conclusion_id: int) -> HttpResponse:
    """Bỏ kết luận."""
    meeting_id, _said = conclusion_to_change(conclusion_id=conclusion_id, actor=request.actor)

    def do() -> object:
        return drop_conclusion(conclusion_id=conclusion_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã bỏ kết luận."), back=links.meeting(meeting_id))


@signed_in
@require_http_methods(["GET", "POST"])
def hand_over(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Chuyển kết luận thành nhiệm vụ: a draft that is reviewed and confirmed with the plans."""
    form = HandOverForm(request.POST or None, initial={"issued_on": clock.today()})
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Chuyển kết luận thành nhiệm vụ"),
        explained=_(
            "Mỗi kết luận thành một nhiệm vụ trong bản nháp của văn bản này. Việc chỉ được giao "
            "khi bản nháp được xem lại và xác nhận."
        ),
        verb=_("Lập dự thảo giao việc"),
        done=_("Đã lập dự thảo. Mở dự thảo để xem lại và xác nhận giao việc."),
    )

    def do() -> object:
        return hand_over_conclusions(
            meeting_id=meeting_id, **form.cleaned_data, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_POST
def close(request: ActorRequest, meeting_id: int) -> HttpResponse:
    """Kết thúc, không giao việc."""

    def do() -> object:
        return close_without_work(meeting_id=meeting_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã kết thúc."), back=links.meeting(meeting_id))


def _conclude(
    request: ActorRequest, meeting_id: int, form: ConclusionForm, conclusion_id: int | None
) -> HttpResponse:
    act = meeting_act(
        meeting_id,
        request.actor,
        title=_("Kết luận giao việc"),
        verb=_("Lưu kết luận"),
        done=_("Đã lưu kết luận."),
    )

    def do() -> object:
        return keep_conclusion(
            meeting_id=meeting_id,
            conclusion_id=conclusion_id,
            fields=form.conclusion_fields(),
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)
