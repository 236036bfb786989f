"""Doors of agencies, groups and working calendars; structure is changed by an administrator."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.modules.organisation.models import (
    Agency,
    AgencyAlias,
    AgencyGroup,
    AgencyGroupMember,
    SpecialDay,
)
from cchc.modules.organisation.public import add_standard_groups
from cchc.platform.access import SYSTEM
from tests.access.doors import Arguments, Door
from tests.plans.world import GIVEN
from tests.worlds import World

ADMINISTRATOR = {"people": {"worker": "administrator"}}
CHANGE: dict[str, Any] = {"stranger": 403, "reader": 403, **ADMINISTRATOR}
POSTED: dict[str, Any] = {**CHANGE, "worker": 302, "post": {}}


def agency(world: World) -> Arguments:
    return {"agency_id": world.other_department.pk}


def alias(world: World) -> Arguments:
    other: Agency = world.other_department
    made = AgencyAlias.objects.create(agency=other, name="Sở X", folded="so x")
    return {"agency_id": other.pk, "alias_id": made.pk}


def group(world: World) -> Arguments:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    return {"code": AgencyGroup.objects.order_by("pk").first().code}


def member(world: World) -> Arguments:
    found = AgencyGroup.objects.get(**group(world))
    made = AgencyGroupMember.objects.create(
        group=found, agency=world.other_department, effective_from=date(2019, 1, 1)
    )
    return {"code": found.code, "member_id": made.pk}


def special_day(world: World) -> Arguments:
    made = SpecialDay.objects.create(on=date(2019, 5, 2), kind="CLOSED", reason="Nghỉ")
    return {"special_day_id": made.pk}


DOORS = [
    Door("organisation:agencies"),
    Door("organisation:agency_tree"),
    Door("organisation:agency", arguments=agency),
    Door("organisation:export_agencies"),
    Door("organisation:import_agencies", **CHANGE),
    Door("organisation:import_agencies_template", **CHANGE),
    Door("organisation:found_agency", **CHANGE),
    Door("organisation:abolish_tier", **CHANGE),
    Door("organisation:heirs_template", arguments=lambda world: {"level": "huyen"}, **CHANGE),
    Door("organisation:rename_agency", arguments=agency, **CHANGE),
    Door("organisation:move_agency", arguments=agency, **CHANGE),
    Door("organisation:correct_agency", arguments=agency, **CHANGE),
    Door("organisation:merge_agency", arguments=agency, **CHANGE),
    Door("organisation:divide_agency", arguments=agency, **CHANGE),
    Door("organisation:dissolve_agency", arguments=agency, **CHANGE),
    Door(  # an empty name leads back with an error before rights are asked
        "organisation:add_alias",
        arguments=agency,
        **{**POSTED, "post": {"name": "Sở X", "kind": "ALIAS"}},
    ),
    Door("organisation:remove_alias", arguments=alias, **POSTED),
    Door("organisation:groups"),
    Door("organisation:group", arguments=group),
    Door("organisation:create_group", **CHANGE),
    Door("organisation:change_group", arguments=group, **CHANGE),
    Door("organisation:set_group_member", arguments=group, post={}, **CHANGE),
    Door("organisation:unset_group_member", arguments=member, **POSTED),
    Door("organisation:calendar"),
    Door("organisation:set_hours", **CHANGE),
    Door("organisation:set_special_days", **CHANGE),
    Door("organisation:remove_special_day", arguments=special_day, **POSTED),
]
