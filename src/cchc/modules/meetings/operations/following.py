"""A meeting's line in the work calendar of leaders follows the meeting."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.meetings.events import EntryCorrected
from cchc.modules.meetings.models import Entry, Meeting, WorkWeek
from cchc.modules.meetings.operations.entries import about, is_published, tell_adjusted
from cchc.modules.meetings.rules.conflicts import session_at
from cchc.modules.meetings.rules.kinds import EntryState, Mark
from cchc.modules.meetings.rules.weeks import monday_of
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce


def move_entry_of(meeting: Meeting, *, actor: Actor, now: datetime) -> None:
    """Let the line read as the meeting does now; in a published week that is marked and told."""
    entry = (
        Entry.objects.select_for_update(of=("self",))
        .select_related("week__calendar")
        .filter(meeting_id=meeting.pk)
        .exclude(state=EntryState.CANCELLED)
        .first()
    )
    if entry is None:
        return
    was_published = is_published(entry)
    begins = in_vietnam(meeting.starts_at)
    entry.week, _made = WorkWeek.objects.get_or_create(
        calendar=entry.week.calendar, starts_on=monday_of(begins.date())
    )
    entry.on, entry.session = begins.date(), session_at(begins.time())
    entry.starts_at, entry.ends_at, entry.has_hours = meeting.starts_at, meeting.ends_at, True
    entry.place, entry.room_id = meeting.place, meeting.room_id
    if was_published:
        entry.mark = entry.mark or Mark.CHANGED
    entry.save()
    announce(EntryCorrected(**about(entry), changed="theo cuộc họp"), actor=actor, at=now)
    if was_published:
        tell_adjusted(entry, "Điều chỉnh lịch công tác", actor, now)
