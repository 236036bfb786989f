"""The account that sets an installation up is opened on the command line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cchc.modules.organisation.models import Person, RoleAssignment
from cchc.modules.organisation.operations.administrators import add_administrator
from cchc.modules.organisation.operations.people import Details
from cchc.modules.organisation.rules.accounts import PersonRefused
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import SYSTEM
from cchc.platform.audit.models import Entry

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def opened(**details: str) -> Person:
    return add_administrator(
        details=Details(**details),  # type: ignore[arg-type]
        password="tam-thoi-2026",
        reason="mở bằng dòng lệnh",
        actor=SYSTEM,
        now=NOW,
    )


def test_an_administrator_must_choose_a_password_and_the_trail_says_who_was_opened(
    db: None,
) -> None:
    person = opened(full_name="trần văn an", email="an@tinh.gov.vn")

    given = RoleAssignment.objects.get(person=person)
    assert (person.username, person.full_name) == ("antv", "Trần Văn An")
    assert person.must_change_password
    assert (given.role, given.agency_id) == (RoleCode.SYSTEM_ADMINISTRATOR, None)
    events = [entry.event for entry in Entry.objects.order_by("pk")]
    assert events == ["organisation.person.created", "organisation.role.given"]


def test_a_refused_administrator_leaves_nothing_behind(db: None) -> None:
    opened(full_name="Trần Văn An", email="an@tinh.gov.vn")

    with pytest.raises(PersonRefused):
        opened(full_name="Trần Văn Bình", email="an@tinh.gov.vn")

    assert Person.objects.count() == 1
