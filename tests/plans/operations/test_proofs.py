"""From taking work up to its accepted proof."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import Assignment, Submission
from cchc.modules.plans.operations.acknowledge import (
    acknowledge,
    name_holder,
    report_progress,
)
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.hand_in_proof import Product, hand_in_proof
from cchc.modules.plans.rules.kinds import Obligation, SubmissionState
from cchc.modules.plans.rules.lifecycle import State, TransitionNotAllowed
from cchc.modules.plans.rules.proving import ProofProblem, ProofRefused
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.refusals import RefusedFile
from tests.plans.world import CONDITIONAL, FILM, MONTHLY, PlansWorld, moment, product, said, told

SEPT_27, OCT_2, OCT_10 = date(2019, 9, 27), date(2019, 10, 2), date(2019, 10, 10)


def test_acknowledging_takes_up_every_round(world: PlansWorld) -> None:
    part = world.part(world.plan(MONTHLY), "b", world.department)

    acknowledge(assignment_id=part.pk, actor=world.actor(world.reform_officer), now=world.now)

    assert set(part.occurrences.values_list("state", flat=True)) == {State.IN_PROGRESS}
    assert said()[-1] == "plans.work.acknowledged"


def test_work_is_acknowledged_once(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)
    actor = world.actor(world.reform_officer)
    acknowledge(assignment_id=part.pk, actor=actor, now=world.now)

    with pytest.raises(WorkRefused) as refusal:
        acknowledge(assignment_id=part.pk, actor=actor, now=world.now)

    assert refusal.value.problem is WorkProblem.ALREADY_ACKNOWLEDGED


def test_a_stranger_does_not_learn_that_the_part_exists(world: PlansWorld) -> None:
    part = world.part(world.plan(CONDITIONAL), "c", world.department)

    with pytest.raises(NotVisible):
        acknowledge(assignment_id=part.pk, actor=world.actor(world.stranger), now=world.now)


def test_who_only_reads_may_not_acknowledge(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)

    with pytest.raises(AccessDenied):
        acknowledge(assignment_id=part.pk, actor=world.actor(world.leader), now=world.now)


def test_a_holder_is_a_colleague_and_is_told(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)
    actor = world.actor(world.reform_officer)

    name_holder(assignment_id=part.pk, person_id=world.officer.pk, actor=actor, now=moment(SEPT_27))

    part.refresh_from_db()
    assert (part.holder_id, part.held_since) == (world.officer.pk, SEPT_27)
    assert part.acknowledged_at is not None
    assert told(world.officer) == ["plans.work.given"]
    with pytest.raises(WorkRefused, match="NOT_A_COLLEAGUE"):
        name_holder(assignment_id=part.pk, person_id=world.stranger.pk, actor=actor, now=world.now)


def test_progress_is_told_in_words_and_takes_the_work_up(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)
    actor = world.actor(world.officer)

    report_progress(assignment_id=part.pk, note=" Đã có kịch bản. ", actor=actor, now=world.now)

    part.refresh_from_db()
    assert part.progress_note == "Đã có kịch bản."
    assert part.occurrences.get().state == State.IN_PROGRESS
    with pytest.raises(WorkRefused, match="NOTHING_SAID"):
        report_progress(assignment_id=part.pk, note=" ", actor=actor, now=world.now)


def test_ended_work_cannot_be_worked_on(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)
    Assignment.objects.filter(pk=part.pk).update(ended_at=world.now, end_reason="x")

    with pytest.raises(WorkRefused, match="ENDED"):
        acknowledge(assignment_id=part.pk, actor=world.actor(world.reform_officer), now=world.now)


def test_done_is_an_accepted_proof_on_the_day_of_handing_in(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)
    one.refresh_from_db()
    assert (one.state, one.timeliness) == (State.SUBMITTED, Timeliness.NOT_DUE.AWAITING)

    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=moment(OCT_2))
    accept_proof(occurrence_id=one.pk, actor=world.actor(world.operator), now=moment(OCT_10))

    one.refresh_from_db()
    assert (one.state, one.timeliness) == (State.ACCEPTED, Timeliness.DONE_ON_TIME)
    assert one.submitted_on == SEPT_27
    assert said()[-3:] == [
        "plans.proof.handed_in",
        "plans.proof.approved",
        "plans.proof.accepted",
    ]
    assert told(world.head)[-2:] == ["plans.proof.to_approve", "plans.proof.decided"]
    assert told(world.operator)[-1] == "plans.proof.to_accept"


def test_what_is_handed_in_late_is_done_late(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)

    done = world.finish(one, OCT_2)

    assert done.timeliness == Timeliness.DONE_LATE


def test_a_returned_proof_is_handed_in_again_as_the_next_round(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)
    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=moment(SEPT_27, 15))

    return_proof(
        occurrence_id=one.pk,
        reason="Thiếu danh mục",
        actor=world.actor(world.operator),
        now=moment(OCT_2),
    )

    one.refresh_from_db()
    assert (one.state, one.timeliness) == (State.RETURNED, Timeliness.OVERDUE)
    world.hand_in(one, OCT_10)
    rounds = list(Submission.objects.order_by("round_number").values_list("state", "return_reason"))
    assert rounds == [(SubmissionState.RETURNED, "Thiếu danh mục"), (SubmissionState.HANDED_IN, "")]


def test_the_head_returns_what_is_not_good_enough(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)

    return_proof(
        occurrence_id=one.pk, reason="Chưa ký", actor=world.actor(world.head), now=world.now
    )

    assert Submission.objects.get().state == SubmissionState.RETURNED_BY_HEAD
    assert told(world.reform_officer)[-1] == "plans.proof.decided"


def test_returning_needs_a_reason_and_something_to_return(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    operator = world.actor(world.operator)
    with pytest.raises(TransitionNotAllowed):
        return_proof(occurrence_id=one.pk, reason="x", actor=operator, now=world.now)
    world.hand_in(one, SEPT_27)
    with pytest.raises(AccessDenied):
        return_proof(occurrence_id=one.pk, reason="x", actor=operator, now=world.now)
    with pytest.raises(ProofRefused, match="NO_REASON"):
        return_proof(occurrence_id=one.pk, reason=" ", actor=world.actor(world.head), now=world.now)


def test_when_the_head_hands_in_it_goes_to_whoever_assigned_at_once(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)

    world.hand_in(one, SEPT_27, by=world.head)

    one.refresh_from_db()
    assert one.state == State.APPROVED
    assert Submission.objects.get().approved_by_id == world.head.pk


def test_nobody_accepts_what_they_handed_in_or_approved(world: PlansWorld) -> None:
    from cchc.modules.organisation.rules.kinds import RoleCode

    both = world.person(
        "Trần Hai Vai", "haivai", at=world.department, role=RoleCode.AGENCY_HEAD, below=True
    )
    world.role(both, RoleCode.PROVINCIAL_OPERATOR)
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)
    approve_proof(occurrence_id=one.pk, actor=world.actor(both), now=moment(SEPT_27))

    with pytest.raises(ProofRefused) as refusal:
        accept_proof(occurrence_id=one.pk, actor=world.actor(both), now=world.now)

    assert refusal.value.problem is ProofProblem.OWN_WORK
    accept_proof(occurrence_id=one.pk, actor=world.actor(world.operator), now=world.now)


def test_in_a_plan_of_its_own_the_head_both_approves_and_accepts(world: PlansWorld) -> None:
    plan = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        by=world.reform_officer,
        issuer=world.department,
    )
    one = world.one(plan, "a", world.division)
    world.hand_in(one, SEPT_27)
    head = world.actor(world.head)

    approve_proof(occurrence_id=one.pk, actor=head, now=moment(SEPT_27))
    done = accept_proof(occurrence_id=one.pk, actor=head, now=moment(SEPT_27))

    assert done.state == State.ACCEPTED


def test_nothing_is_accepted_before_the_head_approved_it(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)

    with pytest.raises(TransitionNotAllowed):
        accept_proof(occurrence_id=one.pk, actor=world.actor(world.operator), now=world.now)
    with pytest.raises(AccessDenied):
        approve_proof(occurrence_id=one.pk, actor=world.actor(world.operator), now=world.now)


def test_what_is_approved_is_not_approved_again(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one, SEPT_27)
    head = world.actor(world.head)
    approve_proof(occurrence_id=one.pk, actor=head, now=moment(SEPT_27))

    with pytest.raises(TransitionNotAllowed):
        approve_proof(occurrence_id=one.pk, actor=head, now=world.now)


def test_without_products_nothing_is_handed_in(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    actor = world.actor(world.reform_officer)

    with pytest.raises(ProofRefused, match="NOTHING_HANDED_IN"):
        hand_in_proof(occurrence_id=one.pk, products=[], actor=actor, now=world.now)
    with pytest.raises(ProofRefused, match="NO_FILE_OR_LINK"):
        hand_in_proof(occurrence_id=one.pk, products=[Product("x")], actor=actor, now=world.now)

    assert not Submission.objects.exists()


def test_a_refused_file_hands_in_nothing(world: PlansWorld) -> None:
    from io import BytesIO

    one = world.one(world.plan(FILM), "a", world.department)
    bad = Product("Phim", BytesIO(b"MZ\x90\x00 chuong trinh"), "phim.exe")

    with pytest.raises(RefusedFile):
        hand_in_proof(
            occurrence_id=one.pk,
            products=[product(), bad],
            actor=world.actor(world.reform_officer),
            now=world.now,
        )

    one.refresh_from_db()
    assert one.state == State.ASSIGNED
    assert not StoredFile.objects.exists()


def test_an_address_is_proof_too(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    link = "https://truyenhinh.senhong.example/chuyen-muc/12"

    submission = hand_in_proof(
        occurrence_id=one.pk,
        products=[Product("Chuyên mục", link=link, document_number="12/CM")],
        note=" Đã phát sóng ",
        actor=world.actor(world.officer),
        now=world.now,
    )

    assert submission.note == "Đã phát sóng"
    assert submission.proofs.get().link == link


def test_work_that_waits_may_be_finished_without_waiting(world: PlansWorld) -> None:
    one = world.one(world.plan(CONDITIONAL), "c", world.department)

    world.hand_in(one, OCT_2)
    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=moment(OCT_2))
    done = accept_proof(occurrence_id=one.pk, actor=world.actor(world.operator), now=moment(OCT_2))

    assert (done.timeliness, done.due_on) == (Timeliness.DONE_ON_TIME, None)


def test_a_coordinator_is_late_on_its_own_account(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    world.finish(world.one(plan, "a", world.department), SEPT_27)
    own = world.one(plan, "a", world.other_department, Obligation.COORDINATING)

    world.hand_in(own, OCT_2, by=world.stranger_head)
    accept_proof(occurrence_id=own.pk, actor=world.actor(world.operator), now=moment(OCT_2))

    own.refresh_from_db()
    assert own.timeliness == Timeliness.DONE_LATE
