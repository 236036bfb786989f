"""Abolishing the district."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.operations.abolishing import abolish_tier
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import AccessDenied, Actor
from tests.organisation.agencies.stories import announced, passed_on
from tests.worlds import World

W = StructureWhyNot
LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def office(world: World) -> Agency:
    """A phòng of the district."""
    return world.agency(
        "Phòng Nội vụ",
        parent=world.district,
        kind=AgencyKind.DISTRICT_OFFICE,
        level=Level.DISTRICT,
    )


def abolish(world: World, actor: Actor, heirs: dict[int, int | None], **fields: object) -> int:
    return abolish_tier(
        level=fields.get("level", Level.DISTRICT),  # type: ignore[arg-type]
        heirs=heirs,
        on=FIRST_DAY,
        act="Nghị quyết 203/2025/QH15",
        actor=actor,
        now=world.now.replace(year=2025, month=7, day=1),
    )


def test_the_district_ends_and_the_communes_live_on_under_the_province(
    world: World, operator: Actor, office: Agency
) -> None:
    commune = world.communes[0]

    ended = abolish(world, operator, {world.district.pk: commune.pk})

    assert ended == 2
    before, after = structure_on(LAST_DAY), structure_on(FIRST_DAY)
    assert {world.district.pk, office.pk} <= before.cards.keys()
    assert not {world.district.pk, office.pk} & after.cards.keys()
    assert before.cards[commune.pk].parent_id == world.district.pk
    assert after.cards[commune.pk].parent_id == world.committee.pk
    assert passed_on() == [(office.pk, commune.pk), (world.district.pk, commune.pk)]
    assert "organisation.tier.abolished" in announced(about=office)
    assert "organisation.tier.abolished" in announced(about=commune)


def test_a_part_of_the_district_may_have_an_heir_of_its_own(
    world: World, operator: Actor, office: Agency
) -> None:
    abolish(world, operator, {world.district.pk: None, office.pk: world.home_affairs.pk})

    assert passed_on() == [(office.pk, world.home_affairs.pk), (world.district.pk, None)]


def test_every_district_needs_an_heir_named(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        abolish(world, operator, {})

    assert refused.value.why is W.HEIR_MISSING
    assert refused.value.names == ("UBND huyện Đầm Sen",)
    assert announced() == []


def test_an_heir_of_the_same_tier_is_refused(world: World, operator: Actor, office: Agency) -> None:
    with pytest.raises(StructureRefused) as refused:
        abolish(world, operator, {world.district.pk: office.pk})

    assert refused.value.why is W.HEIR_ENDS_TOO


def test_the_province_stays(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        abolish(world, operator, {}, level=Level.PROVINCE)

    assert refused.value.why is W.TIER_STAYS


def test_a_tier_is_abolished_once(world: World, operator: Actor) -> None:
    abolish(world, operator, {world.district.pk: world.communes[0].pk})

    with pytest.raises(StructureRefused) as refused:
        abolish(world, operator, {world.district.pk: world.communes[0].pk})

    assert refused.value.why is W.TOO_FEW


def test_what_would_be_left_without_a_parent_stops_it(world: World, operator: Actor) -> None:
    Agency.objects.filter(pk=world.district.pk).update(parent=None)

    with pytest.raises(StructureRefused) as refused:
        abolish(world, operator, {world.district.pk: world.communes[0].pk})

    assert refused.value.why is W.CHILDREN_LIVE


def test_only_who_manages_the_whole_province_abolishes(world: World) -> None:
    with pytest.raises(AccessDenied):
        abolish(world, world.actor(world.head), {})
