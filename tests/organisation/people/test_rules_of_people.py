"""Names, accounts and posts: the rules."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.rules.accounts import (
    PersonRefused,
    PersonWhyNot,
    check_deactivation,
    check_person,
    check_reactivation,
)
from cchc.modules.organisation.rules.names import (
    free_username,
    given_name,
    is_username,
    person_sort_key,
    plain_username,
    tidy_name,
)
from cchc.modules.organisation.rules.posts import (
    PostRefused,
    PostWhyNot,
    check_leaving,
    check_taking_up,
)


def test_a_user_name_is_the_given_name_and_initials_without_marks():
    assert plain_username("Lê Thị Hoa") == "hoalt"
    assert plain_username("Đặng Quang Huy") == "huydq"
    assert plain_username("") == ""


def test_a_taken_user_name_gets_a_number_before_the_suffix():
    taken = {"hoalt.snv", "hoalt2.snv"}

    assert free_username("Lê Thị Hoa", suffix="snv", taken=taken) == "hoalt3.snv"
    assert free_username("Lê Thị Hoa", taken=taken) == "hoalt"


@given(st.text(max_size=60))
def test_any_name_gives_a_fit_user_name(name):
    assert is_username(free_username(name))


def test_names_typed_in_one_case_are_capitalised():
    assert tidy_name("  lê   thị hoa ") == "Lê Thị Hoa"
    assert tidy_name("LÊ THỊ HOA") == "Lê Thị Hoa"
    assert tidy_name("Lê Thị  Hoa") == "Lê Thị Hoa"


def test_people_are_sorted_by_given_name_then_family():
    names = ["Nguyễn Văn Bình", "Lê Thị An", "Trần Văn An", "Đỗ Ân"]

    assert sorted(names, key=person_sort_key) == [
        "Lê Thị An",
        "Trần Văn An",
        "Đỗ Ân",
        "Nguyễn Văn Bình",
    ]
    assert given_name("Nguyễn Văn Bình") == "Bình"
    assert given_name("") == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"full_name": ""}, PersonWhyNot.NAME_MISSING),
        ({"username": "Hoa LT"}, PersonWhyNot.USERNAME_UNFIT),
        ({"username": ".hoa"}, PersonWhyNot.USERNAME_UNFIT),
        ({"is_username_taken": True}, PersonWhyNot.USERNAME_TAKEN),
        ({"is_email_taken": True}, PersonWhyNot.EMAIL_TAKEN),
    ],
)
def test_an_account_is_refused(changes, why):
    fit = {
        "full_name": "Lê Thị Hoa",
        "username": "hoalt",
        "is_username_taken": False,
        "is_email_taken": False,
    }
    check_person(**fit)

    with pytest.raises(PersonRefused) as refused:
        check_person(**{**fit, **changes})

    assert refused.value.why is why


def test_nobody_locks_their_own_account_or_a_locked_one():
    check_deactivation(person_id=1, actor_id=2, is_active=True)
    check_reactivation(is_active=False)
    for expected, call in [
        (PersonWhyNot.ONESELF, lambda: check_deactivation(person_id=1, actor_id=1, is_active=True)),
        (
            PersonWhyNot.NOT_ACTIVE,
            lambda: check_deactivation(person_id=1, actor_id=2, is_active=False),
        ),
        (PersonWhyNot.ALREADY_ACTIVE, lambda: check_reactivation(is_active=True)),
    ]:
        with pytest.raises(PersonRefused) as refused:
            call()
        assert refused.value.why is expected


LIFE = {"agency_from": date(2010, 1, 1), "agency_until": date(2019, 12, 31)}


@pytest.mark.parametrize(
    ("held_from", "held_until", "why"),
    [
        (date(2019, 1, 1), None, None),
        (date(2019, 1, 1), date(2019, 1, 1), None),
        (date(2019, 1, 2), date(2019, 1, 1), PostWhyNot.ENDS_BEFORE_IT_BEGINS),
        (date(2009, 12, 31), None, PostWhyNot.AGENCY_NOT_YET),
        (date(2020, 1, 1), None, PostWhyNot.AGENCY_ENDED),
    ],
)
def test_a_post_lies_within_the_life_of_its_agency(held_from, held_until, why):
    if why is None:
        check_taking_up(held_from=held_from, held_until=held_until, **LIFE)
        check_taking_up(
            held_from=held_from,
            held_until=held_until,
            agency_from=LIFE["agency_from"],
            agency_until=None,
        )
        return
    with pytest.raises(PostRefused) as refused:
        check_taking_up(held_from=held_from, held_until=held_until, **LIFE)
    assert refused.value.why is why


def test_a_post_is_left_once_and_after_it_was_taken_up():
    day = date(2019, 10, 15)
    check_leaving(held_from=day, held_until=None, on=day)
    check_leaving(held_from=day, held_until=date(2019, 10, 20), on=date(2019, 10, 16))
    with pytest.raises(PostRefused, match="ALREADY_LEFT"):
        check_leaving(held_from=day, held_until=day, on=day)
    with pytest.raises(PostRefused, match="ENDS_BEFORE"):
        check_leaving(held_from=day, held_until=None, on=date(2019, 10, 14))
