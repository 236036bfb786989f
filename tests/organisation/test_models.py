"""The tables refuse nonsense."""

from datetime import date

import pytest
from django.db import IntegrityError

from cchc.modules.organisation.models import Agency


@pytest.mark.django_db
def test_an_agency_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError, match="agency_ends_after_it_begins"):
        Agency.objects.create(
            name="Sở Nội vụ",
            short_name="SNV",
            kind="DEPARTMENT",
            level="PROVINCE",
            effective_from=date(2020, 1, 1),
            effective_to=date(2019, 1, 1),
            folded="so noi vu",
            sort_key="x",
        )
