"""What becomes of the posts and roles in an agency that ends."""

from __future__ import annotations

from datetime import timedelta

from cchc.modules.organisation.events import PeopleFollowed
from cchc.modules.organisation.models import Agency, Post, RoleAssignment
from cchc.modules.organisation.operations.writing_structure import Decision
from cchc.modules.organisation.roles import permission_to_give
from cchc.modules.organisation.rules.following import post_follows, role_follows
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode

ONE_DAY = timedelta(days=1)


def let_people_follow(agency: Agency, heir: Agency | None, by: Decision) -> None:
    """Close the posts and roles in an ended agency, and open those that follow again in its heir.

    Heads do not follow: a head is appointed. Runs in the operation that ends the agency; raises
    AccessDenied when the actor could not give the roles there openly.
    """
    posts = list(Post.objects.not_over_on(by.on).filter(agency=agency).order_by("pk"))
    roles = list(
        RoleAssignment.objects.not_over_on(by.on)
        .filter(agency=agency)
        .select_for_update(of=("self",))
        .order_by("-delegated_from_id", "pk")
    )
    if not posts and not roles:
        return
    moved = sum(_close_post(post, heir, by) for post in posts)
    moved += sum(_close_role(role, heir, by) for role in roles)
    event = PeopleFollowed(
        from_agency_id=agency.pk,
        to_agency_id=heir.pk if heir else None,
        from_name=agency.name,
        outcome=_outcome(heir, moved),
        ended_count=len(posts) + len(roles),
        moved_count=moved,
        on=by.on,
    )
    by.announce(event)


def _outcome(heir: Agency | None, moved: int) -> str:
    return f"chuyển {moved} sang {heir.name}" if heir and moved else "không chuyển đi đâu"


def _close_post(post: Post, heir: Agency | None, by: Decision) -> bool:
    """End a post on the agency's last day; True when it goes on in the heir."""
    begins, until = max(post.held_from, by.on), post.held_until
    if post.held_from >= by.on:
        post.delete()  # it had not begun
    else:
        post.held_until = by.on - ONE_DAY
        post.save(update_fields=["held_until"])
    if heir is None or not post_follows(PostKind(post.kind)):
        return False
    Post.objects.create(
        person_id=post.person_id,
        agency=heir,
        kind=post.kind,
        title=post.title,
        is_main=post.is_main,
        held_from=begins,
        held_until=until,
    )
    return True


def _close_role(role: RoleAssignment, heir: Agency | None, by: Decision) -> bool:
    """End a role on the agency's last day; True when it goes on in the heir."""
    begins, until = max(role.valid_from, by.on), role.valid_until
    if role.valid_from >= by.on:
        role.revoked_at, role.revoked_by_id = by.now, by.actor.user_id
    else:
        role.valid_until = by.on - ONE_DAY
    role.save(update_fields=["revoked_at", "revoked_by", "valid_until"])
    code = RoleCode(role.role)
    if heir is None or not role_follows(code, is_delegated=role.delegated_from_id is not None):
        return False
    by.actor.require(permission_to_give(code), agency_id=heir.pk)
    held = RoleAssignment.objects.not_over_on(begins).filter(
        person_id=role.person_id, role=role.role, agency=heir
    )
    if held.exists():
        return False
    RoleAssignment.objects.create(
        person_id=role.person_id,
        role=role.role,
        agency=heir,
        with_sub_agencies=role.with_sub_agencies,
        valid_from=begins,
        valid_until=until,
        given_by_id=by.actor.user_id,
        given_at=by.now,
        reason=role.reason,
    )
    return True
