"""Who may end, who may follow, and what lineages say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.rules.following import post_follows, role_follows
from cchc.modules.organisation.rules.kinds import (
    AgencyKind,
    Level,
    PostKind,
    RoleCode,
    SuccessionKind,
)
from cchc.modules.organisation.rules.placing import Life
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import AgencyCard, build
from cchc.modules.organisation.rules.succession import (
    Link,
    check_change,
    check_end,
    check_heir,
    check_no_circle,
    check_tier,
    heirs_of_tier,
    lineage_of,
    of_tier,
)

W = StructureWhyNot
BORN, DAY = date(2010, 1, 1), date(2019, 10, 15)
SO = Life("Sở Nội vụ", BORN, None, Level.PROVINCE)


def link(source: int, to: int | None, on: date = DAY) -> Link:
    return Link(source, to, SuccessionKind.MERGED, on)


def why_of(refused: pytest.ExceptionInfo[StructureRefused]) -> StructureWhyNot:
    return refused.value.why


# --- changing ---


@pytest.mark.parametrize(
    ("on", "since", "why"),
    [
        pytest.param(date(2009, 1, 1), BORN, W.NOT_LIVING, id="before its life"),
        pytest.param(BORN, BORN, W.BEFORE_LAST_CHANGE, id="on its first day"),
        pytest.param(DAY, date(2019, 10, 16), W.BEFORE_LAST_CHANGE, id="before the last change"),
    ],
)
def test_a_change_comes_after_all_others(on: date, since: date, why: StructureWhyNot) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_change(SO, current_since=since, on=on)

    assert why_of(refused) is why


def test_renaming_and_moving_on_one_day_is_fine() -> None:
    check_change(SO, current_since=DAY, on=DAY)


# --- ending ---


@pytest.mark.parametrize(
    ("life", "on", "why"),
    [
        pytest.param(
            Life("Sở", BORN, DAY, Level.PROVINCE), DAY, W.ALREADY_ENDS, id="a second time"
        ),
        pytest.param(SO, BORN, W.ENDS_BEFORE_IT_BEGINS, id="on its first day"),
        pytest.param(SO, date(2015, 1, 1), W.BEFORE_LAST_CHANGE, id="before a change"),
    ],
)
def test_an_agency_cannot_end_so(life: Life, on: date, why: StructureWhyNot) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_end(life, current_since=max(BORN, date(2015, 1, 1)), on=on)

    assert why_of(refused) is why


def test_an_agency_may_end() -> None:
    check_end(SO, current_since=BORN, on=DAY)


# --- heirs ---


def test_an_heir_must_live_and_not_end() -> None:
    check_heir(SO, heir_id=1, ending=[2], on=DAY)
    with pytest.raises(StructureRefused) as refused:
        check_heir(SO, heir_id=1, ending=[1, 2], on=DAY)
    assert why_of(refused) is W.HEIR_ENDS_TOO
    with pytest.raises(StructureRefused) as refused:
        check_heir(SO, heir_id=1, ending=[2], on=date(2009, 1, 1))
    assert why_of(refused) is W.HEIR_NOT_LIVING
    with pytest.raises(StructureRefused) as refused:
        check_heir(Life("Sở", BORN, date(2030, 1, 1), Level.PROVINCE), heir_id=1, ending=[], on=DAY)
    assert why_of(refused) is W.HEIR_NOT_LIVING


def test_an_agency_does_not_pass_into_one_that_passed_into_it() -> None:
    links = [link(1, 2), link(2, 3), link(5, 3), link(3, None)]

    with pytest.raises(StructureRefused) as refused:
        check_no_circle(links, source=3, to=1, name="Sở")

    assert why_of(refused) is W.CIRCULAR


def test_a_part_that_was_separated_may_come_back_to_the_agency_that_lived_on() -> None:
    links = [Link(1, 2, SuccessionKind.SEPARATED, DAY)]

    check_no_circle(links, source=2, to=1, name="Sở")


def test_a_circle_in_old_records_does_not_trap_the_check() -> None:
    links = [link(1, 2), link(2, 1)]

    check_no_circle(links, source=9, to=1, name="Sở")


# --- lineage ---


def test_a_lineage_goes_both_ways_and_far() -> None:
    links = [
        link(1, 3, date(2008, 1, 1)),
        link(2, 3, date(2008, 1, 1)),
        link(3, 4, date(2016, 1, 1)),
        link(4, 5, date(2025, 3, 1)),
        link(8, 9),
    ]

    lineage = lineage_of(3, links)

    assert [each.source for each in lineage.earlier] == [1, 2]
    assert [each.to for each in lineage.later] == [4, 5]
    assert lineage.ids == {1, 2, 3, 4, 5}


def test_an_agency_without_past_or_future_has_an_empty_lineage() -> None:
    assert lineage_of(7, [link(1, 2), link(2, None)]).ids == frozenset()


def test_a_dissolution_ends_the_lineage() -> None:
    lineage = lineage_of(1, [link(1, None)])

    assert lineage.ids == {1}
    assert [each.to for each in lineage.later] == [None]


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=20))
def test_lineages_end_even_in_wild_records(pairs: list[tuple[int, int]]) -> None:
    links = [link(source, to) for source, to in pairs]
    lineage = lineage_of(1, links)

    assert set(lineage.later) | set(lineage.earlier) <= set(links)


# --- tiers ---


def card(agency_id: int, parent_id: int | None, level: Level) -> AgencyCard:
    name = f"Cơ quan {agency_id}"
    return AgencyCard(agency_id, name, name, AgencyKind.OTHER, level, parent_id, agency_id)


THREE_TIERS = build(
    DAY,
    [
        card(1, None, Level.PROVINCE),
        card(2, 1, Level.PROVINCE),
        card(10, 1, Level.DISTRICT),
        card(11, 10, Level.DISTRICT),
        card(12, 10, Level.COMMUNE),
        card(20, 1, Level.DISTRICT),
    ],
)


def test_the_parts_of_a_tier_end_before_what_they_belong_to() -> None:
    assert of_tier(THREE_TIERS, Level.DISTRICT) == [11, 10, 20]


def test_what_belongs_to_a_district_follows_its_heir_unless_it_has_its_own() -> None:
    heirs = heirs_of_tier(THREE_TIERS, [11, 10, 20], {10: 2, 20: None})
    assert heirs == {11: 2, 10: 2, 20: None}

    assert heirs_of_tier(THREE_TIERS, [11, 10], {10: 2, 11: 1})[11] == 1


def test_a_tier_ends_only_when_every_agency_has_a_named_heir() -> None:
    with pytest.raises(StructureRefused) as refused:
        heirs_of_tier(THREE_TIERS, [11, 10, 20], {10: 2})

    assert why_of(refused) is W.HEIR_MISSING
    assert refused.value.names == ("Cơ quan 20",)


def test_the_province_is_not_abolished() -> None:
    check_tier(Level.DISTRICT)
    check_tier(Level.COMMUNE)
    with pytest.raises(StructureRefused) as refused:
        check_tier(Level.PROVINCE)
    assert why_of(refused) is W.TIER_STAYS


# --- people ---


def test_staff_follow_and_heads_do_not() -> None:
    assert post_follows(PostKind.REFORM_OFFICER)
    assert not post_follows(PostKind.HEAD)
    assert role_follows(RoleCode.OFFICER, is_delegated=False)
    assert not role_follows(RoleCode.OFFICER, is_delegated=True)
    assert not role_follows(RoleCode.AGENCY_HEAD, is_delegated=False)
