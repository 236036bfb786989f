"""Looking agencies up: cards, words, the register of names; how often the database is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from cchc.modules.organisation.operations.aliases import add_alias
from cchc.modules.organisation.operations.changing import rename_agency
from cchc.modules.organisation.operations.ending import Follow, merge_agencies
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.operations.groups import add_standard_groups
from cchc.modules.organisation.public import (
    AgencyKind,
    Level,
    NoProvince,
    agency_cards,
    agency_register,
    find_agencies,
    living_agencies,
    province_committee,
    register_open_work,
    sub_agencies,
    working_calendar,
)
from cchc.modules.organisation.queries import open_work
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.queries.version import begin_request, end_request
from cchc.officialdocs.register import AgencyKind as Meaning
from cchc.platform.access import Actor
from tests.organisation.agencies.stories import MARCH, new
from tests.worlds import TODAY, World

Queries = Any


def test_cards_of_the_living_and_of_the_dead(world: World, operator: Actor) -> None:
    merge_agencies(
        agency_ids=[world.department.pk],
        heir=world.other_department.pk,
        on=TODAY,
        follow=Follow(children=True),
        actor=operator,
        now=world.now,
    )

    cards = agency_cards([world.department.pk, world.other_department.pk, 0], on=TODAY)

    assert {card.name for card in cards.values()} == {"Sở Tư pháp", "Sở Tài chính"}


def test_living_agencies_by_level_and_kind(world: World) -> None:
    districts = living_agencies(TODAY, levels=[Level.DISTRICT])
    divisions = living_agencies(TODAY, kinds=[AgencyKind.DIVISION])

    assert [card.name for card in districts] == ["UBND huyện Đầm Sen"]
    assert [card.id for card in divisions] == [world.division.pk]
    assert len(living_agencies(TODAY)) == 8
    assert living_agencies(date(2009, 12, 31)) == []


def test_the_province_and_what_is_below(world: World) -> None:
    assert province_committee(TODAY).id == world.committee.pk
    assert len(sub_agencies(world.committee.pk, TODAY)) == 8
    with pytest.raises(NoProvince):
        province_committee(date(2009, 12, 31))


@pytest.mark.parametrize("words", ["tu phap", "Tư pháp", "SO TU PHAP", "phap tu"])
def test_agencies_are_found_by_words_with_and_without_marks(world: World, words: str) -> None:
    assert [card.name for card in find_agencies(words, TODAY)] == ["Sở Tư pháp"]


def test_who_begins_with_the_words_stands_first(world: World, operator: Actor) -> None:
    found_agency(
        new("Thanh tra Sen Thượng", world.committee, precedence=1),
        on=date(2015, 1, 1),
        actor=operator,
        now=world.now,
    )
    found_agency(
        new("Sen Thượng", world.committee, precedence=900),
        on=date(2015, 1, 1),
        aliases=["Xóm Sen"],
        actor=operator,
        now=world.now,
    )

    assert [card.name for card in find_agencies("sen thuong", TODAY)] == [
        "Sen Thượng",
        "Thanh tra Sen Thượng",
        "UBND xã Sen Thượng",
    ]
    assert [card.name for card in find_agencies("xom", TODAY)] == ["Sen Thượng"]
    assert find_agencies("  ", TODAY) == []
    assert len(find_agencies("sen", TODAY, limit=2)) == 2


# --- the register ---


def test_the_register_knows_every_name(world: World, operator: Actor) -> None:
    add_standard_groups(actor=operator, now=world.now)
    add_alias(agency_id=world.department.pk, name="Ngành Tư pháp", actor=operator, now=world.now)
    rename_agency(
        agency_id=world.other_department.pk,
        name="Sở Tài chính và Ngân khố",
        on=date(2019, 1, 1),
        actor=operator,
        now=world.now,
    )
    register = agency_register(TODAY)

    def codes(name: str) -> list[str]:
        named = register.find(name)
        return [entry.code for entry in named.entries] if named else []

    department = f"agency:{world.department.pk}"
    assert codes("ngành tư pháp") == [department]
    assert codes("Sở tư pháp") == [department]
    assert codes("Sở Tài chính") == [f"agency:{world.other_department.pk}"]
    assert codes("Ủy ban nhân dân tỉnh") == [f"agency:{world.committee.pk}"]
    assert codes("huyện Đầm Sen") == [f"agency:{world.district.pk}"]
    assert codes("UBND cấp huyện") == ["group:UBND_CAP_HUYEN"]
    assert register.places == ("Sen Hồng",)
    open_group = register.by_code("group:CO_QUAN_LIEN_QUAN")
    assert open_group is not None
    assert open_group.kind is Meaning.OPEN


def test_an_ended_agency_is_known_with_its_heirs(world: World, operator: Actor) -> None:
    heir = merge_agencies(
        agency_ids=[world.department.pk, world.other_department.pk],
        heir=new("Sở Tài chính", world.committee, precedence=5),
        on=TODAY,
        follow=Follow(children=True),
        actor=operator,
        now=world.now,
    )
    register = agency_register(TODAY)

    old = register.by_code(f"agency:{world.department.pk}")
    assert old is not None
    assert old.successors == (f"agency:{heir.pk}",)
    assert old.valid_until == TODAY - timedelta(days=1)
    named = register.find("Sở Tài chính")
    assert named is not None
    assert [entry.code for entry in named.entries] == [f"agency:{heir.pk}"]


def test_divisions_are_known_in_the_papers_of_their_own_agency(world: World) -> None:
    assert agency_register(TODAY).find("Phòng Kiểm soát văn bản") is None

    own = agency_register(TODAY, within=world.department.pk)
    named = own.find("Phòng Kiểm soát văn bản")
    assert named is not None
    assert named.entries[0].level == "division"


# --- how often the database is asked ---


def test_what_did_not_change_is_not_read_again(
    world: World, django_assert_num_queries: Queries
) -> None:
    agency_register(MARCH)
    structure_on(MARCH)
    working_calendar(world.department.pk)

    with django_assert_num_queries(1):
        agency_register(MARCH)
    with django_assert_num_queries(1):
        structure_on(MARCH)
    with django_assert_num_queries(2):
        working_calendar(world.department.pk)


def test_a_cold_register_takes_three_queries(
    world: World, operator: Actor, django_assert_num_queries: Queries
) -> None:
    add_standard_groups(actor=operator, now=world.now)

    with django_assert_num_queries(3):
        agency_register(MARCH)


def test_a_request_asks_once_and_an_operation_in_it_asks_again(
    world: World, operator: Actor, django_assert_num_queries: Queries
) -> None:
    structure_on(MARCH)
    begin_request()
    try:
        with django_assert_num_queries(1):
            structure_on(MARCH)
            structure_on(MARCH)
        rename_agency(
            agency_id=world.department.pk, name="Sở A", on=MARCH, actor=operator, now=world.now
        )
        assert structure_on(MARCH).cards[world.department.pk].name == "Sở A"
    finally:
        end_request()


# --- open work ---


def test_modules_say_how_much_open_work_an_agency_has(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_work, "_counters", {})
    register_open_work("plans", "phần việc", lambda ids: dict.fromkeys(ids, 3) | {0: 1})
    register_open_work("other", "hồ sơ", lambda ids: {world.department.pk: 0})

    (work,) = open_work.open_work_of([world.department.pk])

    assert (work.agency_name, work.what, work.count) == ("Sở Tư pháp", "phần việc", 3)
