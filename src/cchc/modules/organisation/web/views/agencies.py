"""The list and the tree of agencies, the page of one, its other names, and the list as a file."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from cchc.modules.organisation.labels.agencies import refusal
from cchc.modules.organisation.operations.aliases import add_alias as add
from cchc.modules.organisation.operations.aliases import remove_alias as remove
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agency_list import agency_list, agency_tree
from cchc.modules.organisation.queries.agency_page import agency_page
from cchc.modules.organisation.queries.agency_sheet import agencies_sheet
from cchc.modules.organisation.rules.kinds import AliasKind
from cchc.modules.organisation.rules.people_table import read_day
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.modules.organisation.web.agency_filters import (
    choices,
    filter_of,
    opened_in,
    shown_chips,
    tree_lines,
    views_of,
)
from cchc.modules.organisation.web.agency_trail import entries_about
from cchc.modules.organisation.web.forms_agencies import AliasForm
from cchc.modules.organisation.web.sheets import sheet_response
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def agencies(request: ActorRequest) -> HttpResponse:
    """Agencies in order of precedence, those of a day."""
    wanted = filter_of(request)
    context = {
        "page": agency_list(actor=request.actor, wanted=wanted),
        "wanted": wanted,
        "choices": choices(),
        "chips": shown_chips(request, wanted),
        "views": views_of(request),
        "may_manage": request.actor.may(Permission.MANAGE_AGENCIES, agency_id=None),
    }
    return render(request, "organisation/agencies.html", context)


@signed_in
@require_GET
def tree(request: ActorRequest) -> HttpResponse:
    """Who belongs to whom; what is opened is in the address."""
    on = _day(request)
    rows = agency_tree(on=on, opened=opened_in(request))
    context = {
        "lines": tree_lines(request, rows),
        "on": on,
        "views": views_of(request),
        "may_manage": request.actor.may(Permission.MANAGE_AGENCIES, agency_id=None),
    }
    return render(request, "organisation/agency_tree.html", context)


@signed_in
@require_GET
def agency(request: ActorRequest, agency_id: int) -> HttpResponse:
    """One agency: what it is, whom it follows, what belongs to it."""
    context = {
        "page": agency_page(actor=request.actor, agency_id=agency_id, on=clock.today()),
        "alias_form": AliasForm(),
        "entries": entries_about(f"organisation.agency:{agency_id}"),
    }
    return render(request, "organisation/agency.html", context)


@signed_in
@require_POST
def add_alias(request: ActorRequest, agency_id: int) -> HttpResponse:
    """Note another name."""
    form = AliasForm(request.POST)
    if form.is_valid():
        try:
            add(
                agency_id=agency_id,
                name=form.cleaned_data["name"],
                kind=AliasKind(form.cleaned_data["kind"]),
                actor=request.actor,
                now=clock.now(),
            )
        except StructureRefused as refused:
            messages.error(request, refusal(refused))
        else:
            messages.success(request, _("Đã thêm tên gọi khác."))
    else:
        messages.error(request, _("Cần ghi tên gọi khác."))
    return redirect("organisation:agency", agency_id=agency_id)


@signed_in
@require_POST
def remove_alias(request: ActorRequest, agency_id: int, alias_id: int) -> HttpResponse:
    """Take another name away."""
    remove(alias_id=alias_id, actor=request.actor, now=clock.now())
    messages.success(request, _("Đã bỏ tên gọi khác."))
    return redirect("organisation:agency", agency_id=agency_id)


@signed_in
@require_GET
def export(request: ActorRequest) -> HttpResponseBase:
    """Exactly the agencies that the filters leave, as a table that can be brought in again."""
    wanted = filter_of(request)
    notes = [f"{chip.label}: {chip.value}" for chip in shown_chips(request, wanted)]
    sheet = agencies_sheet(actor=request.actor, wanted=wanted)
    return sheet_response(sheet, name="co-quan", title=_("Danh mục cơ quan"), notes=notes)


def _day(request: HttpRequest) -> date:
    """The day in the address, or today."""
    return read_day(request.GET.get("ngay", "")) or clock.today()
