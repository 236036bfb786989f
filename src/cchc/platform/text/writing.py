"""Dates, numbers, money and deadlines as Vietnamese offices write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from cchc.platform.calendar.zone import in_vietnam

Number = int | float | Decimal

_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_MILLION, _BILLION = 10**6, 10**9


def date_vi(day: date) -> str:
    """15/10/2019."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def official_date_vi(day: date) -> str:
    """Ngày 05 tháng 3 năm 2019: zeros before days to 9 and months to 2 (NĐ 30/2020, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def moment_vi(moment: datetime) -> str:
    """08:30 15/10/2019, on the clocks of Vietnam."""
    local = in_vietnam(moment)
    return f"{local:%H:%M} {date_vi(local.date())}"


def weekday_vi(day: date) -> str:
    """The name of the weekday in small letters: thứ hai … chủ nhật."""
    return _WEEKDAYS[day.weekday()]


def number_vi(number: Number, *, decimals: int | None = None) -> str:
    """1.811 or 23,6; without `decimals` as many as the number has, at most six."""
    exact = Decimal(str(number))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return _swapped(f"{exact:,f}")
    rounded = exact.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return _swapped(f"{whole}.{fraction}" if fraction else whole)


def percent_vi(percent: Number, *, decimals: int = 1) -> str:
    """23,6 %, from a number of percent; a whole percent has no decimals."""
    text = number_vi(percent, decimals=decimals)
    return f"{text.removesuffix(',' + '0' * decimals)} %"


def money_vi(dong: int) -> str:
    """80.000.000 đ, from whole đồng."""
    return f"{number_vi(dong)} đ"


def money_words_vi(dong: int) -> str:
    """80 triệu đồng, 1,25 tỷ đồng; amounts that would lose a figure stay in đồng."""
    for unit, name in ((_BILLION, "tỷ"), (_MILLION, "triệu")):
        in_units = Decimal(dong) / unit
        if abs(in_units) >= 1 and in_units == round(in_units, 3):
            return f"{number_vi(in_units)} {name} đồng"
    return f"{number_vi(dong)} đồng"


def deadline_vi(working_days: int) -> str:
    """How far a deadline is: working days left when positive, days late when negative."""
    if working_days > 0:
        return f"còn {number_vi(working_days)} ngày làm việc"
    if working_days < 0:
        return f"quá hạn {number_vi(-working_days)} ngày"
    return "đến hạn hôm nay"


def list_vi(parts: Sequence[str]) -> str:
    """A, B và C."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def size_vi(byte_count: int) -> str:
    """1,5 MB: the size of a file in units of 1.024 bytes."""
    size, unit = Decimal(byte_count), "B"
    for larger in ("KB", "MB", "GB"):
        if size < 1024:
            break
        size, unit = size / 1024, larger
    return f"{number_vi(size, decimals=1).removesuffix(',0')} {unit}"


def _swapped(english: str) -> str:
    return english.translate(str.maketrans(",.", ".,"))
