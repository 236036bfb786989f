"""Doors of calendars and meetings: an unpublished entry, a meeting of Sở Tư pháp; the stranger's
agency has no part in them.
"""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import Any

from cchc.modules.meetings.models import Entry, Invitation, Meeting
from cchc.modules.meetings.operations.concluding import keep_conclusion
from cchc.modules.meetings.operations.entries import propose_entry
from cchc.modules.meetings.operations.entry_decisions import approve_entry
from cchc.modules.meetings.operations.holding import hold_meeting
from cchc.modules.meetings.operations.inviting import send_invitations
from cchc.modules.meetings.operations.papers import hand_in_paper
from cchc.modules.meetings.operations.planning import plan_meeting, set_invited
from cchc.modules.meetings.operations.rooms import keep_room
from cchc.modules.meetings.rules.fields import ConclusionFields, EntryFields, MeetingFields
from cchc.modules.meetings.rules.kinds import MeetingKind, Session
from cchc.platform.clock import real_now
from tests.access.doors import Arguments, Door
from tests.worlds import NOW, World

FAR = date(2090, 10, 18)
"""The doors are knocked at by the real clock: what is proposed must lie ahead of it."""
WORKER = {"people": {"worker": "head"}}
UNSEEN: dict[str, Any] = {"stranger": 404}
REFUSED: dict[str, Any] = {"stranger": 404, "reader": 403}
POSTED: dict[str, Any] = {"stranger": 404, "reader": 403, "worker": 302, "post": {}}
NOT_OWN: dict[str, Any] = {"stranger": 403, "reader": 403}


def _entry(world: World) -> Entry:
    return propose_entry(
        agency_id=world.department.pk,
        fields=EntryFields(
            on=FAR,
            session=Session.MORNING,
            content="Họp giao ban",
            leader_ids=(world.head.pk,),
        ),
        accepts_conflicts=True,
        actor=world.actor(world.reform_officer),
        now=NOW,
    )


def entry(world: World) -> Arguments:
    return {"entry_id": _entry(world).pk}


def week(world: World) -> Arguments:
    found = _entry(world)
    head = world.actor(world.head)
    approve_entry(entry_id=found.pk, accepts_conflicts=True, actor=head, now=NOW)
    return {"week_id": found.week_id}


def _meeting(world: World, on: date = FAR) -> Meeting:
    who = {"actor": world.actor(world.head), "now": NOW}
    meeting = plan_meeting(
        organiser_id=world.department.pk,
        fields=MeetingFields(
            kind=MeetingKind.WORKING,
            title="Họp chuyên đề",
            on=on,
            starts_at=time(8),
            ends_at=time(10),
        ),
        accepts_conflicts=True,
        **who,
    )
    set_invited(meeting_id=meeting.pk, agency_ids=[world.home_affairs.pk], person_ids=[], **who)
    return meeting


def meeting(world: World) -> Arguments:
    return {"meeting_id": _meeting(world).pk}


def _held(world: World) -> Meeting:
    found = _meeting(world, date(2019, 10, 18))
    head = world.actor(world.head)
    send_invitations(meeting_id=found.pk, actor=head, now=NOW)
    return hold_meeting(meeting_id=found.pk, presences={}, actor=head, now=real_now())


def held(world: World) -> Arguments:
    return {"meeting_id": _held(world).pk}


def conclusion(world: World) -> Arguments:
    fields = ConclusionFields(content="Việc", lead_id=world.division.pk, due_on=FAR)
    found = keep_conclusion(
        meeting_id=_held(world).pk, fields=fields, actor=world.actor(world.head), now=NOW
    )
    return {"conclusion_id": found.pk}


def invitation(world: World) -> Arguments:
    found = _meeting(world)
    head = {"actor": world.actor(world.head), "now": NOW}
    people = [world.officer.pk]
    set_invited(meeting_id=found.pk, agency_ids=[], person_ids=people, **head)
    send_invitations(meeting_id=found.pk, **head)
    return {"invitation_id": Invitation.objects.get().pk}


def paper(world: World) -> Arguments:
    found = _meeting(world)
    made = hand_in_paper(
        meeting_id=found.pk,
        content=BytesIO(b"Noi dung"),
        name="tai-lieu.txt",
        title="Tài liệu",
        actor=world.actor(world.head),
        now=NOW,
    )
    return {"meeting_id": found.pk, "paper_id": made.pk}


def room(world: World) -> Arguments:
    made = keep_room(
        agency_id=world.department.pk, name="Phòng 1", actor=world.actor(world.head), now=NOW
    )
    return {"room_id": made.pk}


DOORS = [
    Door("meetings:calendar"),
    Door("meetings:calendar_export"),
    Door("meetings:feed_address"),
    Door("meetings:give_feed", post={}),
    Door("meetings:end_feed", post={}, stranger=302, reader=302, worker=302),
    Door(
        "meetings:feed",
        arguments=lambda world: {"secret": "khong-co"},
        nobody=404,
        stranger=404,
        reader=404,
        worker=404,
    ),
    Door("meetings:week"),
    Door("meetings:week_word"),
    Door("meetings:week_pdf"),
    Door("meetings:week_export"),
    Door("meetings:publish_week", arguments=week, **NOT_OWN, **WORKER),
    Door("meetings:propose_entry", reader=403, **WORKER),
    Door("meetings:entry", arguments=entry, **UNSEEN, **WORKER),
    Door("meetings:correct_entry", arguments=entry, **UNSEEN, **WORKER),
    Door("meetings:approve_entry", arguments=entry, **POSTED, **WORKER),
    Door("meetings:return_entry", arguments=entry, **UNSEEN, **WORKER),
    Door("meetings:cancel_entry", arguments=entry, **UNSEEN, **WORKER),
    Door("meetings:rooms"),
    Door("meetings:add_room", **NOT_OWN, **WORKER),
    Door("meetings:change_room", arguments=room, **NOT_OWN, **WORKER),
    Door("meetings:keepers", **NOT_OWN, **WORKER),
    Door("meetings:meetings"),
    Door("meetings:meetings_export"),
    Door("meetings:plan_meeting", reader=403, **WORKER),
    Door("meetings:meeting", arguments=meeting, **UNSEEN, **WORKER),
    Door("meetings:change_meeting", arguments=meeting, **REFUSED, **WORKER),
    Door("meetings:agenda", arguments=meeting, **REFUSED, **WORKER),
    Door("meetings:invite", arguments=meeting, **REFUSED, **WORKER),
    Door("meetings:send_invitations", arguments=meeting, **POSTED, **WORKER),
    Door("meetings:postpone_meeting", arguments=meeting, **UNSEEN, **WORKER),
    Door("meetings:cancel_meeting", arguments=meeting, **UNSEEN, **WORKER),
    Door(
        "meetings:answer",
        arguments=invitation,
        stranger=404,
        reader=404,
        people={"worker": "officer"},
    ),
    Door("meetings:add_paper", arguments=meeting, **UNSEEN, **WORKER),
    Door("meetings:remove_paper", arguments=paper, **POSTED, **WORKER),
    Door("meetings:attendance", arguments=meeting, **REFUSED, **WORKER),
    Door("meetings:attendance_export", arguments=meeting, **UNSEEN, **WORKER),
    Door("meetings:minutes", arguments=held, **REFUSED, **WORKER),
    Door("meetings:add_conclusion", arguments=held, **UNSEEN, **WORKER),
    Door("meetings:change_conclusion", arguments=conclusion, **REFUSED, **WORKER),
    Door("meetings:remove_conclusion", arguments=conclusion, **POSTED, **WORKER),
    Door("meetings:hand_over", arguments=held, **UNSEEN, **WORKER),
    Door("meetings:close_meeting", arguments=held, **POSTED, **WORKER),
]
