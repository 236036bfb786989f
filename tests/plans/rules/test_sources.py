"""Finding the same work in two documents, and what they say differently."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.draft import Cell, DraftTask, Mention
from cchc.modules.plans.rules.kinds import TimeKind
from cchc.modules.plans.rules.sources import (
    Clash,
    Known,
    Terms,
    candidates_for,
    clashes_between,
    contradictions_within,
    lead_ids_of,
    terms_of,
)
from cchc.modules.plans.rules.timing import Timing
from cchc.platform.text.folding import fold

DAY, LATER = date(2019, 6, 30), date(2019, 9, 30)
days = st.none() | st.dates(date(2019, 1, 1), date(2019, 12, 31))
agencies = st.frozensets(st.integers(1, 5), max_size=3)
terms = st.builds(Terms, days, agencies)


def row(code: str, content: str, due_on: date | None = None, *leads: int) -> DraftTask:
    mentions = tuple(Mention(str(pk), (f"agency:{pk}",)) for pk in leads)
    timing = Timing(TimeKind.DEADLINE, due_on=due_on) if due_on else Timing(TimeKind.NONE)
    cells = {"content": Cell(content)}
    return DraftTask(f"t{code}", code=code, cells=cells, timing=timing, leads=mentions)


@given(terms, terms)
def test_silence_contradicts_nothing_and_nothing_contradicts_itself(a: Terms, b: Terms) -> None:
    assert clashes_between(a, a) == ()
    found = clashes_between(a, b)
    assert (Clash.DEADLINE in found) == bool(a.due_on and b.due_on and a.due_on != b.due_on)
    assert clashes_between(a, Terms()) == ()
    assert clashes_between(Terms(), b) == ()


@given(agencies, agencies)
def test_naming_some_of_the_leads_contradicts_nothing(
    leads: frozenset[int], more: frozenset[int]
) -> None:
    assert clashes_between(Terms(lead_ids=leads | more), Terms(lead_ids=leads)) == ()


@given(st.lists(st.text(max_size=80), max_size=8), st.text(max_size=80))
def test_candidates_are_ranked_and_within_bounds(texts: list[str], wanted: str) -> None:
    known = [Known(pk, fold(text)) for pk, text in enumerate(texts)]
    found = candidates_for(wanted, (), known, limit=3)

    assert len(found) <= 3
    assert all(0.62 <= one.likeness <= 1 for one in found)
    assert [one.likeness for one in found] == sorted((o.likeness for o in found), reverse=True)


def test_the_same_work_in_other_words_is_found_before_other_work() -> None:
    known = [
        Known(1, fold("Xây dựng phim ngắn về cải cách hành chính"), frozenset({7})),
        Known(2, fold("Kiểm tra công tác văn thư tại các huyện"), frozenset({7})),
    ]
    found = candidates_for(
        "Giao Sở xây dựng phim ngắn tuyên truyền cải cách hành chính", {7}, known
    )

    assert [one.task_id for one in found] == [1]
    assert found[0].is_same_lead


def test_a_word_or_two_is_no_candidate() -> None:
    assert candidates_for("Báo", (), [Known(1, "bao cao")]) == []
    assert candidates_for("Báo cáo kết quả", (), []) == []


def test_two_points_of_one_paper_that_differ_are_said() -> None:
    words = "Rà soát thủ tục hành chính thuộc thẩm quyền giải quyết"
    rows = [
        row("1", words, DAY, 1),
        row("2", f"{words}.", LATER, 2),
        row("3", "Việc khác hẳn", DAY),
    ]
    (found,) = contradictions_within(rows)

    assert (found.row_id, found.other_id, found.other_code) == ("t2", "t1", "1")
    assert found.clashes == (Clash.DEADLINE, Clash.LEAD)


@pytest.mark.parametrize("kind", [TimeKind.RECURRING, TimeKind.CONTINUOUS, TimeKind.NONE])
def test_only_one_day_can_contradict_another(kind: TimeKind) -> None:
    task = DraftTask("t1", timing=Timing(kind, due_on=DAY))

    assert terms_of(task).due_on is None


def test_chosen_members_are_who_leads() -> None:
    mentions = [Mention("x", ("group:SO",), chosen=(3,)), Mention("y", ("agency:4",)), Mention("z")]

    assert lead_ids_of(mentions) == {3, 4}
