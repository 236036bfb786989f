"""Đôn đốc: who was told what when, and whether they have received it."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.notices import NoticeRow, notices_page, notices_to_export
from cchc.modules.urging.web.notice_filters import choices_of, filter_of, shown_chips
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def notices(request: ActorRequest) -> HttpResponse:
    """The list of tellings."""
    today = clock.today()
    wanted = filter_of(request)
    page = notices_page(actor=request.actor, wanted=wanted, today=today)
    choices = choices_of(request.actor, today)
    context = {
        "page": page,
        "wanted": wanted,
        "choices": choices,
        "chips": shown_chips(request, wanted, choices),
    }
    return render(request, "urging/notices.html", context)


@require_safe
@signed_in
def notices_export(request: ActorRequest) -> HttpResponseBase:
    """The same list, as Excel."""
    request.actor.require_somewhere(Permission.VIEW)
    columns: list[Column[NoticeRow]] = [
        Column(_("Ngày nhắc"), lambda row: row.on, kind="date", width=12),
        Column(_("Người nhận"), lambda row: row.person_name, width=24),
        Column(_("Thay cho"), lambda row: row.stands_for, width=24),
        Column(_("Với tư cách"), lambda row: row.audience, width=22),
        Column(_("Bậc"), lambda row: row.step, width=26),
        Column(_("Nhiệm vụ"), lambda row: row.task, width=60),
        Column(_("Cơ quan thực hiện"), lambda row: row.agency_name, width=30),
        Column(_("Hạn"), lambda row: row.due_on, kind="date", width=12),
        Column(_("Kênh"), lambda row: row.channels, width=28),
        Column(_("Trạng thái"), lambda row: row.state, width=24),
        Column(_("Đọc lúc"), lambda row: row.read_at, kind="moment", width=18),
        Column(_("Nhận lúc"), lambda row: row.acknowledged_at, kind="moment", width=18),
    ]
    rows = notices_to_export(actor=request.actor, wanted=filter_of(request), today=clock.today())
    return xlsx_response(name="don-doc", title=_("Đôn đốc"), columns=columns, rows=rows)
