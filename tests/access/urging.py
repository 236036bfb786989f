"""Doors of urging; the head of Sở Tư pháp was told about the film of their department."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.public import put_in_charge
from cchc.modules.urging.models import Digest, Ladder, Mute, Notice
from cchc.modules.urging.operations.mute import Target, mute
from cchc.modules.urging.operations.run_day import run_day
from cchc.modules.urging.operations.set_ladder import ensure_default, set_ladder
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.urging.rules.kinds import MuteTarget
from cchc.platform.access import SYSTEM
from tests.access.doors import Arguments, Door
from tests.access.plans import a_plan
from tests.worlds import World

NOBODYS = {"stranger": 404, "reader": 404}
OF_THE_OPERATOR = {"stranger": 403, "reader": 403}


def an_urged_film(world: World) -> None:
    a_plan(world)
    run_day(on=date(2019, 10, 10), actor=SYSTEM, now=world.now)


def a_notice(world: World) -> Arguments:
    an_urged_film(world)
    return {"notice_id": Notice.objects.filter(person_id=world.head.pk)[0].pk}


def a_digest(world: World) -> Arguments:
    an_urged_film(world)
    return {"digest_id": Digest.objects.get(person_id=world.head.pk).pk}


def the_default(world: World) -> Arguments:
    ensure_default(now=world.now)
    return {"ladder_id": Ladder.objects.get().pk}


def a_ladder(world: World) -> Arguments:
    made = set_ladder(
        name="Văn bản chỉ đạo",
        plan_kind="DIRECTIVE",
        steps=DEFAULT_STEPS,
        effective_from=world.today,
        actor=world.actor(world.operator),
        now=world.now,
    )
    return {"ladder_id": made.pk}


def an_agency(world: World) -> Arguments:
    return {"kind": "co-quan", "target_id": world.department.pk}


def a_mute(world: World) -> Arguments:
    mute(
        target=Target(MuteTarget.AGENCY, world.department.pk),
        reason="Chờ sắp xếp tổ chức",
        ends_on=date(2019, 10, 31),
        actor=world.actor(world.operator),
        now=world.now,
    )
    return {"mute_id": Mute.objects.get().pk}


def a_charge(world: World) -> Arguments:
    made = put_in_charge(
        leader_id=world.leader.pk,
        agency_ids=[world.department.pk],
        effective_from=world.today,
        actor=world.actor(world.operator),
        now=world.now,
    )
    return {"portfolio_id": made[0].pk}


DOORS = [
    Door("organisation:portfolios"),
    Door("organisation:portfolios_export"),
    Door("organisation:charge", **OF_THE_OPERATOR),
    Door("organisation:end_charge", arguments=a_charge, **OF_THE_OPERATOR),
    Door("urging:notices"),
    Door("urging:notices_export"),
    Door(
        "urging:acknowledge_notice",
        arguments=a_notice,
        post={},
        people={"worker": "head"},
        worker=302,
        **NOBODYS,
    ),
    Door("urging:digests"),
    Door("urging:digest", arguments=a_digest, people={"worker": "head"}, **NOBODYS),
    Door(
        "urging:acknowledge_digest",
        arguments=a_digest,
        post={},
        people={"worker": "head"},
        worker=302,
        **NOBODYS,
    ),
    Door("urging:ladders"),
    Door("urging:ladder", arguments=the_default),
    Door("urging:new_ladder", **OF_THE_OPERATOR),
    Door("urging:change_ladder", arguments=the_default, **OF_THE_OPERATOR),
    Door("urging:end_ladder", arguments=a_ladder, post={}, worker=302, **OF_THE_OPERATOR),
    Door(
        "urging:set_digest_hour",
        post={"sends_at": "08:00"},
        worker=302,
        **OF_THE_OPERATOR,
    ),
    Door("urging:mutes"),
    Door("urging:mute", arguments=an_agency, **OF_THE_OPERATOR),
    Door("urging:lift_mute", arguments=a_mute, post={}, worker=302, **OF_THE_OPERATOR),
]
