"""Doors of urging letters, of their effect, and of the lists that are reported upwards."""

from __future__ import annotations

from cchc.modules.documents.public import issue_letter
from cchc.modules.documents.queries.signers import signing_choices
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.modules.plans.public import LateWanted, late_rows
from cchc.modules.urging.models import UrgingLetter
from cchc.modules.urging.operations.letters import Asked, write_letter
from tests.access.doors import Arguments, Door
from tests.access.plans import a_plan
from tests.worlds import World

OF_A_WAVE = {"stranger": 404}


def a_wave(world: World) -> UrgingLetter:
    a_plan(world)
    world.person("Vũ Thị Minh", "minhvt", at=world.home_affairs, post=PostKind.HEAD)
    who = {"actor": world.actor(world.operator), "now": world.now}
    wanted = LateWanted(on=world.today)
    asked = Asked(
        issuer_id=world.home_affairs.pk,
        as_of=world.today,
        answer_by=world.today,
        finish_by=world.today,
        signer=signing_choices(world.home_affairs.pk, world.today)[0].code,
    )
    late = [row.occurrence_id for row in late_rows(wanted, actor=who["actor"])]
    made = write_letter(asked=asked, wanted=wanted, chosen=late, **who)
    issue_letter(letter_id=made.letter_id, issued_on=world.today, **who)
    return made


def wave(world: World) -> Arguments:
    return {"urging_id": a_wave(world).pk}


def item(world: World) -> Arguments:
    return {"item_id": a_wave(world).items.get().pk}


def _file(url: str, ending: str) -> Door:
    return Door(url, arguments=lambda world: {"ending": ending})


DOORS = [
    Door("urging:waves"),
    Door("urging:waves_export"),
    Door("urging:write_letter", stranger=403, reader=403),
    Door("urging:wave", arguments=wave, **OF_A_WAVE),
    Door("urging:wave_export", arguments=wave, **OF_A_WAVE),
    Door(
        "urging:answer",
        arguments=item,
        stranger=404,
        reader=403,
        people={"worker": "reform_officer"},
    ),
    Door("urging:effect"),
    Door("urging:effect_export"),
    Door("urging:month_list"),
    _file("urging:month_file", "pdf"),
    Door("urging:month_draft", post={"thang": "2019-09"}, stranger=403, reader=403, worker=302),
    Door("urging:meeting_list"),
    _file("urging:meeting_file", "docx"),
]
