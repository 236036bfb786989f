"""What tests of urging may use."""

from __future__ import annotations

import pytest

from tests.urging.world import UrgingWorld


@pytest.fixture
def world(db: None) -> UrgingWorld:
    """The small province, before any plan."""
    return UrgingWorld()
