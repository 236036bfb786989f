"""Giving roles and taking them back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cchc.modules.organisation.events import RoleGiven, RoleRevoked
from cchc.modules.organisation.models import Agency, Person, Post, RoleAssignment
from cchc.modules.organisation.queries.covering import covered_agencies
from cchc.modules.organisation.roles import CATALOGUE, permission_to_give
from cchc.modules.organisation.rules.giving import GiftRefused, Holding, WhyNot, check_gift
from cchc.modules.organisation.rules.kinds import AgencyKind, RoleCode
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze


@transaction.atomic
def assign_role(
    *,
    person_id: int,
    role: RoleCode,
    agency_id: int | None = None,
    with_sub_agencies: bool = False,
    valid_from: date,
    valid_until: date | None = None,
    reason: str = "",
    actor: Actor,
    now: datetime,
) -> RoleAssignment:
    """Give a person a role in an agency, or over the province.

    Raises NotVisible, AccessDenied or GiftRefused.
    """
    person = Person.objects.select_for_update(of=("self",)).get_visible(actor, pk=person_id)
    wanted = Holding(role, person.pk, agency_id, valid_from, valid_until)
    check_gift(wanted, giver_id=actor.user_id, held=holdings_of(person.pk), on=now.date())
    require_reach(
        role,
        agency_id,
        with_sub_agencies=with_sub_agencies,
        actor=actor,
        on=max(valid_from, now.date()),
    )
    if not person.is_active:
        raise GiftRefused(WhyNot.PERSON_INACTIVE)
    assignment = RoleAssignment.objects.create(
        person=person,
        role=role,
        agency_id=agency_id,
        with_sub_agencies=with_sub_agencies and agency_id is not None,
        valid_from=valid_from,
        valid_until=valid_until,
        given_by_id=actor.user_id,
        given_at=now,
        reason=squeeze(reason),
    )
    _announce_given(assignment, actor=actor, now=now)
    return assignment


@transaction.atomic
def revoke_role(
    *, assignment_id: int, reason: str = "", actor: Actor, now: datetime
) -> RoleAssignment:
    """Take back a role, and every delegation of it; the delegator may take back a delegation too.

    Raises NotVisible, AccessDenied or GiftRefused.
    """
    found = RoleAssignment.objects.filter(pk=assignment_id).first()
    if found is None:
        raise NotVisible
    person = Person.objects.select_for_update(of=("self",)).filter(pk=found.person_id).get()
    assignment = RoleAssignment.objects.select_for_update(of=("self",)).get(pk=assignment_id)
    if assignment.delegated_by_id is None or assignment.delegated_by_id != actor.user_id:
        Person.objects.get_visible(actor, pk=person.pk)
        actor.require(permission_to_give(RoleCode(assignment.role)), agency_id=assignment.agency_id)
    if assignment.revoked_at is not None:
        raise GiftRefused(WhyNot.ALREADY_REVOKED)
    _check_not_last_administrator(assignment, now.date())
    end_assignment(assignment, reason=reason, actor=actor, now=now)
    return assignment


def require_reach(
    role: RoleCode, agency_id: int | None, *, with_sub_agencies: bool, actor: Actor, on: date
) -> None:
    """Nobody gives a role over an agency where they may not give it, be it one far below.

    Raises AccessDenied, or NotVisible for an agency that does not live on this day.
    """
    permission = permission_to_give(role)
    actor.require(permission, agency_id=agency_id)
    if agency_id is None:
        return
    if not Agency.objects.living_on(on).filter(pk=agency_id).exists():
        raise NotVisible
    scope = actor.scope_of(permission)
    root = (agency_id, with_sub_agencies)
    if not scope.everywhere and not covered_agencies([root], on)[root] <= scope.agencies:
        raise AccessDenied(permission)


def end_assignment(assignment: RoleAssignment, *, reason: str, actor: Actor, now: datetime) -> None:
    """Mark an assignment and the delegations of it as revoked, and announce each."""
    passed_on = RoleAssignment.objects.not_over_on(now.date()).filter(delegated_from=assignment)
    for ending in [*passed_on.select_for_update(of=("self",)), assignment]:
        ending.revoked_at = now
        ending.revoked_by_id = actor.user_id
        ending.save(update_fields=["revoked_at", "revoked_by"])
        _announce_revoked(ending, reason, actor=actor, now=now)


def end_all_roles(person: Person, *, reason: str, actor: Actor, now: datetime) -> None:
    """Take back everything that a person holds, when the account is locked."""
    held = RoleAssignment.objects.not_over_on(now.date()).filter(person=person)
    for assignment in held.select_for_update(of=("self",)).order_by("pk"):
        _check_not_last_administrator(assignment, now.date())
        end_assignment(assignment, reason=reason, actor=actor, now=now)


def end_roles_of_leaver(post: Post, *, actor: Actor, now: datetime) -> None:
    """Let the roles in an agency end on the leaver's last day; all roles when no post remains.

    A role of somebody in a division may be held in the division's agency: it ends too, unless
    another post there remains.
    """
    last_day = post.held_until
    assert last_day is not None  # noqa: S101 - the caller has just written it
    remaining = Post.objects.not_over_on(last_day + timedelta(days=1)).filter(person=post.person)
    still_there = {agency for other in remaining for agency in _agencies_of(other)}
    ending = RoleAssignment.objects.not_over_on(last_day + timedelta(days=1)).filter(
        person=post.person
    )
    if still_there:
        ending = ending.filter(agency_id__in=_agencies_of(post) - still_there)
    for assignment in ending.select_for_update(of=("self",)).order_by("pk"):
        _let_end_on(assignment, last_day, actor=actor, now=now)


def holdings_of(person_id: int) -> list[Holding]:
    """What the person holds or will hold, as the rules see it."""
    held = RoleAssignment.objects.filter(person_id=person_id, revoked_at=None)
    return [holding_of(assignment) for assignment in held]


def holding_of(assignment: RoleAssignment) -> Holding:
    """The assignment as the rules see it."""
    return Holding(
        role=RoleCode(assignment.role),
        person_id=assignment.person_id,
        agency_id=assignment.agency_id,
        valid_from=assignment.valid_from,
        valid_until=assignment.valid_until,
        is_delegated=assignment.delegated_by_id is not None,
        is_revoked=assignment.revoked_at is not None,
    )


def place_of(assignment: RoleAssignment) -> str:
    """Where the role holds, in words."""
    return assignment.agency.name if assignment.agency is not None else "toàn tỉnh"


def _check_not_last_administrator(assignment: RoleAssignment, on: date) -> None:
    """Somebody must remain who can give rights."""
    if assignment.role != RoleCode.SYSTEM_ADMINISTRATOR:
        return
    others = RoleAssignment.objects.valid_on(on).filter(
        Q(valid_until=None),
        role=RoleCode.SYSTEM_ADMINISTRATOR,
        person__is_active=True,
    )
    if not others.exclude(person_id=assignment.person_id).exists():
        raise GiftRefused(WhyNot.LAST_ADMINISTRATOR)


def _agencies_of(post: Post) -> set[int]:
    """The agency of a post, and for a division the agency that it is part of."""
    agency = post.agency
    if agency.kind == AgencyKind.DIVISION and agency.parent_id is not None:
        return {agency.pk, agency.parent_id}
    return {agency.pk}


def _let_end_on(assignment: RoleAssignment, last_day: date, *, actor: Actor, now: datetime) -> None:
    """The role ends with the post: on its last day, or at once when that is past."""
    if last_day < now.date() or last_day < assignment.valid_from:
        end_assignment(assignment, reason="thôi giữ vị trí", actor=actor, now=now)
        return
    assignment.valid_until = last_day
    assignment.save(update_fields=["valid_until"])


def _announce_given(assignment: RoleAssignment, *, actor: Actor, now: datetime) -> None:
    event = RoleGiven(
        person_id=assignment.person_id,
        person_name=assignment.person.full_name,
        assignment_id=assignment.pk,
        role=assignment.role,
        role_name=str(CATALOGUE[RoleCode(assignment.role)].name),
        agency_id=assignment.agency_id,
        place=place_of(assignment),
        valid_from=assignment.valid_from,
        valid_until=assignment.valid_until,
        reason=assignment.reason,
    )
    announce(event, actor=actor, at=now)


def _announce_revoked(
    assignment: RoleAssignment, reason: str, *, actor: Actor, now: datetime
) -> None:
    event = RoleRevoked(
        person_id=assignment.person_id,
        person_name=assignment.person.full_name,
        assignment_id=assignment.pk,
        role=assignment.role,
        role_name=str(CATALOGUE[RoleCode(assignment.role)].name),
        agency_id=assignment.agency_id,
        place=place_of(assignment),
        was_delegation=assignment.delegated_by_id is not None,
        reason=squeeze(reason),
    )
    announce(event, actor=actor, at=now)
