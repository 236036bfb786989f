"""What tests of meetings may use."""

from __future__ import annotations

import pytest

from tests.meetings.world import MeetingsWorld


@pytest.fixture
def world(db: None) -> MeetingsWorld:
    """The small province with its Office."""
    return MeetingsWorld()
