"""The tables refuse nonsense, and the database counts along."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.modules.plans.models import Assignment, Occurrence, Plan, Proof, Submission, Tally
from cchc.modules.plans.queries.counting import count, countable
from cchc.modules.plans.queries.pages import WorkFilter
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import SYSTEM
from tests.plans.world import CONDITIONAL, FILM, MONTHLY, PlansWorld


def refuses(name: str, change: object) -> None:
    """The database refuses a change by this constraint."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()  # type: ignore[operator]


def test_occurrences_are_dated_or_wait(world: PlansWorld) -> None:
    plan = world.plan(FILM, CONDITIONAL)
    one = Occurrence.objects.filter(pk=world.one(plan, "a", world.department).pk)
    waiting = Occurrence.objects.filter(pk=world.one(plan, "c", world.department).pk)

    refuses("occurrence_dated_or_waiting", lambda: one.update(due_on=None, sorts_on="9999-12-31"))
    refuses("occurrence_dated_or_waiting", lambda: waiting.update(waits_for=""))
    refuses("occurrence_sorts_by_deadline", lambda: one.update(sorts_on=date(2019, 1, 1)))
    refuses("occurrence_state_known", lambda: one.update(state="DONE"))
    refuses("occurrence_due_after_start", lambda: one.update(starts_on=date(2020, 1, 1)))


def test_done_is_accepted_and_handed_in(world: PlansWorld) -> None:
    one = Occurrence.objects.filter(pk=world.one(world.plan(FILM), "a", world.department).pk)

    refuses("occurrence_accepted_paired", lambda: one.update(state="ACCEPTED"))
    refuses("occurrence_pending_was_handed_in", lambda: one.update(state="SUBMITTED"))
    refuses("occurrence_suspended_paired", lambda: one.update(state="SUSPENDED"))


def test_a_part_is_given_once(world: PlansWorld) -> None:
    part = world.part(world.plan(FILM), "a", world.department)

    refuses(
        "assignment_once",
        lambda: Assignment.objects.create(
            task=part.task,
            agency_id=part.agency_id,
            obligation=part.obligation,
            plan_id=part.plan_id,
            issuer_id=part.issuer_id,
            assigned_on=part.assigned_on,
        ),
    )


def test_a_plan_has_its_number_once(world: PlansWorld) -> None:
    plan = world.plan(FILM)
    other = world.plan(FILM, number="9/KH")

    refuses(
        "plan_number_once_a_year",
        lambda: Plan.objects.filter(pk=other.pk).update(number_key=plan.number_key),
    )
    refuses("plan_not_above_itself", lambda: Plan.objects.filter(pk=plan.pk).update(above=plan))


def test_a_proof_can_be_looked_at_and_a_return_has_its_reason(world: PlansWorld) -> None:
    one = world.one(world.plan(FILM), "a", world.department)
    world.hand_in(one)

    refuses("proof_file_or_link", lambda: Proof.objects.update(file=None))
    refuses(
        "submission_returned_with_a_reason",
        lambda: Submission.objects.update(state="RETURNED", decided_at=world.now),
    )


Lines = dict[tuple[object, ...], int]

BY_AREA = ("year", "agency_id", "issuer_id", "area_code", "obligation", "timeliness")
BY_PLAN = ("plan_id", "agency_id", "issuer_id", "timeliness")
BY_QUARTER = ("year", "quarter", "agency_id", "issuer_id", "timeliness")


def tallied() -> list[Lines]:
    """What the tallies add up to, in each grain."""
    grains = (Tally.objects.by_area(), BY_AREA), (Tally.objects.by_plan(), BY_PLAN)
    found = []
    for rows, names in (*grains, (Tally.objects.by_quarter(), BY_QUARTER)):
        lines: Lines = {}
        for *key, number in rows.values_list(*names, "number"):
            lines[tuple(key)] = lines.get(tuple(key), 0) + number
        found.append({key: number for key, number in lines.items() if number})
    return found


def counted() -> list[Lines]:
    """The same, counted one by one."""
    found: list[Lines] = [{}, {}, {}]
    for one in Occurrence.objects.all():
        quarter = (one.due_on.month + 2) // 3 if one.due_on else 0
        for lines, names in zip(found, (BY_AREA, BY_PLAN, BY_QUARTER), strict=True):
            key = tuple(quarter if name == "quarter" else getattr(one, name) for name in names)
            lines[key] = lines.get(key, 0) + 1
    return found


def test_the_database_counts_along_with_everything_that_happens(world: PlansWorld) -> None:
    plan = world.plan(MONTHLY, FILM)
    assert tallied() == counted()

    world.finish(world.one(plan, "b", world.department), date(2019, 1, 20))
    assert tallied() == counted()

    Occurrence.objects.filter(plan=plan).update(agency=world.home_affairs)
    assert tallied() == counted()

    Occurrence.objects.filter(sequence__gt=6).delete()
    assert tallied() == counted()
    assert count(countable(WorkFilter(year=2019), SYSTEM)).total == Occurrence.objects.count()


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.sampled_from(sorted(Timeliness))), min_size=1, max_size=6
    )
)
def test_the_counts_are_right_after_any_changes(
    world: PlansWorld, changes: list[tuple[int, str]]
) -> None:
    if not Plan.objects.exists():
        world.plan(MONTHLY)
    for sequence, timeliness in changes:
        Occurrence.objects.filter(sequence__lte=sequence).update(timeliness=timeliness)

    assert tallied() == counted()
