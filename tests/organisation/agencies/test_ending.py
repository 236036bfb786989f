"""Merging, dividing, separating and dissolving agencies."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.modules.organisation.models import Agency, Post, RoleAssignment, Succession
from cchc.modules.organisation.operations.ending import (
    Follow,
    dissolve_agency,
    divide_agency,
    merge_agencies,
    separate_from_agency,
)
from cchc.modules.organisation.queries.agencies import lineage
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import AgencyKind, PostKind, RoleCode
from cchc.modules.organisation.rules.placing import NewAgency
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.events.announcing import subscribe
from tests.organisation.agencies.stories import (
    announced,
    new,
    passed_on,
)
from tests.worlds import TODAY, World

W = StructureWhyNot
WITH_ALL = Follow(children=True)


def merge(
    world: World,
    actor: Actor,
    heir: int | NewAgency,
    *agencies: Agency,
    on: date = TODAY,
    follow: Follow = WITH_ALL,
) -> Agency:
    return merge_agencies(
        agency_ids=[each.pk for each in agencies],
        heir=heir,
        on=on,
        act="1/NQ-HĐND",
        follow=follow,
        actor=actor,
        now=world.now,
    )


def dissolve(
    world: World,
    actor: Actor,
    agency: Agency,
    heir: Agency | None,
    *,
    on: date = TODAY,
    without: bool = False,
) -> Agency:
    return dissolve_agency(
        agency_id=agency.pk,
        heir_id=heir.pk if heir else None,
        ends_without_heir=without,
        on=on,
        actor=actor,
        now=world.now,
    )


def why(refused: pytest.ExceptionInfo[StructureRefused]) -> StructureWhyNot:
    return refused.value.why


# --- merging ---


def test_two_departments_become_a_new_one_which_takes_their_work(
    world: World, operator: Actor
) -> None:
    heir = merge(
        world,
        operator,
        new("Sở Tư pháp - Tài chính", world.committee),
        world.department,
        world.other_department,
    )

    day_before = structure_on(TODAY - timedelta(days=1))
    assert world.department.pk in day_before.cards
    assert heir.pk not in day_before.cards
    assert world.department.pk not in structure_on(TODAY).cards
    assert world.division.pk in structure_on(TODAY).below(heir.pk)
    assert passed_on() == [(world.department.pk, heir.pk), (world.other_department.pk, heir.pk)]
    assert [each.source for each in lineage(heir.pk).earlier] == [
        world.department.pk,
        world.other_department.pk,
    ]


def test_a_department_is_absorbed_by_another(world: World, operator: Actor) -> None:
    heir = merge(
        world,
        operator,
        world.other_department.pk,
        world.department,
        world.other_department,
    )

    assert heir == world.other_department
    assert passed_on() == [(world.department.pk, heir.pk)]
    assert "organisation.agency.merged" in announced(about=heir)
    assert "organisation.agency.merged" in announced(about=world.department)


def test_what_is_merged_has_no_living_parts_unless_they_follow(
    world: World, operator: Actor
) -> None:
    with pytest.raises(StructureRefused) as refused:
        merge(
            world,
            operator,
            world.other_department.pk,
            world.department,
            follow=Follow(children=False),
        )

    assert why(refused) is W.CHILDREN_LIVE
    assert refused.value.names == ("Phòng Kiểm soát văn bản",)
    assert announced() == []


def test_parts_of_the_same_name_become_one(world: World, operator: Actor) -> None:
    kind = AgencyKind.DIVISION
    first = world.agency("Văn phòng", parent=world.department, kind=kind)
    second = world.agency("Văn phòng", parent=world.other_department, kind=kind)
    below = world.agency("Tổ Hành chính", parent=first, kind=kind)
    world.post(world.nobody_special, first, PostKind.OFFICER, is_main=False)

    merge(world, operator, world.other_department.pk, world.department)

    structure = structure_on(TODAY)
    assert [card.id for card in structure.above(below.pk)][:2] == [
        second.pk,
        world.other_department.pk,
    ]
    assert first.pk not in structure.cards
    assert (first.pk, second.pk) in passed_on()
    assert Post.objects.held_on(TODAY).filter(person=world.nobody_special, agency=second).exists()
    assert "organisation.agency.merged" in announced(about=second)


def test_merging_takes_at_least_two(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        merge(world, operator, new("Sở Mới", world.committee), world.department)
    assert why(refused) is W.TOO_FEW
    with pytest.raises(StructureRefused) as refused:
        merge(world, operator, world.department.pk, world.department)
    assert why(refused) is W.TOO_FEW


def test_the_dead_neither_inherit_nor_merge(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.other_department, world.home_affairs)

    with pytest.raises(StructureRefused) as refused:
        merge(world, operator, world.other_department.pk, world.department)
    assert why(refused) is W.HEIR_NOT_LIVING
    with pytest.raises(StructureRefused) as refused:
        merge(world, operator, world.home_affairs.pk, world.other_department)
    assert why(refused) is W.ALREADY_ENDS


def test_succession_never_goes_in_a_circle(world: World, operator: Actor) -> None:
    """A merger of the past entered after a later one must not lead back to its beginning."""
    merge(world, operator, world.other_department.pk, world.department)
    merge(world, operator, world.home_affairs.pk, world.other_department)
    Agency.objects.filter(pk=world.department.pk).update(effective_to=None)

    with pytest.raises(StructureRefused) as refused:
        merge(world, operator, world.department.pk, world.home_affairs)

    assert why(refused) is W.CIRCULAR


def test_who_manages_one_department_merges_none(world: World) -> None:
    with pytest.raises(AccessDenied):
        merge(world, world.actor(world.head), world.other_department.pk, world.department)


def test_a_failing_subscriber_undoes_the_merger(world: World, operator: Actor) -> None:
    from cchc.modules.organisation.events import AgenciesMerged
    from cchc.platform.events import announcing

    def refuse(*_: object) -> None:
        raise RuntimeError("không nhận được")

    subscribe(AgenciesMerged, refuse)
    try:
        with pytest.raises(RuntimeError):
            merge(world, operator, world.other_department.pk, world.department)
    finally:
        announcing._subscribers[AgenciesMerged].remove(refuse)

    world.department.refresh_from_db()
    assert world.department.effective_to is None
    assert Succession.objects.count() == 0
    assert announced() == []


# --- people ---


def test_staff_go_to_the_heir_and_the_head_does_not(world: World, operator: Actor) -> None:
    heir = merge(world, operator, world.other_department.pk, world.department)

    mine = Post.objects.held_on(TODAY).get(person=world.reform_officer)
    assert (mine.agency, mine.kind) == (heir, PostKind.REFORM_OFFICER)
    assert Post.objects.get(person=world.reform_officer, agency=world.department).held_until == (
        TODAY - timedelta(days=1)
    )
    assert not Post.objects.held_on(TODAY).filter(person=world.head).exists()
    roles = RoleAssignment.objects.valid_on(TODAY).filter(agency=heir)
    assert roles.filter(person=world.reform_officer, role=RoleCode.REFORM_OFFICER).exists()
    assert not roles.filter(person=world.head).exists()
    assert "organisation.people.followed" in announced(about=heir)


def test_people_may_stay_behind(world: World, operator: Actor) -> None:
    merge(
        world,
        operator,
        world.other_department.pk,
        world.department,
        follow=Follow(children=True, people=False),
    )

    assert not Post.objects.held_on(TODAY).filter(person=world.reform_officer).exists()
    assert not RoleAssignment.objects.valid_on(TODAY).filter(person=world.officer).exists()


def test_what_had_not_begun_begins_in_the_heir(world: World, operator: Actor) -> None:
    later = TODAY + timedelta(days=30)
    post = world.post(world.nobody_special, world.department, PostKind.OFFICER, is_main=False)
    role = world.role(world.nobody_special, RoleCode.OFFICER, world.department)
    Post.objects.filter(pk=post.pk).update(held_from=later)
    RoleAssignment.objects.filter(pk=role.pk).update(valid_from=later)

    heir = merge(world, operator, world.other_department.pk, world.department)

    assert Post.objects.get(person=world.nobody_special, held_from=later).agency == heir
    role.refresh_from_db()
    assert role.revoked_at == world.now
    mine = RoleAssignment.objects.get(person=world.nobody_special, revoked_at=None)
    assert (mine.agency, mine.valid_from) == (heir, later)


def test_a_role_held_in_the_heir_already_is_not_given_twice(world: World, operator: Actor) -> None:
    world.role(world.officer, RoleCode.OFFICER, world.other_department)

    merge(world, operator, world.other_department.pk, world.department)

    held = RoleAssignment.objects.valid_on(TODAY).filter(person=world.officer)
    assert [each.agency_id for each in held] == [world.other_department.pk]


def test_an_agency_without_people_says_nothing_of_them(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.communes[0], world.communes[1])

    assert announced() == ["organisation.agency.dissolved", "organisation.work.passed_on"]


# --- dividing and separating ---


def test_a_divided_department_ends_and_one_part_takes_its_work(
    world: World, operator: Actor
) -> None:
    parts = divide_agency(
        agency_id=world.department.pk,
        parts=[new("Sở A", world.committee), new("Sở B", world.committee)],
        heir=1,
        on=TODAY,
        follow=WITH_ALL,
        actor=operator,
        now=world.now,
    )

    assert passed_on() == [(world.department.pk, parts[1].pk)]
    assert world.division.pk in structure_on(TODAY).below(parts[1].pk)
    assert {each.to for each in lineage(world.department.pk).later} == {p.pk for p in parts}
    assert "organisation.agency.split" in announced(about=parts[0])


@pytest.mark.parametrize(("count", "heir"), [(1, 0), (2, 2), (2, -1)])
def test_a_division_needs_two_parts_and_one_of_them_as_heir(
    world: World, operator: Actor, count: int, heir: int
) -> None:
    with pytest.raises(StructureRefused) as refused:
        divide_agency(
            agency_id=world.department.pk,
            parts=[new(f"Sở {number}", world.committee) for number in range(count)],
            heir=heir,
            on=TODAY,
            actor=operator,
            now=world.now,
        )

    assert why(refused) is W.TOO_FEW


def separate(world: World, actor: Actor, *parts: NewAgency, on: date = TODAY) -> list[Agency]:
    return separate_from_agency(
        agency_id=world.department.pk, parts=parts, on=on, actor=actor, now=world.now
    )


def test_a_department_lives_on_when_a_part_goes_its_own_way(world: World, operator: Actor) -> None:
    (part,) = separate(world, operator, new("Sở A", world.committee))

    assert world.department.pk in structure_on(TODAY).cards
    assert passed_on() == []
    assert [each.source for each in lineage(part.pk).earlier] == [world.department.pk]


def test_a_separated_part_may_come_back(world: World, operator: Actor) -> None:
    (part,) = separate(world, operator, new("Sở A", world.committee))

    merge(world, operator, world.department.pk, part, on=TODAY + timedelta(days=400))

    assert lineage(part.pk).ids == {part.pk, world.department.pk}


def test_a_separation_needs_a_part_and_a_living_agency(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        separate(world, operator)
    assert why(refused) is W.TOO_FEW
    with pytest.raises(StructureRefused) as refused:
        separate(world, operator, new("Sở A", world.committee), on=date(2005, 1, 1))
    assert why(refused) is W.NOT_LIVING


# --- dissolving ---


def test_a_dissolved_agency_names_its_heir(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        dissolve(world, operator, world.other_department, None)
    assert why(refused) is W.HEIR_MISSING

    dissolve(world, operator, world.other_department, world.home_affairs)
    assert passed_on() == [(world.other_department.pk, world.home_affairs.pk)]


def test_or_says_that_its_work_ends(world: World, operator: Actor) -> None:
    dissolve(world, operator, world.other_department, None, without=True)

    assert passed_on() == [(world.other_department.pk, None)]
    assert [each.to for each in lineage(world.other_department.pk).later] == [None]


def test_nobody_inherits_from_oneself(world: World, operator: Actor) -> None:
    with pytest.raises(StructureRefused) as refused:
        dissolve(world, operator, world.department, world.department)

    assert why(refused) is W.HEIR_ENDS_TOO


def test_nobody_ends_what_they_cannot_see(world: World, operator: Actor) -> None:
    with pytest.raises(NotVisible):
        dissolve_agency(agency_id=0, heir_id=None, on=TODAY, actor=operator, now=world.now)
