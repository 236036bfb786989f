"""What a person may delegate, to whom, and what is delegated now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.queries.colleagues import PersonCard, colleagues_in
from cchc.modules.organisation.queries.covering import covered_by
from cchc.modules.organisation.roles import CATALOGUE
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.rules.reach import NEVER_DELEGATED
from cchc.platform.access import Actor


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role that the person may delegate."""

    assignment_id: int
    role_name: str
    place: str
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation, as its giver or its receiver sees it."""

    assignment_id: int
    role_name: str
    place: str
    other_person: str
    valid_from: date
    valid_until: date
    reason: str
    is_in_force: bool
    may_revoke: bool


@dataclass(frozen=True, slots=True)
class DelegationsPage:
    """Ủy quyền của tôi: what I may delegate, what I delegated, what was delegated to me."""

    own: tuple[OwnRole, ...]
    given: tuple[DelegationRow, ...]
    received: tuple[DelegationRow, ...]


def delegations_page(*, actor: Actor, on: date) -> DelegationsPage:
    """The page of the person who acts; past delegations are in the trail."""
    current = RoleAssignment.objects.not_over_on(on).select_related(
        "agency", "person", "delegated_by", "delegated_from"
    )
    own = current.valid_on(on).filter(person_id=actor.user_id or 0, delegated_by=None)
    given = current.filter(delegated_by_id=actor.user_id).order_by("valid_until", "pk")
    received = current.filter(person_id=actor.user_id or 0, delegated_by__isnull=False)
    return DelegationsPage(
        own=tuple(_own(a) for a in own.order_by("pk") if RoleCode(a.role) not in NEVER_DELEGATED),
        given=tuple(_row(a, a.person.full_name, on, may_revoke=True) for a in given),
        received=tuple(
            _row(a, a.delegated_by.full_name if a.delegated_by else "", on, may_revoke=False)
            for a in received.order_by("valid_until", "pk")
        ),
    )


def colleagues_for(own: RoleAssignment, actor: Actor, on: date) -> list[PersonCard]:
    """To whom the role may be delegated: those who work in its agency or below it, oneself apart.

    For a role over the province: those in the delegator's own agency or below it.
    """
    agency_id = own.agency_id or actor.agency_id
    if agency_id is None:
        return []
    people = colleagues_in(covered_by(agency_id, on), on)
    return [person for person in people if person.id != actor.user_id]


def delegable_to(*, assignment_id: int, actor: Actor, on: date) -> list[PersonCard]:
    """The colleagues offered for one of the actor's own roles; none for anybody else's."""
    own = (
        RoleAssignment.objects.valid_on(on)
        .filter(pk=assignment_id, person_id=actor.user_id or 0, delegated_by=None)
        .first()
    )
    return colleagues_for(own, actor, on) if own else []


def _own(assignment: RoleAssignment) -> OwnRole:
    return OwnRole(
        assignment_id=assignment.pk,
        role_name=str(CATALOGUE[RoleCode(assignment.role)].name),
        place=_place(assignment),
        valid_until=assignment.valid_until,
    )


def _row(
    assignment: RoleAssignment, other_person: str, on: date, *, may_revoke: bool
) -> DelegationRow:
    source = assignment.delegated_from
    source_holds = source is not None and source.revoked_at is None
    return DelegationRow(
        assignment_id=assignment.pk,
        role_name=str(CATALOGUE[RoleCode(assignment.role)].name),
        place=_place(assignment),
        other_person=other_person,
        valid_from=assignment.valid_from,
        valid_until=assignment.valid_until or assignment.valid_from,
        reason=assignment.reason,
        is_in_force=source_holds and assignment.valid_from <= on,
        may_revoke=may_revoke,
    )


def _place(assignment: RoleAssignment) -> str:
    return assignment.agency.short_name if assignment.agency is not None else _("toàn tỉnh")
