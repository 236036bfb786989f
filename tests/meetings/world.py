"""The small province with an Office, a vice-chair, rooms: for stories about weeks and meetings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from cchc.modules.meetings.models import Entry, Meeting, Room, WorkCalendar
from cchc.modules.meetings.operations.entries import propose_entry
from cchc.modules.meetings.operations.entry_decisions import approve_entry
from cchc.modules.meetings.operations.inviting import send_invitations
from cchc.modules.meetings.operations.planning import plan_meeting, set_invited
from cchc.modules.meetings.operations.rooms import keep_room
from cchc.modules.meetings.rules.fields import EntryFields, MeetingFields
from cchc.modules.meetings.rules.kinds import MeetingKind, Session
from cchc.modules.organisation.models import Agency, Person
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.platform.access import SYSTEM
from cchc.platform.clock import VIETNAM
from tests.plans.world import PlansWorld

THURSDAY = date(2019, 10, 17)
FRIDAY = date(2019, 10, 18)
SUNDAY = date(2019, 10, 20)


@dataclass
class MeetingsWorld(PlansWorld):
    """Văn phòng UBND tỉnh keeps the calendar of the province's leaders."""

    office: Agency = field(init=False)
    chief: Person = field(init=False)
    """Chánh Văn phòng, who approves."""
    secretary: Person = field(init=False)
    """Of the Office: prepares, organises."""
    vice_chair: Person = field(init=False)
    room: Room = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.office = self.agency("Văn phòng UBND tỉnh", parent=self.committee, precedence=9)
        self.chief = self.person(
            "Phan Đình Lộc",
            "locpd",
            at=self.office,
            post=PostKind.HEAD,
            role=RoleCode.AGENCY_HEAD,
            below=True,
        )
        self.secretary = self.person(
            "Tạ Thu Hà", "hatt", at=self.office, role=RoleCode.REFORM_OFFICER, below=True
        )
        self.vice_chair = self.person(
            "Đoàn Thu Hiền",
            "hiendt",
            at=self.committee,
            post=PostKind.DEPUTY_HEAD,
            role=RoleCode.PROVINCIAL_LEADER,
        )
        WorkCalendar.objects.create(agency=self.committee, keeper=self.office)
        self.room = keep_room(
            agency_id=self.office.pk,
            name="Phòng họp số 1",
            seat_count=40,
            actor=SYSTEM,
            now=self.now,
        )

    def entry_fields(self, **said: Any) -> EntryFields:
        """An entry of the chairman on Thursday morning, unless told otherwise."""
        known: dict[str, Any] = {
            "on": THURSDAY,
            "session": Session.MORNING,
            "content": "Làm việc với Bộ Nội vụ về cải cách hành chính",
            "leader_ids": (self.leader.pk,),
        }
        return EntryFields(**{**known, **said})

    def entry(self, by: Person | None = None, *, known: bool = False, **said: Any) -> Entry:
        """An entry proposed by the Office's secretary, or by somebody else."""
        return propose_entry(
            agency_id=self.committee.pk,
            fields=self.entry_fields(**said),
            accepts_conflicts=known,
            actor=self.actor(by or self.secretary),
            now=self.now,
        )

    def approved(self, **said: Any) -> Entry:
        """An entry that the chief approved."""
        entry = self.entry(**said)
        return approve_entry(
            entry_id=entry.pk, accepts_conflicts=True, actor=self.actor(self.chief), now=self.now
        )

    def meeting_fields(self, **said: Any) -> MeetingFields:
        """A meeting on Friday morning."""
        known: dict[str, Any] = {
            "kind": MeetingKind.REGULAR_SESSION,
            "title": "Phiên họp thường kỳ tháng 10",
            "on": FRIDAY,
            "starts_at": time(8),
            "ends_at": time(11, 30),
            "chair_id": self.leader.pk,
        }
        return MeetingFields(**{**known, **said})

    def meeting(self, organiser: Agency | None = None, **said: Any) -> Meeting:
        """A meeting of the province, being prepared by the Office's operator."""
        return plan_meeting(
            organiser_id=(organiser or self.committee).pk,
            fields=self.meeting_fields(**said),
            actor=self.actor(self.office_operator),
            now=self.now,
        )

    def sent(self, *agencies: Agency, people: tuple[Person, ...] = (), **said: Any) -> Meeting:
        """A meeting to which these agencies (Sở Tư pháp, when none is named) are invited."""
        meeting = self.meeting(**said)
        who = {"actor": self.actor(self.office_operator), "now": self.now}
        set_invited(
            meeting_id=meeting.pk,
            agency_ids=[agency.pk for agency in agencies or (self.department,)],
            person_ids=[person.pk for person in people],
            **who,
        )
        return send_invitations(meeting_id=meeting.pk, **who)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day in Vietnam."""
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)
