"""Meetings from plan to conclusions."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import pytest

from cchc.modules.meetings.models import Entry, Meeting, RoomBooking
from cchc.modules.meetings.operations.calling_off import cancel_meeting, postpone_meeting
from cchc.modules.meetings.operations.entries import propose_entry
from cchc.modules.meetings.operations.entry_decisions import approve_entry
from cchc.modules.meetings.operations.holding import hold_meeting, keep_minutes
from cchc.modules.meetings.operations.inviting import answer_invitation, send_invitations
from cchc.modules.meetings.operations.papers import hand_in_paper, take_out_paper
from cchc.modules.meetings.operations.planning import (
    change_meeting,
    plan_meeting,
    set_agenda,
    set_invited,
)
from cchc.modules.meetings.operations.publishing import publish_week
from cchc.modules.meetings.operations.rooms import keep_room, name_keeper
from cchc.modules.meetings.rules.fields import PointFields
from cchc.modules.meetings.rules.kinds import Answer, EntryState, Presence
from cchc.modules.meetings.rules.lifecycle import MeetingState, StepNotAllowed
from cchc.modules.meetings.rules.refusals import ConflictsFound, MeetingRefused, Problem
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.storage.reading import may_read
from tests.meetings.world import FRIDAY, MeetingsWorld, at
from tests.plans.world import said, told

AFTER = at(FRIDAY, 12)


def test_a_planned_meeting_is_its_organisers_own(world: MeetingsWorld) -> None:
    meeting = world.meeting()

    with pytest.raises(NotVisible):
        Meeting.objects.get_visible(world.actor(world.head), pk=meeting.pk)
    assert said()[-1] == "meetings.meeting.planned"


def test_an_agency_organises_in_its_own_name_only(world: MeetingsWorld) -> None:
    with pytest.raises(AccessDenied):
        plan_meeting(
            organiser_id=world.other_department.pk,
            fields=world.meeting_fields(),
            actor=world.actor(world.head),
            now=world.now,
        )


@pytest.mark.parametrize(
    ("of_it", "problem"),
    [
        ({"ends_at": time(8)}, Problem.ENDS_BEFORE_IT_BEGINS),
        ({"on": date(2019, 10, 14)}, Problem.IN_THE_PAST),
        ({"chair_id": 999_999}, Problem.UNKNOWN_PERSON),
        ({"room_id": 999_999}, Problem.UNKNOWN_ROOM),
    ],
)
def test_a_meeting_that_makes_no_sense_is_refused(
    world: MeetingsWorld, of_it: dict[str, object], problem: Problem
) -> None:
    with pytest.raises(MeetingRefused) as refused:
        world.meeting(**of_it)

    assert refused.value.problem is problem


def test_sending_tells_everybody_books_the_room_and_opens_the_meeting(
    world: MeetingsWorld,
) -> None:
    meeting = world.sent(people=(world.vice_chair,), room_id=world.room.pk)

    assert meeting.state == MeetingState.INVITED
    assert RoomBooking.objects.get().occasion == f"meeting:{meeting.pk}"
    for person in (world.head, world.reform_officer, world.vice_chair, world.leader):
        assert told(person) == ["meetings.meeting.invited"]
    assert Meeting.objects.get_visible(world.actor(world.head), pk=meeting.pk)
    with pytest.raises(NotVisible):
        Meeting.objects.get_visible(world.actor(world.stranger), pk=meeting.pk)


def test_nobody_invited_is_no_meeting(world: MeetingsWorld) -> None:
    meeting = world.meeting()

    with pytest.raises(MeetingRefused) as refused:
        send_invitations(
            meeting_id=meeting.pk, actor=world.actor(world.office_operator), now=world.now
        )

    assert refused.value.problem is Problem.NOBODY_INVITED


def test_invitations_do_not_go_out_when_it_has_begun(world: MeetingsWorld) -> None:
    meeting = world.meeting()
    who = {"meeting_id": meeting.pk, "actor": world.actor(world.office_operator)}
    set_invited(agency_ids=[world.department.pk], person_ids=[], **who, now=world.now)

    with pytest.raises(MeetingRefused) as refused:
        send_invitations(**who, now=at(FRIDAY, 9))

    assert refused.value.problem is Problem.IN_THE_PAST


def test_the_same_chair_at_the_same_time_is_a_warning(world: MeetingsWorld) -> None:
    world.sent()

    with pytest.raises(ConflictsFound):
        world.meeting(title="Giao ban")


def test_answers_are_given_by_the_invited(world: MeetingsWorld) -> None:
    meeting = world.sent(people=(world.vice_chair,))
    of_agency = meeting.invitations.get(agency=world.department)
    of_person = meeting.invitations.get(person_id=world.vice_chair.pk)

    with pytest.raises(NotVisible):
        answer_invitation(
            invitation_id=of_agency.pk,
            answer=Answer.ACCEPTED,
            actor=world.actor(world.stranger_head),
            now=world.now,
        )
    with pytest.raises(NotVisible):
        answer_invitation(
            invitation_id=of_person.pk,
            answer=Answer.ACCEPTED,
            actor=world.actor(world.head),
            now=world.now,
        )
    answer_invitation(
        invitation_id=of_agency.pk,
        answer=Answer.DELEGATED,
        delegate="Cao Thị Yến, Phó Giám đốc",
        actor=world.actor(world.head),
        now=world.now,
    )
    answer_invitation(
        invitation_id=of_person.pk,
        answer=Answer.ACCEPTED,
        actor=world.actor(world.vice_chair),
        now=world.now,
    )

    of_agency.refresh_from_db()
    assert (of_agency.answer, of_agency.delegate) == ("DELEGATED", "Cao Thị Yến, Phó Giám đốc")
    assert told(world.office_operator) == ["meetings.invitation.answered"]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [(Answer.DELEGATED, Problem.NO_DELEGATE), (Answer.DECLINED, Problem.NO_REASON)],
)
def test_an_answer_says_what_it_must(
    world: MeetingsWorld, answer: Answer, problem: Problem
) -> None:
    invitation = world.sent().invitations.get()

    with pytest.raises(MeetingRefused) as refused:
        answer_invitation(
            invitation_id=invitation.pk,
            answer=answer,
            actor=world.actor(world.head),
            now=world.now,
        )

    assert refused.value.problem is problem


def test_it_is_too_late_to_answer_when_it_is_over(world: MeetingsWorld) -> None:
    invitation = world.sent().invitations.get()

    with pytest.raises(MeetingRefused) as refused:
        answer_invitation(
            invitation_id=invitation.pk,
            answer=Answer.ACCEPTED,
            actor=world.actor(world.head),
            now=AFTER,
        )

    assert refused.value.problem is Problem.TOO_LATE_TO_ANSWER


def test_papers_are_read_by_those_invited(world: MeetingsWorld) -> None:
    meeting = world.sent()
    paper = hand_in_paper(
        meeting_id=meeting.pk,
        content=BytesIO("Báo cáo".encode()),
        name="bao-cao.txt",
        title="",
        actor=world.actor(world.head),
        now=world.now,
    )

    assert (paper.title, paper.agency_id) == ("bao-cao.txt", world.department.pk)
    assert may_read(world.actor(world.reform_officer), paper.file)
    assert may_read(world.actor(world.office_operator), paper.file)
    assert not may_read(world.actor(world.stranger), paper.file)
    take_out_paper(paper_id=paper.pk, actor=world.actor(world.head), now=world.now)
    assert not may_read(world.actor(world.reform_officer), paper.file)


def test_an_invited_person_without_an_office_hands_nothing_in(world: MeetingsWorld) -> None:
    meeting = world.sent(people=(world.vice_chair,))

    with pytest.raises(AccessDenied):
        hand_in_paper(
            meeting_id=meeting.pk,
            content=BytesIO(b"x"),
            name="x.txt",
            title="x",
            actor=world.actor(world.vice_chair),
            now=world.now,
        )


def test_who_is_added_or_left_out_later_is_told(world: MeetingsWorld) -> None:
    meeting = world.sent()

    set_invited(
        meeting_id=meeting.pk,
        agency_ids=[world.other_department.pk],
        person_ids=[],
        owing_ids=[world.other_department.pk],
        actor=world.actor(world.office_operator),
        now=world.now,
    )

    assert meeting.invitations.get().owes_papers
    assert told(world.stranger_head) == ["meetings.meeting.invited"]
    assert told(world.head) == ["meetings.meeting.invited"] * 2


def test_a_change_of_time_is_told_and_its_line_in_the_calendar_follows(
    world: MeetingsWorld,
) -> None:
    meeting = world.sent(room_id=world.room.pk)
    chief = {"actor": world.actor(world.chief), "now": world.now}
    entry = propose_entry(
        agency_id=world.committee.pk,
        meeting_id=meeting.pk,
        fields=world.entry_fields(on=FRIDAY, content=meeting.title, starts_at=time(8)),
        actor=world.actor(world.office_operator),
        now=world.now,
    )
    approve_entry(entry_id=entry.pk, **chief)
    publish_week(week_id=entry.week_id, **chief)

    change_meeting(
        meeting_id=meeting.pk,
        fields=world.meeting_fields(starts_at=time(14), ends_at=time(16), room_id=world.room.pk),
        actor=world.actor(world.office_operator),
        now=world.now,
    )

    entry.refresh_from_db()
    assert (entry.session, entry.mark) == ("AFTERNOON", "CHANGED")
    assert RoomBooking.objects.get().starts_at == at(FRIDAY, 14)
    assert "meetings.meeting.changed" in told(world.head)
    assert "meetings.entry.adjusted" in told(world.leader)


def test_the_agenda_is_written_anew(world: MeetingsWorld) -> None:
    meeting = world.meeting()
    who = {"meeting_id": meeting.pk, "actor": world.actor(world.office_operator)}

    for title in ("Một", "Hai"):
        points = [PointFields(title=title, presenter_id=world.department.pk, minute_count=15)]
        set_agenda(points=points, **who, now=world.now)
    with pytest.raises(MeetingRefused):
        set_agenda(points=[PointFields(title="x", presenter_id=999_999)], **who, now=world.now)

    assert [point.title for point in meeting.points.all()] == ["Hai"]


def test_attendance_is_taken_once_it_began_and_corrected_afterwards(world: MeetingsWorld) -> None:
    meeting = world.sent()
    invitation = meeting.invitations.get()
    who = {"meeting_id": meeting.pk, "actor": world.actor(world.office_operator)}

    with pytest.raises(MeetingRefused):
        hold_meeting(presences={}, **who, now=world.now)
    with pytest.raises(MeetingRefused):
        keep_minutes(minutes="x", **who, now=world.now)
    hold_meeting(presences={invitation.pk: (Presence.PRESENT, "")}, **who, now=AFTER)
    absent = {invitation.pk: (Presence.ABSENT_EXCUSED, "họp Sở")}
    held = hold_meeting(presences=absent, **who, now=AFTER)
    keep_minutes(minutes="Chủ tịch kết luận.", **who, now=AFTER)

    invitation.refresh_from_db()
    assert held.state == MeetingState.HELD
    assert (invitation.presence, invitation.presence_note) == ("ABSENT_EXCUSED", "họp Sở")


def test_a_cancelled_meeting_frees_its_room_and_strikes_its_line(world: MeetingsWorld) -> None:
    meeting = world.sent(room_id=world.room.pk)
    propose_entry(
        agency_id=world.committee.pk,
        meeting_id=meeting.pk,
        fields=world.entry_fields(on=FRIDAY, content=meeting.title, starts_at=time(8)),
        actor=world.actor(world.office_operator),
        now=world.now,
    )
    who = {"meeting_id": meeting.pk, "actor": world.actor(world.office_operator)}

    cancel_meeting(reason="Bão số 5", **who, now=world.now)
    with pytest.raises(StepNotAllowed):
        postpone_meeting(reason="x", **who, now=world.now)
    with pytest.raises(MeetingRefused):
        change_meeting(fields=world.meeting_fields(), **who, now=world.now)

    assert not RoomBooking.objects.exists()
    assert Entry.objects.get().state == EntryState.CANCELLED
    assert told(world.head)[-1] == "meetings.meeting.off"


def test_a_meeting_put_off_is_set_again_and_sent_again(world: MeetingsWorld) -> None:
    meeting = world.sent()
    who = {"meeting_id": meeting.pk, "actor": world.actor(world.office_operator)}

    postpone_meeting(reason="Chủ tịch đi công tác", **who, now=world.now)
    again = change_meeting(fields=world.meeting_fields(on=date(2019, 10, 25)), **who, now=world.now)
    send_invitations(**who, now=world.now)

    assert again.starts_at == at(date(2019, 10, 25), 8)
    assert told(world.head) == [
        "meetings.meeting.invited",
        "meetings.meeting.off",
        "meetings.meeting.invited",
    ]


def test_a_room_is_named_once_in_its_agency(world: MeetingsWorld) -> None:
    who = {"agency_id": world.office.pk, "actor": world.actor(world.chief), "now": world.now}

    with pytest.raises(MeetingRefused) as refused:
        keep_room(name="Phòng họp số 1", **who)
    closed = keep_room(room_id=world.room.pk, name="Phòng họp số 1", is_open=False, **who)
    with pytest.raises(MeetingRefused) as shut:
        world.meeting(room_id=closed.pk)

    assert refused.value.problem is Problem.NAME_TAKEN
    assert shut.value.problem is Problem.ROOM_CLOSED


def test_rooms_and_keepers_are_set_up_by_those_who_may(world: MeetingsWorld) -> None:
    head = {"actor": world.actor(world.head), "now": world.now}

    with pytest.raises(AccessDenied):
        keep_room(agency_id=world.office.pk, name="Phòng 9", **head)
    with pytest.raises(NotVisible):
        keep_room(room_id=0, agency_id=world.office.pk, name="Phòng 9", **head)
    with pytest.raises(AccessDenied):
        name_keeper(agency_id=world.committee.pk, keeper_id=world.department.pk, **head)
    with pytest.raises(MeetingRefused):
        name_keeper(agency_id=world.department.pk, keeper_id=0, **head)
    made = name_keeper(agency_id=world.department.pk, keeper_id=world.department.pk, **head)

    assert made.keeper_id == world.department.pk
