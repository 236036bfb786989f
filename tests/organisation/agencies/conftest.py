"""What the tests about agencies share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cchc.modules.organisation.operations.groups import add_standard_groups
from cchc.platform.access import SYSTEM, Actor
from cchc.platform.clock import moving, reading
from tests.worlds import NOW, TODAY, World


@pytest.fixture
def world(db: None) -> World:
    """The small province."""
    return World()


@pytest.fixture
def operator(world: World) -> Actor:
    """The provincial operator, who manages agencies and calendars."""
    return world.actor(world.operator)


@pytest.fixture
def groups(world: World) -> None:
    """The standard groups."""
    add_standard_groups(actor=SYSTEM, now=NOW)


@pytest.fixture
def demo_day(settings: Any, db: None) -> Iterator[None]:
    """The clock stands on the day of the demo."""
    settings.CCHC_MOVABLE_CLOCK = True
    moving.stand(on=TODAY)
    yield
    reading.forget()
