"""Open work passes on to the heir when the day has come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cchc.modules.organisation.jobs import pass_on_open_work_tonight
from cchc.modules.organisation.operations.clock import move_clock
from cchc.modules.organisation.operations.passing_on import pass_on_open_work
from cchc.modules.organisation.queries.structure import structure_on
from cchc.platform.access import SYSTEM, Actor
from tests.organisation.agencies.stories import (
    LAST_OF_FEBRUARY,
    MARCH,
    passed_on,
)
from tests.organisation.agencies.test_ending import dissolve
from tests.worlds import World


def test_work_passes_on_when_the_day_comes_and_only_once(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.other_department, world.home_affairs, on=MARCH)
    assert passed_on() == []
    assert pass_on_open_work(actor=SYSTEM, now=world.now) == 0

    in_march = world.now.replace(year=2020, month=3, day=1)
    assert pass_on_open_work(actor=SYSTEM, now=in_march) == 1
    assert pass_on_open_work(actor=SYSTEM, now=in_march) == 0
    assert passed_on() == [(world.other_department.pk, world.home_affairs.pk)]
    assert world.other_department.pk in structure_on(LAST_OF_FEBRUARY).cards


@pytest.mark.usefixtures("demo_day")
def test_in_a_demo_the_moved_clock_passes_work_on(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.other_department, world.home_affairs, on=MARCH)
    trainer = world.actor(world.trainer)

    move_clock(on=MARCH - timedelta(days=1), at=None, actor=trainer, now=world.now)
    assert passed_on() == []
    move_clock(on=MARCH + timedelta(days=30), at=None, actor=trainer, now=world.now)
    assert passed_on() == [(world.other_department.pk, world.home_affairs.pk)]


def test_the_nightly_job_passes_work_on(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.other_department, world.home_affairs, on=MARCH)

    pass_on_open_work_tonight()

    assert passed_on() == [(world.other_department.pk, world.home_affairs.pk)]
