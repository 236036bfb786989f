"""Who must do what now, in words: for lists, inboxes and threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.plans.queries.pages import AgencyRef, PersonRef
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.next_action import Doer, Facts, NextAction, next_action


def next_of(one: Occurrence, part: Assignment, *, open_part_count: int) -> NextAction:
    """The next move on one round of work."""
    return next_action(
        Facts(
            state=State(one.state),
            is_acknowledged=part.acknowledged_at is not None,
            is_handed_back=part.is_handed_back,
            has_pending_extension=one.has_pending_extension,
            open_part_count=open_part_count,
        )
    )


@dataclass(frozen=True, slots=True)
class Names:
    """The agencies and people of a page by number, read once."""

    agencies: Mapping[int, AgencyRef]
    people: Mapping[int, PersonRef]

    def agency(self, agency_id: int) -> AgencyRef:
        """An agency; a nameless one when it is not known."""
        return self.agencies.get(agency_id, AgencyRef(agency_id, "", ""))

    def person(self, person_id: int | None) -> str:
        """A person's name; empty for nobody."""
        found = self.people.get(person_id) if person_id is not None else None
        return found.full_name if found else ""


def who_moves(doer: Doer, one: Occurrence, part: Assignment, names: Names) -> str:
    """On whom the next move waits."""
    if doer is Doer.NOBODY:
        return ""
    if doer is Doer.GIVER:
        return names.agency(one.issuer_id).name
    if doer is Doer.BELOW:
        return str(_("Nơi nhận việc con"))
    agency = names.agency(one.agency_id).name
    if doer is Doer.HEAD:
        return str(_("Lãnh đạo {agency}").format(agency=agency))
    return names.person(part.holder_id) or agency
