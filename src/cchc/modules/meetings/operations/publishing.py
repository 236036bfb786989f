"""Publishing a week of the work calendar as a whole."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import WeekPublished
from cchc.modules.meetings.models import Entry, WeekVersion, WorkWeek
from cchc.modules.meetings.operations.telling import concerned_by, tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.week_paper import as_kept, rows_to_publish
from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi


@transaction.atomic
def publish_week(
    *,
    week_id: int,
    leaves_waiting: bool = False,
    note: str = "",
    actor: Actor,
    now: datetime,
) -> WeekVersion:
    """Publish what is approved of a week as its next version; each version is kept as printed.

    Raises NotVisible, AccessDenied, or MeetingRefused: nothing approved, something still waits, or
    nothing changed since the last version.
    """
    week = WorkWeek.objects.select_for_update(of=("self",)).filter(pk=week_id).first()
    if week is None:
        raise NotVisible
    actor.require(Permission.PUBLISH, agency_id=week.calendar.keeper_id)
    kept = as_kept(rows_to_publish(week))
    _check(week, kept, leaves_waiting=leaves_waiting)
    week.version += 1
    week.published_at = now
    week.save(update_fields=["version", "published_at"])
    version = WeekVersion.objects.create(
        week=week,
        number=week.version,
        published_at=now,
        published_by_id=actor.user_id,
        published_by_name=actor.name[:150],
        note=note.strip()[:500],
        entries=kept,
    )
    event = WeekPublished(
        week_id=week.pk, starts_on=week.starts_on, version=week.version, entry_count=len(kept)
    )
    announce(event, actor=actor, at=now)
    _tell(week, actor, now)
    return version


def _check(week: WorkWeek, kept: list[dict[str, object]], *, leaves_waiting: bool) -> None:
    if not kept:
        raise MeetingRefused(Problem.NOTHING_TO_PUBLISH)
    if not leaves_waiting and week.entries.filter(state=EntryState.PROPOSED).exists():
        raise MeetingRefused(Problem.STILL_WAITING)
    last = week.versions.order_by("-number").first()
    if last is not None and last.entries == kept:
        raise MeetingRefused(Problem.NOTHING_NEW)


def _tell(week: WorkWeek, actor: Actor, now: datetime) -> None:
    entries = Entry.objects.filter(week=week, state=EntryState.APPROVED)
    people = concerned_by(entries.prefetch_related("leaders"), now)
    again = "điều chỉnh" if week.version > 1 else "ban hành"
    tell(
        people - {actor.user_id},
        topic="meetings.week.published",
        title=f"Lịch công tác tuần từ {date_vi(week.starts_on)} đã {again}",
        body="",
        link=links.week(week.calendar.agency_id, week.starts_on),
        now=now,
    )
