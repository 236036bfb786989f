"""Late tasks reported upwards: the monthly notice, and the list of the regular meeting."""

from __future__ import annotations

import re
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cchc.modules.documents.public import drafting_agencies, letter_link
from cchc.modules.organisation.public import province_committee
from cchc.modules.plans.public import LateRow
from cchc.modules.urging.operations.letter_lists import write_notice
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.letter_lists import (
    LateList,
    list_paper,
    meeting_list,
    month_list,
)
from cchc.modules.urging.web.letter_forms import NoticeForm, day_of
from cchc.officialdocs.writing import letter_docx, letter_pdf
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.text.writing import date_vi
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@signed_in
def month(request: ActorRequest) -> HttpResponse:
    """Thông báo tháng: what was late at the end of a month."""
    year, number = _month(request.GET.get("thang", ""))
    found = month_list(year=year, month=number, actor=request.actor, today=clock.today())
    context = {
        "found": found,
        "month": f"{year:04d}-{number:02d}",
        "issuers": drafting_agencies(request.actor, clock.today()),
        "may_write": request.actor.may_somewhere(Permission.WRITE_LETTERS),
    }
    return render(request, "urging/letters/month.html", context)


@require_POST
@signed_in
def draft_month(request: ActorRequest) -> HttpResponse:
    """Lập dự thảo thông báo tháng."""
    request.actor.require_somewhere(Permission.WRITE_LETTERS)
    year, number = _month(request.POST.get("thang", ""))
    issuers = drafting_agencies(request.actor, clock.today())
    form = NoticeForm(request.POST, issuers=issuers)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn cơ quan ban hành thông báo."))
        return redirect("urging:month_list")
    found = month_list(year=year, month=number, actor=request.actor, today=clock.today())
    made = write_notice(
        found=found,
        issuer_id=int(form.cleaned_data["issuer"]),
        signer="",
        actor=request.actor,
        now=clock.now(),
    )
    messages.success(request, _("Đã lập dự thảo thông báo. Chọn người ký, xem lại rồi phát hành."))
    return redirect(letter_link(made.pk))


@require_safe
@signed_in
def month_file(request: ActorRequest, ending: str) -> HttpResponseBase:
    """The monthly notice as Word, PDF or Excel."""
    year, number = _month(request.GET.get("thang", ""))
    found = month_list(year=year, month=number, actor=request.actor, today=clock.today())
    return _file(found, ending, f"thong-bao-nhiem-vu-cham-{year}-{number:02d}", "Thông báo")


@require_safe
@signed_in
def meeting(request: ActorRequest) -> HttpResponse:
    """Danh mục phiên họp thường kỳ, as it is read out."""
    held_on = _meeting_day(request)
    found = meeting_list(held_on=held_on, actor=request.actor, today=clock.today())
    context = {"found": found, "held_on": date_vi(held_on), "query": f"ngay={held_on}"}
    return render(request, "urging/letters/meeting.html", context)


@require_safe
@signed_in
def meeting_file(request: ActorRequest, ending: str) -> HttpResponseBase:
    """The list of the meeting as Word, PDF or Excel."""
    held_on = _meeting_day(request)
    found = meeting_list(held_on=held_on, actor=request.actor, today=clock.today())
    return _file(found, ending, f"danh-muc-phien-hop-{held_on}", "Báo cáo")


def _file(found: LateList, ending: str, name: str, kind: str) -> HttpResponseBase:
    if ending == "xlsx":
        return xlsx_response(name=name, title=found.subject, columns=_columns(), rows=found.rows)
    if ending not in ("docx", "pdf"):
        raise Http404
    symbol = "TB-UBND" if kind == "Thông báo" else "BC-UBND"
    issuer_id = province_committee(found.as_of).id
    paper = list_paper(found, issuer_id=issuer_id, kind=kind, symbol=symbol)
    content = letter_docx(paper) if ending == "docx" else letter_pdf(paper)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    content_type = _WORD if ending == "docx" else "application/pdf"
    return HttpResponse(content, content_type=content_type, headers=headers)


def _columns() -> list[Column[LateRow]]:
    return [
        Column(_("Cơ quan"), lambda row: row.agency_name, width=28),
        Column(_("Mã"), lambda row: row.code, width=10),
        Column(_("Nhiệm vụ"), lambda row: row.content, width=60),
        Column(_("Văn bản giao"), lambda row: row.plan_number, width=16),
        Column(_("Hạn"), lambda row: row.due_on, kind="date", width=14),
        Column(_("Quá hạn (ngày làm việc)"), lambda row: row.late_days, kind="number", width=12),
        Column(_("Số lần gia hạn"), lambda row: row.extension_count, kind="number", width=10),
    ]


def _month(text: str) -> tuple[int, int]:
    """The month of an address (2019-09); the month before this one for anything else."""
    year, _mark, number = text.partition("-")
    if re.fullmatch(r"(?:19|20)\d\d-(?:0?[1-9]|1[0-2])", text, re.ASCII):
        return int(year), int(number)
    today = clock.today()
    return (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)


def _meeting_day(request: ActorRequest) -> date:
    """The day of the meeting in the address; tomorrow for anything else."""
    return day_of(request.GET.get("ngay", "")) or date.fromordinal(clock.today().toordinal() + 1)
