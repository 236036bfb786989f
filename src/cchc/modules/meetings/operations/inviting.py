"""Sending invitations out, and answering them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import InvitationAnswered, InvitationsSent
from cchc.modules.meetings.labels import ANSWERS
from cchc.modules.meetings.models import Invitation, Meeting
from cchc.modules.meetings.operations.planning import about, book, organised
from cchc.modules.meetings.operations.telling import invited_to, tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, agency_name
from cchc.modules.meetings.rules.kinds import Answer
from cchc.modules.meetings.rules.lifecycle import MeetingState, check_step
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem, require_reason
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import moment_vi


@transaction.atomic
def send_invitations(*, meeting_id: int, actor: Actor, now: datetime) -> Meeting:
    """Send the invitations: the room is booked, everybody invited is told and may answer.

    Raises NotVisible, AccessDenied, StepNotAllowed or MeetingRefused.
    """
    meeting = organised(meeting_id, actor)
    check_step(MeetingState(meeting.state), MeetingState.INVITED)
    count = meeting.invitations.count()
    if not count:
        raise MeetingRefused(Problem.NOBODY_INVITED)
    if meeting.starts_at <= now:
        raise MeetingRefused(Problem.IN_THE_PAST)
    meeting.state, meeting.sent_at = MeetingState.INVITED, now
    meeting.save(update_fields=["state", "sent_at"])
    book(meeting)
    announce(InvitationsSent(**about(meeting), invited_count=count), actor=actor, at=now)
    tell(
        invited_to(meeting, now) - {actor.user_id},
        topic="meetings.meeting.invited",
        title=f"Mời họp: {meeting.title}",
        body=moment_vi(meeting.starts_at),
        link=links.meeting(meeting.pk),
        now=now,
    )
    return meeting


@transaction.atomic
def answer_invitation(
    *,
    invitation_id: int,
    answer: Answer,
    delegate: str = "",
    note: str = "",
    actor: Actor,
    now: datetime,
) -> Invitation:
    """Say whether the invited come, who comes instead, or why nobody does; until it begins.

    Raises NotVisible, AccessDenied or MeetingRefused.
    """
    invitation = own_invitation(invitation_id, actor)
    meeting = invitation.meeting
    if meeting.state != MeetingState.INVITED or meeting.ends_at <= now:
        raise MeetingRefused(Problem.TOO_LATE_TO_ANSWER)
    instead = delegate.strip()[:200] if answer is Answer.DELEGATED else ""
    if answer is Answer.DELEGATED and not instead:
        raise MeetingRefused(Problem.NO_DELEGATE)
    said = require_reason(note) if answer is Answer.DECLINED else note.strip()
    invitation.answer, invitation.delegate, invitation.note = answer, instead, said[:500]
    invitation.answered_at, invitation.answered_by_id = now, actor.user_id
    invitation.save()
    _say_answered(invitation, meeting, actor, now)
    return invitation


def own_invitation(invitation_id: int, actor: Actor) -> Invitation:
    """An invitation of the actor or of an agency for which they answer, locked.

    Raises NotVisible or AccessDenied.
    """
    found = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("meeting")
        .filter(pk=invitation_id)
        .first()
    )
    if found is None:
        raise NotVisible
    Meeting.objects.get_visible(actor, pk=found.meeting_id)
    if found.person_id is None or found.person_id != actor.user_id:
        if found.agency_id is None:
            raise NotVisible
        actor.require(Permission.ANSWER, agency_id=found.agency_id)
    return found


def _say_answered(invitation: Invitation, meeting: Meeting, actor: Actor, now: datetime) -> None:
    agencies = agencies_named([invitation.agency_id])
    who = agency_name(agencies, invitation.agency_id) or actor.name
    words = str(ANSWERS[Answer(invitation.answer)])
    event = InvitationAnswered(**about(meeting), who=who, answer=words)
    announce(event, actor=actor, at=now)
    if invitation.answer == Answer.ACCEPTED:
        return
    tell(
        {meeting.created_by_id} - {actor.user_id},
        topic="meetings.invitation.answered",
        title=f"{who}: {words}",
        body=meeting.title,
        link=links.meeting(meeting.pk),
        now=now,
    )
