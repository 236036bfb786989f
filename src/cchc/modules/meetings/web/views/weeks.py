"""The work calendar of leaders: the week and its papers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.meetings import links
from cchc.modules.meetings.operations.publishing import publish_week
from cchc.modules.meetings.queries.pages import WeekPage
from cchc.modules.meetings.queries.week_page import week_page, week_to_publish
from cchc.modules.meetings.queries.week_paper import WeekRow
from cchc.modules.meetings.queries.week_print import printed_week
from cchc.modules.meetings.web.acting import Act, act_with_form
from cchc.modules.meetings.web.forms.entries import PublishForm
from cchc.modules.meetings.web.story import events_of
from cchc.modules.meetings.web.views.calendars import day_in
from cchc.officialdocs.writing.week_docx import week_docx
from cchc.officialdocs.writing.week_pdf import week_pdf
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.text.writing import date_vi
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WEEK_FIELD = "tuan"


@require_safe
@signed_in
def week(request: ActorRequest) -> HttpResponse:
    """Lịch công tác tuần of an agency's leaders."""
    page = week_page(**_asked(request))
    context = {
        "page": page,
        "events": events_of(page.trail),
        "previous_url": address_with(request.GET, {WEEK_FIELD: page.previous_on.isoformat()}),
        "next_url": address_with(request.GET, {WEEK_FIELD: page.next_on.isoformat()}),
        "today_url": address_with(request.GET, {WEEK_FIELD: None}),
    }
    return render(request, "meetings/week/page.html", context)


@require_safe
@signed_in
def week_as_word(request: ActorRequest) -> HttpResponseBase:
    """The week in its official form, as Word."""
    paper = printed_week(**_asked(request))
    response = HttpResponse(week_docx(paper), content_type=WORD)
    name = f"lich-cong-tac-{paper.starts_on:%d-%m-%Y}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@signed_in
def week_as_pdf(request: ActorRequest) -> HttpResponseBase:
    """The week in its official form, as PDF."""
    paper = printed_week(**_asked(request))
    response = HttpResponse(week_pdf(paper), content_type="application/pdf")
    name = f"lich-cong-tac-{paper.starts_on:%d-%m-%Y}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@require_safe
@signed_in
def week_export(request: ActorRequest) -> HttpResponseBase:
    """The week, as Excel."""
    columns: list[Column[WeekRow]] = [
        Column(_("Ngày"), lambda row: row.on, kind="date", width=12),
        Column(_("Buổi"), lambda row: row.session_label, width=10),
        Column(_("Giờ"), lambda row: row.hours, width=14),
        Column(_("Nội dung"), lambda row: row.content, width=70),
        Column(_("Lãnh đạo dự"), lambda row: row.leaders, width=40),
        Column(_("Chủ trì"), lambda row: row.chair, width=24),
        Column(_("Thành phần"), lambda row: row.attending, width=40),
        Column(_("Chuẩn bị"), lambda row: row.prepared_by, width=30),
        Column(_("Địa điểm"), lambda row: row.place, width=30),
        Column(_("Điều chỉnh"), lambda row: row.mark_label, width=14),
    ]
    page = week_page(**_asked(request))
    return xlsx_response(
        name="lich-cong-tac", title=_title(page), columns=columns, rows=_rows(page)
    )


@signed_in
@require_http_methods(["GET", "POST"])
def publish(request: ActorRequest, week_id: int) -> HttpResponse:
    """Ban hành: publish the week as a whole, or once more after changes."""
    found = week_to_publish(week_id=week_id, actor=request.actor)
    form = PublishForm(request.POST or None)
    again = found.version > 0
    act = Act(
        title=_("Ban hành lại lịch tuần") if again else _("Ban hành lịch tuần"),
        explained=_(
            "Mọi người trong tỉnh sẽ đọc được; lãnh đạo và cơ quan có tên được báo. Thay đổi sau "
            "khi ban hành được đánh dấu “điều chỉnh”."
        ),
        verb=_("Ban hành"),
        done=_("Đã ban hành lịch công tác tuần."),
        back=links.week(found.agency_id, found.starts_on),
        root=links.WEEK,
        root_label=_("Lịch công tác"),
        subject=_("Tuần từ {day}").format(day=date_vi(found.starts_on)),
    )

    def do() -> object:
        return publish_week(
            week_id=week_id, **form.cleaned_data, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


def _asked(request: ActorRequest) -> dict[str, Any]:
    agency = request.GET.get("co_quan", "")
    is_number = agency.isascii() and agency.isdigit() and len(agency) < 15
    return {
        "actor": request.actor,
        "today": clock.today(),
        "agency_id": int(agency) if is_number else None,
        "on": day_in(request.GET.get(WEEK_FIELD, "")),
    }


def _title(page: WeekPage) -> str:
    return _("Lịch công tác tuần của lãnh đạo {agency}").format(agency=page.agency_name)


def _rows(page: WeekPage) -> list[WeekRow]:
    return [row for day in page.days for row in day.rows]
