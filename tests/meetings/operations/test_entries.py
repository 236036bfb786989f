"""The work calendar of leaders: proposed, approved, published, corrected."""

from __future__ import annotations

from datetime import date, time

import pytest

from cchc.modules.meetings.models import Entry, RoomBooking, WorkWeek
from cchc.modules.meetings.operations.entries import correct_entry, propose_entry
from cchc.modules.meetings.operations.entry_decisions import (
    approve_entry,
    cancel_entry,
    return_entry,
)
from cchc.modules.meetings.operations.publishing import publish_week
from cchc.modules.meetings.queries.week_page import week_page
from cchc.modules.meetings.rules.conflicts import ConflictKind
from cchc.modules.meetings.rules.kinds import EntryState, Mark, Session
from cchc.modules.meetings.rules.lifecycle import StepNotAllowed
from cchc.modules.meetings.rules.refusals import ConflictsFound, MeetingRefused, Problem
from cchc.platform.access import AccessDenied, NotVisible
from tests.meetings.world import SUNDAY, THURSDAY, MeetingsWorld, at
from tests.plans.world import said, told


def publish(world: MeetingsWorld, **how: object) -> WorkWeek:
    week = WorkWeek.objects.get()
    publish_week(week_id=week.pk, **how, actor=world.actor(world.chief), now=world.now)
    week.refresh_from_db()
    return week


def test_every_office_proposes_into_the_calendar_of_the_provinces_leaders(
    world: MeetingsWorld,
) -> None:
    entry = world.entry(by=world.head)

    assert entry.state == EntryState.PROPOSED
    assert entry.proposed_by_agency_id == world.department.pk
    assert entry.week.starts_on == date(2019, 10, 14)
    assert said()[-2:] == ["meetings.room.kept", "meetings.entry.proposed"]
    assert told(world.chief) == ["meetings.entry.proposed"]


def test_who_may_not_propose_is_refused(world: MeetingsWorld) -> None:
    with pytest.raises(AccessDenied):
        world.entry(by=world.officer)


def test_into_the_calendar_of_a_department_only_its_own_people_propose(
    world: MeetingsWorld,
) -> None:
    fields = world.entry_fields(leader_ids=(world.head.pk,))
    who = {"agency_id": world.department.pk, "fields": fields, "now": world.now}

    with pytest.raises(AccessDenied):
        propose_entry(**who, actor=world.actor(world.stranger_head))
    made = propose_entry(**who, actor=world.actor(world.reform_officer))

    assert made.week.calendar.keeper_id == world.department.pk


@pytest.mark.parametrize(
    ("said_of_it", "problem"),
    [
        ({"leader_ids": ()}, Problem.NO_LEADER),
        ({"on": date(2019, 10, 14)}, Problem.IN_THE_PAST),
        ({"starts_at": time(9), "ends_at": time(8)}, Problem.ENDS_BEFORE_IT_BEGINS),
        ({"attending_ids": (999_999,)}, Problem.UNKNOWN_AGENCY),
        ({"room_id": 999_999}, Problem.UNKNOWN_ROOM),
    ],
)
def test_what_makes_no_sense_is_refused(
    world: MeetingsWorld, said_of_it: dict[str, object], problem: Problem
) -> None:
    with pytest.raises(MeetingRefused) as refused:
        world.entry(**said_of_it)

    assert refused.value.problem is problem


def test_only_the_leaders_of_the_calendar_stand_in_it(world: MeetingsWorld) -> None:
    with pytest.raises(MeetingRefused) as refused:
        world.entry(leader_ids=(world.stranger_head.pk,))

    assert refused.value.problem is Problem.NOT_A_LEADER


def test_the_same_leader_twice_is_a_warning_with_a_way_on(world: MeetingsWorld) -> None:
    world.approved(content="Tiếp công dân định kỳ")

    with pytest.raises(ConflictsFound) as found:
        world.entry(starts_at=time(9))
    second = world.entry(starts_at=time(9), known=True)

    assert [c.kind for c in found.value.conflicts] == [ConflictKind.LEADER]
    assert "Tiếp công dân định kỳ" in second.known_conflicts


def test_a_sunday_is_said_and_may_be_meant(world: MeetingsWorld) -> None:
    with pytest.raises(ConflictsFound):
        world.entry(on=SUNDAY)

    assert world.entry(on=SUNDAY, known=True).known_conflicts


def test_what_one_may_not_see_is_met_with_without_its_title(world: MeetingsWorld) -> None:
    world.entry(content="Việc chưa công bố")

    with pytest.raises(ConflictsFound) as found:
        world.entry(by=world.head, content="Việc của Sở Tư pháp")

    assert [c.with_title for c in found.value.conflicts] == [""]


def test_an_approved_entry_takes_its_room_once(world: MeetingsWorld) -> None:
    world.approved(room_id=world.room.pk)
    second = world.entry(
        room_id=world.room.pk, leader_ids=(world.vice_chair.pk,), starts_at=time(9), known=True
    )

    with pytest.raises(MeetingRefused) as refused:
        approve_entry(
            entry_id=second.pk,
            accepts_conflicts=True,
            actor=world.actor(world.chief),
            now=world.now,
        )

    assert refused.value.problem is Problem.ROOM_TAKEN
    second.refresh_from_db()
    assert second.state == EntryState.PROPOSED
    assert RoomBooking.objects.count() == 1


def test_a_corrected_entry_moves_its_booking(world: MeetingsWorld) -> None:
    entry = world.approved(room_id=world.room.pk)

    correct_entry(
        entry_id=entry.pk,
        fields=world.entry_fields(session=Session.AFTERNOON, room_id=world.room.pk),
        actor=world.actor(world.chief),
        now=world.now,
    )

    assert RoomBooking.objects.get().starts_at == at(THURSDAY, 13)


def test_only_the_keeper_approves_and_only_once(world: MeetingsWorld) -> None:
    entry = world.entry()
    chief = world.actor(world.chief)

    with pytest.raises(AccessDenied):
        approve_entry(entry_id=entry.pk, actor=world.actor(world.secretary), now=world.now)
    approve_entry(entry_id=entry.pk, actor=chief, now=world.now)
    with pytest.raises(StepNotAllowed):
        approve_entry(entry_id=entry.pk, actor=chief, now=world.now)

    assert told(world.secretary) == ["meetings.entry.decided"]


def test_a_returned_entry_is_proposed_again_when_corrected(world: MeetingsWorld) -> None:
    entry = world.entry(by=world.head)
    with pytest.raises(MeetingRefused):
        return_entry(entry_id=entry.pk, reason=" ", actor=world.actor(world.chief), now=world.now)
    return_entry(
        entry_id=entry.pk,
        reason="Chuyển sang tuần sau",
        actor=world.actor(world.chief),
        now=world.now,
    )

    again = correct_entry(
        entry_id=entry.pk,
        fields=world.entry_fields(on=date(2019, 10, 24)),
        actor=world.actor(world.head),
        now=world.now,
    )

    assert (again.state, again.reason) == (EntryState.PROPOSED, "")
    assert again.week.starts_on == date(2019, 10, 21)


def test_its_proposer_does_not_touch_an_approved_entry(world: MeetingsWorld) -> None:
    entry = world.approved(by=world.head)
    fields = world.entry_fields(content="Khác")
    who = {"actor": world.actor(world.head), "now": world.now}

    with pytest.raises(AccessDenied):
        correct_entry(entry_id=entry.pk, fields=fields, **who)
    with pytest.raises(AccessDenied):
        cancel_entry(entry_id=entry.pk, reason="x", **who)


def test_its_proposer_takes_a_proposal_back(world: MeetingsWorld) -> None:
    entry = world.entry(by=world.head)

    cancel_entry(
        entry_id=entry.pk, reason="Không còn cần", actor=world.actor(world.head), now=world.now
    )
    with pytest.raises(StepNotAllowed):
        correct_entry(
            entry_id=entry.pk,
            fields=world.entry_fields(),
            actor=world.actor(world.chief),
            now=world.now,
        )

    assert Entry.objects.get().mark == Mark.NONE


def test_nobody_else_learns_of_a_week_before_it_is_published(world: MeetingsWorld) -> None:
    entry = world.approved()
    stranger = world.actor(world.stranger)

    with pytest.raises(NotVisible):
        Entry.objects.get_visible(stranger, pk=entry.pk)
    publish(world)

    assert Entry.objects.get_visible(stranger, pk=entry.pk) == entry


def test_a_week_is_published_as_a_whole(world: MeetingsWorld) -> None:
    world.approved(attending_ids=(world.department.pk,))
    world.entry(content="Chờ duyệt", session=Session.AFTERNOON)

    with pytest.raises(MeetingRefused) as refused:
        publish(world)
    week = publish(world, leaves_waiting=True, note="Bản đầu")

    assert refused.value.problem is Problem.STILL_WAITING
    assert week.version == 1
    version = week.versions.get()
    assert [row["content"] for row in version.entries] == [world.entry_fields().content]
    assert told(world.head) == ["meetings.week.published"]
    assert told(world.leader) == ["meetings.week.published"]


def test_an_empty_or_unchanged_week_is_not_published(world: MeetingsWorld) -> None:
    entry = world.entry()
    with pytest.raises(MeetingRefused) as empty:
        publish(world, leaves_waiting=True)
    approve_entry(entry_id=entry.pk, actor=world.actor(world.chief), now=world.now)
    publish(world)
    with pytest.raises(MeetingRefused) as unchanged:
        publish(world)

    assert empty.value.problem is Problem.NOTHING_TO_PUBLISH
    assert unchanged.value.problem is Problem.NOTHING_NEW


def test_publishing_is_for_those_who_may(world: MeetingsWorld) -> None:
    week = world.approved().week

    with pytest.raises(AccessDenied):
        publish_week(week_id=week.pk, actor=world.actor(world.secretary), now=world.now)
    with pytest.raises(NotVisible):
        publish_week(week_id=0, actor=world.actor(world.chief), now=world.now)


def test_changes_after_publication_are_marked_told_and_published_again(
    world: MeetingsWorld,
) -> None:
    changed = world.approved(content="Họp một")
    off = world.approved(content="Họp hai", session=Session.AFTERNOON)
    publish(world)
    chief = {"actor": world.actor(world.chief), "now": world.now}

    correct_entry(
        entry_id=changed.pk,
        fields=world.entry_fields(content="Họp một", place="Hội trường lớn"),
        **chief,
    )
    cancel_entry(entry_id=off.pk, reason="Đi công tác", **chief)
    world.approved(content="Họp ba", on=date(2019, 10, 18))
    week = publish(world)

    marks = {e.content: e.mark for e in Entry.objects.all()}
    assert marks == {"Họp một": "CHANGED", "Họp hai": "CANCELLED", "Họp ba": "ADDED"}
    assert week.version == 2
    assert told(world.leader).count("meetings.entry.adjusted") == 3
    kept = [version.entries for version in week.versions.order_by("number")]
    assert [len(entries) for entries in kept] == [2, 3]
    assert kept[0][0]["place"] == ""


def test_a_correction_that_changes_nothing_says_nothing(world: MeetingsWorld) -> None:
    entry = world.approved()
    publish(world)
    before = said()

    correct_entry(
        entry_id=entry.pk,
        fields=world.entry_fields(),
        actor=world.actor(world.chief),
        now=world.now,
    )

    assert said() == before
    assert Entry.objects.get().mark == Mark.NONE


def test_the_weeks_page_shows_each_reader_what_is_theirs(world: MeetingsWorld) -> None:
    world.approved()
    world.entry(by=world.head, content="Đề nghị của Sở Tư pháp", session=Session.AFTERNOON)

    def rows(person: object) -> tuple[int, int]:
        page = week_page(actor=world.actor(person), today=world.today)  # type: ignore[arg-type]
        return sum(len(day.rows) for day in page.days), len(page.waiting)

    assert rows(world.chief) == (1, 1)
    assert rows(world.head) == (0, 1)
    assert rows(world.stranger) == (0, 0)
