"""Deadlines given in working days: counted by the agency's own calendar, and moved with it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.organisation.operations.calendars import remove_special_day, set_special_days
from cchc.modules.organisation.queries.calendars import working_calendar
from cchc.modules.organisation.rules.kinds import SpecialDayKind
from cchc.modules.plans.models import DueChange, Occurrence
from cchc.modules.plans.operations.break_down import Part
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.reckoning import day_of
from cchc.modules.plans.operations.redate import redate_for_calendars
from cchc.modules.plans.operations.settle_waiting import bind_reference, record_trigger
from cchc.modules.plans.queries.task_page import task_page
from cchc.platform.access import SYSTEM
from cchc.platform.calendar import (
    add_working_days,
    is_working_day,
    vietnamese_calendar,
    working_days_between,
)
from tests.plans.threads import DAY, film, fresh, give, round_of
from tests.plans.world import CONDITIONAL, PlansWorld, moment, said, told
from tests.waiting import waiting_jobs

CALENDAR = vietnamese_calendar(years=range(2018, 2022))
DAYS = st.dates(date(2018, 2, 1), date(2020, 11, 30))


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_on_are_so_many_working_days_away(day: date, number: int) -> None:
    end = add_working_days(CALENDAR, day, number)
    assert working_days_between(CALENDAR, day, end) == number
    assert is_working_day(CALENDAR, end)
    assert add_working_days(CALENDAR, day, number - 1) < end or number == 1


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_two_shifts_are_one(day: date, first: int, second: int) -> None:
    there = add_working_days(CALENDAR, add_working_days(CALENDAR, day, first), second)
    if first or is_working_day(CALENDAR, day):
        assert there == add_working_days(CALENDAR, day, first + second)


def closed(world: PlansWorld, first: date, last: date | None = None, *, own: bool = True):  # type: ignore[no-untyped-def]
    return set_special_days(
        first=first,
        last=last,
        kind=SpecialDayKind.CLOSED,
        reason="Chuyển trụ sở",
        agency_id=world.department.pk if own else None,
        actor=SYSTEM,
        now=moment(DAY),
    )


def event(world: PlansWorld, days: int = 10) -> Occurrence:
    """Work that waited, to be done in so many working days from 2/9/2019 (a holiday)."""
    plan = world.plan(CONDITIONAL, number="280/KH-UBND")
    one = world.one(plan, "c", world.department)
    record_trigger(
        task_id=one.task_id,
        happened_on=DAY,
        days=days,
        actor=world.actor(world.operator),
        now=moment(DAY),
    )
    return fresh(one)


def test_an_event_gives_each_agency_its_own_working_days(world: PlansWorld) -> None:
    closed(world, date(2019, 9, 5), date(2019, 9, 6))
    one = event(world)
    other = Occurrence.objects.get(task=one.task_id, agency=world.other_department)
    assert (one.due_on, other.due_on) == (date(2019, 9, 18), date(2019, 9, 16))
    assert (one.days_given, one.days_from) == (10, DAY)


def test_a_document_may_set_working_days_too(world: PlansWorld) -> None:
    plan = world.plan(CONDITIONAL)
    one = world.one(plan, "c", world.department)
    bind_reference(
        task_id=one.task_id,
        issued_on=DAY,
        days=3,
        document_number="12/KH-BCĐ",
        actor=world.actor(world.operator),
        now=moment(DAY),
    )
    assert fresh(one).due_on == date(2019, 9, 5)


def test_a_changed_calendar_moves_what_was_given_in_working_days_and_says_so(
    world: PlansWorld,
) -> None:
    one = event(world)
    part = Part("Rà soát", leads=(world.division.pk,), days=10)
    below = round_of(give(world, one, part)[0])
    assert below.due_on == one.due_on == date(2019, 9, 16)
    closed(world, date(2019, 9, 9), date(2019, 9, 10))
    assert [job.name for job in waiting_jobs()].count("plans.redate_for_calendars") == 1

    assert redate_for_calendars(actor=SYSTEM, now=moment(DAY)) == 2
    assert redate_for_calendars(actor=SYSTEM, now=moment(DAY)) == 0

    one = fresh(one)
    assert (one.due_on, one.first_due_on) == (date(2019, 9, 18), date(2019, 9, 16))
    assert fresh(below).due_on == date(2019, 9, 18)
    assert said().count("plans.work.due_reckoned_anew") == 2
    assert told(world.head)[-1] == "plans.work.dated"
    change = DueChange.objects.filter(occurrence=one).get()
    assert (change.kind, change.reason) == (
        "CALENDAR",
        "10 ngày làm việc kể từ 02/09/2019",
    )
    page = task_page(task_id=one.task_id, actor=world.actor(world.head), today=DAY)
    lines = {line.label: line.value for line in page.clocks[0].lines}
    assert lines["Hạn mới (lịch làm việc thay đổi)"] == "18/09/2019"
    found = reckon_states(actor=SYSTEM, now=moment(DAY))
    assert (found.off_ledger, found.without_round) == ((), ())


def test_a_calendar_changed_back_moves_it_back(world: PlansWorld) -> None:
    one = event(world)
    (day,) = closed(world, date(2019, 9, 9), own=False)
    redate_for_calendars(actor=SYSTEM, now=moment(DAY))
    assert fresh(one).due_on == date(2019, 9, 17)
    remove_special_day(special_day_id=day.pk, actor=SYSTEM, now=moment(DAY))
    redate_for_calendars(actor=SYSTEM, now=moment(DAY))
    assert fresh(one).due_on == date(2019, 9, 16)


def test_days_that_are_written_stay_and_so_does_what_is_handed_in(world: PlansWorld) -> None:
    _, written = film(world)
    closed(world, date(2019, 9, 9))
    assert redate_for_calendars(actor=SYSTEM, now=moment(DAY)) == 0
    assert fresh(written).due_on == written.due_on
    one = event(world)
    world.hand_in(one, DAY)
    closed(world, date(2019, 9, 11))
    assert redate_for_calendars(actor=SYSTEM, now=moment(DAY)) == 0
    assert fresh(one).due_on == one.due_on


def test_more_time_in_working_days_follows_the_calendar_too(world: PlansWorld) -> None:
    _, one = film(world)
    asked = ask_extension(
        occurrence_id=one.pk,
        wanted_on=date(2019, 10, 20),
        reason="Chờ",
        actor=world.actor(world.head),
        now=moment(DAY),
    )
    decide_extension(
        extension_id=asked.pk,
        is_granted=True,
        granted_days=3,
        actor=world.actor(world.operator),
        now=moment(DAY),
    )
    assert fresh(one).due_on == date(2019, 10, 3)
    closed(world, date(2019, 10, 2))
    redate_for_calendars(actor=SYSTEM, now=moment(DAY))
    assert fresh(one).due_on == date(2019, 10, 4)


def test_near_is_near_by_the_calendar_of_the_agency(world: PlansWorld) -> None:
    _, one = film(world)  # due on 30/9
    closed(world, date(2019, 9, 23), date(2019, 9, 25))
    day = day_of(moment(date(2019, 9, 20)))
    assert day.soon_until == date(2019, 9, 27)
    assert day.soon_for(world.department.pk) == date(2019, 10, 2)
    assert day.exceptions() == {
        world.department.pk: date(2019, 10, 2),
        world.division.pk: date(2019, 10, 2),
    }
    reckon_states(actor=SYSTEM, now=moment(date(2019, 9, 20)))
    assert fresh(one).timeliness == "DUE_SOON"
    other = Occurrence.objects.get(task=one.task_id, agency=world.other_department)
    assert other.timeliness == "NOT_DUE"
    assert working_calendar(world.department.pk) != working_calendar(None)


def test_working_days_are_counted_by_the_calendar_of_whoever_receives(world: PlansWorld) -> None:
    _, root = film(world)
    part = Part("Đọc duyệt", leads=(world.division.pk,), days=5)
    one = round_of(give(world, root, part, on=date(2019, 8, 30))[0])
    # Friday 30/8; Monday 2/9 is the national day.
    assert (one.due_on, one.days_given, one.days_from) == (
        date(2019, 9, 9),
        5,
        date(2019, 8, 30),
    )
    assert one.task.time_text == "Trong 5 ngày làm việc kể từ ngày 30/08/2019"
