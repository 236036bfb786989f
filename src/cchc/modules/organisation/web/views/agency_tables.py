"""Tables of agencies: bringing them in from a spreadsheet, and ending a whole level with one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cchc.modules.organisation.labels.agencies import refusal
from cchc.modules.organisation.operations.abolishing import abolish_tier
from cchc.modules.organisation.operations.agency_import import (
    AgencyImportRefused,
    Imported,
    examine_agencies,
    import_agencies,
)
from cchc.modules.organisation.operations.rehearsing import rehearse
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agency_sheet import empty_agency_sheet, heirs_sheet
from cchc.modules.organisation.queries.change_preview import preview_change
from cchc.modules.organisation.queries.heirs import heirs_from_table
from cchc.modules.organisation.queries.people_sheet import SheetUnreadable, read_sheet
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.agency_table import (
    AgencyRow,
    AgencyTableRefused,
    agency_rows,
)
from cchc.modules.organisation.rules.heir_table import HeirsRefused
from cchc.modules.organisation.rules.kinds import Level
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.modules.organisation.rules.succession import of_tier
from cchc.modules.organisation.web.agency_preview import (
    heir_refusal,
    preview_of,
    table_refusal,
    unreadable,
)
from cchc.modules.organisation.web.changing_pages import by, digest_of, is_confirmed
from cchc.modules.organisation.web.forms_agencies import AgencyFileForm, TierForm
from cchc.modules.organisation.web.sheets import sheet_response
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def import_page(request: ActorRequest) -> HttpResponse:
    """The file is sent twice: first to be looked at, then, with `act=import`, to be brought in."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    form = AgencyFileForm(request.POST or None, request.FILES or None, today=clock.today())
    context: dict[str, Any] = {"form": form}
    rows = _rows(form) if request.method == "POST" and form.is_valid() else None
    if rows is not None:
        imported, is_done = _bring_in(request, form, rows)
        context |= {"preview": preview_of(imported), "is_done": is_done}
    status = 422 if form.errors else 200
    return render(request, "organisation/import_agencies.html", context, status=status)


@signed_in
@require_GET
def import_template(request: ActorRequest) -> HttpResponseBase:
    """The empty spreadsheet to fill in."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    title = _("Mẫu danh mục cơ quan")
    return sheet_response(empty_agency_sheet(), name="mau-co-quan", title=title)


@signed_in
@require_http_methods(["GET", "POST"])
def abolish(request: ActorRequest) -> HttpResponse:
    """The table is sent twice: first to be looked at, then to be confirmed."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    form = TierForm(request.POST or None, request.FILES or None, today=clock.today())
    seen = digest_of(request)
    context: dict[str, Any] = {"form": form, "seen": seen}
    if request.method == "POST" and form.is_valid():
        try:
            context["preview"] = _abolish(request, form, seen)
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        except HeirsRefused as refused:
            form.add_error("file", heir_refusal(refused))
        except SheetUnreadable:
            form.add_error("file", unreadable())
        else:
            if is_confirmed(request, seen):
                messages.success(request, _("Đã kết thúc hoạt động của cả cấp."))
                return redirect("organisation:agencies")
    status = 422 if form.errors else 200
    return render(request, "organisation/abolish_tier.html", context, status=status)


@signed_in
@require_GET
def heirs_template(request: ActorRequest, level: str) -> HttpResponseBase:
    """The agencies of a level with an empty place for the heir of each."""
    request.actor.require(Permission.MANAGE_AGENCIES, agency_id=None)
    tier = Level.COMMUNE if level == "xa" else Level.DISTRICT
    sheet = heirs_sheet(tier, clock.today())
    return sheet_response(sheet, name=f"ke-thua-cap-{level}", title=_("Bảng kế thừa"))


def _bring_in(
    request: ActorRequest, form: AgencyFileForm, rows: list[AgencyRow]
) -> tuple[Imported, bool]:
    on = form.cleaned_data["on"]
    if request.POST.get("act") != "import":
        return examine_agencies(rows=rows, on=on, **by(request)), False
    try:
        name = form.cleaned_data["file"].name
        return import_agencies(rows=rows, source=name, on=on, **by(request)), True
    except AgencyImportRefused as refused:
        return refused.imported, False


def _rows(form: AgencyFileForm) -> list[AgencyRow] | None:
    """The rows of the file, or nothing and the reason on the form."""
    try:
        return agency_rows(read_sheet(form.cleaned_data["file"].read()))
    except SheetUnreadable:
        form.add_error("file", unreadable())
    except AgencyTableRefused as refused:
        form.add_error("file", table_refusal(refused))
    return None


def _abolish(request: ActorRequest, form: TierForm, seen: str) -> object:
    """End the level when it is confirmed; what would happen otherwise."""
    data, level = form.cleaned_data, Level(form.cleaned_data["level"])
    table = read_sheet(data["file"].read())
    arguments = {
        "level": level,
        "heirs": heirs_from_table(table, level=level, on=data["on"]),
        "on": data["on"],
        "act": data["act"],
        "people_follow": data["people_follow"],
        **by(request),
    }
    ending = of_tier(structure_on(data["on"]), level)
    if is_confirmed(request, seen):
        return abolish_tier(**arguments)
    rehearse(lambda: abolish_tier(**arguments))
    return preview_change(ending=ending, heir="", on=data["on"], today=clock.today())
