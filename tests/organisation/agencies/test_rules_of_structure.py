"""The tree of a day, placing, naming and codes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.labels.agencies import REFUSALS, refusal
from cchc.modules.organisation.rules.codes import (
    check_code,
    check_former_code,
    code_under,
    former_code_of,
)
from cchc.modules.organisation.rules.kinds import AgencyKind, AliasKind, Level
from cchc.modules.organisation.rules.naming import (
    same_name,
    short_name_of,
    territory_of,
    usual_aliases,
)
from cchc.modules.organisation.rules.placing import (
    Life,
    NewAgency,
    check_kind,
    check_move,
    check_parent,
    tidied,
)
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.modules.organisation.rules.structure import AgencyCard, build

W = StructureWhyNot
DAY = date(2019, 10, 15)


def card(agency_id: int, parent_id: int | None, level: Level = Level.PROVINCE) -> AgencyCard:
    name = f"Cơ quan {agency_id}"
    return AgencyCard(agency_id, name, name, AgencyKind.OTHER, level, parent_id, agency_id)


# --- the tree ---


def test_what_is_below_an_agency_includes_itself_and_all_under_it() -> None:
    structure = build(DAY, [card(1, None), card(2, 1), card(3, 2), card(4, 1)])

    assert structure.below(1) == {1, 2, 3, 4}
    assert structure.below(2) == {2, 3}
    assert structure.below(99) == frozenset()


def test_what_is_above_an_agency_comes_nearest_first() -> None:
    structure = build(DAY, [card(1, None), card(2, 1), card(3, 2)])

    assert [each.id for each in structure.above(3)] == [2, 1]
    assert structure.above(1) == ()
    assert structure.above(99) == ()


def test_an_agency_whose_parent_has_ended_stands_at_the_top() -> None:
    structure = build(DAY, [card(2, 1), card(3, 2)])

    assert [(depth, each.id) for depth, each in structure.walk()] == [(0, 2), (1, 3)]
    assert structure.above(2) == ()


def test_a_tree_that_bites_its_tail_is_still_read_to_an_end() -> None:
    structure = build(DAY, [card(1, 2), card(2, 1)])

    assert structure.below(1) == {1, 2}
    assert len(structure.above(1)) <= 3


@st.composite
def trees(draw: st.DrawFn) -> list[AgencyCard]:
    count = draw(st.integers(1, 30))
    cards = [card(1, None)]
    for number in range(2, count + 1):
        cards.append(card(number, draw(st.integers(1, number - 1))))
    return cards


@given(trees())
def test_every_agency_is_walked_once_after_its_parent(cards: list[AgencyCard]) -> None:
    structure = build(DAY, cards)
    order = [each.id for _, each in structure.walk()]

    assert sorted(order) == sorted(each.id for each in cards)
    for each in cards:
        if each.parent_id is not None:
            assert order.index(each.parent_id) < order.index(each.id)


@given(trees())
def test_being_below_and_being_above_say_the_same(cards: list[AgencyCard]) -> None:
    structure = build(DAY, cards)

    for each in cards:
        for upper in structure.above(each.id):
            assert each.id in structure.below(upper.id)


# --- placing ---


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        pytest.param(AgencyKind.DEPARTMENT, Level.DISTRICT, id="a sở in a district"),
        pytest.param(AgencyKind.DISTRICT_OFFICE, Level.COMMUNE, id="a district's phòng below it"),
        pytest.param(AgencyKind.PEOPLES_COMMITTEE, Level.CENTRAL, id="a committee of the centre"),
    ],
)
def test_some_kinds_exist_at_their_level_only(kind: AgencyKind, level: Level) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_kind(kind, level, "Cơ quan")

    assert refused.value.why is W.KIND_NOT_AT_LEVEL


def test_a_new_agency_is_tidied_and_gets_its_short_name() -> None:
    new = NewAgency(
        name="  Sở  Thông tin và Truyền thông ",
        kind=AgencyKind.DEPARTMENT,
        level=Level.PROVINCE,
        parent_id=1,
    )

    assert tidied(new).name == "Sở Thông tin và Truyền thông"
    assert tidied(new).short_name == "Sở TT&TT"


def test_an_agency_needs_a_name() -> None:
    new = NewAgency(name=" ", kind=AgencyKind.OTHER, level=Level.PROVINCE, parent_id=1)

    with pytest.raises(StructureRefused) as refused:
        tidied(new)

    assert refused.value.why is W.NAME_EMPTY


PROVINCE = Life("UBND tỉnh", date(2000, 1, 1), None, Level.PROVINCE)


@pytest.mark.parametrize(
    ("parent", "level", "why"),
    [
        pytest.param(PROVINCE, Level.CENTRAL, W.LEVEL_ABOVE_PARENT, id="above its parent"),
        pytest.param(None, Level.COMMUNE, W.PARENT_MISSING, id="a commune under nobody"),
        pytest.param(
            Life("Sở", date(2020, 1, 1), None, Level.PROVINCE),
            Level.PROVINCE,
            W.PARENT_NOT_LIVING,
            id="a parent of the future",
        ),
        pytest.param(
            Life("Sở", date(2000, 1, 1), date(2030, 1, 1), Level.PROVINCE),
            Level.PROVINCE,
            W.PARENT_NOT_LIVING,
            id="a parent that will end",
        ),
    ],
)
def test_a_parent_must_fit(parent: Life | None, level: Level, why: StructureWhyNot) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_parent(parent, name="Cơ quan", level=level, on=DAY)

    assert refused.value.why is why


def test_only_the_province_and_the_centre_stand_alone() -> None:
    check_parent(None, name="UBND tỉnh", level=Level.PROVINCE, on=DAY)
    check_parent(PROVINCE, name="UBND huyện", level=Level.DISTRICT, on=DAY)


@pytest.mark.parametrize("parent_id", [2, 3])
def test_nothing_moves_under_itself_or_its_own_parts(parent_id: int) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_move(agency_id=2, below=frozenset({2, 3}), parent_id=parent_id, name="Sở")

    assert refused.value.why is W.PARENT_BELOW_ITSELF


def test_an_agency_may_move_elsewhere() -> None:
    check_move(agency_id=2, below=frozenset({2, 3}), parent_id=4, name="Sở")


# --- names ---


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Thông tin và Truyền thông", "Sở TT&TT"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL"),
        ("Sở Giao thông vận tải", "Sở Giao thông vận tải"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("UBND huyện Lá Sen", "UBND H. Lá Sen"),
        ("Ủy ban nhân dân thành phố Sen Hồng", "UBND TP Sen Hồng"),
        ("Uỷ ban nhân dân thị trấn Mỹ An", "UBND TT. Mỹ An"),
        ("UBND phường 1", "UBND P. 1"),
        ("UBND tỉnh Sen Hồng", "UBND tỉnh Sen Hồng"),
        ("UBND Côn Sơn", "UBND Côn Sơn"),
        ("Thanh tra tỉnh", "Thanh tra tỉnh"),
    ],
)
def test_short_names_are_those_of_the_office(name: str, short: str) -> None:
    assert short_name_of(name) == short


def test_a_department_goes_by_its_usual_abbreviations() -> None:
    aliases = dict(usual_aliases("Sở Kế hoạch và Đầu tư"))

    assert set(aliases) == {"Sở KH&ĐT", "Sở KHĐT", "Sở KH-ĐT"}
    assert set(aliases.values()) == {AliasKind.ABBREVIATION}
    assert "Sở NV" not in dict(usual_aliases("Sở Nội vụ"))


def test_a_committee_goes_by_its_name_in_full() -> None:
    assert [name for name, _ in usual_aliases("UBND huyện Lá Sen")] == [
        "Ủy ban nhân dân huyện Lá Sen",
        "UBND H. Lá Sen",
    ]
    assert usual_aliases("Báo Sen Hồng") == ()


def test_the_territory_of_a_committee_is_the_rest_of_its_name() -> None:
    assert territory_of("Ủy ban nhân dân xã Tân Hòa") == "xã Tân Hòa"
    assert territory_of("Sở Nội vụ") == ""


def test_names_are_the_same_without_case_hyphens_and_marks_of_tone() -> None:
    assert same_name("Sở LĐ - TB&XH", "sở lđ-tb&xh")
    assert not same_name("Sở Nội vụ", "Sở Ngoại vụ")


# --- codes ---


@pytest.mark.parametrize("code", ["", "H20", "H20.5.12", "Z01.A", "H20.5.12.4.1"])
def test_good_codes_pass(code: str) -> None:
    check_code(code)


@pytest.mark.parametrize("code", ["20", "h20", "H20.", "H20..5", "H20." + "1" * 40, "ABC", "H20 5"])
def test_malformed_codes_are_refused(code: str) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_code(code)

    assert refused.value.why is W.CODE_MALFORMED


@pytest.mark.parametrize("code", ["", "000.00.01.H20", "000.05.12.H20"])
def test_good_former_codes_pass(code: str) -> None:
    check_former_code(code)


@pytest.mark.parametrize("code", ["H20", "H20.01.00.000", "0.0.1.H20"])
def test_malformed_former_codes_are_refused(code: str) -> None:
    with pytest.raises(StructureRefused) as refused:
        check_former_code(code)

    assert refused.value.why is W.FORMER_CODE_MALFORMED


def test_codes_are_made_in_both_forms() -> None:
    assert code_under("H20.5", 12) == "H20.5.12"
    assert former_code_of((1,), "H20") == "000.00.01.H20"
    assert former_code_of((7, 3, 2), "H20") == "002.03.07.H20"


@given(st.lists(st.integers(0, 99), min_size=1, max_size=3))
def test_every_made_code_is_a_good_one(path: list[int]) -> None:
    check_former_code(former_code_of(tuple(path), "H20"))
    code = "H20"
    for number in path:
        code = code_under(code, number)
    check_code(code)


# --- words ---


def test_every_refusal_has_a_sentence() -> None:
    assert set(REFUSALS) == set(W)


def test_a_refusal_names_ten_agencies_and_counts_the_rest() -> None:
    names = tuple(f"Phòng {number}" for number in range(1, 14))
    sentence = refusal(StructureRefused(W.CHILDREN_LIVE, names))

    assert "Phòng 10, và 3 cơ quan khác" in sentence
    assert "Phòng 11" not in sentence
