"""Who is told: holders, heads, leaders, and those who stand in for them."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.public import put_in_charge
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.urging.models import Notice
from cchc.modules.urging.operations.mute import Target, mute
from cchc.modules.urging.rules.kinds import MuteTarget
from tests.urging.world import UrgingWorld, at, told_of

SEPT = date(2019, 9, 1)


def test_work_without_a_holder_is_told_to_the_reform_officer(world: UrgingWorld):
    one = world.film()

    world.urge(date(2019, 9, 23))

    assert told_of(one)[0][3] == world.reform_officer.pk


@pytest.mark.parametrize("how", ["locked", "left", "muted"])
def test_the_notice_of_someone_away_goes_to_the_next_in_line(world: UrgingWorld, how: str):
    one = world.film(holder=world.officer)
    if how == "locked":
        world.officer.is_active = False
        world.officer.save()
    elif how == "left":
        world.officer.posts.update(held_until=date(2019, 9, 1))
    else:
        mute(
            target=Target(MuteTarget.PERSON, world.officer.pk),
            reason="Nghỉ thai sản",
            ends_on=date(2019, 10, 15),
            actor=world.actor(world.operator),
            now=at(SEPT),
        )

    world.urge(date(2019, 9, 23))

    assert [row[3] for row in told_of(one)] == [world.reform_officer.pk]


def test_nobody_left_in_the_agency_and_the_province_is_told(world: UrgingWorld):
    one = world.film()
    for person in (world.reform_officer, world.head, world.deputy, world.leader):
        person.is_active = False
        person.save()

    world.urge(date(2019, 9, 23))

    assert {row[3] for row in told_of(one)} == {world.operator.pk, world.second_operator.pk}


def test_a_delegate_is_told_in_the_stead_of_the_head(world: UrgingWorld):
    one = world.film()
    own = RoleAssignment.objects.get(person=world.head, role=RoleCode.AGENCY_HEAD)
    RoleAssignment.objects.create(
        person=world.deputy,
        role=own.role,
        agency=own.agency,
        with_sub_agencies=True,
        valid_from=date(2019, 10, 1),
        valid_until=date(2019, 10, 31),
        given_at=world.now,
        delegated_by=world.head,
        delegated_from=own,
    )

    world.urge(date(2019, 10, 3))

    notice = Notice.objects.get(occurrence=one)
    assert (notice.person_id, notice.stands_for_id) == (world.deputy.pk, world.head.pk)


def test_the_leader_in_charge_is_told_and_not_the_chair(world: UrgingWorld):
    one = world.film()
    vice = world.person(
        "Đoàn Thị Thu Hiền",
        "hiendtt",
        at=world.committee,
        post=PostKind.DEPUTY_HEAD,
        role=RoleCode.PROVINCIAL_LEADER,
    )
    put_in_charge(
        leader_id=vice.pk,
        agency_ids=[world.department.pk],
        effective_from=date(2019, 9, 1),
        actor=world.actor(world.operator),
        now=at(SEPT),
    )

    world.urge(date(2019, 10, 14))

    assert vice.pk in {row[3] for row in told_of(one)}
    assert world.leader.pk not in {row[3] for row in told_of(one)}
