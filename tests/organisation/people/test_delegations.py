"""Delegating a right for a time."""

from datetime import timedelta

import pytest

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.operations.delegations import delegate_role
from cchc.modules.organisation.operations.roles import assign_role, revoke_role
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.delegating import delegable_to, delegations_page
from cchc.modules.organisation.rules.giving import GiftRefused, WhyNot
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from tests.organisation.people.trails import announced
from tests.worlds import NOW, TODAY, World

pytestmark = pytest.mark.django_db
IN_TEN_DAYS = TODAY + timedelta(days=10)


def right_of(person) -> RoleAssignment:
    return RoleAssignment.objects.get(person=person, delegated_by=None)


def delegate(world: World, by, to, **changes) -> RoleAssignment:
    wanted = {
        "assignment_id": right_of(by).pk,
        "to_person_id": to.pk,
        "valid_from": TODAY,
        "valid_until": IN_TEN_DAYS,
        "reason": "đi công tác",
    }
    return delegate_role(**{**wanted, **changes}, actor=world.actor(by), now=NOW)


def test_the_deputy_acts_for_the_head_until_the_end(world: World):
    delegation = delegate(world, world.head, world.deputy)

    deputy = world.actor(world.deputy)
    assert deputy.may(Permission.MANAGE_PEOPLE, agency_id=world.division.pk)
    after = world.actor(world.deputy, IN_TEN_DAYS + timedelta(days=1))
    assert not after.may_somewhere(Permission.MANAGE_PEOPLE)
    assert delegation.delegated_from == right_of(world.head)
    assert announced() == ["organisation.role.delegated"]


def test_the_trail_says_on_whose_behalf(world: World):
    delegate(world, world.head, world.deputy)

    assign_role(
        person_id=world.division_head.pk,
        role=RoleCode.OFFICER,
        agency_id=world.department.pk,
        valid_from=TODAY,
        actor=world.actor(world.deputy),
        now=NOW,
    )

    last = Entry.objects.latest("pk")
    assert last.actor_id == world.deputy.pk
    assert last.actor_name == "Cao Thị Yến (thay mặt Nguyễn Hữu Đức)"


def test_a_delegated_right_is_not_passed_on(world: World):
    delegation = delegate(world, world.head, world.deputy)

    with pytest.raises(GiftRefused) as refused:
        delegate_role(
            assignment_id=delegation.pk,
            to_person_id=world.officer.pk,
            valid_from=TODAY,
            valid_until=TODAY,
            actor=world.actor(world.deputy),
            now=NOW,
        )
    assert refused.value.why is WhyNot.DELEGATED_ITSELF


def test_only_ones_own_right_is_delegated(world: World):
    with pytest.raises(NotVisible):
        delegate(world, world.reform_officer, world.deputy, assignment_id=right_of(world.head).pk)


def test_an_outsider_gets_no_delegation(world: World):
    for person in (world.stranger, world.leader):
        with pytest.raises(GiftRefused) as refused:
            delegate(world, world.head, person)
        assert refused.value.why is WhyNot.NOT_A_COLLEAGUE


def test_a_role_of_trust_is_not_delegated(world: World):
    with pytest.raises(AccessDenied):
        delegate(world, world.auditor, world.leader)


def test_the_operator_delegates_within_their_own_department(world: World):
    delegate(world, world.operator, world.trainer)

    assert world.actor(world.trainer).scope_of(Permission.MANAGE_AGENCIES).everywhere
    with pytest.raises(GiftRefused):
        delegate(world, world.operator, world.head)


def test_a_locked_colleague_gets_nothing(world: World):
    world.deputy.is_active = False
    world.deputy.save()

    with pytest.raises(GiftRefused):
        delegate(world, world.head, world.deputy)


def test_the_delegator_takes_a_delegation_back(world: World):
    delegation = delegate(world, world.head, world.deputy)

    with pytest.raises(AccessDenied):
        revoke_role(assignment_id=delegation.pk, actor=world.actor(world.deputy), now=NOW)
    revoke_role(assignment_id=delegation.pk, actor=world.actor(world.head), now=NOW)

    assert not world.actor(world.deputy).may_somewhere(Permission.MANAGE_PEOPLE)


def test_revoking_a_right_revokes_what_was_delegated_of_it(world: World):
    delegation = delegate(world, world.head, world.deputy)

    revoke_role(
        assignment_id=right_of(world.head).pk, actor=world.actor(world.administrator), now=NOW
    )

    delegation.refresh_from_db()
    assert delegation.revoked_at == NOW
    assert announced()[1:] == ["organisation.role.revoked", "organisation.role.revoked"]


def test_the_page_shows_what_is_mine_given_and_received(world: World):
    delegation = delegate(world, world.head, world.deputy, valid_from=TODAY + timedelta(days=1))

    mine = delegations_page(actor=world.actor(world.head), on=TODAY)
    theirs = delegations_page(actor=world.actor(world.deputy), on=TODAY + timedelta(days=1))

    assert [row.role_name for row in mine.own] == ["Thủ trưởng cơ quan"]
    assert [(row.assignment_id, row.is_in_force, row.may_revoke) for row in mine.given] == [
        (delegation.pk, False, True)
    ]
    assert [(row.other_person, row.is_in_force) for row in theirs.received] == [
        ("Nguyễn Hữu Đức", True)
    ]
    assert theirs.own == ()


def test_colleagues_are_offered_for_ones_own_right_only(world: World):
    head = world.actor(world.head)

    offered = delegable_to(assignment_id=right_of(world.head).pk, actor=head, on=TODAY)

    assert {card.id for card in offered} == {
        world.deputy.pk,
        world.reform_officer.pk,
        world.division_head.pk,
        world.officer.pk,
    }
    assert delegable_to(assignment_id=right_of(world.stranger).pk, actor=head, on=TODAY) == []


def test_who_works_nowhere_has_no_colleagues(world: World):
    lonely = world.person("Vũ Văn Đơn", "donvv", role=RoleCode.PROVINCIAL_OPERATOR)

    with pytest.raises(GiftRefused):
        delegate(world, lonely, world.deputy)
