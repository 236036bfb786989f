"""Papers of a meeting: handed in by its organiser and by those who owe them."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from cchc.modules.meetings.events import PaperHandedIn, PaperTakenOut
from cchc.modules.meetings.models import Meeting, Paper
from cchc.modules.meetings.operations.planning import about
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.storage.storing import store

_OFF = (MeetingState.CANCELLED, MeetingState.CONCLUDED)


@transaction.atomic
def hand_in_paper(
    *,
    meeting_id: int,
    content: BinaryIO,
    name: str,
    title: str,
    is_minutes: bool = False,
    actor: Actor,
    now: datetime,
) -> Paper:
    """Add a paper: as the organiser, or as an invited agency in its own name.

    Raises NotVisible, AccessDenied, MeetingRefused or RefusedFile.
    """
    meeting = Meeting.objects.get_visible(actor, pk=meeting_id)
    agency_id = _handing_in(meeting, actor)
    if is_minutes:
        actor.require(Permission.ORGANISE, agency_id=meeting.organiser_id)
    if meeting.state in _OFF:
        raise MeetingRefused(Problem.CLOSED)
    owner = f"meetings.paper:{meeting.pk}"
    file = store(content=content, name=name, owner=owner, actor=actor, now=now)
    paper = Paper.objects.create(
        meeting=meeting,
        file=file,
        title=(title.strip() or file.name)[:300],
        agency_id=agency_id,
        is_minutes=is_minutes,
        handed_in_at=now,
        handed_in_by_id=actor.user_id,
        handed_in_by_name=actor.name[:150],
    )
    announce(PaperHandedIn(**about(meeting), paper=paper.title), actor=actor, at=now)
    return paper


@transaction.atomic
def take_out_paper(*, paper_id: int, actor: Actor, now: datetime) -> Meeting:
    """Take a paper out again; its file stays stored. Whoever handed it in, or the organiser.

    Raises NotVisible, AccessDenied or MeetingRefused.
    """
    paper = Paper.objects.select_for_update(of=("self",)).filter(pk=paper_id).first()
    if paper is None:
        raise NotVisible
    meeting = Meeting.objects.get_visible(actor, pk=paper.meeting_id)
    if paper.handed_in_by_id != actor.user_id:
        actor.require(Permission.ORGANISE, agency_id=meeting.organiser_id)
    if meeting.state in _OFF:
        raise MeetingRefused(Problem.CLOSED)
    announce(PaperTakenOut(**about(meeting), paper=paper.title), actor=actor, at=now)
    paper.delete()
    return meeting


def _handing_in(meeting: Meeting, actor: Actor) -> int:
    """In whose name the actor hands in. Raises AccessDenied."""
    if actor.may(Permission.ORGANISE, agency_id=meeting.organiser_id):
        return meeting.organiser_id
    invited = meeting.invitations.filter(agency__isnull=False).values_list("agency_id", flat=True)
    for agency_id in invited:
        if actor.may(Permission.ANSWER, agency_id=agency_id):
            return int(agency_id)
    raise AccessDenied(Permission.ORGANISE)
