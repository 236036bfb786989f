"""The secret address of a person's calendar."""

from __future__ import annotations

import pytest

from cchc.modules.meetings.models import FeedKey
from cchc.modules.meetings.operations.feed_keys import give_feed_key, note_use, revoke_feed_key
from cchc.modules.meetings.queries.feed import feed_of
from cchc.platform.access import NOBODY, NotVisible
from cchc.platform.audit.models import Entry as TrailEntry
from tests.meetings.world import MeetingsWorld

SITE = "https://cchc.example"


def test_a_secret_is_long_shown_once_and_kept_as_a_hash(world: MeetingsWorld) -> None:
    secret = give_feed_key(actor=world.actor(world.head), now=world.now)

    key = FeedKey.objects.get()
    assert len(secret) >= 43
    assert secret not in str(FeedKey.objects.values().get())
    assert secret not in str(list(TrailEntry.objects.values_list("data", flat=True)))
    assert feed_of(secret, site=SITE, now=world.now).key_id == key.pk


def test_a_new_secret_ends_the_old_one(world: MeetingsWorld) -> None:
    actor = world.actor(world.head)
    old = give_feed_key(actor=actor, now=world.now)
    new = give_feed_key(actor=actor, now=world.now)

    with pytest.raises(NotVisible):
        feed_of(old, site=SITE, now=world.now)
    assert feed_of(new, site=SITE, now=world.now)


def test_a_revoked_secret_answers_no_more(world: MeetingsWorld) -> None:
    actor = world.actor(world.head)
    secret = give_feed_key(actor=actor, now=world.now)

    assert revoke_feed_key(actor=actor, now=world.now)
    assert not revoke_feed_key(actor=actor, now=world.now)
    with pytest.raises(NotVisible):
        feed_of(secret, site=SITE, now=world.now)


def test_nobody_has_no_calendar(world: MeetingsWorld) -> None:
    with pytest.raises(NotVisible):
        give_feed_key(actor=NOBODY, now=world.now)


def test_the_locked_and_those_who_left_have_no_feed(world: MeetingsWorld) -> None:
    locked = give_feed_key(actor=world.actor(world.head), now=world.now)
    left = give_feed_key(actor=world.actor(world.deputy), now=world.now)
    world.head.is_active = False
    world.head.save()
    world.deputy.posts.update(held_until=world.today.replace(day=1))

    for secret in (locked, left):
        with pytest.raises(NotVisible):
            feed_of(secret, site=SITE, now=world.now)


def test_its_use_is_noted_by_the_day(world: MeetingsWorld) -> None:
    give_feed_key(actor=world.actor(world.head), now=world.now)
    key = FeedKey.objects.get()

    note_use(key_id=key.pk, now=world.now)

    key.refresh_from_db()
    assert key.last_used_on == world.today
