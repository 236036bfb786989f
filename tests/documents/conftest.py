"""What tests of documents may use."""

from __future__ import annotations

import pytest

from tests.documents.world import DocumentsWorld


@pytest.fixture
def world(db: None) -> DocumentsWorld:
    """The small province, before any paper."""
    return DocumentsWorld()
