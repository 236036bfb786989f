"""The period that a person looks at: a year, a quarter, six or nine months."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cchc.platform.clock import today

COOKIE = "cchc_period"
_CODE = re.compile(r"(20\d\d)(?:-(Q[1-4]|H[12]|N9|M(?:0[1-9]|1[0-2])))?")
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of whole months in one year, both days included."""

    code: str
    """`2019`, `2019-Q3`, `2019-H1`, `2019-N9` (nine months), `2019-M10`."""
    label: str
    starts_on: date
    ends_on: date

    @property
    def year(self) -> int:
        """The year that the period lies in."""
        return self.starts_on.year


def period_of(code: str) -> Period | None:
    """The period of a code, or None when the code is not one."""
    match = _CODE.fullmatch(code)
    if not match:
        return None
    year, part = int(match[1]), match[2] or ""
    first, last, label = _months(part)
    label = label.format(year=year) if label else _("Năm {year}").format(year=year)
    return Period(code, label, date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _months(part: str) -> tuple[int, int, str]:
    if not part:
        return 1, 12, ""
    kind, number = part[0], int(part[1:])
    if kind == "Q":
        return 3 * number - 2, 3 * number, _("Quý %s/{year}") % _ROMAN[number]
    if kind == "H":
        name = _("6 tháng đầu năm {year}") if number == 1 else _("6 tháng cuối năm {year}")
        return 6 * number - 5, 6 * number, name
    if kind == "N":
        return 1, 9, _("9 tháng năm {year}")
    return number, number, _("Tháng %d/{year}") % number


def quarter_of(day: date) -> Period:
    """The quarter that a day lies in."""
    found = period_of(f"{day.year}-Q{(day.month + 2) // 3}")
    assert found is not None  # noqa: S101 - the code is well formed by construction
    return found


def chosen(request: HttpRequest) -> Period:
    """The period chosen in the top bar; the current year until a person chooses."""
    found = period_of(request.COOKIES.get(COOKIE, ""))
    return found or _year(today().year)


def choices(year: int) -> list[Period]:
    """What the top bar offers for a year: the year, its quarters, six and nine months."""
    codes = ["", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-N9"]
    return [period for part in codes if (period := period_of(f"{year}{part}"))]


def _year(year: int) -> Period:
    found = period_of(str(year))
    assert found is not None  # noqa: S101 - the code is well formed by construction
    return found
