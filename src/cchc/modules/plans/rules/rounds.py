"""The rounds of recurring work: weeks, halves of months, quarters, and the days they fall on.

"Mỗi tháng 02 kỳ" splits every month on the 15th. A week belongs to the year in which its Thursday
lies. Rounds named together ("quý, 6 tháng, năm") that end on the same day are one, under the
longest name.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.modules.plans.rules.kinds import Freq

_MONTHS = {Freq.MONTHLY: 1, Freq.QUARTERLY: 3, Freq.SEMIANNUAL: 6, Freq.YEARLY: 12}
_ROMAN = ("I", "II", "III", "IV")
_DAY = timedelta(days=1)
_THURSDAY = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day in each round on which something falls: 15 (of each month), 30/11 (of each year)."""

    month: int | None = None
    day: int | None = None
    is_last_month: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its name, its first day, and the last day that is still in time."""

    label: str
    starts_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, how many times in each span, every how many spans, on which days."""

    freqs: tuple[Freq, ...]
    times: int = 1
    every: int = 1
    anchors: tuple[Anchor, ...] = ()
    is_exclusive: bool = False
    """True for "trước ngày 15": the last day in time is the 14th."""


def rounds_between(start: date, end: date, rhythm: Rhythm) -> list[Round]:
    """Every round from start to end, in order of their last days."""
    found: dict[date, Round] = {}
    for freq in sorted(rhythm.freqs, key=_length):
        for first, last in _spans(start, end, freq, rhythm.every):
            for one in _within(first, last, freq, rhythm):
                is_before = rhythm.is_exclusive and rhythm.anchors
                due_on = one.due_on - _DAY if is_before else one.due_on
                if start <= due_on <= end:
                    found[due_on] = Round(one.label, min(one.starts_on, due_on), due_on)
    return sorted(found.values(), key=lambda one: one.due_on)


def _length(freq: Freq) -> int:
    return _MONTHS.get(freq, 0)


def _spans(start: date, end: date, freq: Freq, every: int) -> Iterator[tuple[date, date]]:
    """The whole rounds, cut where the period begins and ends."""
    if freq is Freq.WEEKLY:
        yield from _weeks(start, end, every)
        return
    step = _MONTHS[freq] * max(every, 1)
    month = (start.month - 1) // _MONTHS[freq] * _MONTHS[freq] + 1
    first = date(start.year, month, 1)
    while first <= end:
        last = _end_of_month(*_months_after(first, step - 1))
        yield max(first, start), min(last, end)
        first = last + _DAY


def _weeks(start: date, end: date, every: int) -> Iterator[tuple[date, date]]:
    thursday = start + timedelta(days=(_THURSDAY - start.weekday()) % 7)
    if thursday > end:
        yield start, end
    step = max(every, 1)
    while thursday <= end:
        last = thursday + timedelta(days=3 + 7 * (step - 1))
        yield max(thursday - timedelta(days=3), start), min(last, end)
        thursday += timedelta(days=7 * step)


def _within(first: date, last: date, freq: Freq, rhythm: Rhythm) -> list[Round]:
    """The rounds in one span: on its named days, or in as many parts as the rhythm says."""
    name = _name(first, last, freq, rhythm.every)
    if rhythm.anchors and freq is not Freq.WEEKLY:
        named = (_day_in(last, freq, anchor) for anchor in rhythm.anchors)
        days = sorted(day for day in named if day is not None)
        return [Round(_numbered(name, i, len(days)), first, day) for i, day in enumerate(days, 1)]
    edges = _parts(first, last, max(rhythm.times, 1))
    starts = [first, *(edge + _DAY for edge in edges[:-1])]
    return [
        Round(_numbered(name, i, len(edges)), begin, edge)
        for i, (begin, edge) in enumerate(zip(starts, edges, strict=True), 1)
    ]


def _parts(first: date, last: date, times: int) -> list[date]:
    """The last days of equal parts; halves of a month end on the 15th."""
    length = (last - first).days + 1
    parts = min(times, length)
    is_whole_month = first.day == 1 and last == _end_of_month(first.year, first.month)
    if parts == 2 and is_whole_month:
        return [first.replace(day=15), last]
    return [first + timedelta(days=length * i // parts - 1) for i in range(1, parts + 1)]


def _day_in(last: date, freq: Freq, anchor: Anchor) -> date | None:
    """The named day inside a span; the last month of a quarter or half-year when none is named."""
    if anchor.month is not None:
        is_yearly = freq is Freq.YEARLY
        return _clamped(last.year, anchor.month, anchor.day or 31) if is_yearly else None
    return _clamped(last.year, last.month, anchor.day or 31)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _end_of_month(year: int, month: int) -> date:
    return _clamped(year, month, 31)


def _months_after(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _numbered(name: str, index: int, count: int) -> str:
    return name if count == 1 else f"Kỳ {index} {name[0].lower()}{name[1:]}"


def _name(first: date, last: date, freq: Freq, every: int) -> str:
    """What people call the round: "Tháng 02/2019", "Quý III/2019", "6 tháng đầu năm 2019"."""
    year = last.year
    if freq is Freq.WEEKLY:
        return f"Tuần {first:%d/%m}–{last:%d/%m/%Y}"
    if every > 1 and freq is Freq.MONTHLY:
        return f"Tháng {first:%m}–{last:%m/%Y}"
    if freq is Freq.MONTHLY:
        return f"Tháng {last:%m/%Y}"
    if freq is Freq.QUARTERLY:
        return f"Quý {_ROMAN[(last.month - 1) // 3]}/{year}"
    if freq is Freq.SEMIANNUAL:
        return f"6 tháng {'đầu' if last.month <= 6 else 'cuối'} năm {year}"
    return f"Năm {year}"
