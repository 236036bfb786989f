"""A month of deadlines, and the timeline of a plan."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Max, Min, QuerySet
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.labels import TONES
from cchc.modules.plans.models import Occurrence, Plan, Task
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.queries.naming import agency_refs, badge
from cchc.modules.plans.queries.pages import (
    CalendarDay,
    CalendarEntry,
    CalendarPage,
    GanttBar,
    GanttPage,
    WorkFilter,
)
from cchc.modules.plans.queries.plan_page import worst_badge
from cchc.modules.plans.queries.work_filter import listed, narrow, narrow_standing, to_address
from cchc.modules.plans.rules.clock import days_until
from cchc.modules.plans.rules.counts import Counts, counts_of, sum_counts
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.standing import MOST_PRESSING_FIRST, standing_of
from cchc.platform.access import Actor
from cchc.platform.calendar import explain_day, is_working_day
from cchc.platform.sql import prepared, rows_kept

_SHOWN_A_DAY = 6


@dataclass(frozen=True, slots=True)
class _Due:
    """What falls due of one task on one day."""

    task_id: int
    counts: Counts
    agency_id: int


def calendar_page(
    *, actor: Actor, today: date, year: int, month: int, wanted: WorkFilter | None = None
) -> CalendarPage:
    """The deadlines of a month, a task once a day however many agencies owe it."""
    first = date(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    narrowed = replace(wanted or WorkFilter(), due_from=first, due_until=last, year=None)
    due = _due_by_day(narrowed, actor)
    tasks = _named({one.task_id for many in due.values() for one in many})
    agencies = agency_refs(one.agency_id for many in due.values() for one in many)
    names = {pk: ref.name for pk, ref in agencies.items()}
    entries = {day: _entries(day, many, tasks, names, narrowed, today) for day, many in due.items()}
    weeks = Calendar().monthdatescalendar(year, month)
    return CalendarPage(
        year=year,
        month=month,
        title=str(_("Tháng {month}/{year}").format(month=month, year=year)),
        weeks=[[_day(day, month, entries.get(day, []), today) for day in week] for week in weeks],
        previous=first - timedelta(days=1),
        next=last + timedelta(days=1),
        counts=sum_counts(one.counts for many in due.values() for one in many),
    )


def _due_by_day(wanted: WorkFilter, actor: Actor) -> dict[date, list[_Due]]:
    """What falls due in the days of the filter; work that falls due has a deadline."""

    def by_day() -> QuerySet[Occurrence, Any]:
        work = narrow_standing(narrow(listed(wanted, actor), wanted, actor), wanted)
        work = work.exclude(due_on=None).order_by()
        days = work.values_list("due_on", "task_id", "timeliness")
        return days.annotate(number=Count("pk"), some_agency=Min("agency_id"))

    rows = rows_kept(("plans.due_by_day", wanted, actor), by_day)
    numbers: dict[tuple[date, int], dict[str, int]] = defaultdict(dict)
    agency: dict[tuple[date, int], int] = {}
    for day, task_id, timeliness, number, some_agency in rows:
        numbers[day, task_id][timeliness] = number
        agency.setdefault((day, task_id), some_agency)
    found: dict[date, list[_Due]] = defaultdict(list)
    for (day, task_id), by_timeliness in numbers.items():
        found[day].append(_Due(task_id, counts_of(by_timeliness), agency[day, task_id]))
    return found


class _Named(NamedTuple):
    """How a task is called."""

    code: str
    content: str


def _named(ids: Collection[int]) -> dict[int, _Named]:
    return {pk: _Named(code, content) for pk, code, content in _names_of(sorted(ids))}


@prepared
def _names_of(ids: list[int]) -> QuerySet[Task, Any]:
    """Code and content of some tasks."""
    return Task.objects.filter(pk__any_of=ids).values_list("pk", "code", "content")


def _entries(  # noqa: PLR0917 (a day from its sources)
    day: date,
    many: Sequence[_Due],
    tasks: Mapping[int, _Named],
    names: Mapping[int, str],
    wanted: WorkFilter,
    today: date,
) -> list[CalendarEntry]:
    def rank(one: _Due) -> tuple[int, str]:
        return MOST_PRESSING_FIRST.index(standing_of(one.counts)), tasks[one.task_id].code

    return [
        CalendarEntry(
            task_id=one.task_id,
            code=tasks[one.task_id].code,
            content=tasks[one.task_id].content,
            agency_count=one.counts.total,
            agency_name=names.get(one.agency_id, "") if one.counts.total == 1 else "",
            badge=badge(
                standing_of(one.counts), day, days_until(day, today, working_calendar(None))
            ),
            query=to_address(replace(wanted, task_id=one.task_id, due_from=day, due_until=day)),
        )
        for one in sorted(many, key=rank)
    ]


def _day(day: date, month: int, entries: list[CalendarEntry], today: date) -> CalendarDay:
    calendar = working_calendar(None)
    is_working = is_working_day(calendar, day)
    is_weekend = day.weekday() >= 5
    return CalendarDay(
        on=day,
        is_in_month=day.month == month,
        is_today=day == today,
        is_working=is_working,
        holiday="" if is_working or is_weekend else explain_day(calendar, day).reason,
        entries=entries[:_SHOWN_A_DAY],
        more_count=max(0, len(entries) - _SHOWN_A_DAY),
    )


def gantt_page(*, plan_id: int, actor: Actor, today: date) -> GanttPage:
    """The timeline of a plan by section, the first deadline as baseline. Raises NotVisible."""
    plan = Plan.objects.get_visible(actor, pk=plan_id)
    tasks = list(plan.tasks.rows().active().select_related("section").order_by("position", "pk"))
    dated = _bars(plan, tasks, today)
    starts_on = min([plan.period_starts_on, *(bar.starts_on for bar in dated.values())])
    ends_on = max([plan.period_ends_on, *(bar.due_on for bar in dated.values())])
    placed = {pk: _placed(bar, starts_on) for pk, bar in dated.items()}
    sections: dict[str, list[GanttBar]] = {}
    for task in tasks:
        if task.pk in placed:
            title = task.section.title if task.section else ""
            sections.setdefault(title, []).append(placed[task.pk])
    return GanttPage(
        plan_id=plan.pk,
        plan_number=plan.number,
        title=plan.title,
        axis_starts_on=starts_on,
        axis_ends_on=ends_on,
        day_count=(ends_on - starts_on).days + 1,
        today_offset=(today - starts_on).days if starts_on <= today <= ends_on else None,
        months=list(_months(starts_on, ends_on)),
        sections=list(sections.items()),
        undated_count=len(tasks) - len(dated),
    )


def _bars(plan: Plan, tasks: Sequence[Task], today: date) -> dict[int, GanttBar]:
    """The tasks that have days, with offsets still to be set; one query."""
    work = Occurrence.objects.filter(plan=plan, obligation=Obligation.LEAD, is_part=False)
    leads = work.exclude(due_on=None)
    spans, by_round = _spans(leads)
    bars = {}
    for task in tasks:
        span = spans.get(task.pk)
        if span is None:
            continue
        rounds = by_round[task.pk]
        counts = sum_counts(rounds.values())
        starts_on = min(span.starts or task.starts_on or plan.issued_on, span.due)
        bars[task.pk] = GanttBar(
            task_id=task.pk,
            code=task.code,
            content=task.content,
            lead=task.lead_text,
            starts_on=starts_on,
            due_on=span.due,
            first_due_on=span.first_due,
            offset=0,
            length=(span.due - starts_on).days + 1,
            baseline_length=(span.first_due - starts_on).days + 1,
            marks=[
                ((day - starts_on).days, TONES[standing_of(number)])
                for day, number in sorted(rounds.items())
            ]
            if len(rounds) > 1
            else [],
            is_continuous=span.is_continuous,
            badge=worst_badge(counts, span.due, today),
        )
    return bars


@dataclass(slots=True)
class _Span:
    """From when to when the leads of a task are at work."""

    starts: date | None
    due: date
    first_due: date
    is_continuous: bool


def _spans(
    leads: OccurrenceQuerySet,
) -> tuple[dict[int, _Span], dict[int, dict[date, Counts]]]:
    """By task: the whole span, and how the work stands that falls due on each day."""
    rows = (
        leads.order_by()
        .values_list("task_id", "due_on", "timeliness")
        .annotate(
            number=Count("pk"),
            starts=Min("starts_on"),
            first=Max("first_due_on"),
            goes_on=BoolOr("is_continuous"),
        )
    )
    spans: dict[int, _Span] = {}
    numbers: dict[int, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for task_id, day, timeliness, number, starts, first, goes_on in rows:
        numbers[task_id][day][timeliness] = number
        span = spans.setdefault(task_id, _Span(starts, day, first, goes_on))
        if starts is not None:
            span.starts = min(starts, span.starts or starts)
        span.due, span.first_due = max(span.due, day), max(span.first_due, first)
        span.is_continuous = span.is_continuous or goes_on
    rounds = {
        task: {day: counts_of(found) for day, found in days.items()}
        for task, days in numbers.items()
    }
    return spans, rounds


def _placed(bar: GanttBar, axis_starts_on: date) -> GanttBar:
    """A bar with its place on the axis; the marks move with it."""
    offset = (bar.starts_on - axis_starts_on).days
    marks = [(place + offset, tone) for place, tone in bar.marks]
    return replace(bar, offset=offset, marks=marks)


def _months(first: date, last: date) -> Iterable[tuple[str, int, int]]:
    """The months of the axis: label, offset, length in days."""
    day = first
    while day <= last:
        end = min(day.replace(day=monthrange(day.year, day.month)[1]), last)
        yield f"{day.month}/{day.year}", (day - first).days, (end - day).days + 1
        day = end + timedelta(days=1)
