"""Preparing a meeting: time, place, agenda, and whom to invite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import MeetingChanged, MeetingPlanned, MeetingSetAgain
from cchc.modules.meetings.models import AgendaPoint, Invitation, Meeting
from cchc.modules.meetings.operations.bookings import checked_room, take_room
from cchc.modules.meetings.operations.following import move_entry_of
from cchc.modules.meetings.operations.telling import invited_to, tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, people_named
from cchc.modules.meetings.queries.occasions import conflict_words, conflicts_for
from cchc.modules.meetings.rules.conflicts import Occasion, Span
from cchc.modules.meetings.rules.fields import MeetingFields, PointFields
from cchc.modules.meetings.rules.lifecycle import STILL_AHEAD, MeetingState, check_step
from cchc.modules.meetings.rules.refusals import ConflictsFound, MeetingRefused, Problem
from cchc.platform.access import Actor
from cchc.platform.calendar import VIETNAM
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import moment_vi


@transaction.atomic
def plan_meeting(
    *,
    organiser_id: int,
    fields: MeetingFields,
    accepts_conflicts: bool = False,
    actor: Actor,
    now: datetime,
) -> Meeting:
    """Begin to prepare a meeting. Raises AccessDenied, MeetingRefused or ConflictsFound."""
    actor.require(Permission.ORGANISE, agency_id=organiser_id)
    meeting = Meeting(
        organiser_id=organiser_id,
        state=MeetingState.PLANNED,
        created_at=now,
        created_by_id=actor.user_id,
        created_by_name=actor.name[:150],
    )
    _write(meeting, fields, now)
    meeting.known_conflicts = _known(meeting, (), is_known=accepts_conflicts, actor=actor)
    meeting.save()
    event = MeetingPlanned(**about(meeting), starts_at=meeting.starts_at)
    announce(event, actor=actor, at=now)
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting_id: int,
    fields: MeetingFields,
    accepts_conflicts: bool = False,
    actor: Actor,
    now: datetime,
) -> Meeting:
    """Change a meeting that is still ahead, or set a new time for one that was put off.

    Once it was sent out, those invited are told. Raises NotVisible, AccessDenied, MeetingRefused or
    ConflictsFound.
    """
    meeting = organised(meeting_id, actor)
    before = Meeting.objects.get(pk=meeting.pk)
    was_off = meeting.state == MeetingState.POSTPONED
    if was_off:
        check_step(MeetingState.POSTPONED, MeetingState.PLANNED)
        meeting.state, meeting.reason, meeting.sent_at = MeetingState.PLANNED, "", None
    elif meeting.state not in STILL_AHEAD:
        raise MeetingRefused(Problem.CLOSED)
    _write(meeting, fields, now)
    people = [one.person_id for one in meeting.invitations.all() if one.person_id]
    meeting.known_conflicts = _known(meeting, people, is_known=accepts_conflicts, actor=actor)
    meeting.save()
    if meeting.state == MeetingState.INVITED:
        book(meeting)
    move_entry_of(meeting, actor=actor, now=now)
    _say_changed(before, meeting, was_off=was_off, actor=actor, now=now)
    return meeting


@transaction.atomic
def set_agenda(
    *, meeting_id: int, points: Sequence[PointFields], actor: Actor, now: datetime
) -> Meeting:
    """Write the agenda anew. Raises NotVisible, AccessDenied or MeetingRefused."""
    meeting = organised(meeting_id, actor)
    if meeting.state not in STILL_AHEAD:
        raise MeetingRefused(Problem.CLOSED)
    check_agencies(point.presenter_id for point in points if point.presenter_id)
    meeting.points.all().delete()
    AgendaPoint.objects.bulk_create(
        AgendaPoint(
            meeting=meeting,
            position=position,
            title=point.title.strip()[:500],
            presenter_id=point.presenter_id,
            minute_count=point.minute_count,
        )
        for position, point in enumerate(points, start=1)
    )
    announce(MeetingChanged(**about(meeting), changed="chương trình"), actor=actor, at=now)
    return meeting


@transaction.atomic
def set_invited(
    *,
    meeting_id: int,
    agency_ids: Collection[int],
    person_ids: Collection[int],
    owing_ids: Collection[int] = (),
    actor: Actor,
    now: datetime,
) -> Meeting:
    """Say whom to invite, and which agencies owe papers; answers already given are kept.

    Whoever is taken off or added after the invitations went out is told. Raises NotVisible,
    AccessDenied or MeetingRefused.
    """
    meeting = organised(meeting_id, actor)
    if meeting.state not in STILL_AHEAD:
        raise MeetingRefused(Problem.CLOSED)
    agencies, people = set(agency_ids), set(person_ids)
    check_agencies(agencies)
    if not people <= set(people_named(people)):
        raise MeetingRefused(Problem.UNKNOWN_PERSON)
    was_concerned = invited_to(meeting, now)
    invited = meeting.invitations
    invited.filter(agency__isnull=False).exclude(agency_id__in=agencies).delete()
    invited.filter(person_id__isnull=False).exclude(person_id__in=people).delete()
    fresh = [Invitation(meeting=meeting, agency_id=pk) for pk in sorted(agencies)]
    fresh += [Invitation(meeting=meeting, person_id=pk) for pk in sorted(people)]
    Invitation.objects.bulk_create(fresh, ignore_conflicts=True)
    invited.update(owes_papers=False)
    invited.filter(agency_id__in=list(owing_ids)).update(owes_papers=True)
    announce(MeetingChanged(**about(meeting), changed="thành phần mời"), actor=actor, at=now)
    if meeting.state == MeetingState.INVITED:
        _tell_moved(meeting, was_concerned, actor, now)
    return meeting


def organised(meeting_id: int, actor: Actor) -> Meeting:
    """The meeting, locked, for those who organise it. Raises NotVisible or AccessDenied."""
    Meeting.objects.get_visible(actor, pk=meeting_id)
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id)
    actor.require(Permission.ORGANISE, agency_id=meeting.organiser_id)
    return meeting


def book(meeting: Meeting) -> None:
    """Take the meeting's room firmly. Raises MeetingRefused when it is taken."""
    span = Span(meeting.starts_at, meeting.ends_at)
    occasion = f"meeting:{meeting.pk}"
    take_room(room_id=meeting.room_id, span=span, occasion=occasion, title=meeting.title)


def about(meeting: Meeting) -> dict[str, Any]:
    """What every event about a meeting says."""
    return {"meeting_id": meeting.pk, "title": meeting.title[:200]}


def check_agencies(ids: Iterable[int]) -> None:
    """Raise MeetingRefused unless all of them live."""
    wanted = set(ids)
    if not wanted <= set(agencies_named(wanted)):
        raise MeetingRefused(Problem.UNKNOWN_AGENCY)


def _write(meeting: Meeting, fields: MeetingFields, now: datetime) -> None:
    starts_at = datetime.combine(fields.on, fields.starts_at, tzinfo=VIETNAM)
    ends_at = datetime.combine(fields.on, fields.ends_at, tzinfo=VIETNAM)
    if ends_at <= starts_at:
        raise MeetingRefused(Problem.ENDS_BEFORE_IT_BEGINS)
    if ends_at <= now:
        raise MeetingRefused(Problem.IN_THE_PAST)
    if fields.chair_id is not None and not people_named([fields.chair_id]):
        raise MeetingRefused(Problem.UNKNOWN_PERSON)
    meeting.kind, meeting.title = fields.kind, fields.title.strip()[:500]
    meeting.purpose, meeting.place = fields.purpose.strip(), fields.place.strip()[:250]
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.room_id = checked_room(fields.room_id)
    meeting.chair_id, meeting.papers_due_on = fields.chair_id, fields.papers_due_on


def _known(meeting: Meeting, people: Collection[int], *, is_known: bool, actor: Actor) -> str:
    chair = {meeting.chair_id} if meeting.chair_id is not None else set()
    occasion = Occasion(
        key=f"meeting:{meeting.pk}",
        title=meeting.title,
        span=Span(meeting.starts_at, meeting.ends_at),
        people=frozenset(people) | chair,
        room_id=meeting.room_id,
    )
    found = conflicts_for(occasion, agency_id=meeting.organiser_id, actor=actor)
    if found and not is_known:
        raise ConflictsFound(found)
    return "; ".join(conflict_words(found))[:1000]


def _say_changed(
    before: Meeting, meeting: Meeting, *, was_off: bool, actor: Actor, now: datetime
) -> None:
    if was_off:
        event = MeetingSetAgain(**about(meeting), starts_at=meeting.starts_at)
        announce(event, actor=actor, at=now)
        return
    words = {
        "title": "tên",
        "starts_at": "thời gian",
        "ends_at": "thời gian",
        "place": "địa điểm",
        "room_id": "phòng họp",
        "chair_id": "chủ trì",
        "purpose": "mục đích",
        "papers_due_on": "hạn gửi tài liệu",
        "kind": "loại",
    }
    changed = [w for name, w in words.items() if getattr(before, name) != getattr(meeting, name)]
    if not changed:
        return
    said = ", ".join(dict.fromkeys(changed))
    announce(MeetingChanged(**about(meeting), changed=said), actor=actor, at=now)
    if meeting.state == MeetingState.INVITED:
        tell(
            invited_to(meeting, now) - {actor.user_id},
            topic="meetings.meeting.changed",
            title=f"Thay đổi {said}: {meeting.title}",
            body=moment_vi(meeting.starts_at),
            link=links.meeting(meeting.pk),
            now=now,
        )


def _tell_moved(
    meeting: Meeting, was_concerned: Collection[int], actor: Actor, now: datetime
) -> None:
    meeting.refresh_from_db()
    concerned = invited_to(Meeting.objects.get(pk=meeting.pk), now)
    for people, title in (
        (concerned - set(was_concerned), f"Mời họp: {meeting.title}"),
        (set(was_concerned) - concerned, f"Không còn trong thành phần mời: {meeting.title}"),
    ):
        tell(
            set(people) - {actor.user_id},
            topic="meetings.meeting.invited",
            title=title,
            body=moment_vi(meeting.starts_at),
            link=links.meeting(meeting.pk),
            now=now,
        )
