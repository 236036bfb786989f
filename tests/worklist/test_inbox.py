"""One inbox from many sources, and what plans put into it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.models import Person
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.decide_proof import approve_proof, return_proof
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.worklist.public import (
    Urgency,
    WorkItem,
    count_for,
    items_for,
    register_source,
    urgency_of,
)
from cchc.modules.worklist.queries import inbox
from cchc.modules.worklist.rules.items import in_order
from cchc.platform.access import NOBODY, SYSTEM
from tests.plans.world import FILM, MONTHLY, OPEN, PlansWorld

TODAY = date(2019, 10, 15)


@pytest.fixture
def world(db: None) -> PlansWorld:
    return PlansWorld()


def kinds(world: PlansWorld, person: Person) -> list[str]:
    return [item.kind for item in items_for(world.actor(person), world.today, 50)]


def item(title: str, urgency: Urgency, due: date | None = None) -> WorkItem:
    return WorkItem("t", title, "", due, "", "", "", "/", urgency)


def test_the_most_pressing_comes_first() -> None:
    items = [
        item("b", Urgency.LATER, TODAY),
        item("a", Urgency.OVERDUE, date(2019, 10, 1)),
        item("c", Urgency.OVERDUE, date(2019, 9, 1)),
        item("d", Urgency.WHENEVER),
    ]

    assert [one.title for one in in_order(items, limit=3)] == ["c", "a", "b"]


@given(
    st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2020, 12, 31))),
    st.dates(date(2019, 1, 1), date(2020, 12, 31)),
)
def test_what_is_due_earlier_is_never_less_pressing(due: date | None, today: date) -> None:
    soon = today + timedelta(days=7)

    urgency = urgency_of(due, today=today, soon_until=soon)

    later = urgency_of(due and due + timedelta(days=1), today=today, soon_until=soon)
    assert urgency <= later
    assert (urgency is Urgency.OVERDUE) == (due is not None and due < today)
    assert (urgency is Urgency.TODAY) == (due == today)


def test_every_source_is_asked() -> None:
    before = dict(inbox._sources)
    try:
        inbox._sources.clear()
        for name, count in (("one", 2), ("two", 3)):
            register_source(
                name,
                lambda actor, today, limit, name=name: [item(name, Urgency.SOON)],
                lambda actor, today, count=count: count,
            )

        assert [one.title for one in items_for(NOBODY, TODAY, 5)] == ["one", "two"]
        assert count_for(NOBODY, TODAY) == 5
    finally:
        inbox._sources.clear()
        inbox._sources.update(before)


def test_nothing_waits_for_nobody(world: PlansWorld) -> None:
    world.plan()

    assert items_for(NOBODY, world.today, 10) == []
    assert count_for(NOBODY, world.today) == 0


def test_work_goes_round_the_inboxes(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    one = world.one(plan, "a", world.department)
    part = world.part(plan, "a", world.department)
    reckon_states(actor=SYSTEM, now=world.now)
    assert kinds(world, world.reform_officer) == ["plans.acknowledge"]
    assert kinds(world, world.officer) == []

    acknowledge(assignment_id=part.pk, actor=world.actor(world.reform_officer), now=world.now)
    (to_do,) = items_for(world.actor(world.officer), world.today, 10)
    assert (to_do.kind, to_do.state, to_do.urgency) == (
        "plans.do",
        "quá hạn 11 ngày",
        Urgency.OVERDUE,
    )

    world.hand_in(one)
    assert kinds(world, world.officer) == []
    assert kinds(world, world.head) == ["plans.approve"]

    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=world.now)
    assert kinds(world, world.head) == []
    assert kinds(world, world.operator) == ["plans.accept"]
    assert kinds(world, world.leader) == []

    return_proof(
        occurrence_id=one.pk, reason="thiếu", actor=world.actor(world.operator), now=world.now
    )
    (again,) = items_for(world.actor(world.officer), world.today, 10)
    assert again.action_label == "Bổ sung minh chứng"
    assert kinds(world, world.operator) == []


def test_who_assigned_decides_about_time_members_and_drafts(world: PlansWorld) -> None:
    plan = world.plan(FILM, OPEN)
    ask_extension(
        occurrence_id=world.one(plan, "a", world.department).pk,
        wanted_on=date(2019, 11, 15),
        reason="chờ",
        actor=world.actor(world.reform_officer),
        now=world.now,
    )
    world.draft(MONTHLY, number="9/KH")

    found = kinds(world, world.operator)

    assert sorted(found) == ["plans.choose", "plans.choose", "plans.draft", "plans.extension"]
    assert count_for(world.actor(world.operator), world.today) == 4
    assert kinds(world, world.second_operator) == [kind for kind in found if kind != "plans.draft"]


def test_a_failed_reading_waits_for_who_sent_it(world: PlansWorld) -> None:
    draft = world.draft(FILM)
    draft.state, draft.failure_code, draft.failure_text = "FAILED", "empty", "Tệp trống."
    draft.save()

    (waiting,) = items_for(world.actor(world.operator), world.today, 10)

    assert (waiting.detail, waiting.state) == ("Tệp trống.", "không đọc được")


def test_the_plan_of_an_agency_waits_for_its_own_people(world: PlansWorld) -> None:
    plan = world.plan(
        {**FILM, "lead_text": "Phòng Kiểm soát văn bản", "coordinating_text": ""},
        by=world.reform_officer,
        issuer=world.department,
    )
    one = world.one(plan, "a", world.division)
    world.hand_in(one, date(2019, 9, 27))
    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=world.now)

    assert kinds(world, world.head) == ["plans.accept"]
    assert kinds(world, world.operator) == []


def test_counting_agrees_with_listing(world: PlansWorld) -> None:
    plan = world.plan()
    part = world.part(plan, "b", world.department)
    acknowledge(assignment_id=part.pk, actor=world.actor(world.reform_officer), now=world.now)
    reckon_states(actor=SYSTEM, now=world.now)

    for person in (world.reform_officer, world.operator, world.officer, world.head, world.stranger):
        actor = world.actor(person)
        assert count_for(actor, world.today) == len(items_for(actor, world.today, 500))
