"""Delegating a right of one's own for a time (ủy quyền)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.events import DelegationGiven
from cchc.modules.organisation.models import Person, RoleAssignment
from cchc.modules.organisation.operations.roles import holding_of, holdings_of, place_of
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.delegating import colleagues_for
from cchc.modules.organisation.roles import CATALOGUE
from cchc.modules.organisation.rules.giving import Holding, check_delegation
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze


@transaction.atomic
def delegate_role(
    *,
    assignment_id: int,
    to_person_id: int,
    valid_from: date,
    valid_until: date,
    reason: str = "",
    actor: Actor,
    now: datetime,
) -> RoleAssignment:
    """Delegate one of one's own roles to a colleague, from a day until a day.

    It ends early when the role it comes from ends. Raises NotVisible (not one's own role),
    AccessDenied or GiftRefused.
    """
    own = (
        RoleAssignment.objects.select_for_update(of=("self",))
        .filter(pk=assignment_id, person_id=actor.user_id or 0)
        .first()
    )
    if own is None:
        raise NotVisible
    actor.require(Permission.DELEGATE, agency_id=own.agency_id)
    Person.objects.select_for_update().filter(pk=to_person_id).first()
    wanted = Holding(
        RoleCode(own.role), to_person_id, own.agency_id, valid_from, valid_until, is_delegated=True
    )
    check_delegation(
        holding_of(own),
        delegator_id=actor.user_id,
        to=wanted,
        colleagues=frozenset(card.id for card in colleagues_for(own, actor, now.date())),
        held=holdings_of(to_person_id),
        on=now.date(),
    )
    return _save(own, wanted, reason, actor=actor, now=now)


def _save(
    own: RoleAssignment,
    wanted: Holding,
    reason: str,
    *,
    actor: Actor,
    now: datetime,
) -> RoleAssignment:
    delegation = RoleAssignment.objects.create(
        person_id=wanted.person_id,
        role=own.role,
        agency_id=own.agency_id,
        with_sub_agencies=own.with_sub_agencies,
        valid_from=wanted.valid_from,
        valid_until=wanted.valid_until,
        given_by_id=actor.user_id,
        given_at=now,
        reason=squeeze(reason),
        delegated_by_id=actor.user_id,
        delegated_from=own,
    )
    _announce(delegation, actor=actor, now=now)
    return delegation


def _announce(delegation: RoleAssignment, *, actor: Actor, now: datetime) -> None:
    assert delegation.valid_until is not None  # noqa: S101 - the table refuses one without an end
    assert delegation.delegated_by_id is not None  # noqa: S101
    event = DelegationGiven(
        person_id=delegation.person_id,
        person_name=delegation.person.full_name,
        assignment_id=delegation.pk,
        delegator_id=delegation.delegated_by_id,
        role=delegation.role,
        role_name=str(CATALOGUE[RoleCode(delegation.role)].name),
        agency_id=delegation.agency_id,
        place=place_of(delegation),
        valid_from=delegation.valid_from,
        valid_until=delegation.valid_until,
        reason=delegation.reason,
    )
    announce(event, actor=actor, at=now)
