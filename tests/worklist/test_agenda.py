"""The register of dated things: sources asked, answers in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.worklist.public import AgendaItem, AgendaKind, agenda_of, register_agenda
from cchc.modules.worklist.queries import agenda
from cchc.modules.worklist.rules.agenda import in_time_order
from cchc.platform.access import Actor
from cchc.platform.calendar import VIETNAM

DAY = date(2019, 10, 15)
ME = Actor(user_id=1)


def item(key: str, on: date = DAY, hour: int | None = None, **of_it: object) -> AgendaItem:
    starts_at = datetime(on.year, on.month, on.day, hour, tzinfo=VIETNAM) if hour else None
    known: dict[str, object] = {"title": key, "kind": AgendaKind.MEETING, "url": "/"}
    return AgendaItem(key=key, on=on, starts_at=starts_at, **{**known, **of_it})  # type: ignore[arg-type]


@pytest.fixture
def no_sources(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(agenda, "_sources", {})
    return


def test_a_day_begins_with_what_has_no_hour() -> None:
    late, early, whole = item("b", hour=14), item("a", hour=8), item("c")
    before = item("d", on=date(2019, 10, 14), hour=17)

    assert in_time_order([late, early, whole, before]) == [before, whole, early, late]


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 23)), max_size=20))
def test_the_order_does_not_hang_on_the_order_of_asking(pairs: list[tuple[int, int]]) -> None:
    items = [item(f"{n}", date(2019, 10, day), hour) for n, (day, hour) in enumerate(pairs)]

    assert in_time_order(items) == in_time_order(reversed(items))


@pytest.mark.usefixtures("no_sources")
def test_every_source_is_asked_with_the_days_and_kinds_are_chosen() -> None:
    asked = []

    def deadlines(actor: Actor, since: date, until: date) -> list[AgendaItem]:
        asked.append((actor, since, until))
        return [item("due", kind=AgendaKind.DEADLINE)]

    register_agenda("one", deadlines)
    register_agenda("two", lambda *_asked: [item("meet", hour=8)])
    register_agenda("two", lambda *_asked: [item("meet", hour=8)])

    assert [i.key for i in agenda_of(ME, DAY, DAY)] == ["due", "meet"]
    assert [i.key for i in agenda_of(ME, DAY, DAY, [AgendaKind.MEETING])] == ["meet"]
    assert asked[0] == (ME, DAY, DAY)
