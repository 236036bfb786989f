"""Groups that expand on a day; hours as an administrator types them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.rules.groups import (
    STANDARD_GROUPS,
    GroupRule,
    Membership,
    check_group,
    expand,
)
from cchc.modules.organisation.rules.hours import Opening, check_week, read_shifts, same_hours
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.layers import laid_over
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import AgencyCard, build
from cchc.platform.calendar import Shift, WeekdayHours

W, K, L = StructureWhyNot, AgencyKind, Level
DAY = date(2019, 10, 15)


def card(agency_id: int, kind: AgencyKind, level: Level) -> AgencyCard:
    return AgencyCard(agency_id, f"Cơ quan {agency_id}", "", kind, level, None, agency_id)


PROVINCE = build(
    DAY,
    [
        card(1, K.PEOPLES_COMMITTEE, L.PROVINCE),
        card(2, K.DEPARTMENT, L.PROVINCE),
        card(3, K.PROVINCIAL_BODY, L.PROVINCE),
        card(4, K.PARTY_OR_MASS_BODY, L.PROVINCE),
        card(5, K.PEOPLES_COMMITTEE, L.DISTRICT),
        card(6, K.PRESS, L.DISTRICT),
        card(7, K.PEOPLES_COMMITTEE, L.COMMUNE),
        card(8, K.DIVISION, L.PROVINCE),
        card(9, K.PUBLIC_SERVICE_UNIT, L.PROVINCE),
    ],
)
BY_CODE = {rule.code: rule for rule in STANDARD_GROUPS}


@pytest.mark.parametrize(
    ("code", "members"),
    [
        ("SO_BAN_NGANH", [2, 3]),
        ("SO_NGANH", [2]),
        ("UBND_CAP_HUYEN", [5]),
        ("UBND_CAP_XA", [7]),
        ("DAI_TRUYEN_THANH_CAP_HUYEN", [6]),
        ("CO_QUAN_HANH_CHINH", [1, 2, 5, 7]),
        ("DON_VI_SU_NGHIEP", [9]),
        ("CO_QUAN_LIEN_QUAN", []),
    ],
)
def test_the_usual_groups_have_their_usual_members(code: str, members: list[int]) -> None:
    assert [each.id for each in expand(BY_CODE[code], PROVINCE)] == members


def test_agencies_are_put_in_and_kept_out_by_hand() -> None:
    by_hand = [Membership(4, is_excluded=False), Membership(3, is_excluded=True)]

    assert [each.id for each in expand(BY_CODE["SO_BAN_NGANH"], PROVINCE, by_hand)] == [2, 4]


def test_an_agency_that_does_not_live_is_no_member() -> None:
    added = [Membership(99, is_excluded=False)]

    assert [each.id for each in expand(BY_CODE["SO_NGANH"], PROVINCE, added)] == [2]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (GroupRule("", "Nhóm"), W.GROUP_NAME_EMPTY),
        (GroupRule("A", " "), W.GROUP_NAME_EMPTY),
        (GroupRule("A", "Nhóm", kinds=frozenset({K.PRESS})), W.GROUP_EMPTY_RULE),
        (
            GroupRule("A", "Nhóm", frozenset({K.PRESS}), frozenset({L.DISTRICT}), is_open=True),
            W.OPEN_GROUP_WITH_RULE,
        ),
    ],
)
def test_half_a_rule_is_refused(rule: GroupRule, why: StructureWhyNot) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_group(rule)

    assert refused.value.why is why


def test_every_standard_group_is_sound_and_named_once() -> None:
    for rule in STANDARD_GROUPS:
        check_group(rule)
    assert len(BY_CODE) == len(STANDARD_GROUPS)


# --- hours ---


def test_shifts_are_read_as_people_write_them() -> None:
    assert read_shifts(0, "7:30-11:30, 13h30 – 17h") == [
        Opening(0, time(7, 30), time(11, 30)),
        Opening(0, time(13, 30), time(17)),
    ]
    assert read_shifts(5, "  ") == []


@pytest.mark.parametrize("text", ["sáng", "7:30", "25:00-26:00", "7:30-11:30 13:30-17:00"])
def test_shifts_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(StructureRefused) as refused:
        read_shifts(0, text)

    assert refused.value.why is W.HOURS_BACKWARDS


def test_a_week_is_put_in_order() -> None:
    late, early = Opening(1, time(13), time(17)), Opening(0, time(7), time(11))

    assert check_week({1: [late], 0: [early]}, may_be_empty=False) == [early, late]
    assert check_week({}, may_be_empty=True) == []
    assert same_hours([late, early]) == [(0, " 07:00–11:00"), (1, " 13:00–17:00")]


@pytest.mark.parametrize(
    ("week", "why"),
    [
        ({}, W.NO_WORKING_HOURS),
        ({0: [Opening(0, time(11), time(7))]}, W.HOURS_BACKWARDS),
        (
            {0: [Opening(0, time(7), time(12)), Opening(0, time(11), time(17))]},
            W.HOURS_OVERLAP,
        ),
    ],
)
def test_weeks_that_make_no_sense_are_refused(
    week: dict[int, list[Opening]], why: StructureWhyNot
) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_week(week, may_be_empty=False)

    assert refused.value.why is why


# --- layers ---

MORNING, LONG = Shift(time(7), time(11)), Shift(time(6), time(18))
FIRST = date(2019, 1, 1)

spans = st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(0, 40))).map(
    lambda pair: (
        FIRST + timedelta(days=pair[0]),
        None if pair[1] is None else FIRST + timedelta(days=pair[0] + pair[1]),
    )
)


def hours(shift: Shift, span: tuple[date, date | None]) -> WeekdayHours:
    return WeekdayHours(0, shift, span[0], span[1])


@given(st.lists(spans, max_size=3, unique=True), st.lists(spans, max_size=3))
def test_own_hours_outweigh_those_above_exactly_while_they_hold(
    own: list[tuple[date, date | None]], above: list[tuple[date, date | None]]
) -> None:
    mine = [hours(LONG, span) for span in own]
    theirs = [hours(MORNING, span) for span in above]
    result = laid_over(mine, theirs)

    for offset in range(90):
        day = FIRST + timedelta(days=offset)
        has_own = any(each.holds_on(day) for each in mine)
        expected = 0 if has_own else sum(each.holds_on(day) for each in theirs)
        assert sum(e.holds_on(day) for e in result if e.shift == MORNING) == expected
