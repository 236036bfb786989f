"""The tables of agencies refuse nonsense, whoever writes it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cchc.modules.organisation.models import (
    Agency,
    AgencyAlias,
    AgencyGroup,
    AgencyGroupMember,
    AgencyHours,
    PastState,
    SpecialDay,
    Succession,
)
from cchc.modules.organisation.rules.kinds import SuccessionKind
from tests.worlds import TODAY, World

BORN = date(2010, 1, 1)


def refuses(constraint: str, table: Any, **fields: Any) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        table.objects.create(**fields)


def agency(world: World, **fields: Any) -> dict[str, Any]:
    return {
        "name": "Sở Mới",
        "short_name": "Sở Mới",
        "kind": "DEPARTMENT",
        "level": "PROVINCE",
        "parent": world.committee,
        "effective_from": BORN,
        "folded": "so moi",
        "sort_key": "x",
        **fields,
    }


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("agency_kind_known", {"kind": "MINISTRY"}),
        ("agency_level_known", {"level": "VILLAGE"}),
        ("agency_named", {"name": ""}),
        ("agency_ends_after_it_begins", {"effective_to": date(2009, 1, 1)}),
        ("agency_one_provincial_committee", {"kind": "PEOPLES_COMMITTEE", "parent": None}),
    ],
)
def test_agencies(world: World, constraint: str, fields: dict[str, Any]) -> None:
    refuses(constraint, Agency, **agency(world, **fields))


def test_names_and_codes_are_borne_once_by_the_living(world: World) -> None:
    codes = {"code": "H99.1", "former_code": "000.00.01.H99"}
    first = Agency.objects.create(**agency(world, **codes))

    refuses("agency_name_once_under_its_parent", Agency, **agency(world))
    refuses("agency_code_once", Agency, **agency(world, sort_key="y", code="H99.1"))
    refuses(
        "agency_former_code_once",
        Agency,
        **agency(world, sort_key="y", former_code="000.00.01.H99"),
    )
    first.effective_to = TODAY
    first.save()
    Agency.objects.create(**agency(world, **codes))


def test_an_agency_is_not_its_own_parent(world: World) -> None:
    with pytest.raises(IntegrityError, match="agency_not_its_own_parent"), transaction.atomic():
        Agency.objects.filter(pk=world.department.pk).update(parent_id=world.department.pk)


def test_periods_of_the_past_do_not_overlap(world: World) -> None:
    fields = {
        "agency": world.department,
        "change": "RENAMED",
        "name": "Sở Cũ",
        "short_name": "Sở Cũ",
        "effective_from": BORN,
        "effective_to": date(2012, 12, 31),
    }
    PastState.objects.create(**fields)

    refuses("past_state_one_at_a_time", PastState, **fields)
    refuses("past_state_change_known", PastState, **{**fields, "change": "LOST"})
    refuses(
        "past_state_ends_after_it_begins",
        PastState,
        **{**fields, "effective_to": date(2009, 1, 1)},
    )


def test_successions(world: World) -> None:
    fields = {
        "predecessor": world.department,
        "successor": world.other_department,
        "kind": SuccessionKind.MERGED,
        "on": TODAY,
        "inherits_open_work": True,
    }
    Succession.objects.create(**fields)

    refuses("succession_once", Succession, **{**fields, "inherits_open_work": False})
    refuses("succession_one_heir", Succession, **{**fields, "successor": world.home_affairs})
    refuses("succession_of_another", Succession, **{**fields, "successor": world.department})
    refuses("succession_kind_known", Succession, **{**fields, "kind": "LOST", "successor": None})
    refuses(
        "succession_passes_work_of_heirs_only",
        Succession,
        **{
            **fields,
            "successor": None,
            "inherits_open_work": False,
            "work_passed_at": world.now,
        },
    )


def test_other_names(world: World) -> None:
    fields = {"agency": world.department, "name": "STP", "folded": "stp"}
    AgencyAlias.objects.create(**fields)

    refuses("alias_once_an_agency", AgencyAlias, **fields)
    refuses("alias_kind_known", AgencyAlias, **{**fields, "name": "x", "kind": "PET_NAME"})
    refuses("alias_named", AgencyAlias, **{**fields, "name": "x", "folded": ""})


def test_groups_and_their_members(world: World) -> None:
    group = AgencyGroup.objects.create(code="A", name="Nhóm A")
    refuses("group_named", AgencyGroup, code="B", name="")
    refuses("group_kinds_known", AgencyGroup, code="B", name="B", kinds=["MINISTRY"])
    refuses("group_levels_known", AgencyGroup, code="B", name="B", levels=["VILLAGE"])
    refuses(
        "group_open_has_no_rule", AgencyGroup, code="B", name="B", is_open=True, kinds=["PRESS"]
    )

    fields = {"group": group, "agency": world.department, "effective_from": BORN}
    AgencyGroupMember.objects.create(**fields, effective_to=TODAY)
    refuses("group_member_once_at_a_time", AgencyGroupMember, **{**fields, "effective_from": TODAY})
    refuses(
        "group_member_ends_after_it_begins",
        AgencyGroupMember,
        **{**fields, "effective_to": date(2009, 1, 1)},
    )


def test_special_days(world: World) -> None:
    fields = {"on": TODAY, "kind": "CLOSED", "reason": "Lụt"}
    SpecialDay.objects.create(**fields)
    SpecialDay.objects.create(**fields, agency=world.department)

    refuses("special_day_once", SpecialDay, **fields)
    refuses("special_day_kind_known", SpecialDay, **{**fields, "on": BORN, "kind": "LAZY"})
    refuses("special_day_has_a_reason", SpecialDay, **{**fields, "on": BORN, "reason": ""})


def test_hours_of_one_place_do_not_overlap(world: World) -> None:
    fields = {"weekday": 0, "opens": time(7), "closes": time(11), "effective_from": BORN}
    AgencyHours.objects.create(**fields)
    AgencyHours.objects.create(**fields, agency=world.department)
    AgencyHours.objects.create(**{**fields, "opens": time(11), "closes": time(12)})

    refuses("hours_do_not_overlap", AgencyHours, **{**fields, "opens": time(10)})
    refuses("hours_weekday", AgencyHours, **{**fields, "weekday": 7})
    refuses("hours_open_before_close", AgencyHours, **{**fields, "closes": time(7)})
    refuses(
        "hours_end_after_they_begin",
        AgencyHours,
        **{**fields, "weekday": 1, "effective_to": date(2009, 1, 1)},
    )


def test_history_is_kept_and_not_changed(world: World) -> None:
    history: Any = Agency.pgh_event_model  # type: ignore[attr-defined]
    Agency.objects.filter(pk=world.department.pk).update(email="a@b.vn")

    lines = history.objects.filter(pgh_obj_id=world.department.pk)
    assert list(lines.order_by("pgh_id").values_list("email", flat=True)) == ["", "a@b.vn"]
    with pytest.raises(Exception, match="Cannot update or delete"), transaction.atomic():
        lines.update(email="")
