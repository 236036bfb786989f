"""Confirming a plan gives its work out."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import Assignment, Occurrence, Plan, TaskParty
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_target, edit_header, edit_target
from cchc.modules.plans.operations.withdraw import withdraw_plan
from cchc.modules.plans.rules.kinds import DraftState, Obligation
from cchc.modules.plans.rules.lifecycle import State
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.world import (
    CONDITIONAL,
    CONTINUOUS,
    FILM,
    GIVEN,
    MONTHLY,
    OPEN,
    PlansWorld,
    said,
    told,
)


def test_confirming_makes_one_part_for_each_agency_and_obligation(world: PlansWorld) -> None:
    plan = world.plan()

    film = Assignment.objects.filter(task=world.task(plan, "a"))
    assert {(part.agency_id, part.obligation) for part in film} == {
        (world.department.pk, Obligation.LEAD),
        (world.other_department.pk, Obligation.COORDINATING),
    }
    assert all(part.issuer_id == world.committee.pk for part in film)
    one = world.one(plan, "a", world.department)
    assert (one.due_on, one.first_due_on) == (date(2019, 9, 30), date(2019, 9, 30))
    assert (one.state, one.timeliness) == (State.ASSIGNED, Timeliness.NOT_DUE)


def test_recurring_work_has_a_dated_round_for_the_lead_and_one_stretch_for_others(
    world: PlansWorld,
) -> None:
    plan = world.plan()

    lead = world.part(plan, "b", world.department)
    co = world.part(plan, "b", world.other_department, Obligation.COORDINATING)
    assert [one.label for one in lead.occurrences.order_by("sequence")][:2] == [
        "Tháng 01/2019",
        "Tháng 02/2019",
    ]
    assert lead.occurrences.count() == 12
    assert co.occurrences.get().is_continuous


def test_conditional_work_waits_and_continuous_work_goes_on(world: PlansWorld) -> None:
    plan = world.plan()

    waiting = world.one(plan, "c", world.department)
    going_on = world.one(plan, "d", world.department)
    assert (waiting.state, waiting.timeliness, waiting.due_on) == ("WAITING", "WAITING", None)
    assert (going_on.is_continuous, going_on.timeliness) == (True, "CONTINUOUS")
    assert Assignment.objects.filter(task=world.task(plan, "d")).count() == 3


def test_every_part_has_at_least_one_round(world: PlansWorld) -> None:
    world.plan()

    assert not Assignment.objects.filter(occurrences=None).exists()


def test_open_and_conditional_groups_bind_nobody_yet(world: PlansWorld) -> None:
    plan = world.plan()

    task = world.task(plan, "đ")
    assert not task.assignments.exists()
    assert TaskParty.objects.filter(task=task, needs_choice=True).count() == 2


def test_everyone_who_answers_for_an_agency_is_told_once(world: PlansWorld) -> None:
    world.plan()

    assert told(world.reform_officer) == ["plans.work.given"]
    assert told(world.head) == ["plans.work.given"]
    assert told(world.stranger) == ["plans.work.given"]
    assert told(world.officer) == []


def test_the_trail_says_what_was_given(world: PlansWorld) -> None:
    draft = world.draft(FILM)

    plan = confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)

    assert said()[-1] == "plans.plan.confirmed"
    draft.refresh_from_db()
    assert (draft.state, draft.plan_id) == (DraftState.CONFIRMED, plan.pk)


def test_work_given_after_its_time_begins_late_but_is_given(world: PlansWorld) -> None:
    plan = world.plan({**FILM, "time_text": "Trong tháng 01/2019"}, now=world.now)

    assert world.one(plan, "a", world.department).timeliness == Timeliness.OVERDUE


def test_the_same_number_and_year_is_refused(world: PlansWorld) -> None:
    world.plan(FILM)
    again = world.draft(FILM, number="0271/kh-ubnd")

    with pytest.raises(DraftRefused) as refusal:
        confirm_plan(draft_id=again.pk, actor=world.actor(world.operator), now=GIVEN)

    assert refusal.value.problem is DraftProblem.DUPLICATE_NUMBER
    assert Plan.objects.count() == 1


def test_a_withdrawn_number_may_be_used_again(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    operator = world.actor(world.operator)
    withdraw_plan(plan_id=plan.pk, reason="ban hành nhầm", actor=operator, now=GIVEN)

    assert world.plan(FILM).pk != plan.pk


def test_another_agency_may_use_the_same_number(world: PlansWorld) -> None:
    world.plan(FILM)

    plan = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        by=world.reform_officer,
        issuer=world.department,
    )

    assert plan.issuer_id == world.department.pk
    assert world.part(plan, "a", world.division).issuer_id == world.department.pk


def test_an_incomplete_draft_gives_no_work(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    edit_header(draft_id=draft.pk, field="issued_on", value="", actor=operator, now=GIVEN)

    with pytest.raises(DraftRefused, match="NO_DATE"):
        confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    assert not Assignment.objects.exists()


def test_a_draft_is_confirmed_once(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    with pytest.raises(DraftRefused) as refusal:
        confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    assert refusal.value.problem is DraftProblem.ALREADY_CONFIRMED
    assert Plan.objects.count() == 1


def test_only_who_may_confirm_for_the_issuer_does(world: PlansWorld) -> None:
    draft = world.draft(FILM)

    with pytest.raises(NotVisible):
        confirm_plan(draft_id=draft.pk, actor=world.actor(world.reform_officer), now=GIVEN)


def test_who_was_shown_a_draft_still_may_not_confirm_it(world: PlansWorld) -> None:
    from cchc.modules.plans.operations.share_draft import share_draft

    draft = world.draft(FILM)
    operator = world.actor(world.operator)
    share_draft(draft_id=draft.pk, person_ids=[world.officer.pk], actor=operator, now=GIVEN)

    with pytest.raises(AccessDenied):
        confirm_plan(draft_id=draft.pk, actor=world.actor(world.officer), now=GIVEN)


def test_targets_and_money_are_kept_as_they_were_read(world: PlansWorld) -> None:
    draft = world.draft(FILM, OPEN)
    operator = world.actor(world.operator)
    add_target(draft_id=draft.pk, text="Trên 90% hồ sơ đúng hạn", actor=operator, now=GIVEN)
    for name, value in (("quantity", "90"), ("unit", "%"), ("comparator", ">")):
        edit_target(
            draft_id=draft.pk, row_id="k0", field=name, value=value, actor=operator, now=GIVEN
        )

    plan = confirm_plan(draft_id=draft.pk, actor=operator, now=GIVEN)

    target = plan.targets.get()
    assert (target.quantity, target.comparator, target.unit) == (90, ">", "%")
    film, contest = world.task(plan, "a"), world.task(plan, "đ")
    assert (film.budget_total, film.is_budget_total_derived) == (40_000_000, False)
    assert (contest.budget_amount, contest.budget_basis, contest.budget_total) == (
        50_000_000,
        "mỗi huyện",
        None,
    )


def test_groups_have_the_members_of_the_day_of_issue(world: PlansWorld) -> None:
    world.other_department.effective_to = date(2018, 11, 30)
    world.other_department.save()

    plan = world.plan(CONTINUOUS)

    agencies = set(Assignment.objects.filter(plan=plan).values_list("agency_id", flat=True))
    assert agencies == {world.home_affairs.pk, world.department.pk}


def test_a_failure_leaves_nothing_behind(world: PlansWorld) -> None:
    from django.db import transaction

    draft = world.draft(FILM, MONTHLY, CONDITIONAL)

    class Interrupted(Exception):
        pass

    with pytest.raises(Interrupted), transaction.atomic():
        confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)
        raise Interrupted

    assert not Plan.objects.exists()
    assert not Occurrence.objects.exists()
    assert told(world.head) == []


def test_the_history_begins_with_the_giving(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    one = world.one(plan, "a", world.department)

    world.finish(one, date(2019, 9, 20))

    states = [row.state for row in one.events.order_by("pgh_id")]  # type: ignore[attr-defined]
    assert states == ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "APPROVED", "ACCEPTED"]
