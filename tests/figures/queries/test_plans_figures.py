"""The figures of plans against counting by hand, row by row, over a generated year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from itertools import product

import pytest

from cchc.modules.figures.public import (
    NO_KEY,
    Cut,
    DatedBy,
    Dimension,
    RowPart,
    every_row_of,
    figure_of,
    figures_for,
    median_of,
    month_key,
    quarter_key,
    rounded_to,
    rows_of,
    series_of,
    value_of,
    values_of,
)
from cchc.modules.organisation.models import SpecialDay
from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.models import Assignment, Extension, Occurrence, Plan, Submission
from cchc.modules.plans.queries.boards import board_page
from cchc.modules.plans.queries.home import home_figures
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.platform.access import AccessDenied, Actor
from cchc.platform.calendar import (
    VIETNAM,
    in_vietnam,
    working_days_between,
    working_minutes_between,
)
from tests.plans.world import PlansWorld

YEAR = Cut(year=2019)
Q3 = replace(YEAR, since=date(2019, 7, 1), until=date(2019, 9, 30))
GIVEN = replace(YEAR, since=date(2018, 12, 1), until=date(2018, 12, 31), dated_by=DatedBy.GIVEN)
STANDS = {
    "plans.done_on_time": {"DONE_ON_TIME"},
    "plans.done_late": {"DONE_LATE"},
    "plans.overdue": {"OVERDUE"},
    "plans.fallen_due": {"DONE_ON_TIME", "DONE_LATE", "OVERDUE"},
    "plans.awaiting": {"AWAITING"},
    "plans.waiting": {"WAITING"},
    "plans.due_soon": {"DUE_SOON"},
    "plans.open_in_time": {"NOT_DUE", "DUE_SOON", "AWAITING", "WAITING", "CONTINUOUS"},
}


def by_hand(cut: Cut, actor: Actor) -> list[Occurrence]:
    """The work of a cut, found by looking at every row."""
    scope = actor.scope_of(figure_of("plans.given").permission)
    return [
        one
        for one in Occurrence.objects.select_related("assignment")
        if not one.is_part
        and (one.agency_id in scope or one.issuer_id in scope)
        and (cut.agency_ids is None or one.agency_id in cut.agency_ids)
        and (cut.year is None or one.year == cut.year)
        and (cut.area is None or one.area_code == cut.area)
        and (cut.source_id is None or one.plan_id == cut.source_id)
        and (not cut.obligation or one.obligation == cut.obligation)
        and in_days(cut, one)
    ]


def in_days(cut: Cut, one: Occurrence) -> bool:
    day = one.due_on if cut.dated_by is DatedBy.DUE else one.assignment.assigned_on
    if cut.is_undated:
        return day is None
    if cut.since is None and cut.until is None:
        return True
    return day is not None and (cut.since or day) <= day <= (cut.until or day)


def cuts(world: PlansWorld, plan: Plan) -> list[Cut]:
    own = frozenset({world.department.pk})
    return [
        Cut(),
        YEAR,
        Q3,
        GIVEN,
        Cut(source_id=plan.pk),
        replace(YEAR, is_undated=True),
        replace(YEAR, agency_ids=own),
        replace(Q3, agency_ids=own, obligation="LEAD"),
        replace(YEAR, area="", obligation="COORDINATING"),
        Cut(year=2012),
    ]


def people(world: PlansWorld) -> list[Actor]:
    return [world.actor(p) for p in (world.operator, world.head, world.stranger, world.leader)]


def test_counts_are_what_one_counts_by_hand(world: PlansWorld, lived: Plan) -> None:
    for actor in people(world):
        for cut in cuts(world, lived):
            work = by_hand(cut, actor)
            found = values_of([*STANDS, "plans.given"], cut, actor=actor, today=world.today)

            for code, stands in STANDS.items():
                assert found[code].amount == sum(one.timeliness in stands for one in work), (
                    code,
                    cut,
                )
            in_force = [one for one in work if one.timeliness != "NOT_COUNTED"]
            assert found["plans.given"].amount == len(in_force)


def test_given_is_done_or_open_and_nothing_else(world: PlansWorld, lived: Plan) -> None:
    """The four states of work given by the People's Committee add up, as the reports add them."""
    parts = ["done_on_time", "done_late", "open_in_time", "overdue"]
    for cut in cuts(world, lived):
        codes = [f"plans.{part}" for part in [*parts, "given"]]
        found = values_of(codes, cut, actor=world.actor(world.operator), today=world.today)

        assert (
            sum(found[f"plans.{part}"].amount or 0 for part in parts) == found["plans.given"].amount
        )


def test_the_rate_is_over_what_has_fallen_due(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    rate = value_of("plans.on_time_rate", YEAR, actor=actor, today=world.today)
    fallen_due = value_of("plans.fallen_due", YEAR, actor=actor, today=world.today)

    assert rate.denominator == fallen_due.amount
    assert rate.amount == rounded_to(rate.numerator * 100 / rate.denominator, 1)
    nothing = value_of("plans.on_time_rate", Cut(year=2012), actor=actor, today=world.today)
    assert nothing.amount is None


def test_parts_add_up_to_the_whole_and_open_to_it(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    for figure in figures_for(actor):
        for cut, by in product((YEAR, Q3, replace(YEAR, obligation="LEAD")), Dimension):
            if by not in figure.dimensions or not figure.fits(cut):
                continue
            ask = partial(value_of, figure.code, actor=actor, today=world.today)
            series = series_of(figure.code, cut, by, actor=actor, today=world.today)

            whole = ask(cut)
            assert sum(v.denominator for v in series.values()) == whole.denominator
            assert sum(v.numerator for v in series.values()) == whole.numerator
            for key, value in series.items():
                assert ask(cut.narrowed(by, key)) == value, (figure.code, by, key)


def test_every_number_opens_to_as_many_rows_as_it_says(world: PlansWorld, lived: Plan) -> None:
    for actor in people(world):
        for figure in figures_for(actor):
            for cut in (YEAR, Q3, Cut()):
                if not figure.fits(cut):
                    continue
                ask = {"actor": actor, "today": world.today}
                value = value_of(figure.code, cut, **ask)  # type: ignore[arg-type]
                rows = list(every_row_of(figure.code, cut, **ask))  # type: ignore[arg-type]
                counted = rows_of(figure.code, cut, part=RowPart.COUNTED, **ask)  # type: ignore[arg-type]
                rest = rows_of(figure.code, cut, part=RowPart.REST, **ask)  # type: ignore[arg-type]

                assert len(rows) == value.denominator, (figure.code, cut)
                assert counted.total + rest.total == len(rows)
                if figure.kind == "RATE":
                    assert counted.total == value.numerator
                    assert sum(row.is_counted for row in rows) == value.numerator
                if figure.kind == "MEAN":
                    assert sum(row.amount or 0 for row in rows) == value.numerator
                if figure.kind == "MEDIAN" and rows:
                    assert rounded_to(_median(rows), 1) == value.amount


def _median(rows: Iterable[object]) -> Decimal:
    found = median_of([row.amount for row in rows])  # type: ignore[attr-defined]
    assert found is not None
    return found


def test_days_late_are_those_of_the_clock(world: PlansWorld, lived: Plan) -> None:
    SpecialDay.objects.create(
        agency=world.department, on=date(2019, 10, 9), kind="CLOSED", reason="Mất điện"
    )
    actor = world.actor(world.operator)
    late = [one for one in by_hand(YEAR, actor) if one.timeliness in {"DONE_LATE", "OVERDUE"}]
    assert late
    days = working = 0
    for one in late:
        stands = one.state in {"ACCEPTED", "SUBMITTED", "APPROVED"}
        end = one.submitted_on if stands else world.today
        assert end is not None
        assert one.due_on is not None
        days += (end - one.due_on).days
        working += working_days_between(working_calendar(one.agency_id), one.due_on, end)

    found = values_of(
        ["plans.days_late", "plans.working_days_late"], YEAR, actor=actor, today=world.today
    )
    assert found["plans.days_late"].numerator == days
    assert found["plans.working_days_late"].numerator == working
    assert found["plans.days_late"].denominator == len(late)


def test_what_happened_is_counted_by_its_own_day(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    january = YEAR.within(date(2019, 1, 1), date(2019, 1, 31))
    codes = ["plans.extensions_asked", "plans.extensions_granted", "plans.returned_proofs"]
    found = values_of(codes, january, actor=actor, today=world.today)

    def within(at: datetime | None) -> bool:
        return at is not None and in_vietnam(at).date() <= date(2019, 1, 31)

    asked = [one for one in Extension.objects.all() if within(one.asked_at)]
    assert found["plans.extensions_asked"].amount == len(asked) > 0
    granted = [one for one in asked if one.state == "GRANTED"]
    assert found["plans.extensions_granted"].amount == len(granted) > 0
    returned = Submission.objects.filter(state="RETURNED").count()
    assert value_of(codes[2], YEAR, actor=actor, today=world.today).amount == returned > 0


def test_hours_until_work_is_taken_up_are_hours_of_work(world: PlansWorld, lived: Plan) -> None:
    parts = [
        part
        for part in Assignment.objects.select_related("plan")
        if part.acknowledged_at is not None and not part.is_part
    ]
    hours = []
    for part in parts:
        morning = datetime.combine(part.assigned_on, time(), tzinfo=VIETNAM)
        since = max(part.plan.confirmed_at, morning)
        assert part.acknowledged_at is not None
        minutes = working_minutes_between(working_calendar(None), since, part.acknowledged_at)
        hours.append(Decimal(minutes) / 60)
    middle = median_of(hours)
    assert middle is not None

    found = value_of(
        "plans.acknowledge_hours", YEAR, actor=world.actor(world.operator), today=world.today
    )
    assert (found.amount, found.denominator) == (rounded_to(middle, 1), len(parts))


def test_boards_home_and_plans_say_the_same(world: PlansWorld, lived: Plan) -> None:
    for person in (world.operator, world.head, world.leader):
        actor = world.actor(person)
        found = values_of([*STANDS, "plans.given", "plans.on_time_rate"], YEAR, actor=actor,
                          today=world.today)  # fmt: skip
        board = board_page(actor=actor, now=world.now, year=2019).counts
        paper = plan_page(plan_id=lived.pk, actor=actor, today=world.today).counts
        home = {figure.label: figure.value for figure in home_figures(actor, world.today)}

        for counts in (board, paper):
            assert counts.total == found["plans.given"].amount
            assert counts.overdue == found["plans.overdue"].amount
            assert counts.rate == found["plans.on_time_rate"].amount
            assert counts.open_in_time == found["plans.open_in_time"].amount
        assert home["Nhiệm vụ quá hạn"] == str(found["plans.overdue"].amount)
        assert home["Sắp đến hạn"] == str(found["plans.due_soon"].amount)
        assert home["Đã nộp, chờ nghiệm thu"] == str(found["plans.awaiting"].amount)


def test_keys_of_months_and_quarters_are_those_of_the_days(world: PlansWorld, lived: Plan) -> None:
    actor = world.actor(world.operator)
    for by, key_of in ((Dimension.MONTH, month_key), (Dimension.QUARTER, quarter_key)):
        expected: dict[str, int] = defaultdict(int)
        for one in by_hand(YEAR, actor):
            if one.timeliness != "NOT_COUNTED":
                expected[key_of(one.due_on) if one.due_on else NO_KEY] += 1

        found = series_of("plans.given", YEAR, by, actor=actor, today=world.today)
        assert {key: v.amount for key, v in found.items() if v.amount} == expected


def test_who_may_see_no_work_may_ask_for_no_figure(world: PlansWorld, lived: Plan) -> None:
    with pytest.raises(AccessDenied):
        value_of("plans.given", YEAR, actor=world.actor(world.administrator), today=world.today)
    assert figures_for(world.actor(world.administrator)) == []
