"""Doors of figures: whoever reads work reads the numbers made of it."""

from __future__ import annotations

from cchc.modules.figures.operations.freeze import freeze
from cchc.modules.figures.public import Cut
from tests.access.doors import Arguments, Door
from tests.worlds import World

NOT_FOR_READERS = {"reader": 403}


def one(world: World) -> Arguments:
    return {"code": "plans.overdue"}


def kept(world: World) -> Arguments:
    snapshot = freeze(
        code="plans.overdue",
        cut=Cut(year=2019),
        reason="Báo cáo quý III",
        actor=world.actor(world.operator),
        now=world.now,
    )
    return {"snapshot_id": snapshot.pk}


DOORS = [
    Door("figures:catalogue"),
    Door("figures:catalogue_export"),
    Door("figures:figure", arguments=one),
    Door("figures:figure_export", arguments=one),
    Door("figures:rows", arguments=one),
    Door("figures:rows_export", arguments=one),
    Door("figures:freeze", arguments=one, **NOT_FOR_READERS),
    Door("figures:snapshots"),
    Door("figures:snapshot", arguments=kept, stranger=404),
]
