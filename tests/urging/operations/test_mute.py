"""Stopping the urging: who may, of what, and that it ends by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.urging.models import Mute
from cchc.modules.urging.operations.mute import Target, lift_mute, mute, target_of
from cchc.modules.urging.rules.kinds import MuteTarget
from cchc.modules.urging.rules.muting import MuteRefused, MuteWhyNot
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from tests.plans.world import said
from tests.urging.world import UrgingWorld

END = date(2019, 10, 31)


def targets(world: UrgingWorld) -> dict[MuteTarget, int]:
    return {
        MuteTarget.ASSIGNMENT: world.film().assignment_id,
        MuteTarget.AGENCY: world.department.pk,
        MuteTarget.PERSON: world.officer.pk,
    }


@pytest.mark.parametrize("kind", list(MuteTarget))
def test_a_mute_is_said_with_its_reason_and_lifted_once(world: UrgingWorld, kind: MuteTarget):
    target = Target(kind, targets(world)[kind])
    operator = {"actor": world.actor(world.operator), "now": world.now}

    row = mute(target=target, reason=" Chờ  Bộ ", ends_on=END, **operator)

    assert (row.reason, row.starts_on, row.muted_by_id) == (
        "Chờ Bộ",
        world.today,
        world.operator.pk,
    )
    assert target_of(row) == target
    assert said()[-1] == "urging.mute.begun"
    with pytest.raises(MuteRefused) as refused:
        mute(target=target, reason="Chờ", ends_on=END, **operator)
    assert refused.value.why is MuteWhyNot.ALREADY_MUTED
    lift_mute(mute_id=row.pk, **operator)
    with pytest.raises(MuteRefused) as over:
        lift_mute(mute_id=row.pk, **operator)
    assert over.value.why is MuteWhyNot.OVER
    assert not Mute.objects.in_force_on(world.today).exists()


def test_a_mute_that_has_run_out_needs_no_lifting(world: UrgingWorld):
    operator = world.actor(world.operator)
    target = Target(MuteTarget.AGENCY, world.department.pk)
    row = mute(target=target, reason="Chờ", ends_on=END, actor=operator, now=world.now)

    later = world.now + timedelta(days=30)

    assert not Mute.objects.in_force_on(later.date()).exists()
    with pytest.raises(MuteRefused):
        lift_mute(mute_id=row.pk, actor=operator, now=later)


def test_the_muted_part_shows_it_on_its_task(world: UrgingWorld):
    one = world.film()
    target = Target(MuteTarget.ASSIGNMENT, one.assignment_id)

    mute(
        target=target,
        reason="Chờ",
        ends_on=END,
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert f"plans.task:{one.task_id}" in Entry.objects.order_by("-pk")[0].about


@pytest.mark.parametrize("kind", list(MuteTarget))
def test_the_agency_cannot_silence_its_own_work(world: UrgingWorld, kind: MuteTarget):
    target = Target(kind, targets(world)[kind])

    with pytest.raises(AccessDenied):
        mute(
            target=target,
            reason="Bận",
            ends_on=END,
            actor=world.actor(world.head),
            now=world.now,
        )


@pytest.mark.parametrize("kind", list(MuteTarget))
def test_what_there_is_not_cannot_be_muted(world: UrgingWorld, kind: MuteTarget):
    operator = {"actor": world.actor(world.operator), "now": world.now}

    with pytest.raises(NotVisible):
        mute(target=Target(kind, 0), reason="Chờ", ends_on=END, **operator)
    with pytest.raises(NotVisible):
        lift_mute(mute_id=0, **operator)
