"""What recurs: each month, twice a quarter, every second month, before the 15th of each month."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cchc.officialdocs.understanding.dates import Stretch, Unit, day_of, last_of_month, stretches


class Freq(StrEnum):
    """The unit of a rhythm; the values are those of the published JSON."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day in each round on which something falls: 15 (of each month), 30/11 (of each year)."""

    month: int | None = None
    day: int | None = None
    is_last_month: bool = False
    """True for "ngày 20 của tháng cuối kỳ"."""

    def in_year(self, year: int) -> date | None:
        """The day in a year; the last of the month where no day is named."""
        if self.month is None:
            return None
        return (
            last_of_month(year, self.month)
            if self.day is None
            else day_of(year, self.month, self.day)
        )


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, how many times each time, on which days."""

    freq: Freq
    freqs: tuple[Freq, ...]
    times: int = 1
    every: int = 1
    anchors: tuple[Anchor, ...] = ()
    is_exclusive: bool = False
    has_rest: bool = False
    """True when words remain that say more ("Hằng tuần trong tháng")."""
    span: tuple[int, int] = (0, 0)
    """Where in the folded text the rhythm stood."""


_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6,
    "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
_COUNT = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_ROUND = (
    r"(?:lan|ky|ki|so|buoi|dot|chuyen muc|chuyen trang|tin|bai|tin,?\s*bai|cuoc|phien|hoi nghi"
    r"|chuyen de)"
)
_UNIT = r"(?:ngay|tuan|thang|quy|qui|nam)"
_EACH = r"(?:^theo|hang|moi|tung|dinh\s*ky\s*(?:hang|moi|theo)?|thuong\s*ky)"
_FREQ = {
    "ngay": Freq.DAILY, "tuan": Freq.WEEKLY, "thang": Freq.MONTHLY, "quy": Freq.QUARTERLY,
    "qui": Freq.QUARTERLY, "nam": Freq.YEARLY,
}  # fmt: skip
_MONTHS_OF = {3: Freq.QUARTERLY, 6: Freq.SEMIANNUAL, 12: Freq.YEARLY}

_EVERY_N = re.compile(
    rf"(?:\b(?:moi|cu|dinh ky)\s+)?\b(?P<n>{_COUNT})\s*(?P<unit>ngay|tuan|thang|quy|nam)\s*(?:/"
    rf"|,|mot\s|la\s)?\s*"
    rf"(?P<times>{_COUNT})?\s*(?P<round>{_ROUND})\b"
)
_TIMES_PER = re.compile(
    rf"\b(?P<times>{_COUNT})\s*(?P<round>{_ROUND})\s*(?:/|trong|moi|tren|mot)\s*(?:01|1|mot|moi"
    rf"|hang)?\s*"
    rf"(?P<n>{_COUNT})?\s*(?P<unit>{_UNIT})\b"
)
_UNIT_COUNT = re.compile(
    rf"\b(?P<unit>tuan|thang|quy|nam)\s+(?P<times>{_COUNT})\s+(?P<round>lan|ky|ki|so)\b(?P<n>(?!))?"
)
"""Without "mỗi", or with a "mỗi" that recognition spoilt: "tháng một kỳ"."""
_EACH_UNIT = re.compile(
    rf"\b{_EACH}\s+(?P<first>(?:0?6|sau)\s*thang|{_UNIT})\b(?!\s*/|\s+(?:dinh|che|hoach|trinh|mo)\b)"
    rf"(?P<more>(?:\s*(?:,|;|va|hoac|/)\s*(?:hang\s+|moi\s+|dinh ky\s+)?(?:(?:0?[69]"
    rf"|sau)\s*thang(?:\s+(?:dau|cuoi)\s+nam)?"
    rf"|{_UNIT}(?!\s*\d)))*)"
)
_PERIODIC = re.compile(
    rf"\bdinh\s*ky\b[\s:,(]*(?P<first>(?:0?6|sau)\s*thang|{_UNIT})\b"
    rf"(?P<more>(?:\s*(?:,|;|va|hoac|/)\s*(?:(?:0?[69]|sau)\s*thang(?:\s+(?:dau|cuoi)\s+nam)?"
    rf"|{_UNIT}))*)"
)
_AFTER_TIMES = re.compile(rf"^\s*(?:it nhat\s+|toi thieu\s+)?(?P<times>{_COUNT})\s*{_ROUND}\b")
_DAY_OF = re.compile(
    r"\b(?:ngay|truoc)\s+(?P<days>\d{1,2}(?:\s*(?:,|va)\s*(?:ngay\s+)?\d{1,2})*)(?!\s*(?:/|thang\s+\d|\d))"
)
_LAST_MONTH = re.compile(r"\bthang\s+cuoi\s+(?:cua\s+|moi\s+|hang\s+)*(?:ky|quy|qui)\b")
_LAST_OF_QUARTER = re.compile(r"\bthang\s+cuoi\s+(?:cua\s+|moi\s+|hang\s+)*(?:quy|qui)\b")
_REST = re.compile(r"[^\W\d_]{2,}")
_FILLER = frozenset(
    {
        "dinh", "ky", "ki", "hang", "moi", "tung", "nam", "thuong", "xuyen", "thuc", "hien", "bao",
        "cao", "gui", "va", "trong", "theo", "it", "nhat", "toi", "thieu",
    }
)  # fmt: skip


def find_rhythm(plain: str) -> Rhythm | None:
    """The rhythm that folded words name; None when nothing recurs."""
    for pattern, reader in (
        (_EACH_UNIT, _each_unit),
        (_PERIODIC, _each_unit),
        (_TIMES_PER, _counted),
        (_EVERY_N, _counted),
        (_UNIT_COUNT, _counted),
    ):
        match = pattern.search(plain)
        if match:
            return reader(plain, match)
    if re.search(r"\bthuong nien\b", plain):
        return _anchored(Rhythm(Freq.YEARLY, (Freq.YEARLY,)), plain)
    quarterly = _LAST_OF_QUARTER.search(plain)
    if quarterly is None:
        return None
    freq = Freq.QUARTERLY
    return _anchored(Rhythm(freq, (freq,), span=(quarterly.end(), quarterly.end())), plain)


def number_of(word: str | None) -> int | None:
    """The number a numeral or number word means: "02", "hai"."""
    if not word:
        return None
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def _each_unit(plain: str, match: re.Match[str]) -> Rhythm:
    """ "Hằng quý", "Mỗi tháng 02 kỳ", "định kỳ quý, 6 tháng và năm"."""
    freqs = [_freq_of(match.group("first"))]
    freqs += [
        _freq_of(word)
        for word in re.findall(rf"(?:0?[69]|sau)\s*thang|{_UNIT}", match.group("more"))
    ]
    counted = _AFTER_TIMES.match(plain[match.end() :])
    times = (number_of(counted.group("times")) if counted else None) or 1
    end = match.end() + (counted.end() if counted else 0)
    span = (match.start(), end)
    freqs = list(dict.fromkeys(freqs))
    has_rest = _says_more(plain[end:])
    return _anchored(Rhythm(freqs[0], tuple(freqs), times, has_rest=has_rest, span=span), plain)


def _counted(plain: str, match: re.Match[str]) -> Rhythm:
    """ "02 kỳ/tháng", "1 lần/2 năm", "hai tháng 01 kỳ", "6 tháng/lần"."""
    freq = _FREQ[match.group("unit")]
    every = max(number_of(match.group("n")) or 1, 1)
    times = number_of(match.group("times")) or 1
    if freq is Freq.MONTHLY and every in _MONTHS_OF:
        freq, every = _MONTHS_OF[every], 1
    return _anchored(Rhythm(freq, (freq,), times, every, span=match.span()), plain)


def _freq_of(word: str) -> Freq:
    if word.endswith("thang") and word != "thang":
        return Freq.SEMIANNUAL
    return _FREQ[word]


def _says_more(rest: str) -> bool:
    return any(word not in _FILLER for word in _REST.findall(rest))


def _anchored(rhythm: Rhythm, plain: str) -> Rhythm:
    """The rhythm with the days on which it falls, and whether they are "trước ngày"."""
    first, last = rhythm.span
    around = plain[:first] + " " * (last - first) + plain[last:]
    anchors: list[Anchor] = []
    if rhythm.freq is Freq.YEARLY:
        anchors = [anchor for part in stretches(around) if (anchor := _yearly_anchor(part))]
    if not anchors:
        anchors = days_named(around)
    exclusive = bool(anchors) and re.search(r"\btruoc\b", plain) is not None
    times = rhythm.times
    if rhythm.freq is Freq.YEARLY and len(anchors) > 1:
        times = max(times, len(anchors))
    return replace(
        rhythm,
        times=times,
        anchors=tuple(anchors),
        is_exclusive=exclusive,
        has_rest=rhythm.has_rest and not anchors,
    )


def days_named(plain: str) -> list[Anchor]:
    """The days of a month named alone: "ngày 15", "ngày 20 của tháng cuối kỳ"."""
    is_last = _LAST_MONTH.search(plain) is not None
    days = [
        int(day)
        for found in _DAY_OF.finditer(plain)
        for day in re.findall(r"\d+", found.group("days"))
    ]
    return [Anchor(day=day, is_last_month=is_last) for day in days if 1 <= day <= 31]


def _yearly_anchor(part: Stretch) -> Anchor | None:
    if part.unit is Unit.DAY:
        return Anchor(month=part.number, day=part.day)
    if part.unit is Unit.MONTH:
        return Anchor(month=part.number)
    if part.unit is Unit.QUARTER:
        return Anchor(month=part.number * 3)
    return Anchor(month=part.number * 6) if part.unit is Unit.HALF else None
