"""A corrected paper is taken over into a plan in force; what is done stays done."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import DueChange, ImportDraft, Occurrence, Plan
from cchc.modules.plans.operations.apply_correction import GONE, apply_correction
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_target, edit_header
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import DueChangeKind, Obligation, TaskStatus
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.plans.operations.test_drafts import paper
from tests.plans.world import CONDITIONAL, FILM, GIVEN, MONTHLY, PlansWorld, Row, said, told


def correction(world: PlansWorld, plan: Plan, *rows: Row) -> ImportDraft:
    """A corrected paper of the plan with these rows."""
    draft = world.draft(*rows)
    draft.corrects = plan
    draft.save()
    return draft


def apply(world: PlansWorld, draft: ImportDraft) -> Plan:
    return apply_correction(draft_id=draft.pk, actor=world.actor(world.operator), now=world.now)


def test_a_new_deadline_is_a_line_in_the_ledger(world: PlansWorld) -> None:
    plan = world.plan(FILM)

    apply(world, correction(world, plan, {**FILM, "time_text": "Quý IV/2019"}))

    one = world.one(plan, "a", world.department)
    assert (one.due_on, one.first_due_on) == (date(2019, 12, 31), date(2019, 9, 30))
    assert set(DueChange.objects.values_list("kind", flat=True)) == {DueChangeKind.CORRECTED}
    assert reckon_states(actor=SYSTEM, now=world.now).off_ledger == ()
    event = said()[-1]
    assert event == "plans.plan.corrected"


def test_done_rounds_are_kept_and_the_rest_is_planned_anew(world: PlansWorld) -> None:
    plan = world.plan(MONTHLY)
    january = world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))

    apply(world, correction(world, plan, {**MONTHLY, "time_text": "Định kỳ hàng quý"}))

    part = world.part(plan, "b", world.department)
    january.refresh_from_db()
    assert january.state == State.ACCEPTED
    live = part.occurrences.exclude(state__in=[State.WITHDRAWN, State.ACCEPTED])
    assert list(live.order_by("due_on").values_list("label", flat=True)) == [
        "Quý I/2019",
        "Quý II/2019",
        "Quý III/2019",
        "Quý IV/2019",
    ]


def test_what_waited_gets_its_time(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)

    apply(world, correction(world, plan, {**CONDITIONAL, "time_text": "Tháng 11/2019"}))

    one = world.one(plan, "c", world.department)
    assert (one.state, one.due_on, one.first_due_on) == (
        State.ASSIGNED,
        date(2019, 11, 30),
        date(2019, 11, 30),
    )


def test_a_deadline_that_becomes_conditional_waits_in_a_new_round(world: PlansWorld) -> None:
    plan = world.plan(FILM)

    apply(world, correction(world, plan, {**FILM, "time_text": "Khi có văn bản mới"}))

    part = world.part(plan, "a", world.department)
    states = list(part.occurrences.order_by("sequence").values_list("state", flat=True))
    assert states == [State.WITHDRAWN, State.WAITING]


def test_agencies_come_and_go_with_the_paper(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    world.finish(world.one(plan, "a", world.department), date(2019, 9, 20))

    apply(
        world,
        correction(
            world,
            plan,
            {**FILM, "lead_text": "Sở Nội vụ", "coordinating_text": "Sở Tài chính, Sở Tư pháp"},
        ),
    )

    gone = world.part(plan, "a", world.department)
    assert gone.ended_at is not None
    assert gone.occurrences.get().state == State.ACCEPTED
    assert world.part(plan, "a", world.home_affairs).ended_at is None
    assert world.part(plan, "a", world.department, Obligation.COORDINATING)
    assert world.part(plan, "a", world.other_department, Obligation.COORDINATING).ended_at is None


def test_an_agency_named_again_is_bound_again(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    apply(world, correction(world, plan, {**FILM, "lead_text": "Sở Nội vụ"}))

    apply(world, correction(world, plan, FILM))

    part = world.part(plan, "a", world.department)
    assert part.ended_at is None
    states = list(part.occurrences.order_by("sequence").values_list("state", flat=True))
    assert states == [State.WITHDRAWN, State.ASSIGNED]


def test_rows_come_and_go_with_the_paper(world: PlansWorld) -> None:
    plan = world.plan(FILM, MONTHLY)
    new = {**FILM, "order_text": "e", "content": "Một việc hoàn toàn khác hẳn các việc kia"}

    apply(world, correction(world, plan, FILM, new))

    gone = world.task(plan, "b")
    assert (gone.status, gone.withdrawal_reason) == (TaskStatus.WITHDRAWN, GONE)
    assert world.one(plan, "e", world.department).state == State.ASSIGNED
    assert told(world.head)[-1] == "plans.work.given"


def test_words_and_money_change_without_touching_the_clock(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    before = world.one(plan, "a", world.department)

    apply(world, correction(world, plan, {**FILM, "product": "Hai phim", "budget_text": "80 tr"}))

    task = world.task(plan, "a")
    assert (task.product, task.budget_total) == ("Hai phim", 80_000_000)
    after = Occurrence.objects.get(pk=before.pk)
    assert (after.due_on, after.state) == (before.due_on, before.state)
    assert not DueChange.objects.exists()


def test_targets_and_the_header_follow_the_paper(world: PlansWorld) -> None:
    operator = world.actor(world.operator)
    draft = world.draft(FILM)
    for text in ("90% đúng hạn", "50% trực tuyến"):
        add_target(draft_id=draft.pk, text=text, actor=operator, now=GIVEN)
    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)
    plan.targets.filter(number=1).update(figure_code="x")
    corrected = correction(world, plan, FILM)
    add_target(draft_id=corrected.pk, text="95% đúng hạn", actor=operator, now=GIVEN)
    edit_header(draft_id=corrected.pk, field="title", value="Tên mới", actor=operator, now=GIVEN)

    apply(world, corrected)

    plan.refresh_from_db()
    target = plan.targets.get()
    assert (plan.title, target.text, target.figure_code) == ("Tên mới", "95% đúng hạn", "x")


def test_a_correction_is_not_confirmed_as_a_new_plan_nor_the_other_way(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    operator = world.actor(world.operator)
    draft = correction(world, plan, FILM)

    with pytest.raises(DraftRefused):
        confirm_plan(draft_id=draft.pk, actor=operator, now=world.now)
    fresh = world.draft(FILM, number="9/KH")
    with pytest.raises(DraftRefused) as refusal:
        apply_correction(draft_id=fresh.pk, actor=operator, now=world.now)
    assert refusal.value.problem is DraftProblem.NOT_A_CORRECTION


def test_a_corrected_paper_is_sent_in_for_its_plan(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    operator = world.actor(world.operator)

    draft = start_import(
        content=paper(), name="a.docx", corrects_plan_id=plan.pk, actor=operator, now=world.now
    )

    assert (draft.corrects_id, draft.issuer_id, draft.plan_kind) == (
        plan.pk,
        world.committee.pk,
        plan.kind,
    )
    with pytest.raises(NotVisible):
        start_import(
            content=paper(),
            name="a.docx",
            corrects_plan_id=plan.pk,
            actor=world.actor(world.nobody_special),
            now=world.now,
        )


def test_only_who_manages_the_plan_corrects_it(world: PlansWorld) -> None:
    from cchc.modules.plans.operations.share_draft import share_draft

    plan = world.plan(FILM)
    draft = correction(world, plan, FILM)
    share_draft(
        draft_id=draft.pk,
        person_ids=[world.officer.pk],
        actor=world.actor(world.operator),
        now=GIVEN,
    )

    with pytest.raises(AccessDenied):
        apply_correction(draft_id=draft.pk, actor=world.actor(world.officer), now=world.now)
