"""A week of the work calendar of leaders, as its readers may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.modules.meetings.models import Entry, WeekVersion, WorkCalendar, WorkWeek
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.calendar_page import closed_words
from cchc.modules.meetings.queries.naming import agencies_named, agency_name, day_name
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.queries.pages.week import VersionRow, WeekDay, WeekPage
from cchc.modules.meetings.queries.trail import trail_items
from cchc.modules.meetings.queries.week_paper import (
    WeekRow,
    as_kept,
    published_rows,
    rows_of,
    rows_to_publish,
)
from cchc.modules.meetings.rules.kinds import EntryState, Session
from cchc.modules.meetings.rules.weeks import WEEK, days_shown, monday_of, week_number
from cchc.modules.organisation.public import province_committee, working_calendar
from cchc.platform.access import Actor, NotVisible
from cchc.platform.text.writing import date_vi


def week_page(
    *, actor: Actor, today: date, agency_id: int | None = None, on: date | None = None
) -> WeekPage:
    """The week of an agency's leaders (the province's, unless another is asked for).

    Raises NotVisible when there is no such agency.
    """
    starts_on = monday_of(on or today)
    agency_id = agency_id or province_committee(today).id
    calendar = WorkCalendar.objects.filter(agency_id=agency_id).first()
    keeper_id = calendar.keeper_id if calendar else agency_id
    names = agencies_named([agency_id, keeper_id])
    if agency_id not in names:
        raise NotVisible
    week = WorkWeek.objects.filter(calendar=calendar, starts_on=starts_on).first()
    sees = actor.may(Permission.VIEW_CALENDAR, agency_id=keeper_id)
    shown = _shown(week, sees=sees)
    return WeekPage(
        agency_id=agency_id,
        agency_name=agency_name(names, agency_id),
        keeper_id=keeper_id,
        keeper_name=agency_name(names, keeper_id),
        week_id=week.pk if week else None,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=6),
        number=week_number(starts_on),
        days=week_days(starts_on, shown, agency_id, today=today),
        waiting=_waiting(week, actor),
        version=week.version if week else 0,
        published_at=week.published_at if week else None,
        is_changed=bool(week and sees and _is_changed(week)),
        versions=_versions(week),
        calendars=calendar_choices(today),
        previous_on=starts_on - WEEK,
        next_on=starts_on + WEEK,
        may_propose=may_propose(actor, agency_id, today),
        may_approve=actor.may(Permission.APPROVE, agency_id=keeper_id),
        may_publish=actor.may(Permission.PUBLISH, agency_id=keeper_id),
        sees_unpublished=sees,
        trail=trail_items(f"meetings.week:{week.pk}") if week and sees else [],
    )


def week_days(
    starts_on: date, rows: Sequence[WeekRow], agency_id: int, *, today: date
) -> list[WeekDay]:
    """The days that the paper prints, each with its two halves."""
    calendar = working_calendar(agency_id)
    days = []
    for day in days_shown(starts_on, (row.on for row in rows), calendar):
        of_day = [row for row in rows if row.on == day]
        days.append(
            WeekDay(
                on=day,
                name=f"{day_name(day)}, {date_vi(day)}",
                closed=closed_words(day, calendar),
                is_today=day == today,
                morning=[row for row in of_day if row.session != Session.AFTERNOON],
                afternoon=[row for row in of_day if row.session == Session.AFTERNOON],
            )
        )
    return days


def calendar_choices(today: date) -> list[Choice]:
    """The calendars that there are: the province's first, then by name."""
    committee = province_committee(today)
    ids = set(WorkCalendar.objects.values_list("agency_id", flat=True)) - {committee.id}
    others = sorted(agencies_named(ids).values(), key=lambda card: (card.precedence, card.name))
    return [Choice(str(card.id), card.name) for card in (committee, *others)]


def may_propose(actor: Actor, agency_id: int, today: date) -> bool:
    """Whether the actor may propose into the calendar of this agency's leaders."""
    if agency_id == province_committee(today).id:
        return actor.may(Permission.PROPOSE, agency_id=actor.agency_id)
    return actor.may(Permission.PROPOSE, agency_id=agency_id)


def _shown(week: WorkWeek | None, *, sees: bool) -> list[WeekRow]:
    if week is None:
        return []
    return rows_to_publish(week) if sees else published_rows(week)


def _waiting(week: WorkWeek | None, actor: Actor) -> list[WeekRow]:
    if week is None:
        return []
    states = [EntryState.PROPOSED, EntryState.RETURNED]
    waiting = Entry.objects.visible_to(actor).filter(week=week, state__in=states)
    return rows_of(list(waiting.select_related("room").prefetch_related("leaders")))


def _is_changed(week: WorkWeek) -> bool:
    last = week.versions.order_by("-number").first()
    return last is not None and last.entries != as_kept(rows_to_publish(week))


def _versions(week: WorkWeek | None) -> list[VersionRow]:
    if week is None or not week.version:
        return []
    found = WeekVersion.objects.filter(week=week).order_by("-number")
    return [
        VersionRow(
            number=one.number,
            published_at=one.published_at,
            published_by=one.published_by_name,
            note=one.note,
            entry_count=len(one.entries),
        )
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class WeekRef:
    """A week to be published."""

    agency_id: int
    starts_on: date
    version: int


def week_to_publish(*, week_id: int, actor: Actor) -> WeekRef:
    """A week that the actor may publish. Raises NotVisible or AccessDenied."""
    week = WorkWeek.objects.select_related("calendar").filter(pk=week_id).first()
    if week is None:
        raise NotVisible
    actor.require(Permission.PUBLISH, agency_id=week.calendar.keeper_id)
    return WeekRef(week.calendar.agency_id, week.starts_on, week.version)
