"""Rights resolve to an actor."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory

from cchc.modules.organisation.models import Agency, RoleAssignment, Succession
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.actors import presence_of
from cchc.modules.organisation.queries.covering import covered_agencies
from cchc.modules.organisation.rules.kinds import AgencyKind, PostKind, RoleCode
from cchc.platform.access import NOBODY
from tests.worlds import TODAY, World

pytestmark = pytest.mark.django_db


def test_a_head_holds_rights_in_the_department_and_below_and_nowhere_else(world: World):
    head = world.actor(world.head)

    scope = head.scope_of(Permission.MANAGE_PEOPLE)

    assert scope.agencies == {world.department.pk, world.division.pk}
    assert not scope.everywhere
    assert head.agency_id == world.department.pk


def test_without_sub_agencies_a_role_holds_in_its_agency_and_the_own_division(world: World):
    world.agency("Phòng Bổ trợ", parent=world.department, kind=AgencyKind.DIVISION)
    officer = world.actor(world.officer)

    covered = {world.department.pk, world.division.pk}
    assert officer.scope_of(Permission.VIEW_PEOPLE).agencies == covered


def test_a_delegated_role_holds_in_the_division_of_whoever_gave_it(world: World):
    colleague = world.person("Lê Văn Đồng", "donglv", at=world.department)
    own = RoleAssignment.objects.get(person=world.division_head)
    RoleAssignment.objects.create(
        person=colleague,
        role=own.role,
        agency=own.agency,
        valid_from=own.valid_from,
        valid_until=world.today,
        given_at=world.now,
        delegated_by=world.division_head,
        delegated_from=own,
    )

    covered = {world.department.pk, world.division.pk}
    assert world.actor(colleague).scope_of(Permission.VIEW_PEOPLE).agencies == covered


def test_an_officer_of_a_division_works_in_the_name_of_the_department(world: World):
    assert world.actor(world.officer).agency_id == world.department.pk


def test_a_province_role_holds_everywhere(world: World):
    assert world.actor(world.operator).scope_of(Permission.MANAGE_PEOPLE).everywhere
    assert not world.actor(world.leader).may_somewhere(Permission.MANAGE_PEOPLE)


def test_everybody_sees_the_agencies_and_nobody_nothing(world: World):
    assert world.actor(world.nobody_special).scope_of(Permission.VIEW_AGENCIES).everywhere
    assert not NOBODY.may_somewhere(Permission.VIEW_AGENCIES)


def test_a_locked_account_acts_as_nobody(world: World):
    world.head.is_active = False
    world.head.save()

    assert world.actor(world.head) == NOBODY


def test_roles_hold_from_their_first_to_their_last_day(world: World):
    role = world.role(world.nobody_special, RoleCode.OFFICER, world.department)
    role.valid_from, role.valid_until = TODAY, TODAY
    role.save()

    def sees(day: date) -> bool:
        actor = world.actor(world.nobody_special, day)
        return actor.may(Permission.VIEW_PEOPLE, agency_id=world.department.pk)

    assert [sees(TODAY + timedelta(days=n)) for n in (-1, 0, 1)] == [False, True, False]


def delegate(world: World, **changes) -> RoleAssignment:
    own = RoleAssignment.objects.get(person=world.head)
    return RoleAssignment.objects.create(
        **{
            "person": world.deputy,
            "role": own.role,
            "agency": own.agency,
            "with_sub_agencies": own.with_sub_agencies,
            "valid_from": TODAY,
            "valid_until": TODAY + timedelta(days=5),
            "given_at": world.now,
            "delegated_by": world.head,
            "delegated_from": own,
            **changes,
        }
    )


def test_a_delegate_signs_on_behalf_of_the_delegator(world: World):
    delegate(world)
    deputy = world.actor(world.deputy)

    assert deputy.signature == "Cao Thị Yến"
    deputy.require(Permission.MANAGE_PEOPLE, agency_id=world.department.pk)

    assert deputy.signature == "Cao Thị Yến (thay mặt Nguyễn Hữu Đức)"


def test_who_holds_a_right_of_their_own_signs_alone(world: World):
    delegate(world)
    world.role(world.deputy, RoleCode.REFORM_OFFICER, world.department)
    deputy = world.actor(world.deputy)

    deputy.require(Permission.MANAGE_PEOPLE, agency_id=world.department.pk)

    assert deputy.signature == "Cao Thị Yến"


def test_a_delegation_falls_with_the_right_it_came_from(world: World):
    delegate(world)
    RoleAssignment.objects.filter(person=world.head).update(revoked_at=world.now)

    assert not world.actor(world.deputy).may_somewhere(Permission.MANAGE_PEOPLE)


def test_a_delegation_ends_when_its_right_ends(world: World):
    delegate(world)
    RoleAssignment.objects.filter(person=world.head).update(valid_until=TODAY)

    assert world.actor(world.deputy).may_somewhere(Permission.MANAGE_PEOPLE)
    tomorrow = world.actor(world.deputy, TODAY + timedelta(days=1))
    assert not tomorrow.may_somewhere(Permission.MANAGE_PEOPLE)


def test_an_heir_covers_the_agency_whose_open_work_it_inherited(world: World):
    old = world.agency("Sở Thông tin cũ", parent=world.committee)
    Agency.objects.filter(pk=old.pk).update(effective_to=TODAY - timedelta(days=1))
    Succession.objects.create(
        predecessor=old,
        successor=world.department,
        kind="MERGED",
        on=TODAY,
        inherits_open_work=True,
    )
    root = (world.department.pk, False)

    assert covered_agencies([root], TODAY)[root] == {world.department.pk, old.pk}
    before = covered_agencies([root], TODAY - timedelta(days=1))
    assert before[root] == {world.department.pk}


def test_several_roots_are_covered_in_one_query(world: World, django_assert_num_queries):
    roots = [(world.committee.pk, True), (world.department.pk, False), (world.department.pk, True)]

    with django_assert_num_queries(1):
        covered = covered_agencies(roots, TODAY)

    assert len(covered[world.committee.pk, True]) == Agency.objects.count()
    assert covered[world.department.pk, False] == {world.department.pk}
    assert covered[world.department.pk, True] == {world.department.pk, world.division.pk}
    assert covered_agencies([], TODAY) == {}


def request_of(person, **session):
    request = RequestFactory().get("/")
    request.user, request.session = person, session
    return request


def test_a_request_costs_three_queries_once(world: World, django_assert_max_num_queries):
    request = request_of(world.head)

    with django_assert_max_num_queries(3):
        presence = presence_of(request)
        assert presence_of(request) is presence

    assert presence.actor.user_id == world.head.pk


def test_a_person_with_two_posts_works_where_the_session_says(world: World):
    second = world.post(world.head, world.district, PostKind.OFFICER, is_main=False)

    usual = presence_of(request_of(world.head))
    switched = presence_of(request_of(world.head, **{"organisation.post": second.pk}))

    assert usual.actor.agency_id == world.department.pk
    assert switched.actor.agency_id == world.district.pk
    assert [place.agency_id for place in switched.workplaces] == [
        world.department.pk,
        world.district.pk,
    ]
    strange = presence_of(request_of(world.head, **{"organisation.post": 10**9}))
    assert strange.actor.agency_id == world.department.pk


def test_a_temporary_password_gives_no_right_yet(world: World):
    world.operator.must_change_password = True

    presence = presence_of(request_of(world.operator))

    assert presence.must_change_password
    assert not presence.actor.may_somewhere(Permission.VIEW_AGENCIES)


def test_a_guarded_role_sleeps_until_a_second_factor_is_set_up(world: World, settings):
    from allauth.mfa.models import Authenticator

    settings.CCHC_TWO_FACTOR_ROLES = ["SYSTEM_ADMINISTRATOR"]
    world.role(world.administrator, RoleCode.OFFICER, world.department)

    asleep = presence_of(request_of(world.administrator))
    Authenticator.objects.create(user=world.administrator, type="totp", data={})
    awake = presence_of(request_of(world.administrator))

    assert asleep.must_add_second_factor
    assert not asleep.actor.may_somewhere(Permission.ASSIGN_PROVINCE_ROLES)
    assert asleep.actor.may(Permission.VIEW_PEOPLE, agency_id=world.department.pk)
    assert not awake.must_add_second_factor
    assert awake.actor.may_somewhere(Permission.ASSIGN_PROVINCE_ROLES)
    assert not presence_of(request_of(world.operator)).must_add_second_factor
