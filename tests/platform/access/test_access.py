"""Who acts, and where they may do what."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.platform.access import NOBODY, SYSTEM, AccessDenied, Actor, Grant, Scope


class Permission(StrEnum):
    SEE = "tests.see"
    CHANGE = "tests.change"


agencies = st.frozensets(st.integers(1, 20), max_size=6)
scopes = st.builds(Scope, agencies, st.booleans())
grants = st.builds(Grant, st.frozensets(st.sampled_from(Permission)), scopes)
actors = st.builds(Actor, user_id=st.just(7), grants=st.lists(grants, max_size=4).map(tuple))


@given(scopes, scopes, st.integers(1, 20))
def test_a_union_covers_what_either_covers(one, other, agency):
    assert (agency in (one | other)) is (agency in one or agency in other)
    assert bool(one | other) is (bool(one) or bool(other))


@given(actors, st.sampled_from(Permission), st.integers(1, 20))
def test_a_permission_holds_where_any_grant_gives_it(actor, permission, agency):
    given_somewhere = any(
        permission in grant.permissions and agency in grant.scope for grant in actor.grants
    )

    assert actor.may(permission, agency_id=agency) is given_somewhere
    assert actor.may_somewhere(permission) >= given_somewhere


def test_a_missing_permission_is_named():
    with pytest.raises(AccessDenied) as denial:
        NOBODY.require(Permission.SEE, agency_id=1)

    assert denial.value.permission is Permission.SEE


def test_the_system_may_everything_and_nobody_nothing():
    SYSTEM.require(Permission.CHANGE, agency_id=None)

    assert SYSTEM.scope_of(Permission.SEE).everywhere
    assert not NOBODY.may_somewhere(Permission.SEE)


def test_what_belongs_to_no_agency_needs_a_right_everywhere():
    here = Actor(user_id=1, grants=(Grant(frozenset({Permission.SEE}), Scope(frozenset({1}))),))

    assert not here.may(Permission.SEE, agency_id=None)


def test_an_act_by_a_delegated_right_alone_is_signed_for_the_delegator():
    everywhere = Scope(everywhere=True)
    lent = Grant(frozenset({Permission.SEE}), everywhere, on_behalf_of="Trần Văn Minh")
    own = Grant(frozenset({Permission.CHANGE}), everywhere)
    lan = Actor(user_id=7, name="Nguyễn Thị Lan", grants=(lent, own))

    lan.require(Permission.CHANGE, agency_id=1)
    assert lan.signature == "Nguyễn Thị Lan"
    lan.require(Permission.SEE, agency_id=1)
    assert lan.signature == "Nguyễn Thị Lan (thay mặt Trần Văn Minh)"


def test_a_right_somewhere_opens_lists():
    here = Actor(user_id=1, grants=(Grant(frozenset({Permission.SEE}), Scope(frozenset({1}))),))
    here.require_somewhere(Permission.SEE)

    with pytest.raises(AccessDenied):
        here.require_somewhere(Permission.CHANGE)
