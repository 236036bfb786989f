"""A calendar changed: deadlines that were given in working days are reckoned anew."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.events import DeadlineReckonedAnew
from cchc.modules.plans.models import DueChange, Occurrence
from cchc.modules.plans.operations.following import shorten_parts
from cchc.modules.plans.operations.reaching import named_occurrence
from cchc.modules.plans.operations.reckoning import Day, day_of, reckon, save
from cchc.modules.plans.operations.telling import answering_for, tell_about
from cchc.modules.plans.rules.kinds import DueChangeKind
from cchc.platform.access import Actor
from cchc.platform.calendar import add_working_days
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi


@transaction.atomic
def redate_for_calendars(*, actor: Actor, now: datetime) -> int:
    """Reckon every open deadline given in working days by its agency's present calendar.

    How many moved. Each says so in its ledger, in the trail and to the agency; parts beyond a
    deadline that came earlier end with it. Repeated, it changes nothing.
    """
    day = day_of(now)
    moved = 0
    given = (
        Occurrence.objects.select_for_update(of=("self",))
        .with_the_agency()
        .filter(days_given__isnull=False)
        .select_related("task__part_of", "assignment")
        .order_by("pk")
    )
    for one in given:
        new = _due_on(one)
        if new is not None and new != one.due_on:
            _move(one, new, day, actor=actor, now=now)
            moved += 1
    return moved


def _due_on(one: Occurrence) -> date | None:
    """The deadline by the calendar; of a part never after that of the work above."""
    if one.days_from is None or one.days_given is None:
        return None
    new = add_working_days(working_calendar(one.agency_id), one.days_from, one.days_given)
    above = one.task.part_of
    if above is not None and above.due_on is not None:
        above_due_on = Occurrence.objects.values_list("due_on", flat=True).get(pk=above.pk)
        new = min(new, above_due_on or new)
    return new


def _move(one: Occurrence, new: date, day: Day, *, actor: Actor, now: datetime) -> None:
    old, counted_from, days = one.due_on, one.days_from, one.days_given
    assert old is not None and counted_from is not None and days is not None  # noqa: S101, PT018 (by constraint)
    DueChange.objects.create(
        occurrence=one,
        kind=DueChangeKind.CALENDAR,
        from_due_on=old,
        to_due_on=new,
        reason=f"{days} ngày làm việc kể từ {date_vi(counted_from)}",
        at=now,
        by_id=actor.user_id,
    )
    one.due_on = new
    if one.starts_on is not None and one.starts_on > new:
        one.starts_on = None
    reckon(one, day)
    save(one, "due_on", "starts_on")
    event = DeadlineReckonedAnew(
        **named_occurrence(one),
        from_due_on=old,
        to_due_on=new,
        days=days,
        counted_from=counted_from,
    )
    announce(event, actor=actor, at=now)
    people = {one.assignment.holder_id, *answering_for([one.agency_id], now)}
    title = f"Lịch làm việc thay đổi, hạn mới: {date_vi(new)}"
    tell_about(one, people, topic="plans.work.dated", title=title, now=now)
    shorten_parts(one, actor=actor, now=now)
