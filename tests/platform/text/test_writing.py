"""Dates, numbers, money and deadlines in Vietnamese."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cchc.platform import text


def test_dates():
    assert text.date_vi(date(2019, 3, 5)) == "05/03/2019"
    assert text.official_date_vi(date(2019, 3, 5)) == "ngày 05 tháng 3 năm 2019"
    assert text.official_date_vi(date(2019, 2, 15)) == "ngày 15 tháng 02 năm 2019"
    assert text.weekday_vi(date(2019, 10, 15)) == "thứ ba"
    assert text.weekday_vi(date(2019, 10, 20)) == "chủ nhật"


def test_a_moment_is_told_on_the_clocks_of_vietnam():
    assert text.moment_vi(datetime(2019, 10, 14, 18, 5, tzinfo=UTC)) == "01:05 15/10/2019"


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [
        (1811, None, "1.811"),
        (-1811, None, "-1.811"),
        (0, None, "0"),
        (23.6, None, "23,6"),
        (Decimal("1234.50"), None, "1.234,5"),
        (0.1 + 0.2, None, "0,3"),
        (100, None, "100"),
        (23.65, 1, "23,7"),
        (2, 2, "2,00"),
        (1234567.5, 0, "1.234.568"),
    ],
)
def test_numbers(number, decimals, written):
    assert text.number_vi(number, decimals=decimals) == written


def test_percentages():
    assert text.percent_vi(23.64) == "23,6 %"
    assert text.percent_vi(100) == "100 %"
    assert text.percent_vi(Decimal("99.95"), decimals=2) == "99,95 %"


@pytest.mark.parametrize(
    ("dong", "figures", "words"),
    [
        (80_000_000, "80.000.000 đ", "80 triệu đồng"),
        (1_250_000_000, "1.250.000.000 đ", "1,25 tỷ đồng"),
        (1_500_000, "1.500.000 đ", "1,5 triệu đồng"),
        (1_234_567, "1.234.567 đ", "1.234.567 đồng"),
        (1_234_567_000, "1.234.567.000 đ", "1.234,567 triệu đồng"),
        (900_000, "900.000 đ", "900.000 đồng"),
        (0, "0 đ", "0 đồng"),
    ],
)
def test_money(dong, figures, words):
    assert text.money_vi(dong) == figures
    assert text.money_words_vi(dong) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "còn 3 ngày làm việc"), (0, "đến hạn hôm nay"), (-2, "quá hạn 2 ngày")],
)
def test_deadlines_come_in_words(days, words):
    assert text.deadline_vi(days) == words


@pytest.mark.parametrize(
    ("parts", "written"),
    [([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C")],
)
def test_lists(parts, written):
    assert text.list_vi(parts) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0 B"),
        (1023, "1.023 B"),
        (1024, "1 KB"),
        (1_572_864, "1,5 MB"),
        (5 * 1024**4, "5.120 GB"),
    ],
)
def test_sizes(size, written):
    assert text.size_vi(size) == written
