"""The meeting takes place: who came, and the minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cchc.modules.meetings.events import MeetingHeld, MinutesKept
from cchc.modules.meetings.models import Meeting
from cchc.modules.meetings.operations.planning import about, organised
from cchc.modules.meetings.rules.kinds import Presence
from cchc.modules.meetings.rules.lifecycle import MeetingState, check_step
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce


@transaction.atomic
def hold_meeting(
    *,
    meeting_id: int,
    presences: Mapping[int, tuple[Presence, str]],
    actor: Actor,
    now: datetime,
) -> Meeting:
    """Record that the meeting took place and who came, by invitation; correct it until concluded.

    Raises NotVisible, AccessDenied, StepNotAllowed or MeetingRefused.
    """
    meeting = organised(meeting_id, actor)
    if meeting.state != MeetingState.HELD:
        check_step(MeetingState(meeting.state), MeetingState.HELD)
        if now < meeting.starts_at:
            raise MeetingRefused(Problem.NOT_YET_BEGUN)
        meeting.state = MeetingState.HELD
        meeting.save(update_fields=["state"])
    present = absent = 0
    for invitation in meeting.invitations.all():
        presence, note = presences.get(invitation.pk, (Presence.UNKNOWN, ""))
        invitation.presence, invitation.presence_note = presence, note.strip()[:300]
        invitation.save(update_fields=["presence", "presence_note"])
        present += presence is Presence.PRESENT
        absent += presence in (Presence.ABSENT, Presence.ABSENT_EXCUSED)
    event = MeetingHeld(**about(meeting), present_count=present, absent_count=absent)
    announce(event, actor=actor, at=now)
    return meeting


@transaction.atomic
def keep_minutes(*, meeting_id: int, minutes: str, actor: Actor, now: datetime) -> Meeting:
    """Write the minutes of a meeting that took place.

    Raises NotVisible, AccessDenied or MeetingRefused.
    """
    meeting = organised(meeting_id, actor)
    if meeting.state not in (MeetingState.HELD, MeetingState.CONCLUDED):
        raise MeetingRefused(Problem.NOT_YET_BEGUN)
    meeting.minutes, meeting.minutes_at = minutes.strip(), now
    meeting.save(update_fields=["minutes", "minutes_at"])
    announce(MinutesKept(**about(meeting)), actor=actor, at=now)
    return meeting
