"""Who sees a thread: everyone in it sees the whole of it, nobody outside sees any of it."""

from __future__ import annotations

import pytest
from django.test import Client

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.rules.kinds import AgencyKind, Level, RoleCode
from cchc.modules.plans.hearing import may_read_proof
from cchc.modules.plans.models import Assignment, Occurrence, Plan, Proof, Task
from cchc.modules.plans.operations.break_down import Part
from cchc.modules.plans.operations.comment import comment
from cchc.modules.plans.queries.home import home_figures
from cchc.modules.plans.queries.pages import WorkFilter
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.modules.plans.queries.task_page import task_page
from cchc.modules.plans.queries.work import work_for_export, work_page
from cchc.platform.access import NotVisible
from tests.plans.threads import (
    DUE,
    film,
    fresh,
    give,
    hand_in,
    round_of,
    to_division,
    to_officer,
)
from tests.plans.world import PlansWorld


class Thread:
    """The department's work given to its division and on to an officer, and people around it."""

    def __init__(self, world: PlansWorld) -> None:
        self.world = world
        self.plan, self.root = film(world)
        self.middle = to_division(world, self.root)
        self.bottom = to_officer(world, self.middle)
        neighbour = world.agency("Phòng Bổ trợ", parent=world.department, kind=AgencyKind.DIVISION)
        self.neighbour = world.person(
            "Vũ Văn Kề", "kevv", at=neighbour, role=RoleCode.OFFICER, role_at=neighbour
        )

    def everything(self) -> list[Occurrence]:
        return [self.root, self.middle, self.bottom]


@pytest.fixture
def thread(world: PlansWorld) -> Thread:
    return Thread(world)


INSIDE = ("head", "reform_officer", "division_head", "officer", "operator", "leader", "auditor")
OUTSIDE = ("stranger", "stranger_head", "nobody_special", "trainer", "administrator")


@pytest.mark.parametrize("name", INSIDE)
def test_everyone_in_the_thread_sees_the_whole_thread(thread: Thread, name: str) -> None:
    world = thread.world
    actor = world.actor(getattr(world, name))
    for one in thread.everything():
        page = task_page(task_id=one.task_id, actor=actor, today=world.today)
        (shown,) = page.threads
        assert [row.depth for row in shown.rows] == [0, 1, 2]
        assert Occurrence.objects.get_visible(actor, pk=one.pk) == one
        assert Assignment.objects.get_visible(actor, pk=one.assignment_id)


@pytest.mark.parametrize("name", OUTSIDE)
def test_nobody_outside_sees_any_part_of_it(thread: Thread, name: str) -> None:
    world = thread.world
    actor = world.actor(getattr(world, name))
    for one in (thread.middle, thread.bottom):
        with pytest.raises(NotVisible):
            task_page(task_id=one.task_id, actor=actor, today=world.today)
        with pytest.raises(NotVisible):
            Occurrence.objects.get_visible(actor, pk=one.pk)
        with pytest.raises(NotVisible):
            Assignment.objects.get_visible(actor, pk=one.assignment_id)
        with pytest.raises(NotVisible):
            comment(task_id=one.task_id, text="x", actor=actor, now=world.now)
        client = Client()
        client.force_login(getattr(world, name))
        assert client.get(f"/nhiem-vu/{one.task_id}/").status_code == 404


def test_who_reads_the_plan_does_not_read_what_another_agency_gave_inside(
    thread: Thread,
) -> None:
    """Sở Tài chính co-ordinates in the same row: it sees the row, and nothing of the thread."""
    world = thread.world
    page = task_page(
        task_id=thread.root.task_id, actor=world.actor(world.stranger), today=world.today
    )
    assert page.threads == []
    assert not any(item.event.startswith("plans.part") for item in page.trail)
    shown = " ".join(item.text for item in page.trail)
    assert "Viết kịch bản" not in shown


def test_a_neighbour_in_the_agency_sees_the_thread_only_by_role(thread: Thread) -> None:
    world = thread.world
    actor = world.actor(thread.neighbour)
    assert not Occurrence.objects.visible_to(actor).exists()
    assert not Task.objects.visible_to(actor).exists()


def commune_officer(world: PlansWorld) -> tuple[Occurrence, Occurrence, Person]:
    """A commune's part of its district's work; the commune has no part in the plan itself."""
    row = {
        "order_text": "e",
        "content": "Rà soát thủ tục",
        "lead_text": "UBND huyện Đầm Sen, Sở Tư pháp",
        "time_text": "Quý III/2019",
    }
    plan = world.plan(row, number="400/KH-UBND")
    district = world.person(
        "Trương Văn Huyện", "huyentv", at=world.district, role=RoleCode.REFORM_OFFICER, below=False
    )
    commune = world.communes[0]
    officer = world.person("Đào Thị Xã", "xadt", at=commune, role=RoleCode.REFORM_OFFICER)
    root = world.one(plan, "e", world.district)
    part = Part("Rà soát ở xã", leads=(commune.pk,), due_on=DUE)
    one = round_of(give(world, root, part, by=district)[0])
    return root, one, officer


def test_who_has_only_a_part_sees_the_thread_and_not_the_plan(world: PlansWorld) -> None:
    root, one, officer = commune_officer(world)
    actor = world.actor(officer)

    page = task_page(task_id=root.task_id, actor=actor, today=world.today)

    assert [part.agency.id for part in page.parts] == [world.district.pk]
    assert not page.may_open_plan
    with pytest.raises(NotVisible):
        plan_page(plan_id=root.plan_id, actor=actor, today=world.today)
    assert not Plan.objects.visible_to(actor).exists()
    client = Client()
    client.force_login(officer)
    assert client.get(f"/ke-hoach/{root.plan_id}/").status_code == 404
    assert client.get(f"/nhiem-vu/{root.task_id}/").status_code == 200
    assert client.get(f"/nhiem-vu/{one.task_id}/").status_code == 200
    other = Assignment.objects.get(task=root.task_id, agency=world.department)
    assert not Assignment.objects.visible_to(actor).filter(pk=other.pk).exists()
    others_round = other.occurrences.get()
    leaked = task_page(
        task_id=root.task_id, actor=actor, today=world.today, occurrence_id=others_round.pk
    )
    assert [clock.agency_name for clock in leaked.clocks] == ["UBND huyện Đầm Sen"]
    second = world.communes[1]
    stranger = world.person("Lò Văn Hạ", "halv", at=second, role=RoleCode.REFORM_OFFICER)
    assert not Occurrence.objects.visible_to(world.actor(stranger)).exists()
    assert world.communes[0].level == Level.COMMUNE


def test_a_proof_is_read_by_the_thread_and_by_nobody_else(thread: Thread) -> None:
    world = thread.world
    hand_in(world, thread.bottom, world.officer)
    file = Proof.objects.get(submission__occurrence=thread.bottom).file
    assert file is not None
    for name in INSIDE:
        assert may_read_proof(world.actor(getattr(world, name)), file), name
    for name in OUTSIDE:
        assert not may_read_proof(world.actor(getattr(world, name)), file), name
        client = Client()
        client.force_login(getattr(world, name))
        assert client.get(f"/tep/{file.pk}/").status_code == 404
    assert not may_read_proof(world.actor(thread.neighbour), file)


def test_lists_figures_and_exports_of_plans_show_no_parts(thread: Thread) -> None:
    world = thread.world
    for person in (world.operator, world.head, world.division_head, world.officer):
        actor = world.actor(person)
        page = work_page(wanted=WorkFilter(), actor=actor, today=world.today)
        assert page.total == len(page.rows)
        assert not {thread.middle.pk, thread.bottom.pk} & {row.id for row in page.rows}
        exported = (
            work_for_export(wanted=WorkFilter(), actor=actor, today=world.today)
            if (person is not world.officer)
            else []
        )
        assert not {thread.middle.pk, thread.bottom.pk} & {row.id for row in exported}
        assert home_figures(actor, world.today)
    shown = plan_page(plan_id=thread.plan.pk, actor=world.actor(world.operator), today=world.today)
    assert sum(len(section.tasks) for section in shown.sections) == 2


def test_the_list_of_parts_shows_each_person_their_own(thread: Thread) -> None:
    world = thread.world
    wanted = WorkFilter(parts=True, mine=True)

    def seen(person: Person) -> set[int]:
        page = work_page(wanted=wanted, actor=world.actor(person), today=world.today)
        assert page.total == len(page.rows)
        return {row.id for row in page.rows}

    assert seen(world.officer) == {thread.bottom.pk, thread.middle.pk}
    assert seen(world.division_head) == {thread.middle.pk}
    assert seen(world.stranger) == set()
    everything = work_page(
        wanted=WorkFilter(parts=True), actor=world.actor(world.stranger), today=world.today
    )
    assert everything.rows == []


def test_a_holder_named_from_another_division_sees_the_thread(thread: Thread) -> None:
    world = thread.world
    assert fresh(thread.bottom).assignment.holder_id == world.officer.pk
    outsider = world.person("Tạ Thị Mới", "moitt", at=world.other_department)
    Assignment.objects.filter(pk=thread.bottom.assignment_id).update(holder_id=outsider.pk)
    assert not Occurrence.objects.visible_to(world.actor(outsider)).exists()
    world.role(outsider, RoleCode.OFFICER, world.other_department)
    seen = Occurrence.objects.visible_to(world.actor(outsider)).in_threads_of(world.actor(outsider))
    assert set(seen) == set(thread.everything())
