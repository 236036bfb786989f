"""The list of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q

from cchc.modules.meetings.labels import MEETING_KINDS, MEETING_STATES, MEETING_TONES
from cchc.modules.meetings.models import Conclusion, Invitation, Meeting
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import (
    agencies_named,
    agency_name,
    hours_vi,
    people_named,
    person_name,
)
from cchc.modules.meetings.queries.pages.meeting import MeetingRow, MeetingsPage
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.rules.kinds import Answer, MeetingKind
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam

MOST = 300


def meetings_page(*, actor: Actor, kind: str = "", state: str = "", text: str = "") -> MeetingsPage:
    """The meetings that the actor may know of, the newest first."""
    meetings = Meeting.objects.visible_to(actor)
    kind = kind if kind in set(MeetingKind) else ""
    state = state if state in set(MeetingState) else ""
    if kind:
        meetings = meetings.filter(kind=kind)
    if state:
        meetings = meetings.filter(state=state)
    if text.strip():
        meetings = meetings.filter(title__icontains=text.strip()[:100])
    found = meetings.select_related("room").order_by("-starts_at", "-pk")[:MOST]
    return MeetingsPage(
        meetings=meeting_rows(list(found)),
        kind=kind,
        state=state,
        text=text,
        kinds=[Choice(k, str(label)) for k, label in MEETING_KINDS.items()],
        states=[Choice(s, str(label)) for s, label in MEETING_STATES.items()],
        may_organise=actor.may_somewhere(Permission.ORGANISE),
    )


def meeting_rows(meetings: Sequence[Meeting]) -> list[MeetingRow]:
    """Meetings as rows."""
    ids = [meeting.pk for meeting in meetings]
    agencies = agencies_named(meeting.organiser_id for meeting in meetings)
    people = people_named(meeting.chair_id for meeting in meetings)
    invited = {
        pk: (total, answered)
        for pk, total, answered in Invitation.objects.filter(meeting__in=ids)
        .values_list("meeting")
        .annotate(total=Count("pk"), answered=Count("pk", filter=~Q(answer=Answer.PENDING)))
    }
    concluded = dict(
        Conclusion.objects.filter(meeting__in=ids).values_list("meeting").annotate(Count("pk"))
    )
    return [
        MeetingRow(
            id=meeting.pk,
            title=meeting.title,
            kind_label=str(MEETING_KINDS[MeetingKind(meeting.kind)]),
            organiser=agency_name(agencies, meeting.organiser_id),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            hours=hours_vi(meeting.starts_at, meeting.ends_at),
            place=place_of(meeting),
            chair=person_name(people, meeting.chair_id),
            state=meeting.state,
            state_label=str(MEETING_STATES[MeetingState(meeting.state)]),
            tone=MEETING_TONES[MeetingState(meeting.state)],
            invited_count=invited.get(meeting.pk, (0, 0))[0],
            answered_count=invited.get(meeting.pk, (0, 0))[1],
            conclusion_count=concluded.get(meeting.pk, 0),
        )
        for meeting in meetings
    ]


def place_of(meeting: Meeting) -> str:
    """Where it takes place: the room, and what is written beside it."""
    room = meeting.room.name if meeting.room else ""
    return ", ".join(part for part in (room, meeting.place) if part)


def day_of(meeting: Meeting) -> date:
    """The day of a meeting in Vietnam."""
    return in_vietnam(meeting.starts_at).date()
