"""The tables refuse nonsense."""

from __future__ import annotations

import pytest

from cchc.modules.plans.models import Plan


@pytest.mark.django_db
def test_tables_are_there():
    assert Plan.objects.count() == 0
