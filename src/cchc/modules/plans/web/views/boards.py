"""How the whole stands: the board, and work by agency or by area."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.plans.queries.boards import board_page, by_agency, by_area
from cchc.modules.plans.queries.pages import BoardPage, GroupedPage, GroupedRow, HeatRow
from cchc.modules.plans.web.board_parts import heat_rows, overdue_chart, watched, year_tabs
from cchc.modules.plans.web.tabs import work_tabs
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with
from cchc.ui.parts import Tab

LEVELS = ("PROVINCE", "DISTRICT", "COMMUNE")


@require_safe
@signed_in
def board(request: ActorRequest) -> HttpResponse:
    """Toàn cảnh: figures that open, agencies × areas, late work by week."""
    page = _board(request)
    context = {
        "page": page,
        "columns": [area.label for area in page.areas],
        "rows": heat_rows(page),
        "chart": overdue_chart(page),
        "watched": watched(page),
        "most": max((row.weight for row in watched(page)), default=0),
        "years": year_tabs(request, page.years, page.year),
        "levels": _levels(request),
    }
    return render(request, "plans/board/page.html", context)


@require_safe
@signed_in
def board_export(request: ActorRequest) -> HttpResponseBase:
    """The numbers of the heat table, as Excel."""
    page = _board(request)
    columns: list[Column[HeatRow]] = [
        Column(_("Cơ quan"), lambda row: row.agency.name, width=36),
        *(_area_column(place, area.label) for place, area in enumerate(page.areas)),
        Column(_("Chung (%)"), lambda row: row.overall.rate, kind="number", width=12),
        Column(_("Đã đến hạn"), lambda row: row.overall.fallen_due, kind="number", width=12),
        Column(_("Quá hạn"), lambda row: row.overall.overdue, kind="number", width=12),
    ]
    title = _("Hoàn thành đúng hạn theo cơ quan và lĩnh vực, năm {year}").format(year=page.year)
    return xlsx_response(name="toan-canh", title=title, columns=columns, rows=page.rows)


@require_safe
@signed_in
def agencies(request: ActorRequest) -> HttpResponse:
    """Work by agency."""
    page = by_agency(actor=request.actor, today=clock.today(), year=_year(request))
    return _grouped(request, page, "agencies", _("Cơ quan"))


@require_safe
@signed_in
def areas(request: ActorRequest) -> HttpResponse:
    """Work by area of reform."""
    page = by_area(actor=request.actor, today=clock.today(), year=_year(request))
    return _grouped(request, page, "areas", _("Lĩnh vực"))


@require_safe
@signed_in
def grouped_export(request: ActorRequest, kind: str) -> HttpResponseBase:
    """Work by agency or by area, as Excel."""
    find = by_agency if kind == "co-quan" else by_area
    page = find(actor=request.actor, today=clock.today(), year=_year(request))
    columns: list[Column[GroupedRow]] = [
        Column(_("Tên"), lambda row: row.name, width=40),
        Column(_("Tổng"), lambda row: row.counts.total, kind="number", width=10),
        Column(_("Đã đến hạn"), lambda row: row.counts.fallen_due, kind="number", width=12),
        Column(_("Đúng hạn"), lambda row: row.counts.done_on_time, kind="number", width=12),
        Column(_("Muộn"), lambda row: row.counts.done_late, kind="number", width=10),
        Column(_("Quá hạn"), lambda row: row.counts.overdue, kind="number", width=10),
        Column(_("Tỷ lệ (%)"), lambda row: row.rate, kind="number", width=10),
    ]
    title = _("Nhiệm vụ năm {year}").format(year=page.year)
    rows = [*page.rows, page.totals]
    return xlsx_response(name=f"nhiem-vu-{kind}", title=title, columns=columns, rows=rows)


def _area_column(place: int, label: str) -> Column[HeatRow]:
    title = _("{area}: đúng hạn (%)").format(area=label)
    return Column(title, lambda row: row.cells[place].rate, kind="number", width=14)


def _grouped(request: ActorRequest, page: GroupedPage, tab: str, heading: str) -> HttpResponse:
    kind = "co-quan" if tab == "agencies" else "linh-vuc"
    context = {
        "page": page,
        "tabs": work_tabs(request, tab),
        "years": year_tabs(request, page.years, page.year),
        "row_title": heading,
        "kind": kind,
    }
    return render(request, "plans/work/grouped.html", context)


def _board(request: ActorRequest) -> BoardPage:
    return board_page(
        actor=request.actor,
        now=clock.now().replace(second=0, microsecond=0),
        year=_year(request),
        obligation=request.GET.get("vai", ""),
        level=_level(request),
    )


def _year(request: ActorRequest) -> int | None:
    text = request.GET.get("nam", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None


def _level(request: ActorRequest) -> str:
    """The tier shown: the province's own agencies until another is chosen."""
    level = request.GET.get("cap", LEVELS[0])
    return level if level in LEVELS else ""


def _levels(request: ActorRequest) -> list[Tab]:
    names = (_("Cấp tỉnh"), _("Cấp huyện"), _("Cấp xã"), _("Tất cả"))
    return [
        Tab(name, address_with(request.GET, {"cap": code or "ALL"}), code == _level(request))
        for code, name in zip((*LEVELS, ""), names, strict=True)
    ]
