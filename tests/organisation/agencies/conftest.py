"""What the tests about agencies share."""

from __future__ import annotations

import pytest

from cchc.platform.access import Actor
from tests.worlds import World


@pytest.fixture
def world(db: None) -> World:
    """The small province."""
    return World()


@pytest.fixture
def operator(world: World) -> Actor:
    """The provincial operator, who manages agencies and calendars."""
    return world.actor(world.operator)
