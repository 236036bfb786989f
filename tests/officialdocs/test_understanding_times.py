"""Times of tasks, as the plans of many provinces write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.officialdocs.understanding.rhythms import Anchor, Freq
from cchc.officialdocs.understanding.times import Time, TimeKind, read_time

YEAR = 2025
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def read(text: str) -> Time:
    return read_time(text, year=YEAR, period=None)


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Quý II/2019", "2019-04-01", "2019-06-30"),
        ("Quí IV-2025", "2025-10-01", "2025-12-31"),
        ("Quý III Năm 2026", "2026-07-01", "2026-09-30"),
        ("Quý 4", "2025-10-01", "2025-12-31"),
        ("I/2025", "2025-01-01", "2025-03-31"),
        ("Quý l/2019", "2019-01-01", "2019-03-31"),
        ("Quý IV/2025- Quý II/2026", "2025-10-01", "2026-06-30"),
        ("Quý I, II/2025", "2025-01-01", "2025-06-30"),
        ("Quý II, III, IV năm 2025", "2025-04-01", "2025-12-31"),
        ("Từ quý II đến quý IV/2025", "2025-04-01", "2025-12-31"),
        ("Trong tháng 01/2019", "2019-01-01", "2019-01-31"),
        ("Tháng 12/2019", "2019-12-01", "2019-12-31"),
        ("Tháng 3-6/2025", "2025-03-01", "2025-06-30"),
        ("từ tháng 3 đến tháng 6/2025", "2025-03-01", "2025-06-30"),
        ("Trong năm 2019", "2019-01-01", "2019-12-31"),
        ("Trong năm", "2025-01-01", "2025-12-31"),
        ("Cả năm", "2025-01-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("Năm 2025 - 2026", "2025-01-01", "2026-12-31"),
        ("2025 - 2035", "2025-01-01", "2035-12-31"),
        ("6 tháng đầu năm", "2025-01-01", "2025-06-30"),
        ("6 tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
        ("Từ ngày 01/3/2025 đến ngày 30/6/2025", "2025-03-01", "2025-06-30"),
    ],
)
def test_a_stretch_of_time_is_a_period(text: str, start: str, due: str) -> None:
    time = read(text)

    assert time.kind is TimeKind.PERIOD
    assert (time.start, time.due) == (date.fromisoformat(start), date.fromisoformat(due))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("01/01/2026", "2026-01-01"),
        ("31/12/2025", "2025-12-31"),
        ("ngày 05 tháng 3 năm 2025", "2025-03-05"),
        ("Xong trong tháng 12/2025", "2025-12-31"),
        ("Hoàn thành trong quý I/2026", "2026-03-31"),
        ("Đến hết năm 2025", "2025-12-31"),
        ("Cuối quý II/2025", "2025-06-30"),
        ("Chậm nhất ngày 20/9/2025", "2025-09-20"),
        ("Đến 31/12", "2025-12-31"),
    ],
)
def test_a_day_or_an_end_is_a_deadline_and_counts(text: str, due: str) -> None:
    time = read(text)

    assert time.kind is TimeKind.DEADLINE
    assert not time.exclusive
    assert time.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Trước ngày 30/11/2025", "2025-11-30"),
        ("Trước ngày 15/12", "2025-12-15"),
        ("Hoàn thành trước ngày 15/3/2025", "2025-03-15"),
        ("Trước tháng 6/2025", "2025-06-01"),
    ],
)
def test_before_a_day_ends_the_day_before_and_keeps_the_stated_day(text: str, stated: str) -> None:
    day = date.fromisoformat(stated)
    time = read(text)

    assert time.kind is TimeKind.DEADLINE
    assert time.exclusive
    assert time.stated == day
    assert time.due is not None
    assert (day - time.due).days == 1


def test_whether_the_stated_day_counts_is_for_the_caller_to_say() -> None:
    time = read_time("Trước ngày 30/11/2025", year=2025, period=None, stated_day_counts=True)

    assert time.due == time.stated == date(2025, 11, 30)
    assert time.exclusive


@pytest.mark.parametrize(
    ("text", "freq", "times", "every"),
    [
        ("Hằng năm", Freq.YEARLY, 1, 1),
        ("Hàng năm", Freq.YEARLY, 1, 1),
        ("Mỗi tháng 02 kỳ", Freq.MONTHLY, 2, 1),
        ("Mỗi tháng một kỳ", Freq.MONTHLY, 1, 1),
        ("Mãi tháng một kỳ", Freq.MONTHLY, 1, 1),
        ("02 kỳ/tháng", Freq.MONTHLY, 2, 1),
        ("hai tháng 01 kỳ", Freq.MONTHLY, 1, 2),
        ("6 tháng/lần", Freq.SEMIANNUAL, 1, 1),
        ("01 lần/năm", Freq.YEARLY, 1, 1),
        ("Hằng tuần trong tháng", Freq.WEEKLY, 1, 1),
        ("Định kỳ hàng quý", Freq.QUARTERLY, 1, 1),
        ("Thường xuyên, hằng năm", Freq.YEARLY, 1, 1),
        ("Thường xuyên, định kỳ hằng quý báo cáo", Freq.QUARTERLY, 1, 1),
    ],
)
def test_what_recurs_has_a_rhythm_and_runs_through_the_year(
    text: str, freq: Freq, times: int, every: int
) -> None:
    time = read(text)

    assert time.kind is TimeKind.RECURRING
    assert (time.freq, time.times_per_period, time.every) == (freq, times, every)
    assert (time.start, time.due) == (FIRST, LAST)


def test_several_rhythms_are_all_kept() -> None:
    time = read("Định kỳ quý, 6 tháng và năm")

    assert time.freqs == (Freq.QUARTERLY, Freq.SEMIANNUAL, Freq.YEARLY)


@pytest.mark.parametrize(
    ("text", "anchors", "due"),
    [
        ("trước ngày 15 hằng tháng", (Anchor(day=15),), LAST),
        ("trước ngày 30 tháng 11 hàng năm", (Anchor(11, 30),), date(2025, 11, 29)),
        (
            "trước ngày 01/6 và 15/11 hằng năm",
            (Anchor(6, 1), Anchor(11, 15)),
            date(2025, 11, 14),
        ),
        ("Tháng 12 hằng năm", (Anchor(12),), LAST),
        ("Trước ngày 20 tháng cuối quý", (Anchor(day=20, is_last_month=True),), LAST),
    ],
)
def test_the_days_on_which_something_recurs_are_known(
    text: str, anchors: tuple[Anchor, ...], due: date
) -> None:
    time = read(text)

    assert time.kind is TimeKind.RECURRING
    assert time.anchors == anchors
    assert time.due == due


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Theo Kế hoạch", "Kế hoạch"),
        ("Theo Kế hoạch riêng", "Kế hoạch riêng"),
        ("Theo Đề án", "Đề án"),
        ("Theo quy định", "quy định"),
        (
            "Theo lộ trình được giao tại Kế hoạch số 02-KH/BCĐTW",
            "lộ trình được giao tại Kế hoạch số 02-KH/BCĐTW",
        ),
    ],
)
def test_a_time_by_reference_keeps_what_it_leans_on(text: str, reference: str) -> None:
    time = read(text)

    assert time.kind is TimeKind.BY_REFERENCE
    assert time.reference == reference
    assert (time.start, time.due) == (FIRST, LAST)


def test_a_yearly_plan_by_reference_keeps_its_rhythm() -> None:
    time = read("Theo kế hoạch công tác tư pháp hàng năm")

    assert time.kind is TimeKind.BY_REFERENCE
    assert time.freq is Freq.YEARLY


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Khi có văn bản pháp luật mới", "khi có văn bản pháp luật mới"),
        ("Sau khi có Quy chế của TW", "sau khi có Quy chế của TW"),
        ("Trong vòng 10 ngày kể từ ngày ban hành", "trong vòng 10 ngày kể từ ngày ban hành"),
        ("Đột xuất khi có yêu cầu", "đột xuất khi có yêu cầu"),
    ],
)
def test_a_condition_waits_for_its_trigger(text: str, trigger: str) -> None:
    time = read(text)

    assert time.kind is TimeKind.CONDITIONAL
    assert time.trigger == trigger


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Thường xuyên", None),
        ("Thường xuyên trong năm", None),
        ("Thường xuyên trong năm khi có quy định mới", "khi có quy định mới"),
        ("Thường xuyên, theo yêu cầu nhiệm vụ", "theo yêu cầu nhiệm vụ"),
    ],
)
def test_continuous_work_has_no_deadline_of_its_own(text: str, trigger: str | None) -> None:
    time = read(text)

    assert time.kind is TimeKind.CONTINUOUS
    assert time.trigger == trigger
    assert (time.start, time.due) == (FIRST, LAST)


def test_the_unplanned_beside_a_rhythm_is_kept() -> None:
    time = read("Định kỳ hàng quý và đột xuất khi có yêu cầu")

    assert time.kind is TimeKind.RECURRING
    assert time.adhoc == "đột xuất khi có yêu cầu"


def test_a_beginning_alone_has_no_end() -> None:
    time = read("Từ 01/7/2025")

    assert time.kind is TimeKind.FROM
    assert (time.start, time.due) == (date(2025, 7, 1), None)


def test_the_years_that_follow_leave_the_end_open() -> None:
    time = read("Giai đoạn 2026-2030 và những năm tiếp theo")

    assert time.open_ended
    assert (time.start, time.due) == (date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("text", ["", "  ", "-", "…", "..."])
def test_nothing_said_is_no_time_and_nothing_is_supposed(text: str) -> None:
    time = read(text)

    assert time.kind is TimeKind.NONE
    assert time.start is time.due is None
    assert time.doubt is None


def test_without_any_year_there_is_no_date_but_a_doubt() -> None:
    time = read_time("Quý II", year=None, period=None)

    assert time.due is None
    assert time.doubt


def test_the_year_of_a_one_year_period_serves_where_no_year_is_given() -> None:
    time = read_time("Quý II", year=None, period=(date(2030, 1, 1), date(2030, 12, 31)))

    assert time.due == date(2030, 6, 30)


@pytest.mark.parametrize(
    "text",
    ["Ngày 31/02/2025", "Quý 2019", "15/6/2025; 15/12/2025", "Tháng 3, 6, 9, 12", "lúc thuận tiện"],
)
def test_what_is_doubtful_says_why(text: str) -> None:
    time = read(text)

    assert time.doubt
    assert time.confidence < 0.8


words = st.sampled_from(
    [
        "Quý", "I", "IV", "/", "2025", "tháng", "12", "31/02/2025", "ngày", "trước", "hằng", "năm",
        "kỳ", "02", "mỗi", "theo", "Kế hoạch", "khi có", "thường xuyên", "đến", "từ", "-", ",",
        ";", "6 tháng", "đầu", "\n", "99/99/9999",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(words, max_size=14).map(" ".join)))
def test_any_words_give_a_time_that_holds_together(text: str) -> None:
    time = read_time(text, year=2025, period=None)

    assert 0 <= time.confidence <= 1
    if time.start and time.due and time.doubt is None:
        assert time.start <= time.due
    if time.exclusive and time.stated and time.due:
        assert time.due < time.stated
    if time.kind is TimeKind.NONE:
        assert time.due is None


@given(st.one_of(st.text(max_size=120), st.lists(words, max_size=14).map(" ".join)))
def test_reading_a_time_again_from_its_own_text_changes_nothing(text: str) -> None:
    once = read_time(text, year=2025, period=None)

    assert read_time(once.text, year=2025, period=None) == once
