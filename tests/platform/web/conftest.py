"""Every test of this folder runs on the little site."""

import pytest


@pytest.fixture(autouse=True)
def _on_the_little_site(little_site):
    """See `tests/platform/conftest.py`."""
