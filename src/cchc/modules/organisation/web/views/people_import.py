"""Bringing people in from a spreadsheet: look first, then bring in all or none."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cchc.modules.organisation.labels.people import refusal_words
from cchc.modules.organisation.operations.accounts import fresh_password
from cchc.modules.organisation.operations.people_import import (
    ImportRefused,
    examine_people,
    import_people,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.people_sheet import SheetUnreadable, empty_sheet
from cchc.modules.organisation.rules.accounts import PersonRefused
from cchc.modules.organisation.rules.people_table import RawRow, TableRefused, rows_of
from cchc.modules.organisation.web.forms_people import PeopleFileForm
from cchc.modules.organisation.web.kept_sheets import keep_sheet, kept_sheet
from cchc.modules.organisation.web.people_preview import preview_of
from cchc.platform import clock
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_http_methods(["GET", "POST"])
def import_page(request: ActorRequest) -> HttpResponse:
    """A file that is sent is looked at and kept; its token (`kept`) brings the people in."""
    request.actor.require_somewhere(Permission.MANAGE_PEOPLE)
    form = PeopleFileForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        context |= _answer(request, form)
    status = 422 if form.errors else 200
    return render(request, "organisation/import_people.html", context, status=status)


@signed_in
@require_GET
def template(request: ActorRequest) -> HttpResponse:
    """The empty spreadsheet to fill in."""
    request.actor.require_somewhere(Permission.MANAGE_PEOPLE)
    response = HttpResponse(empty_sheet(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="mau-nguoi-dung.xlsx"'
    return response


def _answer(request: ActorRequest, form: PeopleFileForm) -> dict[str, Any]:
    """What the page shows, or nothing and the reason on the form."""
    upload, token = form.cleaned_data["file"], form.cleaned_data["kept"]
    try:
        if upload:
            token = keep_sheet(upload, upload.name, actor=request.actor, now=clock.now())
        name, table = kept_sheet(token, actor=request.actor)
        rows = rows_of(table)
    except RefusedFile as refused:
        form.add_error("file", refused.message)
    except SheetUnreadable:
        form.add_error("file", _("Không đọc được tệp này. Hãy lưu lại thành .xlsx, dưới 5 MB."))
    except TableRefused as refused:
        form.add_error("file", _too_long() if refused.is_too_long else _missing(refused))
    else:
        if rows:
            return _looked(request, rows, token) if upload else _brought(request, form, rows, name)
        form.add_error("file", _("Tệp chưa có dòng nào dưới hàng tiêu đề."))
    return {}


def _looked(request: ActorRequest, rows: list[RawRow], token: str) -> dict[str, Any]:
    examined = examine_people(rows=rows, actor=request.actor, now=clock.now())
    return {"preview": preview_of(examined), "kept": token}


def _brought(
    request: ActorRequest, form: PeopleFileForm, rows: list[RawRow], name: str
) -> dict[str, Any]:
    password, now = fresh_password(), clock.now()
    try:
        people = import_people(
            rows=rows, source=name, password=password, actor=request.actor, now=now
        )
    except ImportRefused:
        return {"preview": preview_of(examine_people(rows=rows, actor=request.actor, now=now))}
    except PersonRefused as refused:
        form.add_error(None, str(refusal_words(refused)))
        return {}
    return {"imported_count": len(people), "new_password": password}


def _missing(refused: TableRefused) -> str:
    names = ", ".join(f"“{column}”" for column in refused.missing)
    return _("Hàng tiêu đề cần có các cột %(names)s.") % {"names": names}


def _too_long() -> str:
    return _("Tệp có hơn 5.000 dòng. Hãy chia thành nhiều tệp.")
