"""What moves a deadline: extensions, events, documents, standstills, chosen members."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.models import Assignment, DueChange, Extension, Occurrence, TaskParty
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.settle_waiting import (
    bind_reference,
    choose_members,
    record_trigger,
)
from cchc.modules.plans.operations.suspend import resume, suspend
from cchc.modules.plans.operations.withdraw import withdraw_task
from cchc.modules.plans.rules.extension import ExtensionNotAllowed
from cchc.modules.plans.rules.kinds import DueChangeKind, ExtensionState, Obligation
from cchc.modules.plans.rules.lifecycle import State, TransitionNotAllowed
from cchc.modules.plans.rules.refusals import WorkRefused
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.plans.world import (
    CONDITIONAL,
    CONTINUOUS,
    FILM,
    MONTHLY,
    OPEN,
    PlansWorld,
    moment,
    product,
    said,
    told,
)

NOV_15 = date(2019, 11, 15)
BY_REFERENCE = {**FILM, "time_text": "Theo Kế hoạch của Chính phủ"}


def asked(world: PlansWorld, one: Occurrence, until: date = NOV_15) -> Extension:
    return ask_extension(
        occurrence_id=one.pk,
        wanted_on=until,
        reason="Chờ hướng dẫn",
        actor=world.actor(world.reform_officer),
        now=world.now,
    )


def test_more_time_is_granted_and_the_first_deadline_kept(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    extension = asked(world, one)
    assert extension.was_late
    one.refresh_from_db()
    assert one.has_pending_extension
    assert told(world.operator)[-1] == "plans.extension.to_decide"

    decide_extension(
        extension_id=extension.pk, is_granted=True, actor=world.actor(world.operator), now=world.now
    )

    one.refresh_from_db()
    assert (one.due_on, one.first_due_on) == (NOV_15, date(2019, 9, 30))
    assert (one.timeliness, one.extension_count) == (Timeliness.NOT_DUE, 1)
    assert not one.has_pending_extension
    change = DueChange.objects.get()
    assert (change.kind, change.from_due_on, change.to_due_on) == (
        DueChangeKind.EXTENDED,
        date(2019, 9, 30),
        NOV_15,
    )
    assert told(world.reform_officer)[-1] == "plans.extension.decided"
    assert reckon_states(actor=SYSTEM, now=world.now).off_ledger == ()


def test_another_day_may_be_granted_than_was_asked_for(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    extension = asked(world, one)

    decide_extension(
        extension_id=extension.pk,
        is_granted=True,
        granted_on=date(2019, 10, 31),
        actor=world.actor(world.operator),
        now=world.now,
    )

    one.refresh_from_db()
    assert one.due_on == date(2019, 10, 31)


def test_a_refusal_moves_nothing_and_says_why(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    extension = asked(world, one)
    operator = world.actor(world.operator)
    with pytest.raises(ExtensionNotAllowed, match="NO_REASON"):
        decide_extension(extension_id=extension.pk, is_granted=False, actor=operator, now=world.now)

    decide_extension(
        extension_id=extension.pk,
        is_granted=False,
        reason="Không đủ căn cứ",
        actor=operator,
        now=world.now,
    )

    one.refresh_from_db()
    assert (one.due_on, one.extension_count) == (date(2019, 9, 30), 0)
    assert said()[-1] == "plans.extension.refused"
    with pytest.raises(ExtensionNotAllowed, match="NOT_PENDING"):
        decide_extension(extension_id=extension.pk, is_granted=True, actor=operator, now=world.now)


def test_only_one_request_waits_at_a_time(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    asked(world, one)

    with pytest.raises(ExtensionNotAllowed, match="ALREADY_PENDING"):
        asked(world, one)


def test_work_without_a_deadline_needs_no_more_time(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    one = world.one(plan, "c", world.department)

    with pytest.raises(ExtensionNotAllowed):
        asked(world, one)


def test_who_asked_does_not_decide(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    extension = asked(world, one)

    with pytest.raises(AccessDenied):
        decide_extension(
            extension_id=extension.pk,
            is_granted=True,
            actor=world.actor(world.reform_officer),
            now=world.now,
        )
    with pytest.raises(NotVisible):
        decide_extension(
            extension_id=0, is_granted=True, actor=world.actor(world.operator), now=world.now
        )
    assert Extension.objects.get().state == ExtensionState.PENDING


def trigger(world: PlansWorld, task_id: int, **changes: object) -> None:
    arguments = {
        "task_id": task_id,
        "happened_on": date(2019, 9, 2),
        "due_on": date(2019, 10, 31),
        "document_number": "45/NĐ-CP",
        "document_title": "Nghị định về tổ chức bộ máy",
        "actor": world.actor(world.operator),
        "now": world.now,
        **changes,
    }
    record_trigger(**arguments)  # type: ignore[arg-type]


def test_an_event_gives_everyone_bound_a_deadline(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    taken_up = world.part(plan, "c", world.department)
    acknowledge(assignment_id=taken_up.pk, actor=world.actor(world.reform_officer), now=world.now)

    trigger(world, world.task(plan, "c").pk)

    one = world.one(plan, "c", world.department)
    other = world.one(plan, "c", world.other_department)
    assert (one.due_on, one.first_due_on) == (date(2019, 10, 31), date(2019, 10, 31))
    assert (one.state, other.state) == (State.IN_PROGRESS, State.ASSIGNED)
    assert other.waits_for == ""
    assert said()[-1] == "plans.task.triggered"
    assert told(world.stranger)[-1] == "plans.work.dated"


def test_the_next_event_gives_another_round(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    task = world.task(plan, "c")
    trigger(world, task.pk)

    trigger(world, task.pk, due_on=date(2019, 12, 15), document_number="", document_title="")

    part = world.part(plan, "c", world.department)
    second = part.occurrences.get(sequence=2)
    assert (second.due_on, second.label) == (date(2019, 12, 15), "sự kiện ngày 02/09/2019")


def test_continuous_work_gets_a_dated_round_when_something_happens(world: PlansWorld) -> None:
    plan = world.plan(CONTINUOUS)

    trigger(world, world.task(plan, "d").pk)

    part = world.part(plan, "d", world.department)
    assert list(part.occurrences.order_by("sequence").values_list("is_continuous", flat=True)) == [
        True,
        False,
    ]


def test_an_agency_records_an_event_for_itself_only(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)

    trigger(
        world,
        world.task(plan, "c").pk,
        actor=world.actor(world.reform_officer),
    )

    assert world.one(plan, "c", world.department).due_on is not None
    assert world.one(plan, "c", world.other_department).due_on is None


def test_events_have_days_that_make_sense(world: PlansWorld) -> None:
    task = world.task(world.plan(CONDITIONAL), "c")

    with pytest.raises(WorkRefused, match="EVENT_IN_THE_FUTURE"):
        trigger(world, task.pk, happened_on=date(2019, 10, 20))
    with pytest.raises(WorkRefused, match="DUE_BEFORE_EVENT"):
        trigger(world, task.pk, due_on=date(2019, 9, 1))
    with pytest.raises(WorkRefused, match="NOBODY_CONCERNED"):
        trigger(world, task.pk, agency_ids=[world.district.pk])
    with pytest.raises(AccessDenied):
        trigger(world, task.pk, actor=world.actor(world.leader))


def test_a_document_sets_the_time_of_work_by_reference(world: PlansWorld) -> None:
    plan = world.plan(BY_REFERENCE)
    task = world.task(plan, "a")
    arguments = {
        "task_id": task.pk,
        "issued_on": date(2019, 9, 5),
        "due_on": date(2019, 10, 10),
        "actor": world.actor(world.operator),
        "now": world.now,
    }
    with pytest.raises(WorkRefused, match="NOTHING_SAID"):
        bind_reference(document_number=" ", **arguments)  # type: ignore[arg-type]
    paper = product().content

    bound = bind_reference(
        document_number="01/KH-CP",
        file=paper,
        file_name="kh.txt",
        **arguments,  # type: ignore[arg-type]
    )

    one = world.one(plan, "a", world.department)
    assert (one.due_on, one.timeliness) == (date(2019, 10, 10), Timeliness.OVERDUE)
    assert bound.file is not None
    assert bound.file.owner == f"plans.task:{task.pk}"
    assert said()[-1] == "plans.task.reference_bound"


def test_withdrawn_work_waits_for_nothing(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    task = world.task(plan, "c")
    withdraw_task(task_id=task.pk, reason="thôi", actor=world.actor(world.operator), now=world.now)

    with pytest.raises(WorkRefused, match="ALREADY_WITHDRAWN"):
        trigger(world, task.pk)


def test_chosen_members_have_the_work_from_that_day(world: PlansWorld) -> None:
    plan = world.plan(OPEN)
    lead = TaskParty.objects.get(obligation=Obligation.LEAD)
    operator = world.actor(world.operator)

    given = choose_members(
        party_id=lead.pk, agency_ids=[world.district.pk], actor=operator, now=world.now
    )

    part = world.part(plan, "đ", world.district)
    assert part.assigned_on == world.today
    assert given.agency_ids == {world.district.pk}
    lead.refresh_from_db()
    assert (lead.needs_choice, lead.chosen) == (False, [world.district.pk])
    assert said()[-1] == "plans.task.members_chosen"


def test_more_members_may_be_chosen_later_and_a_lead_does_not_coordinate(
    world: PlansWorld,
) -> None:
    plan = world.plan(OPEN)
    operator = world.actor(world.operator)
    lead, co = TaskParty.objects.order_by("-obligation")
    assert lead.obligation == Obligation.LEAD
    choose_members(party_id=lead.pk, agency_ids=[world.district.pk], actor=operator, now=world.now)

    choose_members(
        party_id=co.pk,
        agency_ids=[world.district.pk, world.department.pk],
        actor=operator,
        now=world.now,
    )
    choose_members(
        party_id=co.pk, agency_ids=[world.home_affairs.pk], actor=operator, now=world.now
    )

    parts = Assignment.objects.filter(plan=plan, obligation=Obligation.COORDINATING)
    assert set(parts.values_list("agency_id", flat=True)) == {
        world.department.pk,
        world.home_affairs.pk,
    }


def test_choosing_is_for_what_is_open(world: PlansWorld) -> None:
    world.plan(FILM, OPEN)
    operator = world.actor(world.operator)
    settled = TaskParty.objects.get(text="Sở Tư pháp")
    unsettled = TaskParty.objects.filter(needs_choice=True)[0]

    with pytest.raises(WorkRefused, match="ALREADY_SETTLED"):
        choose_members(
            party_id=settled.pk, agency_ids=[world.district.pk], actor=operator, now=world.now
        )
    with pytest.raises(WorkRefused, match="NO_MEMBERS"):
        choose_members(party_id=unsettled.pk, agency_ids=[], actor=operator, now=world.now)
    with pytest.raises(WorkRefused, match="UNKNOWN_AGENCY"):
        choose_members(party_id=unsettled.pk, agency_ids=[0], actor=operator, now=world.now)
    with pytest.raises(NotVisible):
        choose_members(party_id=0, agency_ids=[world.district.pk], actor=operator, now=world.now)
    with pytest.raises(AccessDenied):
        choose_members(
            party_id=settled.pk,
            agency_ids=[world.district.pk],
            actor=world.actor(world.reform_officer),
            now=world.now,
        )


def test_a_standstill_moves_the_deadline_by_the_working_days_it_took(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    operator = world.actor(world.operator)
    suspend(
        occurrence_id=one.pk, reason="Chờ chủ trương", actor=operator, now=moment(date(2019, 9, 16))
    )
    one.refresh_from_db()
    assert (one.timeliness, one.suspended_from) == (Timeliness.NOT_COUNTED, State.ASSIGNED)

    resume(occurrence_id=one.pk, actor=operator, now=moment(date(2019, 9, 23)))

    one.refresh_from_db()
    assert (one.state, one.due_on) == (State.ASSIGNED, date(2019, 10, 7))
    assert (one.suspended_from, one.suspended_on) == ("", None)
    assert DueChange.objects.get().kind == DueChangeKind.RESUMED


def test_continuous_work_and_a_short_stop_keep_their_day(world: PlansWorld) -> None:
    plan = world.plan(CONTINUOUS, FILM)
    operator = world.actor(world.operator)
    for one in (world.one(plan, "d", world.department), world.one(plan, "a", world.department)):
        before = one.due_on
        suspend(occurrence_id=one.pk, reason="x", actor=operator, now=world.now)
        resume(occurrence_id=one.pk, actor=operator, now=world.now)
        one.refresh_from_db()
        assert one.due_on == before
    assert not DueChange.objects.exists()


def test_stopping_is_for_whoever_assigned_and_for_what_runs(world: PlansWorld) -> None:
    plan = world.plan(FILM, CONDITIONAL)
    one = world.one(plan, "a", world.department)
    operator = world.actor(world.operator)
    with pytest.raises(AccessDenied):
        suspend(occurrence_id=one.pk, reason="x", actor=world.actor(world.head), now=world.now)
    with pytest.raises(WorkRefused, match="NO_REASON"):
        suspend(occurrence_id=one.pk, reason="", actor=operator, now=world.now)
    with pytest.raises(TransitionNotAllowed):
        resume(occurrence_id=one.pk, actor=operator, now=world.now)
    waiting = world.one(plan, "c", world.department)
    with pytest.raises(TransitionNotAllowed):
        suspend(occurrence_id=waiting.pk, reason="x", actor=operator, now=world.now)


def test_recurring_rounds_are_extended_one_by_one(world: PlansWorld) -> None:
    plan = world.plan(MONTHLY)
    september = world.one(plan, "b", world.department, sequence=9)

    extension = asked(world, september)

    assert extension.due_on == date(2019, 9, 30)
    october = world.one(plan, "b", world.department, sequence=10)
    assert not october.has_pending_extension
