"""The page of one person: posts, roles, sessions, and what the reader may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from cchc.modules.organisation.labels.people import POSTS
from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.managing import may_manage
from cchc.modules.organisation.queries.naming import telling_name
from cchc.modules.organisation.queries.sessions import SessionRow, sessions_of
from cchc.modules.organisation.roles import CATALOGUE, permission_to_give
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.platform.access import Actor, NotVisible

GIVING = (
    Permission.ASSIGN_ROLES,
    Permission.ASSIGN_KEY_ROLES,
    Permission.ASSIGN_PROVINCE_ROLES,
)


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post, held now or once."""

    id: int
    title: str
    kind: str
    agency_id: int
    agency_name: str
    held_from: date
    held_until: date | None
    is_main: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, in force, to come or over."""

    assignment_id: int
    name: str
    place: str
    with_sub_agencies: bool
    valid_from: date
    valid_until: date | None
    given_by: str
    on_behalf_of: str
    reason: str
    state: str
    """`valid`, `coming`, `over` or `revoked`."""
    may_revoke: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything that the page shows; the buttons are those the reader may press."""

    id: int
    full_name: str
    username: str
    email: str
    phone: str
    form_of_address: str
    is_active: bool
    must_change_password: bool
    has_second_factor: bool
    posts: tuple[PostRow, ...]
    roles: tuple[RoleRow, ...]
    sessions: tuple[SessionRow, ...]
    is_oneself: bool
    may_manage: bool
    may_assign: bool
    may_see_trail: bool
    """Of the account: its owner, who manages it, and auditors."""


def person_page(*, actor: Actor, person_id: int, on: date) -> PersonPage:
    """The page of a visible person. Raises NotVisible."""
    person = Person.objects.get_visible(actor, pk=person_id)
    can_manage = may_manage(person, actor=actor, on=on)
    is_oneself = person.pk == actor.user_id
    return PersonPage(
        id=person.pk,
        full_name=person.full_name,
        username=person.username,
        email=person.email,
        phone=person.phone,
        form_of_address=person.form_of_address,
        is_active=person.is_active,
        must_change_password=person.must_change_password,
        has_second_factor=Authenticator.objects.filter(user_id=person.pk).exists(),
        posts=posts_of(person.pk, on),
        roles=roles_of(person.pk, actor, on),
        sessions=sessions_of(person.pk) if can_manage else (),
        is_oneself=is_oneself,
        may_manage=can_manage,
        may_assign=person.is_active and any(actor.may_somewhere(p) for p in GIVING),
        may_see_trail=can_manage or is_oneself or actor.may_somewhere(Permission.VIEW_TRAIL),
    )


@dataclass(frozen=True, slots=True)
class PostToLeave:
    """A post on the form of leaving it."""

    person_id: int
    person_name: str
    title: str
    agency_name: str
    held_from: date


def post_to_leave(*, actor: Actor, post_id: int) -> PostToLeave:
    """A post of a visible person. Raises NotVisible."""
    post = Post.objects.select_related("agency").filter(pk=post_id).first()
    if post is None:
        raise NotVisible
    person = Person.objects.get_visible(actor, pk=post.person_id)
    return PostToLeave(person.pk, person.full_name, post.title, post.agency.name, post.held_from)


def posts_of(person_id: int, on: date) -> tuple[PostRow, ...]:
    """Every post, the present ones first."""
    posts = Post.objects.filter(person_id=person_id).select_related("agency__parent")
    rows = [_post(post, on) for post in posts.order_by("-held_from", "-pk")]
    return tuple(sorted(rows, key=lambda row: (row.is_over, not row.is_main)))


def roles_of(person_id: int, actor: Actor, on: date) -> tuple[RoleRow, ...]:
    """Every role, those in force first."""
    assignments = (
        RoleAssignment.objects.filter(person_id=person_id)
        .select_related("agency", "given_by", "delegated_by", "delegated_from")
        .order_by("-given_at", "-pk")
    )
    rows = [_role(assignment, actor, on) for assignment in assignments]
    return tuple(sorted(rows, key=lambda row: row.state in ("over", "revoked")))


def _post(post: Post, on: date) -> PostRow:
    return PostRow(
        id=post.pk,
        title=post.title,
        kind=str(POSTS[PostKind(post.kind)]),
        agency_id=post.agency_id,
        agency_name=telling_name(post.agency),
        held_from=post.held_from,
        held_until=post.held_until,
        is_main=post.is_main,
        is_over=post.held_until is not None and post.held_until < on,
    )


def _role(assignment: RoleAssignment, actor: Actor, on: date) -> RoleRow:
    role, agency = RoleCode(assignment.role), assignment.agency
    state = _state(assignment, on)
    is_own_delegation = assignment.delegated_by_id is not None and (
        assignment.delegated_by_id == actor.user_id
    )
    may = is_own_delegation or actor.may(permission_to_give(role), agency_id=assignment.agency_id)
    return RoleRow(
        assignment_id=assignment.pk,
        name=str(CATALOGUE[role].name),
        place=agency.name if agency else "",
        with_sub_agencies=assignment.with_sub_agencies,
        valid_from=assignment.valid_from,
        valid_until=assignment.valid_until,
        given_by=assignment.given_by.full_name if assignment.given_by else "",
        on_behalf_of=assignment.delegated_by.full_name if assignment.delegated_by else "",
        reason=assignment.reason,
        state=state,
        may_revoke=may and state in ("valid", "coming"),
    )


def _state(assignment: RoleAssignment, on: date) -> str:
    source = assignment.delegated_from
    if assignment.revoked_at is not None or (source and source.revoked_at is not None):
        return "revoked"
    ends = [a.valid_until for a in (assignment, source) if a and a.valid_until is not None]
    if ends and min(ends) < on:
        return "over"
    return "coming" if assignment.valid_from > on else "valid"
