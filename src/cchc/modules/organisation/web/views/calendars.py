"""The working calendar of the province and of agencies: the year, special days, hours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cchc.modules.organisation.labels.agencies import SHORT_WEEKDAYS, WEEKDAYS, refusal
from cchc.modules.organisation.operations.calendars import (
    remove_special_day,
    set_hours,
    set_special_days,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.calendar_page import (
    calendar_page,
    place_of,
    present_hours,
)
from cchc.modules.organisation.rules.kinds import SpecialDayKind
from cchc.modules.organisation.rules.refusals import StructureRefused
from cchc.modules.organisation.web.agency_trail import entries_about
from cchc.modules.organisation.web.changing_pages import agencies_to_choose, by
from cchc.modules.organisation.web.forms_calendar import DaysForm, HoursForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_GET
def year(request: ActorRequest) -> HttpResponse:
    """The year of the province or of one agency."""
    today, wanted = clock.today(), request.GET.get("nam", "")
    page = calendar_page(
        actor=request.actor,
        agency_id=agency_in(request),
        year=int(wanted) if wanted.isascii() and wanted.isdigit() else today.year,
        today=today,
    )
    context = {
        "page": page,
        "agencies": agencies_to_choose(with_divisions=False),
        "chosen": str(page.agency_id or ""),
        "query": query_of(page.agency_id),
        "weekdays": list(zip(SHORT_WEEKDAYS, WEEKDAYS, strict=True)),
        "entries": entries_about("organisation.calendar:0"),
    }
    return render(request, "organisation/calendar.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def set_days(request: ActorRequest) -> HttpResponse:
    """Let days differ from the rule."""
    agency_id = _managed(request)
    form = DaysForm(request.POST or None, initial={"first": request.GET.get("ngay", "")})
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data, "kind": SpecialDayKind(form.cleaned_data["kind"])}
        try:
            set_special_days(agency_id=agency_id, **data, **by(request))
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(request, _("Đã đặt ngày."))
            return redirect(f"{address_of(agency_id)}&nam={data['first'].year}")
    return _form(request, form, agency_id, _("Đặt ngày nghỉ, ngày làm bù"), _("Đặt ngày"))


@signed_in
@require_POST
def remove_day(request: ActorRequest, special_day_id: int) -> HttpResponse:
    """Let a day follow the rule again."""
    remove_special_day(special_day_id=special_day_id, **by(request))
    messages.success(request, _("Ngày này trở lại theo lịch chung."))
    return redirect(address_of(agency_in(request)))


@signed_in
@require_http_methods(["GET", "POST"])
def hours(request: ActorRequest) -> HttpResponse:
    """Set the hours of the week from a day on."""
    agency_id, today = _managed(request), clock.today()
    form = HoursForm(request.POST or None, present=present_hours(agency_id, today), today=today)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["effective_from"]
        try:
            set_hours(week=form.week(), effective_from=day, agency_id=agency_id, **by(request))
        except StructureRefused as refused:
            form.add_error(None, refusal(refused))
        else:
            messages.success(request, _("Đã đặt giờ làm việc."))
            return redirect(address_of(agency_id))
    return _form(request, form, agency_id, _("Giờ làm việc trong tuần"), _("Đặt giờ làm việc"))


def agency_in(request: HttpRequest) -> int | None:
    """The agency in the address; None for the province."""
    text = request.GET.get("co-quan", "")
    return int(text) if text.isascii() and text.isdigit() else None


def query_of(agency_id: int | None) -> str:
    """The same in an address."""
    return urlencode({"co-quan": "" if agency_id is None else agency_id})


def address_of(agency_id: int | None) -> str:
    """The page of the calendar."""
    return f"{reverse('organisation:calendar')}?{query_of(agency_id)}"


def _managed(request: ActorRequest) -> int | None:
    """The agency in the address, for who may manage its calendar: else 404 or 403."""
    agency_id = agency_in(request)
    place_of(actor=request.actor, agency_id=agency_id)
    request.actor.require(Permission.MANAGE_CALENDAR, agency_id=agency_id)
    return agency_id


def _form(
    request: ActorRequest,
    form: DaysForm | HoursForm,
    agency_id: int | None,
    title: str,
    submit: str,
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "place": place_of(actor=request.actor, agency_id=agency_id),
        "back_url": address_of(agency_id),
    }
    status = 422 if form.errors else 200
    return render(request, "organisation/calendar_form.html", context, status=status)
