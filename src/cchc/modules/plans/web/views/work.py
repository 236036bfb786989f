"""Lists of work."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.plans import links
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.pages import WorkPage, WorkRow
from cchc.modules.plans.queries.work import work_for_export, work_page
from cchc.modules.plans.queries.work_filter import from_address
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.web.tabs import work_tabs
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.paging import AFTER, BEFORE
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with, sort_links
from cchc.ui.parts import Chip


@require_safe
@signed_in
def work_list(request: ActorRequest) -> HttpResponse:
    """The list of work, narrowed by its address; it opens with this year's open work."""
    if not request.GET:
        return redirect(links.work(nam=clock.today().year, tt="open"))
    page = work_page(
        wanted=from_address(request.GET),
        actor=request.actor,
        today=clock.today(),
        after=request.GET.get(AFTER, ""),
        before=request.GET.get(BEFORE, ""),
    )
    context = {
        "page": page,
        "may_pick": _may_pick(request, page),
        "taking_up": request.actor.scope_of(Permission.ACKNOWLEDGE),
        "tabs": work_tabs(request, "list"),
        "chips": _chips(request, page),
        "sorts": sort_links(request, ("due", "agency"), default="due"),
        "next_url": _beside(request, AFTER, page.next_cursor),
        "previous_url": _beside(request, BEFORE, page.previous_cursor),
    }
    part = "#results" if request.headers.get("HX-Request") else ""
    return render(request, f"plans/work/list.html{part}", context)


@require_safe
@signed_in
def work_export(request: ActorRequest) -> HttpResponseBase:
    """Exactly the rows of the list, as Excel."""
    wanted = from_address(request.GET)
    rows = work_for_export(wanted=wanted, actor=request.actor, today=clock.today())
    return xlsx_response(
        name="nhiem-vu", title=_("Danh sách nhiệm vụ"), columns=_columns(), rows=rows
    )


def _may_pick(request: ActorRequest, page: WorkPage) -> bool:
    """Whether the person may take up any of the rows shown."""
    own = request.actor.scope_of(Permission.ACKNOWLEDGE)
    return any(row.state == State.ASSIGNED and row.agency.id in own for row in page.rows)


def _beside(request: ActorRequest, way: str, cursor: str) -> str:
    return address_with(request.GET, {way: cursor}) if cursor else ""


def _chips(request: ActorRequest, page: WorkPage) -> list[Chip]:
    return [
        Chip(_("Lọc"), chip.label, address_with(request.GET, {chip.value: None}))
        for chip in page.chips
    ]


def _columns() -> list[Column[WorkRow]]:
    return [
        Column(_("Mã"), lambda row: row.code, width=8),
        Column(_("Nhiệm vụ"), lambda row: row.content, width=60),
        Column(_("Kỳ"), lambda row: row.label, width=18),
        Column(_("Sản phẩm"), lambda row: row.product, width=30),
        Column(_("Cơ quan"), lambda row: row.agency.name, width=34),
        Column(_("Vai"), lambda row: row.obligation_label, width=10),
        Column(_("Người giữ"), lambda row: row.holder_name, width=22),
        Column(_("Văn bản"), lambda row: row.plan_number, width=16),
        Column(_("Lĩnh vực"), lambda row: row.area_name, width=26),
        Column(_("Thời gian ghi trong văn bản"), lambda row: row.time_text, width=26),
        Column(_("Hạn ban đầu"), lambda row: row.first_due_on, kind="date", width=12),
        Column(_("Hạn"), lambda row: row.due_on, kind="date", width=12),
        Column(_("Tình trạng"), lambda row: row.badge.label, width=26),
        Column(_("Số lần gia hạn"), lambda row: row.extension_count, kind="number", width=10),
    ]
