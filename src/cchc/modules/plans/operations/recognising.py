"""Who issued a paper, and what sort of document it is, from what its head says."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.public import actor_of
from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.kinds import DraftOrigin, PlanKind
from cchc.officialdocs import OfficialDocument, TaskOrigin
from cchc.officialdocs.register import AgencyKind, AgencyRegister
from cchc.officialdocs.understanding.agencies import split_agencies

_AGENCY = "agency:"


def issuer_named(document: OfficialDocument, register: AgencyRegister) -> int | None:
    """The agency of the register that the head names as the issuer; None when it is not sure."""
    body = document.issuing_body.value
    if not body:
        return None
    place = document.place.value or ""
    found = split_agencies(body, register.for_place(place) if place else register)
    if len(found) != 1 or found[0].kind is not AgencyKind.AGENCY or len(found[0].codes) != 1:
        return None
    code = found[0].codes[0]
    return int(code.removeprefix(_AGENCY)) if code.startswith(_AGENCY) else None


def settle_issuer(
    draft: ImportDraft, document: OfficialDocument, register: AgencyRegister, on: date
) -> int:
    """Who gives the work: whom the paper names, where the sender left it open and may speak for
    that agency; else whom the draft has."""
    if not draft.is_issuer_open or draft.received_on is not None:
        return draft.issuer_id
    named = issuer_named(document, register)
    if named is None:
        return draft.issuer_id
    if draft.created_by_id is not None:
        sender = actor_of(draft.created_by_id, on)
        if not sender.may(Permission.IMPORT, agency_id=named):
            return draft.issuer_id
    return named


def settle_kind(draft: ImportDraft, document: OfficialDocument) -> str:
    """A message in the drop folder does not say what it brings: duties make a directive."""
    gives_duties = bool(document.tasks) and document.tasks[0].origin is TaskOrigin.DUTY
    if draft.origin == DraftOrigin.MAIL and gives_duties:
        return PlanKind.DIRECTIVE
    return draft.plan_kind
