"""Whom the parties of a task bind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.assignment import Duty, Party, expand
from cchc.modules.plans.rules.kinds import Obligation

LEAD, CO = Obligation.LEAD, Obligation.COORDINATING
HOME, JUSTICE, FINANCE = 1, 2, 3


def bound(*parties: Party) -> set[tuple[int, Obligation]]:
    return {(duty.agency_id, duty.obligation) for duty in expand(parties)}


def test_a_group_binds_every_member() -> None:
    departments = Party(LEAD, "Các sở", group_code="SO", members=(HOME, JUSTICE))

    assert bound(departments) == {(HOME, LEAD), (JUSTICE, LEAD)}


def test_an_agency_has_one_duty_however_often_it_is_named() -> None:
    named = Party(LEAD, "Sở Nội vụ", agency_id=HOME)
    group = Party(LEAD, "Các sở", group_code="SO", members=(HOME, JUSTICE))

    assert [duty.party_index for duty in expand([named, group])] == [0, 1]


def test_a_lead_does_not_coordinate_with_itself_through_a_group() -> None:
    lead = Party(LEAD, "Sở Nội vụ", agency_id=HOME)
    group = Party(CO, "Các sở", group_code="SO", members=(HOME, JUSTICE))

    assert bound(group, lead) == {(HOME, LEAD), (JUSTICE, CO)}


def test_named_in_both_places_an_agency_has_both_duties() -> None:
    assert bound(Party(LEAD, "", agency_id=HOME), Party(CO, "", agency_id=HOME)) == {
        (HOME, LEAD),
        (HOME, CO),
    }


def test_an_open_or_conditional_group_binds_nobody_until_members_are_chosen() -> None:
    conditional = Party(LEAD, "", group_code="HUYEN", members=(HOME,), condition="có điều kiện")
    open_group = Party(LEAD, "", group_code="LIEN_QUAN", is_open=True)
    words = Party(LEAD, "Ban nào đó")

    assert bound(conditional, open_group, words) == set()
    assert all(party.needs_choice for party in (conditional, open_group, words))
    chosen = Party(LEAD, "", group_code="HUYEN", members=(FINANCE,), condition="x", is_chosen=True)
    assert bound(chosen) == {(FINANCE, LEAD)}


def test_a_condition_on_a_named_agency_does_not_free_it() -> None:
    assert bound(Party(LEAD, "", agency_id=HOME, condition="nếu có")) == {(HOME, LEAD)}


parties = st.builds(
    Party,
    obligation=st.sampled_from(sorted(Obligation)),
    text=st.just(""),
    agency_id=st.one_of(st.none(), st.integers(1, 6)),
    members=st.lists(st.integers(1, 6), max_size=4).map(tuple),
    group_code=st.sampled_from(["", "SO"]),
    is_open=st.booleans(),
    is_chosen=st.booleans(),
)


@given(st.lists(parties, max_size=6))
def test_no_agency_has_the_same_duty_twice(many: list[Party]) -> None:
    duties: list[Duty] = expand(many)

    assert len({(duty.agency_id, duty.obligation) for duty in duties}) == len(duties)
    assert all(many[duty.party_index].obligation is duty.obligation for duty in duties)
