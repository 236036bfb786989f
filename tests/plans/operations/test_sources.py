"""One piece of work in several documents: tied, taken off, and settled where they differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cchc.modules.plans.models import DueChange, ImportDraft, Plan, Task, TaskSource
from cchc.modules.plans.operations.direct_draft import mark_same
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.sources import (
    add_source,
    keep_earlier,
    make_separate,
    remove_source,
    take_new_deadline,
)
from cchc.modules.plans.operations.withdraw import withdraw_plan, withdraw_task
from cchc.modules.plans.rules.kinds import DueChangeKind, SourceSettlement
from cchc.modules.plans.rules.refusals import (
    DraftProblem,
    DraftRefused,
    WorkProblem,
    WorkRefused,
)
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from tests.plans.office import ISSUED, OfficeWorld, letter
from tests.plans.world import FILM, moment, said, told

NOTICE = """ỦY BAN NHÂN DÂN
TỈNH SEN HỒNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 52/TB-UBND

Sen Hồng, ngày 04 tháng 3 năm 2019

THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 02 năm 2019

Chủ tịch UBND tỉnh kết luận:

1. Giao Sở Tư pháp xây dựng phim ngắn về cải cách hành chính, hoàn thành trước ngày 01/8/2019.

2. Giao Sở Tài chính bố trí kinh phí cho các nhiệm vụ, xong trong tháng 6/2019.

CHỦ TỊCH

Trần Hữu Nghĩa
"""


@pytest.fixture
def world(db: None) -> OfficeWorld:
    return OfficeWorld()


@pytest.fixture
def plan(world: OfficeWorld) -> Plan:
    return world.plan(FILM)


def film(plan: Plan) -> Task:
    return plan.tasks.get(order_text="a")


def acts(world: OfficeWorld) -> dict[str, Any]:
    return world.acts(by=world.operator)


def notice(world: OfficeWorld, text: str = NOTICE) -> ImportDraft:
    return world.send(text, by=world.operator)


def tied(world: OfficeWorld, plan: Plan, text: str = NOTICE) -> tuple[Plan, TaskSource]:
    """The notice confirmed, its first point being the film of the plan."""
    draft = notice(world, text)
    row = current(draft).tasks[0]
    mark_same(draft_id=draft.pk, row_id=row.id, task_id=film(plan).pk, **acts(world))
    document = world.confirm(draft, by=world.operator)
    return document, TaskSource.objects.get(plan=document)


def test_a_row_that_is_work_given_before_becomes_a_source_and_no_task(
    world: OfficeWorld, plan: Plan
) -> None:
    document, source = tied(world, plan)

    assert [task.code for task in document.tasks.all()] == ["2"]
    assert (source.task_id, source.place) == (film(plan).pk, "điểm 1")
    assert source.due_on == date(2019, 7, 31)
    assert source.lead_ids == [world.department.pk]
    assert "plans.source.added" in said()
    assert "plans.source.added" in told(world.reform_officer)
    about = Entry.objects.get(event="plans.source.added").about
    assert f"plans.task:{film(plan).pk}" in str(about)


def test_whoever_is_bound_by_the_task_may_open_the_document(world: OfficeWorld, plan: Plan) -> None:
    document, source = tied(world, plan)
    reader = world.actor(world.reform_officer)

    assert Plan.objects.visible_to(reader).filter(pk=document.pk).exists()
    remove_source(source_id=source.pk, reason="Gắn nhầm", **acts(world))
    assert not Plan.objects.visible_to(reader).filter(pk=document.pk).exists()


def test_a_row_may_be_made_work_of_its_own_again(world: OfficeWorld, plan: Plan) -> None:
    draft = notice(world)
    row = current(draft).tasks[0]
    mark_same(draft_id=draft.pk, row_id=row.id, task_id=film(plan).pk, **acts(world))
    mark_same(draft_id=draft.pk, row_id=row.id, task_id=None, **acts(world))

    assert world.confirm(draft, by=world.operator).tasks.count() == 2
    assert not TaskSource.objects.exists()


def test_work_of_others_cannot_be_claimed_as_the_same(world: OfficeWorld, plan: Plan) -> None:
    draft = world.send(letter())
    row = current(draft).tasks[0]

    with pytest.raises(NotVisible):
        mark_same(draft_id=draft.pk, row_id=row.id, task_id=film(plan).pk, **world.acts())


def test_a_task_taken_back_meanwhile_refuses_the_confirmation(
    world: OfficeWorld, plan: Plan
) -> None:
    draft = notice(world)
    row = current(draft).tasks[0]
    mark_same(draft_id=draft.pk, row_id=row.id, task_id=film(plan).pk, **acts(world))
    withdraw_task(task_id=film(plan).pk, reason="Không còn cần", **acts(world))

    with pytest.raises(DraftRefused) as refused:
        world.confirm(draft, by=world.operator)
    assert (refused.value.problem, refused.value.detail) == (DraftProblem.SAME_TASK_GONE, "1")
    assert not Plan.objects.filter(number="52/TB-UBND").exists()


def test_the_new_deadline_moves_open_work_with_a_line_in_the_ledger(
    world: OfficeWorld, plan: Plan
) -> None:
    _, source = tied(world, plan)
    before = world.one(plan, "a", world.department)
    take_new_deadline(source_id=source.pk, reason="Theo kết luận", **acts(world))

    after = world.one(plan, "a", world.department)
    assert (before.due_on, after.due_on) == (date(2019, 9, 30), date(2019, 7, 31))
    assert after.first_due_on == date(2019, 9, 30)
    change = DueChange.objects.get(occurrence=after)
    assert change.kind == DueChangeKind.SOURCE
    assert "52/TB-UBND" in change.reason
    source.refresh_from_db()
    assert source.settlement == SourceSettlement.RE_DATED
    assert film(plan).due_on == date(2019, 7, 31)
    assert "plans.source.settled" in said()
    with pytest.raises(WorkRefused) as again:
        take_new_deadline(source_id=source.pk, reason="Lần nữa", **acts(world))
    assert again.value.problem is WorkProblem.NO_OTHER_DEADLINE


def test_the_earlier_terms_may_be_kept_with_a_reason(world: OfficeWorld, plan: Plan) -> None:
    _, source = tied(world, plan)
    with pytest.raises(WorkRefused):
        keep_earlier(source_id=source.pk, reason="  ", **acts(world))
    keep_earlier(source_id=source.pk, reason="Kế hoạch đã tính", **acts(world))

    source.refresh_from_db()
    assert (source.settlement, source.removed_at) == (SourceSettlement.KEPT, None)
    assert film(plan).due_on == date(2019, 9, 30)


def test_the_duty_of_a_source_may_become_a_task_of_its_document(
    world: OfficeWorld, plan: Plan
) -> None:
    document, source = tied(world, plan)
    task = make_separate(source_id=source.pk, reason="Hai phim khác nhau", **acts(world))

    assert (task.plan, task.code, task.due_on) == (document, "1", date(2019, 7, 31))
    (part,) = task.assignments.live()
    assert part.agency_id == world.department.pk
    source.refresh_from_db()
    assert source.removed_at is not None
    assert source.settlement == SourceSettlement.SEPARATED


def test_a_document_is_tied_by_hand_once_and_taken_off_with_a_reason(
    world: OfficeWorld, plan: Plan
) -> None:
    document = world.confirm(notice(world), by=world.operator)
    who = {"task_id": film(plan).pk, "plan_id": document.pk, "place": "điểm 9", **acts(world)}
    source = add_source(due_on=date(2019, 8, 1), **who)
    assert source.due_on == date(2019, 8, 1)

    with pytest.raises(WorkRefused) as twice:
        add_source(**who)
    assert twice.value.problem is WorkProblem.ALREADY_A_SOURCE
    with pytest.raises(WorkRefused):
        remove_source(source_id=source.pk, reason="", **acts(world))
    remove_source(source_id=source.pk, reason="Gắn nhầm", **acts(world))
    with pytest.raises(WorkRefused) as gone:
        remove_source(source_id=source.pk, reason="Lại gỡ", **acts(world))
    assert gone.value.problem is WorkProblem.ALREADY_SETTLED
    assert add_source(**who).pk != source.pk


def test_only_a_document_in_force_other_than_its_own_is_a_source(
    world: OfficeWorld, plan: Plan
) -> None:
    who: dict[str, Any] = {"task_id": film(plan).pk, "place": "", **acts(world)}
    with pytest.raises(WorkRefused) as own:
        add_source(plan_id=plan.pk, **who)
    assert own.value.problem is WorkProblem.OWN_DOCUMENT

    document = world.confirm(notice(world), by=world.operator)
    withdraw_plan(plan_id=document.pk, reason="Ban hành nhầm", **acts(world))
    with pytest.raises(WorkRefused) as withdrawn:
        add_source(plan_id=document.pk, **who)
    assert withdrawn.value.problem is WorkProblem.NOT_IN_FORCE


def test_sources_are_changed_by_whoever_assigned(world: OfficeWorld, plan: Plan) -> None:
    document, source = tied(world, plan)
    officer = {"actor": world.actor(world.reform_officer), "now": moment(ISSUED)}
    stranger = {"actor": world.actor(world.nobody_special), "now": moment(ISSUED)}

    for refused, who in ((AccessDenied, officer), (NotVisible, stranger)):
        with pytest.raises(refused):
            remove_source(source_id=source.pk, reason="Không", **who)
        with pytest.raises(refused):
            add_source(task_id=film(plan).pk, plan_id=document.pk, place="x", **who)
    with pytest.raises(NotVisible):
        remove_source(source_id=10_000_000, reason="Không", **acts(world))
