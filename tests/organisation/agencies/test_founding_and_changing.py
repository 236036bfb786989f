"""Founding, renaming, moving and correcting agencies."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.aliases import add_alias, remove_alias
from cchc.modules.organisation.operations.changing import (
    correct_agency,
    move_agency,
    rename_agency,
)
from cchc.modules.organisation.operations.founding import found_agency
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AgencyKind, AliasKind, Level
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import AccessDenied, Actor, NotVisible
from tests.organisation.agencies.stories import LAST_OF_FEBRUARY, MARCH, announced, new
from tests.worlds import World

W = StructureWhyNot


def test_a_founded_agency_has_its_usual_names_and_a_line_in_the_trail(
    world: World, operator: Actor
) -> None:
    agency = found_agency(
        new("Sở Thông tin và Truyền thông", world.committee, code="H99.12"),
        on=MARCH,
        act="12/QĐ-UBND",
        aliases=["Sở Truyền thông"],
        actor=operator,
        now=world.now,
    )

    assert agency.short_name == "Sở TT&TT"
    assert set(agency.aliases.values_list("name", flat=True)) == {
        "Sở Truyền thông",
        "Sở TT&TT",
        "Sở TTTT",
        "Sở TT-TT",
    }
    assert "so truyen thong" in agency.folded
    assert "h99.12" in agency.folded
    assert announced(about=agency) == ["organisation.agency.founded"]


def test_only_who_manages_the_parent_founds_under_it(world: World) -> None:
    with pytest.raises(AccessDenied):
        found_agency(
            new("Sở Ngoại vụ", world.committee),
            on=MARCH,
            actor=world.actor(world.head),
            now=world.now,
        )


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "Sở  Tư pháp"}, W.NAME_TAKEN),
        ({"code": "H99.1"}, W.CODE_TAKEN),
        ({"former_code": "000.00.01.H99"}, W.CODE_TAKEN),
        ({"code": "sai"}, W.CODE_MALFORMED),
        ({"parent_id": 0}, W.PARENT_NOT_LIVING),
    ],
)
def test_a_new_agency_takes_nothing_from_others(
    world: World, operator: Actor, fields: dict[str, object], why: StructureWhyNot
) -> None:
    Agency.objects.filter(pk=world.department.pk).update(code="H99.1", former_code="000.00.01.H99")

    with pytest.raises(StructureRefused) as refused:
        found_agency(
            new(**{"name": "Sở Ngoại vụ", "parent": world.committee, **fields}),  # type: ignore[arg-type]
            on=MARCH,
            actor=operator,
            now=world.now,
        )

    assert refused.value.why is why


def test_there_is_one_province(world: World, operator: Actor) -> None:
    second = new(
        "UBND tỉnh Khác", world.committee, kind=AgencyKind.PEOPLES_COMMITTEE, parent_id=None
    )

    with pytest.raises(StructureRefused) as refused:
        found_agency(second, on=MARCH, actor=operator, now=world.now)

    assert refused.value.why is W.SECOND_PROVINCE


def test_an_agency_of_the_centre_may_stand_beside_the_province(
    world: World, operator: Actor
) -> None:
    ministry = new("Bộ Nội vụ", world.committee, kind=AgencyKind.OTHER, level=Level.CENTRAL)

    with pytest.raises(StructureRefused):
        found_agency(ministry, on=MARCH, actor=operator, now=world.now)
    found_agency(
        new(
            "Bộ Nội vụ",
            world.committee,
            kind=AgencyKind.OTHER,
            level=Level.CENTRAL,
            parent_id=None,
        ),
        on=MARCH,
        actor=operator,
        now=world.now,
    )


# --- renaming ---


def rename(world: World, actor: Actor, name: str, on: date = MARCH) -> Agency:
    return rename_agency(
        agency_id=world.department.pk, name=name, on=on, act="1/QĐ", actor=actor, now=world.now
    )


def test_a_renamed_agency_keeps_its_old_name_in_the_past(world: World, operator: Actor) -> None:
    agency = rename(world, operator, "Sở Tư pháp và Thanh tra")

    assert structure_on(LAST_OF_FEBRUARY).cards[agency.pk].name == "Sở Tư pháp"
    assert structure_on(MARCH).cards[agency.pk].name == "Sở Tư pháp và Thanh tra"
    assert structure_on(MARCH).cards[agency.pk].short_name == "Sở TP&TT"
    old = agency.aliases.get(name="Sở Tư pháp")
    assert old.kind == AliasKind.FORMER_NAME
    assert "so tu phap |" in f"{agency.folded} |"
    assert announced(about=agency) == ["organisation.agency.renamed"]


def test_every_name_of_a_life_is_found_on_its_day(world: World, operator: Actor) -> None:
    rename(world, operator, "Sở A")
    rename(world, operator, "Sở B", on=date(2021, 1, 1))
    names = {
        day: structure_on(day).cards[world.department.pk].name
        for day in (date(2019, 1, 1), date(2020, 12, 31), date(2021, 1, 1))
    }

    assert list(names.values()) == ["Sở Tư pháp", "Sở A", "Sở B"]


@pytest.mark.parametrize(
    ("name", "on", "why"),
    [
        (" ", MARCH, W.NAME_EMPTY),
        ("Sở Tư pháp", MARCH, W.NOTHING_CHANGES),
        ("Sở Tài chính", MARCH, W.NAME_TAKEN),
        ("Sở Khác", date(2009, 1, 1), W.NOT_LIVING),
        ("Sở Khác", date(2010, 1, 1), W.BEFORE_LAST_CHANGE),
    ],
)
def test_a_renaming_that_cannot_be(
    world: World, operator: Actor, name: str, on: date, why: StructureWhyNot
) -> None:
    with pytest.raises(StructureRefused) as refused:
        rename(world, operator, name, on)

    assert refused.value.why is why
    assert announced() == []


def test_a_renaming_before_the_last_one_is_refused(world: World, operator: Actor) -> None:
    rename(world, operator, "Sở A")

    with pytest.raises(StructureRefused) as refused:
        rename(world, operator, "Sở B", on=LAST_OF_FEBRUARY)

    assert refused.value.why is W.BEFORE_LAST_CHANGE


def test_who_does_not_manage_agencies_renames_none(world: World) -> None:
    with pytest.raises(AccessDenied):
        rename(world, world.actor(world.head), "Sở A")


def test_nobody_renames_what_is_not_there(world: World, operator: Actor) -> None:
    with pytest.raises(NotVisible):
        rename_agency(agency_id=0, name="A", on=MARCH, actor=operator, now=world.now)


# --- moving ---


def test_a_moved_agency_belonged_elsewhere_before(world: World, operator: Actor) -> None:
    move_agency(
        agency_id=world.division.pk,
        parent_id=world.other_department.pk,
        on=MARCH,
        actor=operator,
        now=world.now,
    )

    assert world.division.pk in structure_on(LAST_OF_FEBRUARY).below(world.department.pk)
    assert world.division.pk in structure_on(MARCH).below(world.other_department.pk)
    assert world.division.pk not in structure_on(MARCH).below(world.department.pk)
    assert announced(about=world.department) == ["organisation.agency.moved"]


def test_renamed_and_moved_by_one_act(world: World, operator: Actor) -> None:
    division = world.division.pk
    move_agency(
        agency_id=division,
        parent_id=world.home_affairs.pk,
        on=MARCH,
        actor=operator,
        now=world.now,
    )
    rename_agency(agency_id=division, name="Phòng Mới", on=MARCH, actor=operator, now=world.now)

    before, after = structure_on(LAST_OF_FEBRUARY).cards, structure_on(MARCH).cards
    assert (before[division].name, before[division].parent_id) == (
        "Phòng Kiểm soát văn bản",
        world.department.pk,
    )
    assert (after[division].name, after[division].parent_id) == ("Phòng Mới", world.home_affairs.pk)


def test_moves_that_cannot_be(world: World, operator: Actor) -> None:
    def why(agency: Agency, parent: Agency) -> StructureWhyNot:
        with pytest.raises(StructureRefused) as refused:
            move_agency(
                agency_id=agency.pk,
                parent_id=parent.pk,
                on=MARCH,
                actor=operator,
                now=world.now,
            )
        return refused.value.why

    assert why(world.division, world.department) is W.NOTHING_CHANGES
    assert why(world.department, world.division) is W.PARENT_BELOW_ITSELF
    assert why(world.department, world.district) is W.LEVEL_ABOVE_PARENT


# --- correcting ---


def test_a_correction_leaves_no_past(world: World, operator: Actor) -> None:
    agency = correct_agency(
        agency_id=world.department.pk,
        corrected=new("Sở Tư Pháp", world.committee, code="H99.2", precedence=3),
        act="2/QĐ",
        actor=operator,
        now=world.now,
    )

    assert structure_on(LAST_OF_FEBRUARY).cards[agency.pk].name == "Sở Tư Pháp"
    assert agency.act == "2/QĐ"
    assert agency.past_states.count() == 0
    assert announced(about=agency) == ["organisation.agency.corrected"]


def test_a_correction_must_correct_something(world: World, operator: Actor) -> None:
    same = new("Sở Tư pháp", world.committee, short_name="Sở Tư pháp", precedence=11)

    with pytest.raises(StructureRefused) as refused:
        correct_agency(agency_id=world.department.pk, corrected=same, actor=operator, now=world.now)

    assert refused.value.why is W.NOTHING_CHANGES


@pytest.mark.parametrize(
    ("agency", "level", "why"),
    [
        ("committee", Level.DISTRICT, W.PARENT_MISSING),
        ("district", Level.CENTRAL, W.LEVEL_ABOVE_PARENT),
        ("district", Level.COMMUNE, None),
        ("department", Level.COMMUNE, W.LEVEL_ABOVE_PARENT),
    ],
)
def test_a_corrected_level_fits_what_is_around(
    world: World, operator: Actor, agency: str, level: Level, why: StructureWhyNot | None
) -> None:
    row: Agency = getattr(world, agency)
    corrected = new(row.name, world.committee, kind=AgencyKind.OTHER, level=level)
    if why is None:
        correct_agency(agency_id=row.pk, corrected=corrected, actor=operator, now=world.now)
        return

    with pytest.raises(StructureRefused) as refused:
        correct_agency(agency_id=row.pk, corrected=corrected, actor=operator, now=world.now)

    assert refused.value.why is why


# --- other names ---


def test_another_name_is_found_and_can_be_taken_away(world: World, operator: Actor) -> None:
    alias = add_alias(
        agency_id=world.department.pk,
        name=" Ngành  tư pháp ",
        actor=operator,
        now=world.now,
    )
    world.department.refresh_from_db()
    assert "nganh tu phap" in world.department.folded

    remove_alias(alias_id=alias.pk, actor=operator, now=world.now)
    world.department.refresh_from_db()
    assert "nganh tu phap" not in world.department.folded
    assert announced(about=world.department) == [
        "organisation.alias.added",
        "organisation.alias.removed",
    ]


@pytest.mark.parametrize(
    ("name", "why"), [(" ", W.NAME_EMPTY), ("Sở Tư pháp", W.ALIAS_TAKEN), ("STP", W.ALIAS_TAKEN)]
)
def test_another_name_is_new(
    world: World, operator: Actor, name: str, why: StructureWhyNot
) -> None:
    add_alias(
        agency_id=world.department.pk,
        name="STP",
        kind=AliasKind.ABBREVIATION,
        actor=operator,
        now=world.now,
    )

    with pytest.raises(StructureRefused) as refused:
        add_alias(agency_id=world.department.pk, name=name, actor=operator, now=world.now)

    assert refused.value.why is why


def test_a_former_name_is_history_and_stays(world: World, operator: Actor) -> None:
    agency = rename(world, operator, "Sở A")
    former = agency.aliases.get(kind=AliasKind.FORMER_NAME)

    with pytest.raises(NotVisible):
        remove_alias(alias_id=former.pk, actor=operator, now=world.now)


def test_other_names_are_managed_like_agencies(world: World, operator: Actor) -> None:
    alias = add_alias(agency_id=world.department.pk, name="STP", actor=operator, now=world.now)
    stranger = world.actor(world.stranger)

    with pytest.raises(AccessDenied):
        add_alias(agency_id=world.department.pk, name="X", actor=stranger, now=world.now)
    with pytest.raises(AccessDenied):
        remove_alias(alias_id=alias.pk, actor=stranger, now=world.now)
