"""Opening, changing, locking accounts; posts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.operations.accounts import (
    deactivate_person,
    end_sessions,
    fresh_password,
    reactivate_person,
    set_temporary_password,
)
from cchc.modules.organisation.operations.people import (
    Details,
    FirstPost,
    change_own_contact,
    change_person,
    create_person,
)
from cchc.modules.organisation.operations.posts import hold_post, leave_post
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.colleagues import (
    heads_of,
    people_of,
    people_with_role,
    person_cards,
)
from cchc.modules.organisation.rules.accounts import PersonRefused, PersonWhyNot
from cchc.modules.organisation.rules.giving import GiftRefused, WhyNot
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.organisation.rules.posts import PostRefused, PostWhyNot
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.organisation.people.trails import announced
from tests.worlds import NOW, TODAY, World

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)
DETAILS = Details(full_name="  tạ  thị ngọc ", email="NgocTT@SenHong.gov.vn")


def first_post(agency, **changes) -> FirstPost:
    post = FirstPost(
        agency_id=agency.pk, kind=PostKind.OFFICER, title="Chuyên viên", held_from=TODAY
    )
    return replace(post, **changes)


def sign_in(client, person) -> UserSession:
    """A session as the sign-in page leaves it."""
    client.force_login(person)
    return UserSession.objects.create(
        user=person, ip="127.0.0.1", session_key=client.session.session_key
    )


def create(world: World, by, details=DETAILS, **changes) -> Person:
    wanted = {"details": details, "post": first_post(world.department), "password": "tam-thoi-123"}
    return create_person(**{**wanted, **changes}, actor=world.actor(by), now=NOW)


def test_a_new_person_has_a_tidy_name_a_user_name_and_a_post(world: World):
    person = create(world, world.reform_officer)

    assert person.full_name == "Tạ Thị Ngọc"
    assert person.username == "ngoctt"
    assert person.email == "ngoctt@senhong.gov.vn"
    assert person.check_password("tam-thoi-123")
    assert person.must_change_password
    assert Post.objects.get(person=person).agency == world.department
    assert announced() == ["organisation.person.created", "organisation.post.held"]


def test_a_second_person_of_the_name_gets_a_number(world: World):
    create(world, world.reform_officer)

    twin = create(world, world.reform_officer, Details(full_name="Tạ Thị Ngọc"), password=None)

    assert twin.username == "ngoctt2"
    assert not twin.has_usable_password()
    assert not twin.must_change_password


def test_a_user_name_may_be_chosen_and_the_province_may_leave_out_the_post(world: World):
    person = create(
        world,
        world.administrator,
        Details(full_name="Tạ Thị Ngọc", username="Ngoc.Ta"),
        post=None,
    )

    assert person.username == "ngoc.ta"
    assert not Post.objects.filter(person=person).exists()
    assert announced() == ["organisation.person.created"]


@pytest.mark.parametrize(
    ("details", "why"),
    [
        (Details(full_name=" "), PersonWhyNot.NAME_MISSING),
        (Details(full_name="Tạ Ngọc", username="HoaLT"), PersonWhyNot.USERNAME_TAKEN),
        (Details(full_name="Tạ Ngọc", email="HOALT@senhong.gov.vn"), PersonWhyNot.EMAIL_TAKEN),
    ],
)
def test_an_account_that_does_not_fit_is_refused(world: World, details, why):
    with pytest.raises(PersonRefused) as refused:
        create(world, world.operator, details)
    assert refused.value.why is why
    assert announced() == []


def test_nobody_opens_accounts_in_another_agency(world: World):
    for post in (first_post(world.other_department), None):
        with pytest.raises(AccessDenied):
            create(world, world.reform_officer, post=post)


def test_changing_a_person_tells_what_changed(world: World):
    changed = change_person(
        person_id=world.officer.pk,
        details=Details(full_name="Đặng Quang Huy", email="huydq@senhong.gov.vn", phone="0912"),
        actor=world.actor(world.reform_officer),
        now=NOW,
    )

    assert changed.phone == "0912"
    assert changed.username == "huydq"
    assert "0912" in changed.folded
    assert announced() == ["organisation.person.changed"]


def test_nothing_changed_is_nothing_to_tell(world: World):
    details = Details(full_name=world.officer.full_name, email=world.officer.email)

    change_person(
        person_id=world.officer.pk, details=details, actor=world.actor(world.head), now=NOW
    )

    assert announced() == []


def test_nobody_takes_over_the_account_of_a_higher_right(world: World):
    takeover = Details(full_name="Nguyễn Hữu Đức", email="toi@noikhac.vn")
    for by, target in [
        (world.reform_officer, world.head),
        (world.operator, world.administrator),
        (world.operator, world.leader),
    ]:
        with pytest.raises(AccessDenied):
            change_person(person_id=target.pk, details=takeover, actor=world.actor(by), now=NOW)
        with pytest.raises(AccessDenied):
            set_temporary_password(
                person_id=target.pk, password="x" * 12, actor=world.actor(by), now=NOW
            )


def test_a_stranger_does_not_learn_that_a_person_exists(world: World):
    with pytest.raises(NotVisible):
        change_person(
            person_id=world.officer.pk,
            details=DETAILS,
            actor=world.actor(world.stranger),
            now=NOW,
        )


def test_a_person_corrects_their_own_contact(world: World):
    person = change_own_contact(
        phone=" 0912 345 678", form_of_address="anh", actor=world.actor(world.officer), now=NOW
    )
    change_own_contact(
        phone="0912 345 678", form_of_address="anh", actor=world.actor(world.officer), now=NOW
    )

    assert (person.phone, person.form_of_address) == ("0912 345 678", "anh")
    assert announced() == ["organisation.person.changed"]


def test_locking_an_account_ends_rights_delegations_and_sessions(world: World, client):
    sign_in(client, world.head)

    deactivate_person(
        person_id=world.head.pk, reason="nghỉ hưu", actor=world.actor(world.operator), now=NOW
    )

    assert not UserSession.objects.filter(user=world.head).exists()
    assert not RoleAssignment.objects.filter(person=world.head, revoked_at=None).exists()
    assert announced()[-2:] == ["organisation.role.revoked", "organisation.person.deactivated"]


def test_a_locked_account_opens_again_without_rights(world: World):
    operator = world.actor(world.operator)
    deactivate_person(person_id=world.head.pk, reason="nhầm", actor=operator, now=NOW)

    person = reactivate_person(person_id=world.head.pk, actor=operator, now=NOW)

    assert person.is_active
    assert not world.actor(person).may_somewhere(Permission.MANAGE_PEOPLE)
    with pytest.raises(PersonRefused):
        reactivate_person(person_id=world.head.pk, actor=operator, now=NOW)


def test_the_last_administrator_is_not_locked(world: World):
    with pytest.raises(GiftRefused) as refused:
        deactivate_person(person_id=world.administrator.pk, reason="x", actor=SYSTEM, now=NOW)
    assert refused.value.why is WhyNot.LAST_ADMINISTRATOR


def test_nobody_locks_their_own_account(world: World):
    with pytest.raises(AccessDenied):
        deactivate_person(
            person_id=world.operator.pk, reason="x", actor=world.actor(world.operator), now=NOW
        )
    with pytest.raises(PersonRefused):
        deactivate_person(
            person_id=world.administrator.pk,
            reason="x",
            actor=world.actor(world.administrator),
            now=NOW,
        )


def test_a_temporary_password_ends_the_sessions(world: World, client):
    sign_in(client, world.officer)
    password = fresh_password()

    set_temporary_password(
        person_id=world.officer.pk, password=password, actor=world.actor(world.head), now=NOW
    )

    world.officer.refresh_from_db()
    assert world.officer.check_password(password)
    assert world.officer.must_change_password
    assert not UserSession.objects.filter(user=world.officer).exists()


def test_fresh_passwords_differ_and_can_be_read_aloud():
    passwords = {fresh_password() for _ in range(50)}

    assert len(passwords) == 50
    assert all(len(p) == 14 and not set(p) & set("lo01") for p in passwords)


def test_sessions_are_ended_by_their_owner_or_whoever_manages_the_account(world: World, client):
    for by in (world.officer, world.head):
        session = sign_in(client, world.officer)
        assert end_sessions(
            person_id=world.officer.pk,
            session_id=session.pk,
            actor=world.actor(by),
            now=NOW,
        )
        assert not UserSession.objects.filter(user=world.officer).exists()
    assert announced() == ["organisation.account.sessions_ended"] * 2
    with pytest.raises(NotVisible):
        end_sessions(person_id=world.officer.pk, actor=world.actor(world.stranger), now=NOW)


def test_ones_present_session_is_kept_when_the_others_end(world: World, client):
    key = sign_in(client, world.officer).session_key

    ended = end_sessions(
        person_id=world.officer.pk, keep=key, actor=world.actor(world.officer), now=NOW
    )

    assert ended == 0
    assert announced() == []


def hold(world: World, by=None, **changes) -> Post:
    wanted = {
        "person_id": world.officer.pk,
        "agency_id": world.other_department.pk,
        "kind": PostKind.OFFICER,
        "title": " Chuyên  viên ",
        "held_from": TODAY,
    }
    actor = world.actor(by or world.operator)
    return hold_post(**{**wanted, **changes}, actor=actor, now=NOW)


def test_a_transfer_ends_the_present_post_and_its_roles_the_day_before(world: World):
    post = hold(world)

    old = Post.objects.get(person=world.officer, agency=world.division)
    assert old.held_until == YESTERDAY
    assert post.title == "Chuyên viên"
    assert not world.actor(world.officer).may_somewhere(Permission.VIEW_PEOPLE)
    assert world.actor(world.officer).agency_id == world.other_department.pk
    assert announced() == [
        "organisation.role.revoked",
        "organisation.post.left",
        "organisation.post.held",
    ]


def test_a_second_post_leaves_the_first_alone(world: World):
    hold(world, is_main=False)

    assert world.actor(world.officer).agency_id == world.department.pk
    assert world.actor(world.officer).may_somewhere(Permission.VIEW_PEOPLE)


def test_a_reform_officer_cannot_pull_a_person_from_elsewhere(world: World):
    with pytest.raises(NotVisible):
        hold(world, by=world.stranger)
    world.post(world.officer, world.other_department, PostKind.REFORM_OFFICER, is_main=False)
    with pytest.raises(AccessDenied):
        hold(world, by=world.stranger)


@pytest.mark.parametrize("is_main", [True, False])
def test_the_same_post_is_not_held_twice(world: World, is_main):
    with pytest.raises(PostRefused) as refused:
        hold(world, agency_id=world.division.pk, is_main=is_main)
    assert refused.value.why is PostWhyNot.ALREADY_HELD


def test_a_locked_account_takes_up_no_post(world: World):
    world.officer.is_active = False
    world.officer.save()
    with pytest.raises(PostRefused) as refused:
        hold(world)
    assert refused.value.why is PostWhyNot.PERSON_INACTIVE


def test_no_post_in_an_agency_that_is_gone(world: World):
    world.other_department.effective_to = YESTERDAY
    world.other_department.save()
    with pytest.raises(PostRefused) as refused:
        hold(world)
    assert refused.value.why is PostWhyNot.AGENCY_ENDED


def test_leaving_later_keeps_the_roles_until_the_last_day(world: World):
    post = Post.objects.get(person=world.officer)
    last_day = TODAY + timedelta(days=20)

    leave_post(post_id=post.pk, on=last_day, actor=world.actor(world.head), now=NOW)

    role = RoleAssignment.objects.get(person=world.officer)
    assert role.valid_until == last_day
    assert role.revoked_at is None
    with pytest.raises(NotVisible):
        leave_post(post_id=10**9, on=last_day, actor=SYSTEM, now=NOW)


def test_a_role_stays_with_whoever_keeps_another_post_in_the_agency(world: World):
    world.post(world.officer, world.department, PostKind.REFORM_OFFICER, is_main=False)
    post = Post.objects.get(person=world.officer, agency=world.division)

    leave_post(post_id=post.pk, on=YESTERDAY, actor=world.actor(world.head), now=NOW)

    assert world.actor(world.officer).may_somewhere(Permission.VIEW_PEOPLE)


def test_who_has_no_post_left_keeps_no_role_over_the_province(world: World):
    post = Post.objects.get(person=world.operator)

    leave_post(post_id=post.pk, on=YESTERDAY, actor=world.actor(world.administrator), now=NOW)

    assert not world.actor(world.operator).may_somewhere(Permission.MANAGE_PEOPLE)


def test_a_role_that_would_begin_after_the_last_day_is_revoked(world: World):
    RoleAssignment.objects.filter(person=world.officer).update(valid_from=TODAY + timedelta(days=9))
    post = Post.objects.get(person=world.officer)

    leave_post(post_id=post.pk, on=TODAY, actor=world.actor(world.head), now=NOW)

    assert RoleAssignment.objects.get(person=world.officer).revoked_at == NOW


def test_cards_show_title_and_agency_of_the_main_post(world: World, django_assert_num_queries):
    world.post(world.head, world.district, PostKind.OFFICER, is_main=False)

    with django_assert_num_queries(2):
        cards = person_cards([world.head.pk, world.nobody_special.pk], TODAY)

    assert cards[world.head.pk].title == "Giám đốc"
    assert cards[world.head.pk].agency_id == world.department.pk


def test_holders_of_roles_and_posts_are_found(world: World):
    assert [c.id for c in heads_of(world.department.pk, TODAY)] == [world.head.pk]
    assert [c.id for c in people_with_role(RoleCode.PROVINCIAL_OPERATOR, None, TODAY)] == [
        world.operator.pk
    ]
    assert {c.id for c in people_of(world.department.pk, TODAY)} == {
        world.head.pk,
        world.deputy.pk,
        world.reform_officer.pk,
    }
    assert people_of(world.division.pk, TODAY)[0].full_name == "Đặng Quang Huy"
    assert people_with_role(RoleCode.OFFICER, world.district.pk, TODAY) == []
