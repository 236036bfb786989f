"""How often agencies were told, as the catalogue counts it."""

from __future__ import annotations

from datetime import date

from cchc.modules.figures.public import Cut, Dimension, rows_of, table_of, value_of
from cchc.modules.urging.figures import RECEIVED
from cchc.platform.access import SYSTEM
from tests.urging.world import UrgingWorld, told_of

TODAY = date(2019, 10, 22)
YEAR = Cut(year=2019)
CODE = RECEIVED.code


def test_each_telling_counts_once_in_its_month_and_for_its_agency(world: UrgingWorld) -> None:
    one = world.film(holder=world.officer)
    world.pass_days(date(2019, 9, 16), date(2019, 10, 7))
    told = told_of(one)
    assert told

    months = table_of([CODE], YEAR, Dimension.MONTH, actor=SYSTEM, today=TODAY)
    agencies = table_of([CODE], YEAR, Dimension.AGENCY, actor=SYSTEM, today=TODAY)
    september = [day for day, *_rest in told if day.month == 9]

    assert value_of(CODE, YEAR, actor=SYSTEM, today=TODAY).amount == len(told)
    assert months["2019-09"][CODE].amount == len(september)
    assert sum(line[CODE].amount or 0 for line in agencies.values()) == len(told)


def test_the_figure_opens_to_the_tellings(world: UrgingWorld) -> None:
    one = world.film(holder=world.officer)
    world.pass_days(date(2019, 9, 16), date(2019, 10, 7))
    october = YEAR.within(date(2019, 10, 1), date(2019, 10, 31))
    wanted = [day for day, *_rest in told_of(one) if day.month == 10]

    page = rows_of(CODE, october, actor=SYSTEM, today=TODAY)

    assert page.total == len(wanted)
    assert sorted(row.on for row in page.rows if row.on) == sorted(wanted)
    assert {row.url for row in page.rows} == {f"/nhiem-vu/{one.task_id}/?ky={one.pk}"}


def test_what_another_year_told_is_not_counted(world: UrgingWorld) -> None:
    world.film(holder=world.officer)
    world.pass_days(date(2019, 9, 16), date(2019, 10, 7))

    assert value_of(CODE, Cut(year=2018), actor=SYSTEM, today=TODAY).amount == 0
