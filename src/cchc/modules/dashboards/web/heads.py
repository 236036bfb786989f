"""Heads answer: the table of heads, one sheet, and its official form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cchc.modules.dashboards.permissions import Permission
from cchc.modules.dashboards.queries.head_pages import HeadRow, HeadSheet, HeadsPage, PeriodAsked
from cchc.modules.dashboards.queries.head_paper import paper_of
from cchc.modules.dashboards.queries.head_sheet import head_sheet
from cchc.modules.dashboards.queries.heads import heads_page
from cchc.modules.dashboards.web.head_parts import (
    export_columns,
    heads_rows,
    history_chart,
    level_tabs,
    period_choices,
    sorting,
)
from cchc.officialdocs.writing.figure_paper import figure_pdf
from cchc.platform import clock
from cchc.platform.exports import xlsx_response
from cchc.platform.exports.naming import download_headers
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui import periods

LEVELS = ("PROVINCE", "DISTRICT", "COMMUNE")


@require_safe
@signed_in
def heads(request: ActorRequest) -> HttpResponse:
    """Trách nhiệm người đứng đầu: every head with the numbers of their days."""
    page = _page(request)
    context = {
        "page": page,
        "rows": heads_rows(page, period_asked(request)),
        "period": period_asked(request),
        "periods": period_choices(request, clock.today()),
        "levels": level_tabs(request, level_asked(request)),
        "sorts": sorting(request, page),
    }
    return render(request, "dashboards/heads.html", context)


@require_safe
@signed_in
def heads_export(request: ActorRequest) -> HttpResponseBase:
    """The table of heads, as Excel."""
    page = _page(request)
    title = _("Trách nhiệm người đứng đầu, {period}").format(period=period_asked(request).label)
    rows: list[HeadRow] = page.rows
    return xlsx_response(
        name="trach-nhiem", title=title, columns=export_columns(page.figures), rows=rows
    )


@require_safe
@signed_in
def sheet(request: ActorRequest, agency_id: int) -> HttpResponse:
    """One sheet: each number opens to its rows; quarter by quarter; beside the group."""
    page = _sheet(request, agency_id)
    context = {
        "page": page,
        "periods": period_choices(request, clock.today()),
        "chart": history_chart(page),
        "asked": request.GET.urlencode(),
    }
    return render(request, "dashboards/head_sheet.html", context)


@require_safe
@signed_in
def sheet_pdf(request: ActorRequest, agency_id: int) -> HttpResponse:
    """The sheet in the official form, as PDF."""
    page = _sheet(request, agency_id)
    made = figure_pdf(paper_of(page, today=clock.today()))
    response = HttpResponse(made, content_type="application/pdf")
    download_headers(response, f"phieu-trach-nhiem-{agency_id}-{page.period.code}.pdf")
    return response


def period_asked(request: HttpRequest) -> PeriodAsked:
    """The period of the address, or the one chosen in the top bar."""
    period = periods.period_of(request.GET.get("ky", "")) or periods.chosen(request)
    return PeriodAsked(period.label, period.code, period.year, period.starts_on, period.ends_on)


def level_asked(request: HttpRequest) -> str:
    """The tier shown: all of the actor's agencies until one is chosen."""
    level = request.GET.get("cap", "")
    return level if level in LEVELS else ""


def _page(request: ActorRequest) -> HeadsPage:
    return heads_page(
        period=period_asked(request),
        actor=request.actor,
        today=clock.today(),
        level=level_asked(request),
        sort=request.GET.get("xep", ""),
    )


def _sheet(request: ActorRequest, agency_id: int) -> HeadSheet:
    request.actor.require_somewhere(Permission.VIEW_HEADS)
    person = request.GET.get("nguoi", "")
    is_number = person.isascii() and person.isdigit() and len(person) < 12
    return head_sheet(
        agency_id=agency_id,
        period=period_asked(request),
        actor=request.actor,
        today=clock.today(),
        person_id=int(person) if is_number else None,
    )
