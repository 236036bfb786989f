"""The urging of one day: notices by the ladder, then one digest a person. Once, whole or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from cchc.modules.organisation.public import one_state_throughout, working_calendar
from cchc.modules.urging.events import DayUrged
from cchc.modules.urging.models import UrgedDay
from cchc.modules.urging.operations.climb import tell_next_in_line, tell_steps_reached
from cchc.modules.urging.operations.day_tables import lay_out
from cchc.modules.urging.operations.deliver import deliver
from cchc.modules.urging.operations.gather import gather
from cchc.modules.urging.operations.set_ladder import ensure_default
from cchc.modules.urging.queries.addressing import Directory, directory_on
from cchc.modules.urging.queries.ladders import digest_hour
from cchc.modules.urging.rules.hours import is_time, sending_moment
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam, is_working_day
from cchc.platform.events.announcing import announce

MOST_DAYS = 366
"""A demo that jumps further ahead skips the days before."""


@dataclass(frozen=True, slots=True)
class Urged:
    """What one day's urging wrote; nothing when the day was done before."""

    notice_count: int = 0
    digest_count: int = 0
    is_new: bool = False


def urge_today(*, actor: Actor, now: datetime) -> Urged:
    """Urge for today when its hour has come on a working day, and it was not done before."""
    today = in_vietnam(now).date()
    if UrgedDay.objects.filter(on=today).exists():
        return Urged()
    if not is_time(now, sends_at=digest_hour(today), calendar=working_calendar(None)):
        return Urged()
    return run_day(on=today, actor=actor, now=now)


def catch_up(*, actor: Actor, now: datetime) -> int:
    """Urge for each day that a moved clock has passed over, as those days would have been.

    What is past does not leave the house any more: no e-mail, no SMS. Answers how many days.
    """
    today = in_vietnam(now).date()
    last = UrgedDay.objects.order_by("-on").values_list("on", flat=True).first()
    if last is None:
        return 0
    day, done_count = max(last + timedelta(days=1), today - timedelta(days=MOST_DAYS)), 0
    while day < today:
        moment = sending_moment(day, sends_at=digest_hour(day), calendar=working_calendar(None))
        done_count += run_day(on=day, actor=actor, now=moment, leaves=False).is_new
        day += timedelta(days=1)
    return done_count + urge_today(actor=actor, now=now).is_new


@transaction.atomic
def run_day(*, on: date, actor: Actor, now: datetime, leaves: bool = True) -> Urged:
    """Write the notices and digests of a day, in one transaction of set-based statements.

    Killed, it leaves nothing; repeated, it changes nothing: a day is done once, by whoever was
    first. On a day off of the province nothing is said; the next working day says it.
    """
    if not is_working_day(working_calendar(None), on) or not _begin(on, now):
        return Urged()
    with one_state_throughout():
        ensure_default(now=now)
        directory = directory_on(on)
        day = lay_out(on, directory)
        notice_count = tell_next_in_line(day) + tell_steps_reached(day)
        gathered = gather(on=on, since=_day_before(on), at=now, resting=_resting(directory, on))
        deliver(gathered, on=on, now=now, leaves=leaves)
    done = Urged(notice_count, len(gathered), is_new=True)
    UrgedDay.objects.filter(on=on).update(
        notice_count=done.notice_count, digest_count=done.digest_count
    )
    event = DayUrged(on=on, notice_count=notice_count, digest_count=len(gathered))
    announce(event, actor=actor, at=now)
    return done


def _begin(on: date, now: datetime) -> bool:
    """Whether this run is the first of the day; one that runs beside it waits here for its end."""
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO urging_urgedday ("on", at, notice_count, digest_count)'
            " VALUES (%s, %s, 0, 0) ON CONFLICT DO NOTHING",
            [on, now],
        )
        return bool(cursor.rowcount)


def _day_before(on: date) -> date:
    last = UrgedDay.objects.filter(on__lt=on).order_by("-on").values_list("on", flat=True).first()
    return last or on - timedelta(days=1)


def _resting(directory: Directory, on: date) -> frozenset[int]:
    """Whose own agency does not work today: their digest waits for its next working day."""
    resting = {
        agency_id
        for agency_id in {places[0] for places in directory.lines.workplaces.values()}
        if not is_working_day(working_calendar(agency_id), on)
    }
    if not resting:
        return frozenset()
    places = directory.lines.workplaces.items()
    return frozenset(person for person, where in places if where[0] in resting)
