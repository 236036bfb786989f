"""Doors of the boards over everything; the stranger heads no part of Sở Tư pháp."""

from __future__ import annotations

from tests.access.doors import Arguments, Door
from tests.worlds import World


def agency(world: World) -> Arguments:
    return {"agency_id": world.department.pk}


DOORS = [
    Door("dashboards:heads"),
    Door("dashboards:heads_export"),
    Door("dashboards:head", arguments=agency, stranger=404),
    Door("dashboards:head_pdf", arguments=agency, stranger=404),
]
