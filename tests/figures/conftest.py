"""What tests of figures may use."""

from __future__ import annotations

import pytest

from cchc.modules.plans.models import Plan
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.platform.access import SYSTEM
from tests.figures.lives import live
from tests.plans.world import PlansWorld


@pytest.fixture
def world(db: None) -> PlansWorld:
    """The small province, before any plan."""
    return PlansWorld()


@pytest.fixture
def lived(world: PlansWorld) -> Plan:
    """A plan whose year went by: everything that can happen to work happened to some of it."""
    plan = live(world)
    reckon_states(actor=SYSTEM, now=world.now)
    return plan
