"""Taking up and leaving posts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from cchc.modules.organisation.events import PostHeld, PostLeft
from cchc.modules.organisation.models import Agency, Person, Post
from cchc.modules.organisation.operations.roles import end_roles_of_leaver
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.managing import require_may_manage
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.organisation.rules.posts import (
    PostRefused,
    PostWhyNot,
    check_leaving,
    check_taking_up,
)
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze


@transaction.atomic
def hold_post(
    *,
    person_id: int,
    agency_id: int,
    kind: PostKind,
    title: str,
    held_from: date,
    held_until: date | None = None,
    is_main: bool = True,
    actor: Actor,
    now: datetime,
) -> Post:
    """Let a person take up a post. A new main post ends the present one on the day before.

    Raises NotVisible, AccessDenied or PostRefused.
    """
    person = Person.objects.select_for_update(of=("self",)).get_visible(actor, pk=person_id)
    post = Post(
        person=person,
        agency_id=agency_id,
        kind=kind,
        title=title,
        is_main=is_main,
        held_from=held_from,
        held_until=held_until,
    )
    return take_up(post, actor=actor, now=now)


def take_up(post: Post, *, actor: Actor, now: datetime) -> Post:
    """Check and save a post of a person whose row is locked; the rest of `hold_post`."""
    agency = Agency.objects.get_visible(actor, pk=post.agency_id)
    actor.require(Permission.MANAGE_PEOPLE, agency_id=agency.pk)
    check_taking_up(
        held_from=post.held_from,
        held_until=post.held_until,
        agency_from=agency.effective_from,
        agency_until=agency.effective_to,
    )
    _check_not_held(post)
    if post.is_main:
        _leave_present_main_post(post.person, post.held_from, actor=actor, now=now)
    post.title = squeeze(post.title)
    post.save()
    _announce_held(post, actor=actor, now=now)
    return post


@transaction.atomic
def leave_post(*, post_id: int, on: date, actor: Actor, now: datetime) -> Post:
    """Let a person leave a post after this day; their roles in that agency end with it.

    Raises NotVisible, AccessDenied or PostRefused.
    """
    found = Post.objects.filter(pk=post_id).first()
    if found is None:
        raise NotVisible
    person = Person.objects.select_for_update(of=("self",)).get_visible(actor, pk=found.person_id)
    post = Post.objects.select_for_update().get(pk=post_id)
    require_may_manage(person, actor=actor, on=now.date())
    _leave(post, on, actor=actor, now=now)
    return post


def _check_not_held(post: Post) -> None:
    if not post.person.is_active:
        raise PostRefused(PostWhyNot.PERSON_INACTIVE)
    same = Post.objects.not_over_on(post.held_from).filter(
        person=post.person, agency_id=post.agency_id, kind=post.kind
    )
    if same.exists():
        raise PostRefused(PostWhyNot.ALREADY_HELD)


def _leave_present_main_post(
    person: Person, held_from: date, *, actor: Actor, now: datetime
) -> None:
    present = Post.objects.not_over_on(held_from).filter(person=person, is_main=True).first()
    if present is not None:
        require_may_manage(person, actor=actor, on=now.date())
        _leave(present, held_from - timedelta(days=1), actor=actor, now=now)


def _leave(post: Post, on: date, *, actor: Actor, now: datetime) -> None:
    check_leaving(held_from=post.held_from, held_until=post.held_until, on=on)
    post.held_until = on
    post.save(update_fields=["held_until"])
    end_roles_of_leaver(post, actor=actor, now=now)
    event = PostLeft(
        person_id=post.person_id,
        person_name=post.person.full_name,
        agency_id=post.agency_id,
        agency_name=post.agency.name,
        title=post.title,
        left_on=on,
    )
    announce(event, actor=actor, at=now)


def _announce_held(post: Post, *, actor: Actor, now: datetime) -> None:
    event = PostHeld(
        person_id=post.person_id,
        person_name=post.person.full_name,
        agency_id=post.agency_id,
        agency_name=post.agency.name,
        title=post.title,
        held_from=post.held_from,
    )
    announce(event, actor=actor, at=now)
