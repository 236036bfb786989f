"""Putting a meeting off, or cancelling it: the room is free, everybody invited is told."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import MeetingCancelled, MeetingPostponed
from cchc.modules.meetings.models import Entry, Meeting
from cchc.modules.meetings.operations.bookings import free_room
from cchc.modules.meetings.operations.entry_decisions import strike_out
from cchc.modules.meetings.operations.planning import about, organised
from cchc.modules.meetings.operations.telling import invited_to, tell
from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.lifecycle import MeetingState, check_step
from cchc.modules.meetings.rules.refusals import require_reason
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def postpone_meeting(*, meeting_id: int, reason: str, actor: Actor, now: datetime) -> Meeting:
    """Put a meeting off until a new time is set.

    Raises NotVisible, AccessDenied, StepNotAllowed or MeetingRefused.
    """
    return _call_off(meeting_id, MeetingState.POSTPONED, reason, actor, now)


@transaction.atomic
def cancel_meeting(*, meeting_id: int, reason: str, actor: Actor, now: datetime) -> Meeting:
    """Cancel a meeting for good.

    Raises NotVisible, AccessDenied, StepNotAllowed or MeetingRefused.
    """
    return _call_off(meeting_id, MeetingState.CANCELLED, reason, actor, now)


def _call_off(
    meeting_id: int, wanted: MeetingState, reason: str, actor: Actor, now: datetime
) -> Meeting:
    said = require_reason(reason)
    meeting = organised(meeting_id, actor)
    was_sent = meeting.state == MeetingState.INVITED or meeting.sent_at is not None
    check_step(MeetingState(meeting.state), wanted)
    meeting.state, meeting.reason = wanted, said[:500]
    meeting.save(update_fields=["state", "reason"])
    free_room(f"meeting:{meeting.pk}")
    is_off = wanted is MeetingState.CANCELLED
    event = MeetingCancelled if is_off else MeetingPostponed
    announce(event(**about(meeting), reason=said), actor=actor, at=now)
    _strike_out_entry(meeting, said, actor, now)
    if was_sent:
        word = "Hủy họp" if is_off else "Hoãn họp"
        tell(
            invited_to(meeting, now) - {actor.user_id},
            topic="meetings.meeting.off",
            title=f"{word}: {meeting.title}",
            body=f"Lý do: {said}",
            link=links.meeting(meeting.pk),
            now=now,
        )
    return meeting


def _strike_out_entry(meeting: Meeting, reason: str, actor: Actor, now: datetime) -> None:
    """Its line in the work calendar of leaders falls with it."""
    entry = (
        Entry.objects.select_for_update(of=("self",))
        .select_related("week__calendar")
        .filter(meeting_id=meeting.pk)
        .exclude(state=EntryState.CANCELLED)
        .first()
    )
    if entry is not None:
        strike_out(entry, reason, actor, now)
