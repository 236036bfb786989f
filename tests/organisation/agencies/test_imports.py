"""Bringing agencies in from a table and from the lists of administrative units."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.agency_import import (
    Action,
    AgencyImportRefused,
    Imported,
    examine_agencies,
    import_agencies,
)
from cchc.modules.organisation.operations.unit_import import DISTRICT_ENDED, import_units
from cchc.modules.organisation.operations.unit_lists import (
    ProvinceUnknown,
    three_tiers,
    two_tiers,
)
from cchc.modules.organisation.public import AgencyKind, Level, expand_all, living_agencies
from cchc.modules.organisation.rules.agency_table import (
    MOST_ROWS,
    AgencyTableRefused,
    CellRefused,
    RowWhyNot,
    agency_rows,
)
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import SYSTEM, AccessDenied, Actor
from tests.organisation.agencies.stories import announced
from tests.worlds import NOW, TODAY, World

HEADINGS = ("Tên cơ quan *", "Loại", "Cấp", "Trực thuộc", "Mã định danh", "Thứ tự", "Tên gọi khác")
SO = (
    "Sở Ngoại vụ",
    "Sở và tương đương",
    "Cấp tỉnh",
    "UBND tỉnh Sen Hồng",
    "H99.17",
    30.0,
    "SNgV; ",
)
PHONG = ("Phòng Lãnh sự", "Phòng, ban thuộc cơ quan", "tỉnh", "H99.17", "", None, None)


def table(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [("DANH MỤC CƠ QUAN",), HEADINGS, *rows]


def run(world: World, actor: Actor, *rows: tuple[object, ...]) -> Imported:
    return import_agencies(
        rows=agency_rows(table(*rows)), source="co-quan.xlsx", on=TODAY, actor=actor, now=NOW
    )


# --- the table ---


def test_rows_are_numbered_as_the_spreadsheet_numbers_them() -> None:
    rows = agency_rows(table(SO, ("", None), PHONG))

    assert [row.line for row in rows] == [3, 5]
    assert rows[0].aliases == ("SNgV",)


@pytest.mark.parametrize(
    ("sheet", "is_too_long"),
    [
        ([("a", "b"), ("c", "d")], False),
        ([HEADINGS], False),
        ([HEADINGS, *[("Sở",)] * (MOST_ROWS + 1)], True),
    ],
)
def test_a_table_without_headings_or_rows_or_with_too_many_is_refused(
    sheet: list[tuple[object, ...]], is_too_long: bool
) -> None:
    with pytest.raises(AgencyTableRefused) as refused:
        agency_rows(sheet)

    assert refused.value.is_too_long == is_too_long


# --- bringing in ---


def test_a_table_founds_agencies_under_those_above_them(world: World, operator: Actor) -> None:
    imported = run(world, operator, SO, PHONG)

    assert [line.action for line in imported.lines] == [Action.NEW, Action.NEW]
    division = Agency.objects.get(name="Phòng Lãnh sự")
    assert division.parent is not None
    assert (division.parent.name, division.parent.precedence) == ("Sở Ngoại vụ", 30)
    assert division.kind == AgencyKind.DIVISION
    assert division.effective_from == TODAY
    assert announced()[-1] == "organisation.agency.imported"


def test_a_second_time_nothing_changes_and_a_filled_cell_mends(
    world: World, operator: Actor
) -> None:
    run(world, operator, SO, PHONG)
    assert [line.action for line in run(world, operator, SO, PHONG).lines] == [Action.SAME] * 2

    renumbered = ("Sở Ngoại vụ", "", "", "", "H99.17", 31, "Ngoại vụ")
    only_alias = ("Phòng Lãnh sự", "", "", "Sở Ngoại vụ", "", "", "P. Lãnh sự")
    imported = run(world, operator, renumbered, only_alias)

    assert [line.action for line in imported.lines] == [Action.CHANGED, Action.CHANGED]
    department = Agency.objects.get(code="H99.17")
    assert department.precedence == 31
    assert department.aliases.filter(name="Ngoại vụ").exists()


def test_the_dry_run_says_the_same_and_leaves_nothing(world: World, operator: Actor) -> None:
    imported = examine_agencies(
        rows=agency_rows(table(SO, PHONG)), on=TODAY, actor=operator, now=NOW
    )

    assert imported.count(Action.NEW) == 2
    assert not Agency.objects.filter(name="Sở Ngoại vụ").exists()
    assert announced() == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(("", "x"), RowWhyNot.MISSING, id="no name"),
        pytest.param(("Sở A", "", "Cấp tỉnh"), RowWhyNot.MISSING, id="no kind"),
        pytest.param(("Sở A", "Khác", ""), RowWhyNot.MISSING, id="no level"),
        pytest.param(("Sở A", "Bộ", "Cấp tỉnh"), RowWhyNot.KIND_UNKNOWN, id="odd kind"),
        pytest.param(("Sở A", "Khác", "Cấp bản"), RowWhyNot.LEVEL_UNKNOWN, id="odd level"),
        pytest.param(
            ("Sở A", "Khác", "Cấp tỉnh", "Sở B"), RowWhyNot.PARENT_UNKNOWN, id="no such parent"
        ),
        pytest.param(
            ("Phòng", "Khác", "Cấp xã", "Đôi"), RowWhyNot.PARENT_AMBIGUOUS, id="which parent"
        ),
        pytest.param(
            ("Sở Khác", "", "", "Sở Tư pháp", "H99.2"), RowWhyNot.PARENT_DIFFERS, id="moved"
        ),
        pytest.param(
            ("Sở A", "Khác", "Cấp tỉnh", "", "", "một"),
            RowWhyNot.NUMBER_UNREADABLE,
            id="odd number",
        ),
        pytest.param(("Sở Tài chính",), RowWhyNot.TWICE, id="twice"),
        pytest.param(
            ("Sở A", "Sở và tương đương", "Cấp xã", "Sở Tư pháp"),
            StructureWhyNot.KIND_NOT_AT_LEVEL,
            id="a rule of agencies",
        ),
        pytest.param(
            ("Sở Tài chính và Giá", "Phòng chuyên môn cấp huyện", "", "", "H99.2"),
            StructureWhyNot.KIND_NOT_AT_LEVEL,
            id="a rule when mending",
        ),
    ],
)
def test_a_wrong_row_is_named_and_nothing_comes_in(
    world: World, operator: Actor, row: tuple[object, ...], why: object
) -> None:
    Agency.objects.filter(pk=world.other_department.pk).update(code="H99.2")
    for parent in world.communes:
        world.agency("Đôi", parent=parent, level=Level.COMMUNE, kind=AgencyKind.OTHER)
    rows = [row] if why is not RowWhyNot.TWICE else [row, row]

    with pytest.raises(AgencyImportRefused) as refused:
        run(world, operator, SO, *rows)

    line = refused.value.imported.lines[-1]
    assert line.action is Action.WRONG
    assert isinstance(line.refused, CellRefused | StructureRefused)
    assert line.refused.why is why
    assert not Agency.objects.filter(name="Sở Ngoại vụ").exists()


def test_a_date_that_cannot_be_read_is_named(world: World, operator: Actor) -> None:
    sheet = [
        ("Tên cơ quan", "Loại", "Cấp", "Hoạt động từ ngày"),
        ("Sở A", "Khác", "Cấp tỉnh", "hôm qua"),
        ("Sở B", "Khác", "Cấp tỉnh", date(2015, 5, 1)),
    ]

    imported = examine_agencies(rows=agency_rows(sheet), on=TODAY, actor=operator, now=NOW)

    assert [line.action for line in imported.lines] == [Action.WRONG, Action.NEW]


def test_only_who_manages_all_agencies_brings_them_in(world: World) -> None:
    with pytest.raises(AccessDenied):
        run(world, world.actor(world.head), SO)


# --- the published lists ---


@pytest.mark.parametrize("name", ["Đồng Tháp", "tỉnh Đồng Tháp", "dong thap", "TỈNH ĐỒNG THÁP"])
def test_a_province_is_found_however_it_is_typed(name: str) -> None:
    assert three_tiers(name).name == two_tiers(name).name == "Tỉnh Đồng Tháp"


def test_before_july_2025_dong_thap_had_twelve_districts() -> None:
    units = three_tiers("Đồng Tháp").units

    assert len(units) == 12
    assert sum(len(unit.parts) for unit in units) > 130
    assert units[0].name == "Thành phố Cao Lãnh"


def test_since_july_2025_it_has_communes_alone() -> None:
    units = two_tiers("Đồng Tháp").units

    assert len(units) == 102
    assert all(not unit.parts and len(unit.code) == 5 for unit in units)


def test_an_unknown_province_is_said_with_those_known() -> None:
    with pytest.raises(ProvinceUnknown) as refused:
        three_tiers("Sen Hồng")

    assert "Tỉnh Đồng Tháp" in refused.value.known
    with pytest.raises(ProvinceUnknown):
        two_tiers("Hậu Giang")


@pytest.mark.django_db
def test_both_structures_are_entered_side_by_side_and_once() -> None:
    old = import_units(province="Đồng Tháp", tiers=3, actor=SYSTEM, now=NOW)
    groups = {code: len(members) for code, members in expand_all(TODAY).items()}
    assert groups["UBND_CAP_HUYEN"] == 12
    assert old.new_count == groups["UBND_CAP_XA"] + 13

    new = import_units(province="Đồng Tháp", tiers=2, actor=SYSTEM, now=NOW)
    assert (new.known_count, new.new_count) == (1, 102)
    again = import_units(province="Đồng Tháp", tiers=2, actor=SYSTEM, now=NOW)
    assert again.new_count == 0
    assert len(living_agencies(DISTRICT_ENDED, levels=[Level.COMMUNE])) > new.new_count


@pytest.mark.django_db
def test_the_units_of_another_province_are_refused(world: World) -> None:
    with pytest.raises(StructureRefused) as refused:
        import_units(province="Đồng Tháp", tiers=2, on=TODAY, actor=SYSTEM, now=NOW)

    assert refused.value.why is StructureWhyNot.SECOND_PROVINCE


@pytest.mark.django_db
def test_only_who_manages_all_agencies_enters_units(world: World) -> None:
    with pytest.raises(AccessDenied):
        import_units(province="Đồng Tháp", tiers=2, actor=world.actor(world.head), now=NOW)
