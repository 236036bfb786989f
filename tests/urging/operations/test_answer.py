"""Seen and received: by the owner only, for all that was said until then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.urging.models import Digest, Notice
from cchc.modules.urging.operations.answer import (
    acknowledge_digest,
    acknowledge_notice,
    open_digest,
)
from cchc.platform.access import NotVisible
from tests.plans.world import said
from tests.urging.world import UrgingWorld, at, digest_of

DAY = date(2019, 10, 1)
LATER = at(DAY) + timedelta(hours=1)


def test_opening_a_digest_is_noted_the_first_time(world: UrgingWorld):
    world.film(holder=world.officer)
    world.urge(DAY)
    digest = digest_of(world.officer, DAY)
    officer = world.actor(world.officer)

    open_digest(digest_id=digest.pk, actor=officer, now=at(DAY))
    open_digest(digest_id=digest.pk, actor=officer, now=LATER)

    digest.refresh_from_db()
    assert (digest.read_at, digest.acknowledged_at) == (at(DAY), None)
    assert set(digest.notices.values_list("read_at", flat=True)) == {at(DAY)}


def test_a_digest_answers_for_the_days_before_it(world: UrgingWorld):
    world.film(holder=world.officer)
    world.pass_days(date(2019, 9, 23), DAY)
    last = digest_of(world.officer, DAY)
    officer = {"actor": world.actor(world.officer), "now": LATER}

    acknowledge_digest(digest_id=last.pk, **officer)
    acknowledge_digest(digest_id=last.pk, **officer)

    assert not Digest.objects.filter(person_id=world.officer.pk, acknowledged_at=None).exists()
    assert not Notice.objects.filter(person_id=world.officer.pk, acknowledged_at=None).exists()
    assert Notice.objects.filter(person_id=world.division_head.pk, acknowledged_at=None).exists()
    assert said().count("urging.digest.acknowledged") == 1


def test_a_notice_is_received_once(world: UrgingWorld):
    world.film(holder=world.officer)
    world.urge(DAY)
    notice = Notice.objects.get(person_id=world.officer.pk)
    officer = world.actor(world.officer)

    acknowledge_notice(notice_id=notice.pk, actor=officer, now=at(DAY))
    acknowledge_notice(notice_id=notice.pk, actor=officer, now=LATER)

    notice.refresh_from_db()
    assert notice.acknowledged_at == at(DAY)
    assert said().count("urging.notice.acknowledged") == 1


def test_nobody_answers_for_another(world: UrgingWorld):
    world.film(holder=world.officer)
    world.urge(DAY)
    other = {"actor": world.actor(world.head), "now": LATER}
    digest = digest_of(world.officer, DAY)
    notice = Notice.objects.get(person_id=world.officer.pk)

    with pytest.raises(NotVisible):
        open_digest(digest_id=digest.pk, **other)
    with pytest.raises(NotVisible):
        acknowledge_digest(digest_id=digest.pk, **other)
    with pytest.raises(NotVisible):
        acknowledge_notice(notice_id=notice.pk, **other)
