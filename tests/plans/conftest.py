"""What tests of plans may use."""

from __future__ import annotations

import pytest

from tests.plans.world import PlansWorld


@pytest.fixture
def world(db: None) -> PlansWorld:
    """The small province, before any plan."""
    return PlansWorld()
