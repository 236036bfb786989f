"""Dates, numbers, money and deadlines in Vietnamese words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def date_vi(d: date) -> str:
    """15/10/2019."""
    return f"{d:%d/%m/%Y}"


def weekday_vi(d: date) -> str:
    """Thứ Ba."""
    return _WEEKDAYS[d.weekday()]


def number_vi(n: float | Decimal) -> str:
    """1.811 and 23,6."""
    text = f"{n:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return text.removesuffix(",0")


def money_vi(n: int) -> str:
    """80.000.000 đ."""
    return f"{number_vi(n)} đ"


def deadline_vi(days: int) -> str:
    """How far a deadline is, in working days."""
    if days == 0:
        return _("đến hạn hôm nay")
    if days < 0:
        return _("quá hạn %d ngày") % -days
    return _("còn %d ngày làm việc") % days
