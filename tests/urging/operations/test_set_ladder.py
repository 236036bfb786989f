"""Setting ladders: new versions, never rewriting the past."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from cchc.modules.urging.models import Ladder
from cchc.modules.urging.operations.set_ladder import (
    change_ladder,
    end_ladder,
    ensure_default,
    set_digest_hour,
    set_ladder,
)
from cchc.modules.urging.queries.ladders import digest_hour, ladders_on
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.hours import HourRefused
from cchc.modules.urging.rules.kinds import Audience
from cchc.modules.urging.rules.ladder import LadderRefused, LadderWhyNot, Step
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.world import said
from tests.urging.world import UrgingWorld

TOMORROW = date(2019, 10, 16)


def default(world: UrgingWorld) -> Ladder:
    ensure_default(now=world.now)
    return Ladder.objects.get()


def test_a_change_ends_the_version_before_and_says_so(world: UrgingWorld):
    old = default(world)

    new = change_ladder(
        ladder_id=old.pk,
        name=" Thang  mới ",
        steps=[Step(3, Audience.AGENCY_HEAD), Step(-3, Audience.HOLDER)],
        effective_from=TOMORROW,
        actor=world.actor(world.operator),
        now=world.now,
    )

    old.refresh_from_db()
    assert (old.effective_to, new.effective_from) == (world.today, TOMORROW)
    assert new.name == "Thang mới"
    assert [step.offset for step in new.steps.order_by("number")] == [-3, 3]
    assert old.steps.count() == len(DEFAULT_STEPS)
    assert [one.ladder.id for one in ladders_on(world.today)] == [old.pk]
    assert [one.ladder.id for one in ladders_on(TOMORROW)] == [new.pk]
    assert said()[-1] == "urging.ladder.set"


def test_what_has_ended_cannot_be_changed_again(world: UrgingWorld):
    old = default(world)
    change = {
        "name": "Thang",
        "steps": DEFAULT_STEPS,
        "actor": world.actor(world.operator),
        "now": world.now,
    }
    change_ladder(ladder_id=old.pk, effective_from=TOMORROW, **change)

    with pytest.raises(LadderRefused) as refused:
        change_ladder(ladder_id=old.pk, effective_from=TOMORROW + timedelta(1), **change)

    assert refused.value.why is LadderWhyNot.ENDED


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": " "}, LadderWhyNot.NO_NAME),
        ({"steps": []}, LadderWhyNot.NO_STEPS),
        ({"effective_from": date(2019, 10, 14)}, LadderWhyNot.BEGINS_TOO_EARLY),
    ],
)
def test_a_wrong_ladder_is_refused_and_nothing_changes(
    world: UrgingWorld, changed: dict[str, object], why: LadderWhyNot
):
    old = default(world)
    wanted = {"name": "Thang", "steps": DEFAULT_STEPS, "effective_from": TOMORROW} | changed

    with pytest.raises(LadderRefused) as refused:
        change_ladder(ladder_id=old.pk, actor=world.actor(world.operator), now=world.now, **wanted)

    assert refused.value.why is why
    assert Ladder.objects.get().effective_to is None


def test_a_version_cannot_begin_on_the_first_day_of_the_one_before(world: UrgingWorld):
    made = {"steps": DEFAULT_STEPS, "actor": world.actor(world.operator), "now": world.now}
    ladder = set_ladder(name="Chỉ đạo", plan_kind="DIRECTIVE", effective_from=world.today, **made)

    with pytest.raises(LadderRefused) as refused:
        change_ladder(ladder_id=ladder.pk, name="x", effective_from=world.today, **made)

    assert refused.value.why is LadderWhyNot.BEGINS_TOO_EARLY


def test_a_kind_of_work_has_one_ladder_at_a_time(world: UrgingWorld):
    made = {
        "name": "Công văn",
        "steps": DEFAULT_STEPS,
        "effective_from": world.today,
        "actor": world.actor(world.operator),
        "now": world.now,
    }
    set_ladder(document_kind="Công văn", **made)

    with pytest.raises(LadderRefused) as refused:
        set_ladder(document_kind="CÔNG  VĂN", **made)

    assert refused.value.why is LadderWhyNot.SAME_WORK_TWICE


def test_the_default_stays_and_others_end(world: UrgingWorld):
    operator = {"actor": world.actor(world.operator), "now": world.now}
    standing = default(world)
    other = set_ladder(
        name="Phối hợp",
        obligation="COORDINATING",
        steps=DEFAULT_STEPS,
        effective_from=world.today,
        **operator,
    )

    with pytest.raises(LadderRefused) as refused:
        end_ladder(ladder_id=standing.pk, **operator)
    end_ladder(ladder_id=other.pk, **operator)
    with pytest.raises(LadderRefused) as again:
        end_ladder(ladder_id=other.pk, **operator)

    assert refused.value.why is LadderWhyNot.DEFAULT_STAYS
    assert again.value.why is LadderWhyNot.ENDED
    assert [one.ladder.id for one in ladders_on(TOMORROW)] == [standing.pk]


def test_the_hour_of_digests_holds_from_tomorrow(world: UrgingWorld):
    operator = {"actor": world.actor(world.operator), "now": world.now}

    set_digest_hour(sends_at=time(8, 15), **operator)
    set_digest_hour(sends_at=time(9), **operator)

    assert (digest_hour(world.today), digest_hour(TOMORROW)) == (time(7, 30), time(9))
    with pytest.raises(HourRefused):
        set_digest_hour(sends_at=time(22), **operator)


def test_only_who_runs_urging_sets_ladders(world: UrgingWorld):
    ladder = default(world)
    by_head = {"actor": world.actor(world.head), "now": world.now}

    with pytest.raises(AccessDenied):
        set_ladder(name="x", steps=DEFAULT_STEPS, effective_from=world.today, **by_head)
    with pytest.raises(AccessDenied):
        change_ladder(
            ladder_id=ladder.pk,
            name="x",
            steps=DEFAULT_STEPS,
            effective_from=TOMORROW,
            **by_head,
        )
    with pytest.raises(AccessDenied):
        end_ladder(ladder_id=ladder.pk, **by_head)
    with pytest.raises(AccessDenied):
        set_digest_hour(sends_at=time(8), **by_head)
    with pytest.raises(NotVisible):
        end_ladder(ladder_id=0, actor=world.actor(world.operator), now=world.now)
