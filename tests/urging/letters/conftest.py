"""What tests of urging letters may use."""

from __future__ import annotations

import pytest

from tests.urging.letters.world import LettersWorld


@pytest.fixture
def world(db: None) -> LettersWorld:
    """The small province with two late tasks."""
    return LettersWorld()
