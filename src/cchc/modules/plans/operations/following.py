"""What happens above carries down: the parts of a thread follow the work they are parts of.

The rules are written in `rules.handing`.
"""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.plans.events import DeadlineFollowed, WorkResumed, WorkSuspended
from cchc.modules.plans.models import DueChange, Occurrence
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.operations.reaching import named_assignment, named_occurrence
from cchc.modules.plans.operations.reckoning import Day, day_of, move, reckon, save
from cchc.modules.plans.operations.standing_still import move_deadline
from cchc.modules.plans.operations.telling import answering_for, tell_about
from cchc.modules.plans.rules.handing import shortened
from cchc.modules.plans.rules.kinds import DueChangeKind
from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY, State
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi

_WITH_THE_AGENCY = sorted(WITH_THE_AGENCY)


def stop_parts(above: Occurrence, reason: str, *, actor: Actor, now: datetime) -> None:
    """The clock of work stopped: what is with its agency below stands still too, to the bottom."""
    day = day_of(now)
    for one in _parts(above).filter(state__in=_WITH_THE_AGENCY):
        one.suspended_from = State(one.state)
        one.suspended_on = day.today
        move(one, State.SUSPENDED, now=now, day=day)
        save(one, "suspended_from", "suspended_on")
        announce(WorkSuspended(**named_occurrence(one), reason=reason[:300]), actor=actor, at=now)
    for one in _parts(above):
        stop_parts(one, reason, actor=actor, now=now)


def resume_parts(above: Occurrence, since: date, *, actor: Actor, now: datetime) -> None:
    """The clock goes on: what stood still since then goes on below, never beyond the work above."""
    day = day_of(now)
    for one in _parts(above):
        if one.state == State.SUSPENDED and one.suspended_on and one.suspended_on >= since:
            _go_on(one, above, day, actor=actor, now=now)
        resume_parts(one, since, actor=actor, now=now)


def _go_on(one: Occurrence, above: Occurrence, day: Day, *, actor: Actor, now: datetime) -> None:
    move_deadline(one, actor=actor, now=now, not_after=above.due_on)
    back_to = State(one.suspended_from)
    one.suspended_from = ""
    one.suspended_on = None
    move(one, back_to, now=now, day=day)
    save(one, "suspended_from", "suspended_on", "due_on", "days_given", "days_from")
    announce(WorkResumed(**named_occurrence(one)), actor=actor, at=now)


def shorten_parts(above: Occurrence, *, actor: Actor, now: datetime) -> None:
    """The work above got a deadline: parts that lie beyond it now end with it, to the bottom.

    A part that waited with the work above gets its deadline.
    """
    day = day_of(now)
    for one in _parts(above).exclude(state__in=[State.ACCEPTED, State.WITHDRAWN]):
        if one.state == State.WAITING and above.due_on is not None:
            _date(one, above.due_on, day, now=now)
        new = shortened(one.due_on, above.due_on)
        if new is not None and one.due_on is not None:
            _shorten(one, one.due_on, new, day, actor=actor, now=now)
        shorten_parts(one, actor=actor, now=now)


def _date(one: Occurrence, due_on: date, day: Day, *, now: datetime) -> None:
    one.due_on = one.first_due_on = due_on
    one.waits_for = ""
    move(one, State.ASSIGNED, now=now, day=day)
    if one.assignment.acknowledged_at is not None:
        move(one, State.IN_PROGRESS, now=now, day=day)
    save(one, "due_on", "first_due_on", "waits_for")


def _shorten(
    one: Occurrence, old: date, new: date, day: Day, *, actor: Actor, now: datetime
) -> None:
    DueChange.objects.create(
        occurrence=one,
        kind=DueChangeKind.ABOVE,
        from_due_on=old,
        to_due_on=new,
        at=now,
        by_id=actor.user_id,
    )
    one.due_on = new
    one.days_given = one.days_from = None
    if one.starts_on is not None and one.starts_on > new:
        one.starts_on = None
    reckon(one, day)
    save(one, "due_on", "days_given", "days_from", "starts_on")
    assert one.thread_id is not None  # noqa: S101 (a part stands in a thread)
    event = DeadlineFollowed(
        **named_assignment(one.assignment),
        thread_id=one.thread_id,
        occurrence_id=one.pk,
        from_due_on=old,
        to_due_on=new,
    )
    announce(event, actor=actor, at=now)
    people = {*answering_for([one.agency_id], now), one.assignment.holder_id}
    title = f"Hạn mới theo việc cấp trên: {date_vi(new)}"
    tell_about(one, people, topic="plans.work.dated", title=title, now=now)


def _parts(above: Occurrence) -> OccurrenceQuerySet:
    """What was given directly from this, locked."""
    locked = Occurrence.objects.select_for_update(of=("self",))
    return locked.parts_of([above.pk]).select_related("task", "assignment__task").order_by("pk")
