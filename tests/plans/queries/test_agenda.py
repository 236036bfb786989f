"""What plans put into calendars: deadlines of one's work, and report dates."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.modules.plans.agenda import find_agenda
from cchc.modules.plans.rules.report_duty import is_report
from cchc.modules.worklist.public import AgendaKind
from cchc.platform.access import NOBODY
from tests.plans.world import PlansWorld

FIRST, LAST = date(2019, 1, 1), date(2019, 12, 31)


@pytest.mark.parametrize(
    ("content", "product", "expected"),
    [
        ("Báo cáo kết quả quý III", "", True),
        ("Kiểm tra cải cách hành chính", "Báo cáo kết quả", True),
        ("Xây dựng phim ngắn", "Phim ngắn", False),
        ("Rà soát chế độ báo cáo", "Quyết định", False),
    ],
)
def test_a_report_is_known_by_its_words(content: str, product: str, *, expected: bool) -> None:
    assert is_report(content, product) is expected


def test_an_officer_sees_the_deadlines_of_their_agency(world: PlansWorld) -> None:
    world.plan()

    mine = find_agenda(world.actor(world.reform_officer), FIRST, LAST)
    helping = find_agenda(world.actor(world.stranger), FIRST, LAST)

    film = [item for item in mine if "phim ngắn" in item.title]
    assert [(item.on, item.kind) for item in film] == [(date(2019, 9, 30), AgendaKind.DEADLINE)]
    reports = [item for item in mine if item.kind is AgendaKind.REPORT]
    assert len(reports) == 12
    assert all(item.agency_name == "Sở Tư pháp" for item in mine)
    assert all(item.agency_name == "Sở Tài chính" for item in helping)


def test_whoever_only_gives_work_sees_each_task_once_a_day(world: PlansWorld) -> None:
    world.plan()

    given = find_agenda(world.actor(world.operator), FIRST, LAST)

    keys = [(item.key, item.on) for item in given]
    assert len(keys) == len(set(keys))
    film = next(item for item in given if "phim ngắn" in item.title)
    assert (film.agency_name, film.agency_id) == ("", None)
    assert "2 cơ quan" in film.detail


def test_continuous_work_and_other_months_stand_aside(world: PlansWorld) -> None:
    world.plan()
    actor = world.actor(world.reform_officer)

    assert not any("nội bộ" in item.title for item in find_agenda(actor, FIRST, LAST))
    august = find_agenda(actor, date(2019, 8, 1), date(2019, 8, 31))
    assert {item.on.month for item in august} == {8}
    assert find_agenda(NOBODY, FIRST, LAST) == []


def test_names_stay_when_a_deadline_moves(world: PlansWorld) -> None:
    plan = world.plan()
    actor = world.actor(world.reform_officer)
    before = {i.title: i.key for i in find_agenda(actor, FIRST, LAST) if "phim" in i.title}
    one = world.one(plan, "a", world.department)
    one.due_on = one.sorts_on = date(2019, 11, 5)
    one.save()

    after = {i.title: i.key for i in find_agenda(actor, FIRST, LAST) if "phim" in i.title}

    assert after == before
