"""The drawings: bars over time, the month, charts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.ui.charts import Chart, ChartMark, Series
from cchc.ui.gantt import GanttTask, gantt
from cchc.ui.month import SHOWN_PER_DAY, MonthEntry, month_grid
from tests.ui.rendering import rendered

FIRST, LAST, TODAY = date(2019, 1, 1), date(2019, 12, 31), date(2019, 10, 15)
DAYS = st.dates(date(2018, 6, 1), date(2020, 6, 30))


def share(text: str) -> float:
    """The number of a place in percent."""
    return float(text.removesuffix("%"))


@given(
    starts=DAYS,
    length=st.integers(0, 500),
    first=st.none() | DAYS,
    done=st.none() | DAYS,
    tone=st.sampled_from(["ok", "late", "idle"]),
)
def test_every_bar_lies_inside_the_drawing(
    starts: date, length: int, first: date | None, done: date | None, tone: str
) -> None:
    task = GanttTask("việc", starts + timedelta(length), starts, first, done, tone)
    row = gantt([task], starts_on=FIRST, ends_on=LAST, today=TODAY).rows[0]

    assert 0 <= share(row.x) <= 100
    assert 0 < share(row.width) <= 100
    for place in (row.first_x, row.over_x, row.over_width):
        assert place == "" or 0 <= share(place) <= 100


def test_months_stand_along_the_axis() -> None:
    chart = gantt([], starts_on=FIRST, ends_on=LAST, today=TODAY)

    assert [tick.label for tick in chart.ticks] == ["01/19", *map(str, range(2, 13))]
    assert share(chart.today_x) == pytest.approx(287 / 365 * 100, abs=0.01)
    assert gantt([], starts_on=FIRST, ends_on=LAST, today=date(2021, 1, 1)).today_x == ""


def test_what_is_late_reaches_to_today_and_what_was_late_to_its_end() -> None:
    late = GanttTask("a", date(2019, 9, 30), date(2019, 1, 2), tone="late")
    done = GanttTask("b", date(2019, 6, 30), date(2019, 4, 1), done_on=date(2019, 7, 20), tone="ok")
    fine = GanttTask("c", date(2019, 12, 1), date(2019, 4, 1))
    rows = gantt([late, done, fine], starts_on=FIRST, ends_on=LAST, today=TODAY).rows

    assert [bool(row.over_x) for row in rows] == [True, True, False]
    assert share(rows[0].over_x) + share(rows[0].over_width) == pytest.approx(
        287 / 365 * 100, abs=0.02
    )


def test_a_single_day_is_a_point_with_its_dates_said() -> None:
    task = GanttTask(
        "Báo cáo quý III", date(2019, 9, 15), said="xong đúng hạn", first_due_on=date(2019, 9, 1)
    )
    html = rendered(
        '<c-gantt :chart="chart" caption="Dòng thời gian" row_title="Việc" />',
        chart=gantt([task], starts_on=FIRST, ends_on=LAST, today=TODAY),
    )

    assert "<circle" in html
    assert "xong đúng hạn" in html
    assert "hạn 15/09/2019" in html
    assert "hạn ban đầu 01/09/2019" in html
    assert "style=" not in html


@given(day=st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_month_shows_each_of_its_days_once(day: date) -> None:
    grid = month_grid(day.year, day.month, [], today=day)
    inside = [cell.on for week in grid.weeks for cell in week if not cell.is_outside]

    assert inside[0].day == 1
    assert inside == [inside[0] + timedelta(n) for n in range(len(inside))]
    assert (inside[-1] + timedelta(1)).day == 1
    assert all(len(week) == 7 and week[0].on.weekday() == 0 for week in grid.weeks)
    assert [
        cell.on for week in grid.weeks for cell in week if cell.is_today and not cell.is_outside
    ] == [day]


def test_a_full_day_says_how_many_more() -> None:
    entries = [MonthEntry(TODAY, f"việc {n}", "/x/") for n in range(SHOWN_PER_DAY + 3)]
    grid = month_grid(
        2019, 10, entries, today=TODAY, holidays={date(2019, 10, 10): "Nghỉ bù"}, day_url="?ngay="
    )
    html = rendered('<c-month :grid="grid" />', grid=grid)

    assert "thêm 3 việc" in html
    assert "?ngay=2019-10-15" in html
    assert "Nghỉ bù" in html
    assert grid.title == "Tháng 10/2019"


def test_a_chart_says_its_numbers_in_a_table_too() -> None:
    chart = Chart(
        "Quá hạn theo tuần",
        ["tuần 1", "tuần 2"],
        [Series("Quá hạn", [3, None])],
        unit="việc",
        marks=[ChartMark("tuần 2", "</script><b>")],
    )
    html = rendered('<c-chart :chart="chart" id="weeks" download_url="/so-lieu/" />', chart=chart)

    assert '<td class="num">3</td>' in html
    assert '<td class="num">–</td>' in html
    assert 'id="weeks-data" type="application/json"' in html
    assert "</script><b>" not in html
    assert "Tải số liệu" in html
