"""When a role may be given and delegated."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.rules.giving import (
    GiftRefused,
    Holding,
    WhyNot,
    check_delegation,
    check_gift,
    overlap,
)
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.rules.reach import (
    AGENCY_ROLES,
    NEVER_DELEGATED,
    PROVINCE_ROLES,
    Gift,
    weight_of,
)

DAY = date(2019, 10, 15)
HEAD = Holding(RoleCode.AGENCY_HEAD, 1, 10, date(2019, 1, 1), None)
TO = Holding(RoleCode.AGENCY_HEAD, 2, 10, DAY, DAY + timedelta(days=10), is_delegated=True)


def why_gift_refused(wanted: Holding, held=(), giver=99) -> WhyNot | None:
    try:
        check_gift(wanted, giver_id=giver, held=held, on=DAY)
    except GiftRefused as refused:
        return refused.why
    return None


def why_delegation_refused(own=HEAD, to=TO, colleagues=frozenset({2}), held=()) -> WhyNot | None:
    try:
        check_delegation(own, delegator_id=1, to=to, colleagues=colleagues, held=held, on=DAY)
    except GiftRefused as refused:
        return refused.why
    return None


OFFICER = Holding(RoleCode.OFFICER, 2, 10, DAY, None)
OVER = Holding(RoleCode.OFFICER, 2, 10, date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("wanted", "held", "why"),
    [
        pytest.param(OFFICER, (), None, id="an officer in an agency"),
        pytest.param(replace(OFFICER, person_id=99), (), WhyNot.TO_ONESELF, id="to oneself"),
        pytest.param(
            replace(OFFICER, agency_id=None), (), WhyNot.AGENCY_MISSING, id="without an agency"
        ),
        pytest.param(
            replace(OFFICER, role=RoleCode.AUDITOR),
            (),
            WhyNot.AGENCY_NOT_WANTED,
            id="a province role in an agency",
        ),
        pytest.param(
            replace(OFFICER, valid_until=DAY - timedelta(days=1)),
            (),
            WhyNot.ENDS_BEFORE_IT_BEGINS,
            id="ends before it begins",
        ),
        pytest.param(OVER, (), WhyNot.ALREADY_OVER, id="over already"),
        pytest.param(OFFICER, (OFFICER,), WhyNot.ALREADY_HELD, id="held already"),
        pytest.param(OFFICER, (OVER,), None, id="held once, over now"),
        pytest.param(OFFICER, (replace(OFFICER, is_revoked=True),), None, id="was revoked"),
        pytest.param(OFFICER, (replace(OFFICER, agency_id=11),), None, id="held elsewhere"),
        pytest.param(OFFICER, (replace(OFFICER, role=RoleCode.DIVISION_HEAD),), None, id="another"),
    ],
)
def test_a_role_is_given_or_refused(wanted, held, why):
    assert why_gift_refused(wanted, held) == why


def test_the_system_may_give_to_anybody():
    assert why_gift_refused(OFFICER, giver=None) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({}, None, id="to a colleague for ten days"),
        pytest.param({"own": replace(HEAD, person_id=3)}, WhyNot.NOT_HELD, id="somebody else's"),
        pytest.param({"own": replace(HEAD, is_revoked=True)}, WhyNot.NOT_HELD, id="revoked"),
        pytest.param(
            {"own": replace(HEAD, is_delegated=True)}, WhyNot.DELEGATED_ITSELF, id="not again"
        ),
        pytest.param(
            {"own": replace(HEAD, role=RoleCode.AUDITOR, agency_id=None)},
            WhyNot.NOT_DELEGABLE,
            id="a role of trust",
        ),
        pytest.param({"to": replace(TO, person_id=1)}, WhyNot.TO_ONESELF, id="to oneself"),
        pytest.param({"to": replace(TO, valid_until=None)}, WhyNot.TOO_LONG, id="without an end"),
        pytest.param(
            {"to": replace(TO, valid_until=DAY + timedelta(days=367))},
            WhyNot.TOO_LONG,
            id="longer than a year",
        ),
        pytest.param(
            {"to": replace(TO, valid_until=DAY - timedelta(days=1))},
            WhyNot.ENDS_BEFORE_IT_BEGINS,
            id="ends before it begins",
        ),
        pytest.param(
            {"own": replace(HEAD, valid_from=DAY + timedelta(days=1))},
            WhyNot.NOT_HELD,
            id="not held yet",
        ),
        pytest.param(
            {"own": replace(HEAD, valid_until=DAY + timedelta(days=9))},
            WhyNot.OUTLIVES_THE_RIGHT,
            id="outlives the right",
        ),
        pytest.param({"colleagues": frozenset()}, WhyNot.NOT_A_COLLEAGUE, id="to an outsider"),
        pytest.param({"held": (TO,)}, WhyNot.ALREADY_HELD, id="delegated already"),
    ],
)
def test_a_right_is_delegated_or_refused(changes, why):
    assert why_delegation_refused(**changes) == why


def test_every_role_has_one_reach_and_a_weight():
    assert frozenset(RoleCode) == PROVINCE_ROLES | AGENCY_ROLES
    assert not PROVINCE_ROLES & AGENCY_ROLES
    assert {weight_of(role) for role in PROVINCE_ROLES} == {Gift.PROVINCE}
    assert weight_of(RoleCode.AGENCY_HEAD) is weight_of(RoleCode.REFORM_OFFICER) is Gift.KEY
    assert weight_of(RoleCode.OFFICER) is Gift.STAFF
    assert NEVER_DELEGATED <= PROVINCE_ROLES


DAYS = st.dates(date(2018, 1, 1), date(2021, 1, 1))


@given(own_until=st.none() | DAYS, start=DAYS, end=st.none() | DAYS)
def test_no_delegation_ever_outlives_its_right(own_until, start, end):
    own = replace(HEAD, valid_from=date(2018, 1, 1), valid_until=own_until)
    to = replace(TO, valid_from=start, valid_until=end)

    if why_delegation_refused(own, to) is None:
        assert end is not None
        assert start <= end
        assert end >= DAY
        assert own_until is None or end <= own_until


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS)
def test_overlap_is_mutual_and_agrees_with_the_days(start, end, other_start, other_end):
    first = Holding(RoleCode.OFFICER, 1, 1, start, max(start, end) if end else None)
    second = Holding(
        RoleCode.OFFICER, 1, 1, other_start, max(other_start, other_end) if other_end else None
    )

    def holds(holding, day):
        until = holding.valid_until
        return holding.valid_from <= day and (until is None or day <= until)

    day = max(first.valid_from, second.valid_from)
    assert overlap(first, second) == overlap(second, first)
    assert overlap(first, second) == (holds(first, day) and holds(second, day))
