"""Stretches of time as offices write them: days, months, quarters, half-years, years.

Works on folded text (no marks, lower case). Each stretch found says where it stood, so that the
words around it ("trước", "đến", "hằng năm") can be read.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.officialdocs.understanding.lettering import roman_value

FIRST_YEAR, LAST_YEAR = 1945, 2100


class Unit(StrEnum):
    """How long a stretch is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month, quarter, half-year or year; `year` is None when the text names none.

    `number` is the month (1–12), quarter (1–4), half (1–2) or, for a day, the month; `day` is set
    for days only. `start` and `end` are its span in the folded text.
    """

    unit: Unit
    start: int
    end: int
    year: int | None
    number: int = 0
    day: int = 0
    part: str = ""
    """"cuoi" or "dau" where only the end or the beginning is meant ("cuối quý II")."""

    def dates(self, year: int | None) -> tuple[date, date] | None:
        """First and last day, the year being given where the text names none."""
        year = self.year if self.year is not None else year
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        first, last = self._months()
        if self.unit is Unit.DAY:
            day = day_of(year, self.number, self.day)
            return None if day is None else (day, day)
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        return date(year, first, 1), last_of_month(year, last)

    def _months(self) -> tuple[int, int]:
        if self.unit in (Unit.DAY, Unit.MONTH):
            return self.number, self.number
        if self.unit is Unit.QUARTER:
            return self.number * 3 - 2, self.number * 3
        if self.unit is Unit.HALF:
            return self.number * 6 - 5, self.number * 6
        return 1, 12


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None for a day that no calendar has (31/02)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


_YEAR = r"(?:\s*(?:[/.,\-–]|nam)?\s*(?:nam\s*)?(?P<y>(?:19|20)\d\d)(?!\d))"
_AND = r"\s*(?:,|;|-|–|va|den)\s*"
_NO_DAY_AFTER = r"(?!\d)(?!\s?/\s?\d{1,2}(?!\d))"
_QUARTER = r"(?:[iv1l|]{1,3}|0?[1-4])(?![a-z\d])(?!\s?/\s?\d{1,2}(?!\d))"
"""Roman or Arabic; text recognition takes I for l, 1 or a bar."""

_DAY_IN_WORDS = (
    r"\bngay\s+(?P<d>\d{1,2})\s*thang\s+(?P<m>\d{1,2})(?:\s*(?:/|,?\s*nam)\s*(?P<y>(?:19"
    r"|20)\d\d))?(?!\d)"
)
_DAY_IN_FULL = (
    r"(?<![\d/])(?P<d>\d{1,2})\s?(?P<s>[/.\-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>(?:19"
    r"|20)\d\d)(?!\d)"
)
_DAY_SHORT_YEAR = r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y2>\d\d)(?![\d/])"
_HALF = r"\b(?:0?6|sau)\s*thang\s+(?P<h>dau|cuoi)(?:\s+nam)?" + _YEAR + "?"
_QUARTERS = rf"\bqu[yi]\s*(?P<list>{_QUARTER}(?:{_AND}(?:qu[yi]\s*)?{_QUARTER}(?!\w))*){_YEAR}?"
_ROMAN_YEAR = r"(?<![a-z\d/])(?P<list>iv|iii|ii|i)\s*/\s*(?P<y>20\d\d)(?!\d)"
_MONTH_OF_YEAR = rf"\bthang\s*(?P<list>\d{{1,2}}){_YEAR}"
_MONTHS = (
    rf"\bthang\s*(?P<list>\d{{1,2}}{_NO_DAY_AFTER}"
    rf"(?:{_AND}(?:thang\s*)?\d{{1,2}}{_NO_DAY_AFTER})*){_YEAR}?"
)
_BARE_MONTH = r"(?<![\d/])(?P<list>0?[1-9]|1[0-2])\s?[/\-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
_BARE_DAY = r"(?:\bngay\s+|(?<![\d/.,]))(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?![\d/])"
_BARE_YEAR = r"(?:\bnam\s+)?(?<![\d/.,])(?P<y>(?:19|20)\d\d)(?![\d/]|[.,]\d)"

_PATTERNS = tuple(
    (unit, re.compile(pattern))
    for unit, pattern in (
        (Unit.DAY, _DAY_IN_WORDS),
        (Unit.DAY, _DAY_IN_FULL),
        (Unit.DAY, _DAY_SHORT_YEAR),
        (Unit.HALF, _HALF),
        (Unit.QUARTER, _QUARTERS),
        (Unit.QUARTER, _ROMAN_YEAR),
        (Unit.MONTH, _MONTH_OF_YEAR),
        (Unit.MONTH, _MONTHS),
        (Unit.MONTH, _BARE_MONTH),
        (Unit.DAY, _BARE_DAY),
        (Unit.YEAR, _BARE_YEAR),
    )
)


def stretches(plain: str) -> list[Stretch]:
    """Every stretch of time in a folded text, in order; a year said once serves those before it."""
    if not any(letter.isdigit() for letter in plain) and "qu" not in plain:
        return []
    taken = bytearray(len(plain) + 1)
    found: list[Stretch] = []
    for unit, pattern in _PATTERNS:
        for match in _free_matches(pattern, plain, taken):
            made = list(_made(unit, match, _part_before(plain, match.start())))
            if made:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found += made
    found.sort(key=lambda stretch: (stretch.start, stretch.end))
    return _share_years(found, plain)


def _free_matches(
    pattern: re.Pattern[str], plain: str, taken: bytearray
) -> Iterator[re.Match[str]]:
    """The matches in letters not read yet; one that runs into read letters ends before them."""
    for match in pattern.finditer(plain):
        used = taken.find(b"\x01", match.start(), match.end())
        free = match if used < 0 else pattern.match(plain, match.start(), used)
        if free is not None:
            yield free


def _made(unit: Unit, match: re.Match[str], part: str) -> Iterator[Stretch]:
    """The stretches that one match stands for: several where it lists quarters or months."""
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    start, end = match.span()
    if unit is Unit.DAY:
        year = 2000 + int(groups["y2"]) if groups.get("y2") else year
        day, month = int(groups["d"]), int(groups["m"])
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield Stretch(Unit.DAY, start, end, year, month, day)
    elif unit is Unit.HALF:
        yield Stretch(Unit.HALF, start, end, year, 1 if groups["h"] == "dau" else 2)
    elif unit is Unit.YEAR:
        yield Stretch(Unit.YEAR, start, end, year, part=part)
    else:
        pieces = list(re.finditer(r"\b(?:[ivl|]+|\d+)(?!\w)", groups["list"]))
        for index, piece in enumerate(pieces):
            number = _number(piece.group(), unit)
            if 1 <= number <= (4 if unit is Unit.QUARTER else 12):
                first = start if index == 0 else match.start("list") + piece.start()
                last = end if index == len(pieces) - 1 else match.start("list") + piece.end()
                yield Stretch(unit, first, last, year, number, part=part)


def _number(text: str, unit: Unit) -> int:
    """The number of a month or quarter; 0 when it is none."""
    if text.isdigit() and not (unit is Unit.QUARTER and len(text) > 1 and set(text) == {"1"}):
        return int(text)
    return roman_value(re.sub(r"[l|1]", "i", text).upper()) or 0


def _part_before(plain: str, start: int) -> str:
    before = plain[max(0, start - 12) : start].rstrip()
    if before.endswith("cuoi"):
        return "cuoi"
    return "dau" if before.endswith("dau") else ""


def _share_years(found: list[Stretch], plain: str) -> list[Stretch]:
    """ "Quý I, II/2025" and "ngày 15/6 và 15/12 năm 2025": the year said last is meant for all.

    A bare year directly after a stretch without one belongs to it and is no stretch of its own.
    """
    kept: list[Stretch] = []
    for stretch in found:
        last = kept[-1] if kept else None
        joined = last is not None and last.year is None and stretch.unit is Unit.YEAR
        between = plain[last.end : stretch.start] if last is not None else ""
        if joined and last is not None and not between.strip(" /-–.,()"):
            kept[-1] = _with_year(last, stretch.year, stretch.end)
        else:
            kept.append(stretch)
    year: int | None = None
    for index in range(len(kept) - 1, -1, -1):
        stretch = kept[index]
        if stretch.year is not None:
            year = stretch.year
        elif year is not None:
            kept[index] = _with_year(stretch, year, stretch.end)
    return kept


def _with_year(stretch: Stretch, year: int | None, end: int) -> Stretch:
    return Stretch(
        stretch.unit, stretch.start, end, year, stretch.number, stretch.day, stretch.part
    )
