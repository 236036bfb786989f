"""One calendar for everything dated: a month, a week or a day of a person."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from cchc.modules.meetings.labels import AGENDA_KINDS
from cchc.modules.meetings.queries.naming import day_name
from cchc.modules.meetings.queries.pages.calendar import CalendarPage, DayList
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.rules.weeks import WEEK, days_of, monday_of, week_number
from cchc.modules.organisation.public import working_calendar
from cchc.modules.worklist.public import AgendaItem, AgendaKind, agenda_of
from cchc.platform.access import Actor
from cchc.platform.calendar import WorkingCalendar, explain_day, is_working_day
from cchc.platform.text.writing import date_vi

SHAPES = ("thang", "tuan", "ngay")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for."""

    shape: str = "thang"
    on: date | None = None
    kind: str = ""
    agency: str = ""


def calendar_page(*, actor: Actor, today: date, wanted: Wanted) -> CalendarPage:
    """What concerns the actor in the month, the week or the day asked for."""
    shape = wanted.shape if wanted.shape in SHAPES else "thang"
    shown_on = wanted.on or today
    weeks = _weeks(shape, shown_on)
    first, last = weeks[0][0], weeks[-1][-1]
    kinds = [AgendaKind(wanted.kind)] if wanted.kind in set(AgendaKind) else []
    found = agenda_of(actor, first, last, kinds)
    agencies = _agencies(found)
    if wanted.agency:
        found = [item for item in found if str(item.agency_id or "") == wanted.agency]
    calendar = working_calendar(actor.agency_id)
    month = shown_on.month if shape == "thang" else None
    days = _days(weeks, found, calendar, today=today, month=month)
    inside = [day for week in days for day in week if not day.is_outside]
    return CalendarPage(
        shape=shape,
        title=_title(shape, shown_on),
        shown_on=shown_on,
        weeks=days,
        previous_on=_moved(shape, shown_on, -1),
        next_on=_moved(shape, shown_on, 1),
        kind=wanted.kind if kinds else "",
        agency=wanted.agency,
        kinds=[Choice(kind, str(label)) for kind, label in AGENDA_KINDS.items()],
        agencies=agencies,
        count=sum(len(day.items) for day in inside),
        late_count=sum(item.is_late for day in inside for item in day.items),
        working_day_count=sum(day.is_working for day in inside),
    )


def items_shown(page: CalendarPage) -> list[AgendaItem]:
    """What the page shows, in the order of time."""
    return [item for week in page.weeks for day in week if not day.is_outside for item in day.items]


def _weeks(shape: str, on: date) -> list[list[date]]:
    if shape == "ngay":
        return [[on]]
    if shape == "tuan":
        return [days_of(monday_of(on))]
    return Calendar().monthdatescalendar(on.year, on.month)


def _days(
    weeks: Sequence[Sequence[date]],
    items: Sequence[AgendaItem],
    calendar: WorkingCalendar,
    *,
    today: date,
    month: int | None,
) -> list[list[DayList]]:
    by_day: dict[date, list[AgendaItem]] = defaultdict(list)
    for item in items:
        by_day[item.on].append(item)
    return [
        [
            DayList(
                on=day,
                name=f"{day_name(day)}, {date_vi(day)}",
                is_working=is_working_day(calendar, day),
                closed=closed_words(day, calendar),
                is_today=day == today,
                is_outside=month is not None and day.month != month,
                items=by_day[day],
            )
            for day in week
        ]
        for week in weeks
    ]


def closed_words(day: date, calendar: WorkingCalendar) -> str:
    """The name of a holiday or the reason of a closure; empty on weekends and working days."""
    if is_working_day(calendar, day) or day.weekday() >= 5:
        return ""
    return explain_day(calendar, day).reason


def _agencies(items: Sequence[AgendaItem]) -> list[Choice]:
    named = {item.agency_id: item.agency_name for item in items if item.agency_id}
    return [Choice(str(pk), name) for pk, name in sorted(named.items(), key=lambda p: p[1])]


def _title(shape: str, on: date) -> str:
    if shape == "ngay":
        return f"{day_name(on)}, {date_vi(on)}"
    if shape == "tuan":
        monday = monday_of(on)
        return _("Tuần {number}: {first} – {last}").format(
            number=week_number(monday), first=date_vi(monday), last=date_vi(days_of(monday)[-1])
        )
    return _("Tháng {month}/{year}").format(month=on.month, year=on.year)


def _moved(shape: str, on: date, step: int) -> date:
    if shape == "ngay":
        return on + timedelta(days=step)
    if shape == "tuan":
        return monday_of(on) + step * WEEK
    first = on.replace(day=1)
    return (first - timedelta(days=1) if step < 0 else first + timedelta(days=31)).replace(day=1)
