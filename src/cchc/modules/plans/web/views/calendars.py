"""Work by time: a month of deadlines, and the timeline of a plan."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.modules.plans import links
from cchc.modules.plans.queries.calendars import calendar_page, gantt_page
from cchc.modules.plans.queries.pages import CalendarEntry, CalendarPage, GanttBar, GanttPage
from cchc.modules.plans.queries.work import plan_choices
from cchc.modules.plans.queries.work_filter import from_address
from cchc.modules.plans.web.tabs import work_tabs
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.gantt import GanttChart, GanttTask, gantt
from cchc.ui.lists import address_with
from cchc.ui.month import DayCell, MonthEntry, MonthGrid, month_grid

MONTH_FIELD = "thang"


@require_safe
@signed_in
def month(request: ActorRequest) -> HttpResponse:
    """A month of deadlines."""
    today = clock.today()
    shown = _month_of(request.GET.get(MONTH_FIELD, "")) or today
    page = calendar_page(
        actor=request.actor,
        today=today,
        year=shown.year,
        month=shown.month,
        wanted=from_address(request.GET),
    )
    context = {
        "page": page,
        "grid": _grid(page, today),
        "tabs": work_tabs(request, "calendar"),
        "previous_url": address_with(request.GET, {MONTH_FIELD: f"{page.previous:%Y-%m}"}),
        "next_url": address_with(request.GET, {MONTH_FIELD: f"{page.next:%Y-%m}"}),
        "today_url": address_with(request.GET, {MONTH_FIELD: None}),
    }
    return render(request, "plans/work/month.html", context)


@require_safe
@signed_in
def timeline(request: ActorRequest) -> HttpResponse:
    """The timeline of one plan with its first deadlines; the newest plan when none is asked."""
    today = clock.today()
    wanted = from_address(request.GET)
    plans = plan_choices(request.actor, wanted.year)
    plan_id = wanted.plan_id or (int(plans[0].value) if plans else None)
    page = gantt_page(plan_id=plan_id, actor=request.actor, today=today) if plan_id else None
    context = {
        "page": page,
        "plans": [(plan.value, plan.label) for plan in plans],
        "plan_id": str(plan_id or ""),
        "charts": _charts(page, today) if page else [],
        "tabs": work_tabs(request, "timeline"),
    }
    return render(request, "plans/work/timeline.html", context)


def _month_of(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _grid(page: CalendarPage, today: date) -> MonthGrid:
    shell = month_grid(page.year, page.month, [], today=today)
    weeks = [
        [
            DayCell(
                on=day.on,
                entries=[_entry(day.on, entry) for entry in day.entries],
                more_count=day.more_count,
                is_outside=not day.is_in_month,
                is_today=day.is_today,
                closed=day.holiday,
                is_closed=not day.is_working,
                more_url=links.work(tu=day.on, den=day.on),
                name=cell.name,
            )
            for day, cell in zip(week, cells, strict=True)
        ]
        for week, cells in zip(page.weeks, shell.weeks, strict=True)
    ]
    return MonthGrid(page.title, shell.weekdays, weeks)


def _entry(on: date, entry: CalendarEntry) -> MonthEntry:
    who = entry.agency_name or ""
    title = f"{entry.code} {entry.content}".strip()
    return MonthEntry(
        on=on,
        title=title,
        url=links.task(entry.task_id),
        tone=entry.badge.tone,
        said=f"{who}, {entry.badge.label}".strip(", "),
    )


def _charts(page: GanttPage, today: date) -> list[tuple[str, GanttChart]]:
    return [
        (
            title,
            gantt(
                [_bar(bar) for bar in bars],
                starts_on=page.axis_starts_on,
                ends_on=page.axis_ends_on,
                today=today,
            ),
        )
        for title, bars in page.sections
        if bars
    ]


def _bar(bar: GanttBar) -> GanttTask:
    return GanttTask(
        label=f"{bar.code} {bar.content}".strip(),
        starts_on=bar.starts_on,
        due_on=bar.due_on,
        first_due_on=bar.first_due_on if bar.first_due_on != bar.due_on else None,
        tone=bar.badge.tone,
        detail=bar.lead,
        url=links.task(bar.task_id),
        said=bar.badge.label,
    )
