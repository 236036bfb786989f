"""Giving roles and taking them back."""

from datetime import timedelta

import pytest

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.operations.roles import assign_role, revoke_role
from cchc.modules.organisation.rules.giving import GiftRefused, WhyNot
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.organisation.people.trails import announced
from tests.worlds import NOW, TODAY, World

pytestmark = pytest.mark.django_db


def give(world: World, giver, **changes) -> RoleAssignment:
    wanted = {
        "person_id": world.deputy.pk,
        "role": RoleCode.OFFICER,
        "agency_id": world.department.pk,
        "valid_from": TODAY,
        "reason": "phân công của Giám đốc",
    }
    actor = giver if giver is SYSTEM else world.actor(giver)
    return assign_role(**{**wanted, **changes}, actor=actor, now=NOW)


def test_a_given_role_is_kept_and_told(world: World):
    given = give(world, world.reform_officer)

    assert (given.person_id, given.role, given.agency_id) == (
        world.deputy.pk,
        "OFFICER",
        world.department.pk,
    )
    assert given.given_by_id == world.reform_officer.pk
    assert announced() == ["organisation.role.given"]


def test_the_reform_officer_gives_roles_of_staff_only(world: World):
    with pytest.raises(AccessDenied):
        give(world, world.reform_officer, role=RoleCode.AGENCY_HEAD)
    with pytest.raises(AccessDenied):
        give(world, world.reform_officer, role=RoleCode.AUDITOR, agency_id=None)


def test_the_operator_gives_key_roles_but_no_role_over_the_province(world: World):
    give(world, world.operator, role=RoleCode.REFORM_OFFICER, with_sub_agencies=True)
    with pytest.raises(AccessDenied):
        give(world, world.operator, role=RoleCode.PROVINCIAL_LEADER, agency_id=None)


def test_the_administrator_gives_every_role(world: World):
    for role in RoleCode:
        agency = None if role in {*RoleCode} - set(AGENCY) else world.other_department.pk
        give(world, world.administrator, role=role, agency_id=agency)
    held = RoleAssignment.objects.filter(person=world.deputy)
    assert held.count() == len(RoleCode)


AGENCY = (
    RoleCode.REFORM_OFFICER,
    RoleCode.AGENCY_HEAD,
    RoleCode.DIVISION_HEAD,
    RoleCode.OFFICER,
)


def test_nobody_gives_a_role_elsewhere(world: World):
    with pytest.raises(AccessDenied):
        give(world, world.reform_officer, agency_id=world.other_department.pk)


def test_nobody_reaches_below_where_they_may_give(world: World):
    RoleAssignment.objects.filter(person=world.reform_officer).update(with_sub_agencies=False)

    give(world, world.reform_officer)
    with pytest.raises(AccessDenied):
        give(
            world,
            world.reform_officer,
            role=RoleCode.DIVISION_HEAD,
            with_sub_agencies=True,
        )


def test_an_invisible_person_gets_nothing(world: World):
    with pytest.raises(NotVisible):
        give(world, world.reform_officer, person_id=world.stranger.pk)


def test_no_role_in_an_agency_that_is_gone(world: World):
    world.division.effective_to = TODAY - timedelta(days=1)
    world.division.save()

    with pytest.raises(NotVisible):
        give(world, SYSTEM, agency_id=world.division.pk)


def test_a_locked_account_gets_no_role(world: World):
    world.deputy.is_active = False
    world.deputy.save()

    with pytest.raises(GiftRefused) as refused:
        give(world, SYSTEM)
    assert refused.value.why is WhyNot.PERSON_INACTIVE


def test_refusals_of_the_rule_reach_the_caller_and_leave_nothing(world: World):
    with pytest.raises(GiftRefused) as refused:
        give(world, world.reform_officer, person_id=world.reform_officer.pk)

    assert refused.value.why is WhyNot.TO_ONESELF
    assert announced() == []


def test_a_revoked_role_is_over_at_once(world: World):
    given = give(world, world.reform_officer)

    revoke_role(assignment_id=given.pk, reason="hết việc", actor=world.actor(world.head), now=NOW)

    given.refresh_from_db()
    assert given.revoked_at == NOW
    assert given.revoked_by_id == world.head.pk
    assert announced() == ["organisation.role.given", "organisation.role.revoked"]
    with pytest.raises(GiftRefused) as refused:
        revoke_role(assignment_id=given.pk, actor=world.actor(world.head), now=NOW)
    assert refused.value.why is WhyNot.ALREADY_REVOKED


def test_who_may_not_give_a_role_may_not_take_it(world: World):
    role = RoleAssignment.objects.get(person=world.head)

    with pytest.raises(AccessDenied):
        revoke_role(assignment_id=role.pk, actor=world.actor(world.reform_officer), now=NOW)
    with pytest.raises(NotVisible):
        revoke_role(assignment_id=role.pk, actor=world.actor(world.stranger), now=NOW)
    with pytest.raises(NotVisible):
        revoke_role(assignment_id=10**9, actor=SYSTEM, now=NOW)


def test_the_last_administrator_stays(world: World):
    role = RoleAssignment.objects.get(person=world.administrator)

    with pytest.raises(GiftRefused) as refused:
        revoke_role(assignment_id=role.pk, actor=SYSTEM, now=NOW)
    assert refused.value.why is WhyNot.LAST_ADMINISTRATOR

    world.role(world.auditor, RoleCode.SYSTEM_ADMINISTRATOR)
    revoke_role(assignment_id=role.pk, actor=SYSTEM, now=NOW)


def test_every_change_of_a_right_is_in_its_history(world: World):
    given = give(world, world.reform_officer)
    revoke_role(assignment_id=given.pk, actor=world.actor(world.head), now=NOW)

    history = given.events.order_by("pgh_id").values_list("pgh_label", "revoked_at")
    assert list(history) == [("insert", None), ("update", NOW)]
