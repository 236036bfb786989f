"""From the time of a task to its occurrences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.plans.rules.kinds import Freq, Obligation, TimeKind, WaitingFor
from cchc.modules.plans.rules.occurrences import (
    Planned,
    TooManyOccurrences,
    once_due,
    plan_occurrences,
    renumbered,
)
from cchc.modules.plans.rules.rounds import Anchor, Rhythm
from cchc.modules.plans.rules.timing import UNTIMED, Timing, timing_of
from cchc.officialdocs.understanding.times import read_time

YEAR = (date(2019, 1, 1), date(2019, 12, 31))
ISSUED = date(2018, 12, 6)


def planned(text: str, obligation: Obligation = Obligation.LEAD) -> tuple[Planned, ...]:
    timing = timing_of(read_time(text, year=2019, period=YEAR))
    return plan_occurrences(timing, obligation, period=YEAR, assigned_on=ISSUED)


@pytest.mark.parametrize(
    ("text", "count", "due"),
    [
        ("Quý II/2019", 1, "2019-06-30"),
        ("Trong tháng 01/2019", 1, "2019-01-31"),
        ("Trước ngày 30/11/2019", 1, "2019-11-29"),
        ("Chậm nhất ngày 20/9/2019", 1, "2019-09-20"),
        ("Mỗi tháng 02 kỳ", 24, "2019-01-15"),
        ("Mỗi tháng một kỳ", 12, "2019-01-31"),
        ("Hai tháng 01 kỳ", 6, "2019-02-28"),
        ("Hằng tuần trong tháng", 52, "2019-01-06"),
        ("Định kỳ hàng quý và đột xuất khi có yêu cầu", 4, "2019-03-31"),
        ("Định kỳ 6 tháng", 2, "2019-06-30"),
        ("Tháng 12 hằng năm", 1, "2019-12-31"),
        ("Trước ngày 15 hằng tháng", 12, "2019-01-14"),
        ("Chủ nhật, ngày 06/10/2019", 1, "2019-10-06"),
    ],
)
def test_what_is_dated_stays_on_the_day_that_is_written(text: str, count: int, due: str) -> None:
    found = planned(text)

    assert len(found) == count
    assert found[0].due_on == date.fromisoformat(due)
    assert [one.sequence for one in found] == list(range(1, count + 1))
    assert not found[0].is_continuous


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Theo Kế hoạch", WaitingFor.REFERENCE),
        ("Theo tiến độ kế hoạch của Văn phòng Chính phủ", WaitingFor.REFERENCE),
        ("Khi có văn bản pháp luật mới", WaitingFor.EVENT),
        ("Khi có hướng dẫn của Trung ương", WaitingFor.EVENT),
        ("", WaitingFor.DEADLINE),
    ],
)
def test_what_has_no_time_waits(text: str, waits: WaitingFor) -> None:
    assert planned(text) == (Planned(1, waits_for=waits),)


@pytest.mark.parametrize(
    "text", ["Thường xuyên trong năm", "Từ 01/7/2019", "Hằng ngày", "Thường xuyên khi có phát sinh"]
)
def test_what_goes_on_is_due_at_the_end_of_the_period(text: str) -> None:
    (one,) = planned(text)

    assert (one.due_on, one.is_continuous) == (date(2019, 12, 31), True)


def test_a_coordinator_is_bound_once_through_the_whole_period() -> None:
    (one,) = planned("Mỗi tháng 02 kỳ", Obligation.COORDINATING)

    assert (one.starts_on, one.due_on, one.is_continuous) == (*YEAR, True)


def test_rounds_that_were_over_before_the_task_was_given_are_left_out() -> None:
    timing = timing_of(read_time("Mỗi tháng một kỳ", year=2019, period=YEAR))

    found = plan_occurrences(timing, Obligation.LEAD, period=YEAR, assigned_on=date(2019, 6, 15))

    assert [found[0].label, len(found)] == ["Tháng 06/2019", 7]


def test_a_task_given_after_its_last_round_keeps_that_one() -> None:
    timing = timing_of(read_time("Định kỳ hàng quý", year=2019, period=YEAR))

    (last,) = plan_occurrences(timing, Obligation.LEAD, period=YEAR, assigned_on=date(2020, 2, 1))

    assert last.due_on == date(2019, 12, 31)


def test_named_days_outside_the_period_leave_one_round() -> None:
    timing = Timing(
        TimeKind.RECURRING,
        date(2019, 1, 1),
        date(2019, 2, 1),
        rhythm=Rhythm((Freq.YEARLY,), anchors=(Anchor(month=11, day=30),)),
    )

    assert plan_occurrences(timing, Obligation.LEAD, period=YEAR, assigned_on=ISSUED) == (
        Planned(1, starts_on=date(2019, 1, 1), due_on=date(2019, 2, 1)),
    )


def test_a_rhythm_beyond_reason_is_refused() -> None:
    timing = Timing(TimeKind.RECURRING, rhythm=Rhythm((Freq.WEEKLY,), times=7))
    decade = (date(2011, 1, 1), date(2020, 12, 31))

    with pytest.raises(TooManyOccurrences):
        plan_occurrences(timing, Obligation.LEAD, period=decade, assigned_on=decade[0])


def test_an_event_orders_one_round() -> None:
    late, early = date(2019, 9, 1), date(2019, 7, 1)

    assert once_due(late, starts_on=early, sequence=3, label="x").starts_on == early
    assert once_due(early, starts_on=late, sequence=3, label="x").starts_on is None


def test_new_rounds_are_numbered_on() -> None:
    assert [one.sequence for one in renumbered(planned("Định kỳ hàng quý"), after=7)] == [
        8,
        9,
        10,
        11,
    ]


@given(
    kind=st.sampled_from(sorted(TimeKind)),
    freqs=st.lists(st.sampled_from(sorted(Freq)), max_size=2, unique=True),
    start=st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2020, 12, 31))),
    length=st.one_of(st.none(), st.integers(0, 400)),
    obligation=st.sampled_from(sorted(Obligation)),
)
def test_every_assignment_owes_something_dated_or_waiting(
    kind: TimeKind,
    freqs: list[Freq],
    start: date | None,
    length: int | None,
    obligation: Obligation,
) -> None:
    due = None if length is None else (start or YEAR[0]) + timedelta(days=length)
    timing = Timing(kind, start, due, rhythm=Rhythm(tuple(freqs)))

    found = plan_occurrences(timing, obligation, period=YEAR, assigned_on=ISSUED)

    assert found
    assert all((one.due_on is None) == (one.waits_for is not None) for one in found)
    assert all(
        one.starts_on <= one.due_on for one in found if one.due_on and one.starts_on is not None
    )


def test_no_words_are_no_time() -> None:
    assert timing_of(read_time("", year=2019, period=YEAR)).kind is UNTIMED.kind
