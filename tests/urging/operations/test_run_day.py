"""The urging of a day: who is told, when, once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from cchc.modules.organisation.public import set_special_days
from cchc.modules.organisation.rules.kinds import SpecialDayKind
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.urging.models import Digest, Ladder, Notice, UrgedDay
from cchc.modules.urging.operations.answer import acknowledge_digest
from cchc.modules.urging.operations.mute import Target, mute
from cchc.modules.urging.operations.run_day import catch_up, run_day, urge_today
from cchc.modules.urging.operations.set_ladder import change_ladder, ensure_default, set_ladder
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.kinds import Audience, Channel, MuteTarget
from cchc.modules.urging.rules.ladder import Step
from cchc.platform.access import SYSTEM
from cchc.platform.clock import VIETNAM
from cchc.platform.messages.models import Notification, OutboxMessage
from tests.plans.world import moment, said
from tests.urging.world import DUE, UrgingWorld, at, digest_of, told_of

SEPT = date(2019, 9, 1)


def test_the_ladder_climbs_from_officer_to_leader(world: UrgingWorld):
    one = world.film(holder=world.officer)

    world.pass_days(date(2019, 9, 16), date(2019, 10, 3))
    world.acknowledge_all(world.head, date(2019, 10, 4))
    world.pass_days(date(2019, 10, 4), date(2019, 10, 22))

    people = (world.officer, world.division_head, world.head, world.leader)
    officer, division, head, leader = (person.pk for person in people)
    assert told_of(one) == [
        (date(2019, 9, 23), -5, "HOLDER", officer),
        (date(2019, 9, 27), -1, "HOLDER", officer),
        (date(2019, 9, 30), 0, "HOLDER", officer),
        (date(2019, 10, 1), 1, "DIVISION_HEAD", division),
        (date(2019, 10, 1), 1, "HOLDER", officer),
        (date(2019, 10, 3), 3, "AGENCY_HEAD", head),
        (date(2019, 10, 7), 5, "HOLDER", officer),
        (date(2019, 10, 10), 8, "AGENCY_HEAD", head),
        (date(2019, 10, 14), 10, "HOLDER", officer),
        (date(2019, 10, 14), 10, "LEADER", leader),
        (date(2019, 10, 17), 13, "AGENCY_HEAD", head),
        (date(2019, 10, 21), 15, "HOLDER", officer),
    ]


def test_a_day_is_done_once_however_often_it_is_run(world: UrgingWorld):
    one = world.film()

    first = world.urge(date(2019, 9, 23))
    again = world.urge(date(2019, 9, 23))

    assert (first.notice_count, first.digest_count, first.is_new) == (1, 1, True)
    assert (again.notice_count, again.digest_count, again.is_new) == (0, 0, False)
    assert len(told_of(one)) == 1
    assert Digest.objects.count() == Notification.objects.filter(topic="urging.digest").count() == 1
    assert OutboxMessage.objects.count() == 1
    assert said().count("urging.day.urged") == 1


def test_nothing_is_said_on_a_day_off_and_the_next_working_day_says_it_once(world: UrgingWorld):
    one = world.film()

    assert not world.urge(date(2019, 9, 28)).is_new
    assert not UrgedDay.objects.exists()
    world.pass_days(date(2019, 9, 28), date(2019, 9, 30))

    assert [row[:2] for row in told_of(one)] == [(date(2019, 9, 30), 0)]


def test_after_missed_days_only_the_highest_step_is_told(world: UrgingWorld):
    one = world.film(holder=world.officer)

    world.urge(date(2019, 10, 4))

    assert told_of(one) == [(date(2019, 10, 4), 3, "AGENCY_HEAD", world.head.pk)]


def test_an_agency_that_is_closed_is_urged_on_its_next_working_day(world: UrgingWorld):
    one = world.film()
    set_special_days(
        first=date(2019, 9, 23),
        kind=SpecialDayKind.CLOSED,
        agency_id=world.department.pk,
        reason="Hội nghị toàn ngành",
        actor=world.actor(world.administrator),
        now=world.now,
    )

    world.pass_days(date(2019, 9, 20), date(2019, 9, 24))

    # Five of its own working days before 30/9 is now Friday 20/9.
    assert [row[:2] for row in told_of(one)] == [(date(2019, 9, 20), -5)]
    assert not Digest.objects.filter(on=date(2019, 9, 23)).exists()


def test_silence_brings_the_next_step_forward(world: UrgingWorld):
    one = world.film(holder=world.officer)

    world.pass_days(date(2019, 10, 3), date(2019, 10, 9))

    # The head was told on 3/10 and should have answered by 8/10: the leader hears on 9/10.
    notice = Notice.objects.get(occurrence=one, audience=Audience.LEADER)
    assert (notice.on, notice.scheduled_on) == (date(2019, 10, 9), date(2019, 10, 14))


def test_who_acknowledges_in_time_is_not_passed_over(world: UrgingWorld):
    one = world.film(holder=world.officer)
    world.pass_days(date(2019, 10, 3), date(2019, 10, 3))

    world.acknowledge_all(world.head, date(2019, 10, 4))
    world.pass_days(date(2019, 10, 4), date(2019, 10, 11))

    assert not Notice.objects.filter(occurrence=one, audience=Audience.LEADER).exists()


def test_a_step_brought_forward_is_not_told_again_on_its_own_day(world: UrgingWorld):
    one = world.film(holder=world.officer)

    world.pass_days(date(2019, 10, 3), date(2019, 10, 16))

    assert Notice.objects.filter(occurrence=one, audience=Audience.LEADER).count() == 1
    assert Notice.objects.filter(occurrence=one, offset=10, audience=Audience.HOLDER).exists()


def test_work_handed_in_or_suspended_is_not_urged(world: UrgingWorld):
    one = world.film()
    world.hand_in(one, on=date(2019, 9, 20))

    world.urge(date(2019, 9, 23))

    assert told_of(one) == []
    assert not Digest.objects.exists()


def test_a_new_deadline_begins_the_ladder_anew(world: UrgingWorld):
    one = world.film()
    world.pass_days(date(2019, 9, 23), date(2019, 9, 30))

    later = date(2019, 10, 31)
    Occurrence.objects.filter(pk=one.pk).update(due_on=later, sorts_on=later)
    world.pass_days(date(2019, 10, 1), date(2019, 10, 24))

    assert told_of(one)[-1][:2] == (date(2019, 10, 24), -5)


@pytest.mark.parametrize("kind", [MuteTarget.ASSIGNMENT, MuteTarget.AGENCY])
def test_muted_work_is_silent_until_the_mute_ends_by_itself(world: UrgingWorld, kind: MuteTarget):
    one = world.film()
    target = one.assignment_id if kind is MuteTarget.ASSIGNMENT else world.department.pk
    mute(
        target=Target(kind, target),
        reason="Chờ hướng dẫn của Bộ",
        ends_on=date(2019, 10, 3),
        actor=world.actor(world.operator),
        now=at(SEPT),
    )

    world.pass_days(date(2019, 9, 23), date(2019, 10, 3))
    assert told_of(one) == []
    world.urge(date(2019, 10, 4))

    assert [row[:3] for row in told_of(one)] == [(date(2019, 10, 4), 3, "AGENCY_HEAD")]


def test_the_digest_gathers_a_persons_day(world: UrgingWorld):
    one = world.film(holder=world.officer)

    world.urge(date(2019, 9, 23))
    world.urge(date(2019, 9, 30))
    world.urge(date(2019, 10, 1))

    assert digest_of(world.officer, date(2019, 9, 23)).due_soon == [one.pk]
    assert digest_of(world.officer, date(2019, 9, 30)).due_today == [one.pk]
    assert digest_of(world.officer, date(2019, 10, 1)).overdue == [one.pk]
    assert digest_of(world.division_head, date(2019, 10, 1)).escalated == [one.pk]
    assert not Notice.objects.filter(digest=None).exists()


def test_work_newly_given_and_work_returned_stand_in_the_digest(world: UrgingWorld):
    one = world.film(holder=world.officer)
    UrgedDay.objects.create(on=date(2019, 9, 2), at=world.now)
    Assignment.objects.filter(pk=one.assignment_id).update(held_since=date(2019, 9, 3))

    world.urge(date(2019, 9, 4))
    world.hand_in(one, on=date(2019, 9, 4))
    Occurrence.objects.filter(pk=one.pk).update(state="RETURNED")
    world.urge(date(2019, 9, 5))

    assert digest_of(world.officer, date(2019, 9, 4)).newly_given == [one.pk]
    assert digest_of(world.officer, date(2019, 9, 5)).returned == [one.pk]


def test_a_day_without_a_step_is_told_in_the_application_only(world: UrgingWorld):
    world.film(holder=world.officer)

    world.urge(date(2019, 10, 1))
    mails = OutboxMessage.objects.count()
    world.urge(date(2019, 10, 2))

    digest = digest_of(world.officer, date(2019, 10, 2))
    assert digest.channels == [Channel.IN_APP]
    assert OutboxMessage.objects.count() == mails
    assert Notification.objects.filter(to_id=world.officer.pk, topic="urging.digest").count() == 2


def test_the_letter_names_what_is_late(world: UrgingWorld):
    world.film(holder=world.officer)

    world.urge(date(2019, 10, 1))

    letter = OutboxMessage.objects.get(to_id=world.officer.pk)
    assert letter.title == "Đôn đốc 01/10/2019: 1 việc quá hạn"
    assert "Xây dựng phim ngắn" in letter.body
    assert letter.link == f"/don-doc/ban-tin/{digest_of(world.officer, date(2019, 10, 1)).pk}/"


def test_a_changed_ladder_holds_from_its_day_and_leaves_the_past(world: UrgingWorld):
    one = world.film(holder=world.officer)
    world.pass_days(date(2019, 9, 23), date(2019, 9, 27))
    before = told_of(one)
    old = Ladder.objects.get()

    change_ladder(
        ladder_id=old.pk,
        name="Thang mặc định",
        steps=[Step(2, Audience.LEADER)],
        effective_from=date(2019, 10, 1),
        actor=world.actor(world.operator),
        now=at(date(2019, 9, 28)),
    )
    world.pass_days(date(2019, 9, 30), date(2019, 10, 4))

    assert told_of(one)[: len(before)] == before
    assert [row[:3] for row in told_of(one)[len(before) :]] == [
        (date(2019, 9, 30), 0, "HOLDER"),
        (date(2019, 10, 2), 2, "LEADER"),
    ]
    assert set(
        Notice.objects.filter(on__lt=date(2019, 10, 1)).values_list("ladder", flat=True)
    ) == {old.pk}


def test_a_ladder_of_its_own_outweighs_the_default(world: UrgingWorld):
    one = world.film()
    ensure_default(now=at(SEPT))
    set_ladder(
        name="Kế hoạch năm",
        plan_kind="ANNUAL",
        steps=[Step(-10, Audience.AGENCY_HEAD), Step(1, Audience.LEADER)],
        effective_from=SEPT,
        actor=world.actor(world.operator),
        now=at(SEPT),
    )

    world.pass_days(date(2019, 9, 16), date(2019, 9, 25))

    assert [row[:3] for row in told_of(one)] == [(date(2019, 9, 16), -10, "AGENCY_HEAD")]


def test_urging_waits_for_its_hour(world: UrgingWorld):
    world.film()
    early = datetime.combine(date(2019, 9, 23), time(7, 29), tzinfo=VIETNAM)

    assert not urge_today(actor=SYSTEM, now=early).is_new
    assert urge_today(actor=SYSTEM, now=early + timedelta(minutes=1)).is_new
    assert not urge_today(actor=SYSTEM, now=early + timedelta(minutes=11)).is_new


def test_urging_does_not_leave_in_the_evening(world: UrgingWorld):
    world.film()

    assert not urge_today(actor=SYSTEM, now=moment(date(2019, 9, 23), 20)).is_new


def test_a_moved_clock_catches_up_day_by_day_without_mail(world: UrgingWorld):
    one = world.film(holder=world.officer)
    world.urge(date(2019, 9, 23))
    mails = OutboxMessage.objects.count()

    days = catch_up(actor=SYSTEM, now=moment(date(2019, 10, 15), 7))

    assert days == 15
    assert [row[1] for row in told_of(one)] == [-5, -1, 0, 1, 1, 3, 5, 10, 8, 10]
    assert OutboxMessage.objects.count() == mails
    assert catch_up(actor=SYSTEM, now=moment(date(2019, 10, 15), 7)) == 0


def test_a_clock_that_never_ran_has_nothing_to_catch_up(world: UrgingWorld):
    assert catch_up(actor=SYSTEM, now=at(date(2019, 10, 15))) == 0


def test_the_digest_is_acknowledged_by_its_owner_with_all_its_notices(world: UrgingWorld):
    one = world.film(holder=world.officer)
    world.urge(date(2019, 10, 1))
    digest = digest_of(world.officer, date(2019, 10, 1))

    acknowledge_digest(
        digest_id=digest.pk, actor=world.actor(world.officer), now=at(date(2019, 10, 1))
    )

    notice = Notice.objects.get(occurrence=one, person_id=world.officer.pk)
    assert notice.acknowledged_at == notice.read_at == at(date(2019, 10, 1))
    assert said()[-1] == "urging.digest.acknowledged"


def test_the_default_ladder_is_made_once(world: UrgingWorld):
    ensure_default(now=world.now)
    ensure_default(now=world.now)

    assert Ladder.objects.get().steps.count() == len(DEFAULT_STEPS)


def test_a_killed_run_is_as_if_it_had_never_begun(world: UrgingWorld):
    assert run_day(on=DUE, actor=SYSTEM, now=at(DUE)).is_new
