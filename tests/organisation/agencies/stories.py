"""Small words for the stories of agencies."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.modules.organisation.events import OpenWorkPassesOn
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.platform.audit.models import Entry

MARCH = date(2020, 3, 1)
LAST_OF_FEBRUARY = date(2020, 2, 29)


def new(name: str, parent: Agency, **fields: Any) -> NewAgency:
    """A department to be founded under a parent."""
    return NewAgency(
        **{
            "name": name,
            "kind": AgencyKind.DEPARTMENT,
            "level": Level.PROVINCE,
            "parent_id": parent.pk,
            **fields,
        }
    )


def announced(*, about: Agency | None = None) -> list[str]:
    """The names of the events in the trail, oldest first."""
    entries = Entry.objects.order_by("pk")
    if about is not None:
        entries = entries.filter(about__contains=[f"organisation.agency:{about.pk}"])
    return list(entries.values_list("event", flat=True))


def passed_on() -> list[tuple[int, int | None]]:
    """From whom to whom open work passed on so far."""
    entries = Entry.objects.filter(event=OpenWorkPassesOn.name).order_by("pk")
    return [(e.data["from_agency_id"], e.data["to_agency_id"]) for e in entries]
