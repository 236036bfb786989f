"""A plan that has lived, for tests of pages."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import Plan
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.platform.access import SYSTEM
from tests.plans.world import PlansWorld


@pytest.fixture
def lived(world: PlansWorld) -> Plan:
    """A plan whose year went by until 15/10: some done, some late, something waiting."""
    plan = world.plan()
    world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))
    world.finish(world.one(plan, "b", world.department, sequence=2), date(2019, 3, 5))
    third = world.one(plan, "b", world.department, sequence=3)
    world.hand_in(third, date(2019, 3, 20))
    reckon_states(actor=SYSTEM, now=world.now)
    return plan
