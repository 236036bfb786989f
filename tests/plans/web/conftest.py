"""The day on which the pages of plans are looked at in tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.worlds import TODAY


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(clock_stands_at: Callable[..., None]) -> None:
    clock_stands_at(TODAY)
