"""The one calendar of a person, and the address of its feed."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cchc.modules.meetings.labels import AGENDA_KINDS, AGENDA_TONES
from cchc.modules.meetings.operations.feed_keys import give_feed_key, note_use, revoke_feed_key
from cchc.modules.meetings.queries.calendar_page import Wanted, calendar_page, items_shown
from cchc.modules.meetings.queries.feed import feed_of, feed_page
from cchc.modules.meetings.queries.naming import hours_vi
from cchc.modules.meetings.queries.pages import CalendarPage, DayList
from cchc.modules.worklist.public import AgendaItem
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.errors import too_many_requests
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with
from cchc.ui.month import SHOWN_PER_DAY, DayCell, MonthEntry, MonthGrid, month_grid
from cchc.ui.parts import Tab

FEED_RATES = {"feed": "120/m/ip"}
DAY_FIELD, SHAPE_FIELD = "ngay", "xem"


@require_safe
@signed_in
def calendar(request: ActorRequest) -> HttpResponse:
    """Lịch: deadlines, report dates, inspections, meetings and entries of leaders in one view."""
    page = _page(request)
    context = {
        "page": page,
        "grid": _grid(page, request.GET) if page.shape == "thang" else None,
        "days": _days(page) if page.shape != "thang" else [],
        "tabs": _tabs(request.GET, page),
        "previous_url": address_with(request.GET, {DAY_FIELD: page.previous_on.isoformat()}),
        "next_url": address_with(request.GET, {DAY_FIELD: page.next_on.isoformat()}),
        "today_url": address_with(request.GET, {DAY_FIELD: None}),
    }
    return render(request, "meetings/calendar/page.html", context)


@require_safe
@signed_in
def calendar_export(request: ActorRequest) -> HttpResponseBase:
    """What the calendar shows, as Excel."""
    columns: list[Column[AgendaItem]] = [
        Column(_("Ngày"), lambda item: item.on, kind="date", width=12),
        Column(_("Giờ"), _hours, width=14),
        Column(_("Nội dung"), lambda item: item.title, width=70),
        Column(_("Loại"), lambda item: str(AGENDA_KINDS[item.kind]), width=18),
        Column(_("Địa điểm"), lambda item: item.place, width=30),
        Column(_("Cơ quan"), lambda item: item.agency_name, width=30),
        Column(_("Chi tiết"), lambda item: item.detail, width=40),
    ]
    page = _page(request)
    return xlsx_response(name="lich", title=page.title, columns=columns, rows=items_shown(page))


@require_safe
@signed_in
def feed_address(request: ActorRequest) -> HttpResponse:
    """The page of the person's feed address: whether there is one, making and ending it."""
    context = {"page": feed_page(actor=request.actor), "address": ""}
    return render(request, "meetings/calendar/feed.html", context)


@require_POST
@signed_in
def give_feed(request: ActorRequest) -> HttpResponse:
    """Make a new address; it is shown in this answer and never again."""
    secret = give_feed_key(actor=request.actor, now=clock.now())
    path = reverse("meetings:feed", kwargs={"secret": secret})
    context = {
        "page": feed_page(actor=request.actor),
        "address": request.build_absolute_uri(path),
    }
    response = render(request, "meetings/calendar/feed.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@signed_in
def end_feed(request: ActorRequest) -> HttpResponse:
    """End the address."""
    if revoke_feed_key(actor=request.actor, now=clock.now()):
        messages.success(request, _("Đã thu hồi. Địa chỉ cũ không còn dùng được."))
    return redirect("meetings:feed_address")


@require_safe
def feed(request: ActorRequest, secret: str) -> HttpResponseBase:
    """The feed itself: for calendar programmes, which do not sign in. 404 for what is not one."""
    if not ratelimit.consume(request, app="cchc", action="feed", config=FEED_RATES, limit_get=True):
        return too_many_requests(request)
    now = clock.now()
    found = feed_of(secret, site=settings.CCHC_SITE_URL, now=now)
    note_use(key_id=found.key_id, now=now)
    response = HttpResponse(found.body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    response["ETag"] = found.etag
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Disposition"] = 'inline; filename="lich.ics"'
    return get_conditional_response(request, etag=found.etag, response=response) or response


def _page(request: ActorRequest) -> CalendarPage:
    asked = request.GET
    wanted = Wanted(
        shape=asked.get(SHAPE_FIELD, ""),
        on=day_in(asked.get(DAY_FIELD, "")),
        kind=asked.get("loai", ""),
        agency=asked.get("co_quan", ""),
    )
    return calendar_page(actor=request.actor, today=clock.today(), wanted=wanted)


def day_in(text: str) -> date | None:
    """A day of an address; None for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1990 <= day.year <= 2100 else None


def _hours(item: AgendaItem) -> str:
    return hours_vi(item.starts_at, item.ends_at) if item.starts_at else ""


def _tabs(asked: QueryDict, page: CalendarPage) -> list[Tab]:
    labels = {"thang": _("Tháng"), "tuan": _("Tuần"), "ngay": _("Ngày")}
    day = page.shown_on.isoformat()
    return [
        Tab(label, address_with(asked, {SHAPE_FIELD: shape, DAY_FIELD: day}), shape == page.shape)
        for shape, label in labels.items()
    ]


def _days(page: CalendarPage) -> list[dict[str, object]]:
    """The days of a list; of a week without the free days on which nothing is."""
    is_week = page.shape == "tuan"
    days = page.weeks[0]
    return [_day(day) for day in days if not is_week or day.is_working or day.items or day.closed]


def _day(day: DayList) -> dict[str, object]:
    rows = [
        {
            "item": item,
            "hours": _hours(item),
            "kind": AGENDA_KINDS[item.kind],
            "tone": tone_of(item),
        }
        for item in day.items
    ]
    return {"day": day, "rows": rows}


def tone_of(item: AgendaItem) -> str:
    """The colour of an item: late speaks first."""
    return "late" if item.is_late else AGENDA_TONES[item.kind]


def _grid(page: CalendarPage, asked: QueryDict) -> MonthGrid:
    shell = month_grid(page.shown_on.year, page.shown_on.month, [], today=page.shown_on)
    kept = {key: asked[key] for key in ("loai", "co_quan") if asked.get(key)}
    weeks = []
    for week, cells in zip(page.weeks, shell.weeks, strict=True):
        row = []
        for day, cell in zip(week, cells, strict=True):
            more = urlencode({SHAPE_FIELD: "ngay", DAY_FIELD: day.on.isoformat(), **kept})
            row.append(
                DayCell(
                    on=day.on,
                    entries=[_entry(item) for item in day.items[:SHOWN_PER_DAY]],
                    more_count=max(0, len(day.items) - SHOWN_PER_DAY),
                    is_outside=day.is_outside,
                    is_today=day.is_today,
                    closed=day.closed,
                    is_closed=not day.is_working,
                    more_url=f"?{more}",
                    name=cell.name,
                )
            )
        weeks.append(row)
    return MonthGrid(page.title, shell.weekdays, weeks)


def _entry(item: AgendaItem) -> MonthEntry:
    begins = f"{hours_vi(item.starts_at)} " if item.starts_at else ""
    kind = str(AGENDA_KINDS[item.kind])
    said = f"{kind}, {_('đã quá hạn')}" if item.is_late else kind
    return MonthEntry(
        on=item.on,
        title=f"{begins}{item.title}",
        url=item.url,
        tone=tone_of(item),
        said=said,
    )
