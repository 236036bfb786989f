"""The time of a task as it is written, read into what the clock can use.

`read_time` is total: any text gives a `Time`; what cannot be read is kind NONE with a doubt and the
words kept. Nothing is invented: a missing year is the plan's, and without one there is no date.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from cchc.officialdocs.understanding.dates import Stretch, Unit, stretches
from cchc.officialdocs.understanding.folding import Folded, folded, tidy
from cchc.officialdocs.understanding.rhythms import Anchor, Freq, Rhythm, days_named, find_rhythm

__all__ = ["Anchor", "Freq", "Time", "TimeKind", "read_time"]

Period = tuple[date, date]


class TimeKind(StrEnum):
    """What sort of time a task has; the values are those of the published JSON."""

    NONE = "none"
    PERIOD = "period"
    DEADLINE = "deadline"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    BY_REFERENCE = "by_reference"
    CONDITIONAL = "conditional"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Time:
    """A time as read.

    `due` is the last day that still counts as on time. `exclusive` says the paper writes "trước
    ngày …", and `stated` keeps the day it writes. `freqs` lists every rhythm named, the first of
    them in `freq`; `every` counts how many of that unit lie between two occurrences.
    """

    text: str
    kind: TimeKind
    start: date | None = None
    due: date | None = None
    freq: Freq | None = None
    times_per_period: int | None = None
    every: int = 1
    freqs: tuple[Freq, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    reference: str | None = None
    trigger: str | None = None
    adhoc: str | None = None
    exclusive: bool = False
    stated: date | None = None
    open_ended: bool = False
    is_continuous: bool = False
    note: str | None = None
    confidence: float = 1.0
    doubt: str | None = None


_NOTHING = re.compile(r"^[\s\-–—.…_/*]*$")
_ADHOC = re.compile(
    r"(?:[,;]|\bva\b|\bhoac\b)?\s*(?P<adhoc>\bdot xuat\b(?:\s*[,(]?\s*(?:khi|theo"
    r"|neu)\s+[^;,()]+)?)"
)
_SPECK = re.compile(r"(?<=[a-zđ\u1ea0-\u1ef9])\s[-–'.]\s(?=[a-zđ\u1ea0-\u1ef9])")
"""A speck of dust that recognition took for a dash inside words: "Theo kế - hoạch"."""
_OPEN_ENDED = re.compile(r"(?:[,;]|\bva\b)?\s*\b(?:cac|nhung)\s+nam\s+(?:tiep theo|sau|ke tiep)\b")
_REFERENCE = re.compile(
    r"^\W*(?:(?:thuc hien|trien khai|hoan thanh)\s+)?theo\s+(?P<what>(?:cac |nhung )?"
    r"(?:ke hoach|de an|tien do|lo trinh|chuong trinh|quy dinh|huong dan|chi dao|van ban|du an"
    r"|thoi gian|thoi han|quyet dinh|nghi quyet|nghi dinh|thong tu|cong van|chi thi|ket luan"
    r"|thong bao|phan cong|lich|dot|nhiem vu|noi dung|quy che|phuong an|hop dong|ke koach)\b.*)$",
    re.S,
)
_ON_DEMAND = re.compile(
    r"\btheo\s+(?:yeu cau|nhu cau|de nghi|phat sinh|thuc te|tinh hinh)\b.*$", re.S
)
_TRIGGER = re.compile(
    r"\b(?:(?:ngay\s+)?(?:sau\s+)?khi|(?:ngay\s+)?sau\s+(?!nam\b)|trong\s+(?:vong\s+"
    r"|thoi\s+han\s+)?"
    r"\d+\s+(?:ngay|thang|nam|tuan)\b[^;]*?\b(?:ke\s+tu|tu\s+khi|sau\s+khi)|cham nhat\s+(?:la\s+)?"
    r"\d+\s+ngay|\d+\s+(?:ngay|thang)\s+(?:ke\s+tu|sau))\b.*$",
    re.S,
)
_CONTINUOUS = re.compile(r"\b(?:thuong\s*xuyen|lien\s*tuc|suot\s+nam|thuong\s*ki|thuong\s*ky)\b")
_BEFORE = re.compile(r"\btruoc\s+(?:het\s+)?(?:ngay\s+|thoi\s+diem\s+)?(?:cuoi\s+|dau\s+)?$")
_UNTIL = re.compile(
    r"\b(?:cham nhat|muon nhat|tre nhat|xong|hoan thanh|hoan tat|ket thuc|han|den|het|han chot|"
    r"thoi han|gui|nop)\b"
)
_FROM = re.compile(
    r"\b(?:tu|bat dau tu|bat dau|ke tu)\s+(?:ngay\s+|thang\s+|quy\s+|nam\s+|dau\s+)*$"
)
_LAST_YEAR_WORDS = re.compile(
    r"\b(?:ca nam|trong nam|het nam|cuoi nam|den cuoi nam|(?:ca|trong|suot|toan) giai doan)\b"
)


def read_time(
    text: str,
    *,
    year: int | None,
    period: Period | None,
    stated_day_counts: bool = False,
) -> Time:
    """The time that the words name, in a plan of this year and period.

    `stated_day_counts`: whether in "trước ngày 30/11" the 30th itself is still on time; by the
    strict sense it is not, and `due` is the 29th.
    """
    try:
        return _read(text, year, period or _period_of(year), stated_day_counts=stated_day_counts)
    except (ValueError, OverflowError):  # dates at the edge of the calendar
        return Time(tidy(text), TimeKind.NONE, confidence=0.2, doubt="Không đọc được thời gian.")


def _period_of(year: int | None) -> Period | None:
    if year is None or not date.min.year <= year <= date.max.year:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def _read(text: str, year: int | None, period: Period | None, *, stated_day_counts: bool) -> Time:
    whole = tidy(text)
    if _NOTHING.match(whole):
        return Time(whole, TimeKind.NONE)
    if year is None and period is not None and period[0].year == period[1].year:
        year = period[0].year
    frame = _Frame(year, period, stated_day_counts)
    rest, adhoc, open_ended = _without_asides(whole)
    time = _understood(rest, adhoc, frame)
    if time.start and time.due and time.start > time.due and time.doubt is None:
        time = replace(time, confidence=0.4, doubt="Hạn đứng trước lúc bắt đầu; xin xem lại.")
    return replace(time, text=whole, adhoc=adhoc, open_ended=open_ended)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the plan says about time: its year, its period, how "trước ngày" is taken."""

    year: int | None
    period: Period | None
    stated_day_counts: bool

    @property
    def start(self) -> date | None:
        return self.period[0] if self.period else None

    @property
    def due(self) -> date | None:
        return self.period[1] if self.period else None

    def whole(self, kind: TimeKind) -> Time:
        """A time that has no days of its own: it runs as long as the plan."""
        return Time("", kind, start=self.start, due=self.due)


def _without_asides(whole: str) -> tuple[str, str | None, bool]:
    """The text without "và đột xuất khi có yêu cầu" and "và những năm tiếp theo", and these."""
    found = folded(whole)
    adhoc = None
    match = _ADHOC.search(found.plain)
    if match:
        adhoc = tidy(found.cut(*match.span("adhoc"))).rstrip(" .;,")
        whole = found.cut(0, match.start()) + " " + found.cut(match.end(), len(found.plain))
        found = folded(whole)
    match = _OPEN_ENDED.search(found.plain)
    if match is None:
        return whole, adhoc, False
    whole = found.cut(0, match.start()) + " " + found.cut(match.end(), len(found.plain))
    return whole, adhoc, True


def _understood(rest: str, adhoc: str | None, frame: _Frame) -> Time:
    found = folded(tidy(_SPECK.sub(" ", rest)))
    if not found.plain.strip(" .,;-–"):
        return _on_demand_only(adhoc, frame)
    reference = _REFERENCE.match(found.plain)
    if reference:
        return _by_reference(found, reference, frame)
    rhythm = find_rhythm(found.plain)
    continuous = _CONTINUOUS.search(found.plain)
    if rhythm is not None:
        return _recurring(found, rhythm, frame, is_continuous=continuous is not None)
    if continuous:
        return _continuous(found, continuous.end(), frame)
    return _once(found, frame)


def _on_demand_only(adhoc: str | None, frame: _Frame) -> Time:
    """ "Đột xuất khi có yêu cầu" and no more."""
    if adhoc is None:
        return Time("", TimeKind.NONE)
    return replace(frame.whole(TimeKind.CONDITIONAL), trigger=_lowered(adhoc))


def _once(found: Folded, frame: _Frame) -> Time:
    """What neither recurs nor runs on: a condition, a stretch of days, a deadline."""
    dated = _dated(found, frame)
    trigger = _TRIGGER.search(found.plain) or _ON_DEMAND.search(found.plain)
    if trigger and (dated is None or _stands_in(found, trigger.start())):
        words = _lowered(found.cut(*trigger.span()))
        return replace(frame.whole(TimeKind.CONDITIONAL), trigger=words)
    if dated is not None:
        return dated
    if _LAST_YEAR_WORDS.search(found.plain):
        return _whole_year(found, frame)
    return _without_date(found)


def _without_date(found: Folded) -> Time:
    """ "Chậm nhất ngày 20 của tháng cuối kỳ", "Định kỳ": something is said, but no date follows."""
    anchors = tuple(days_named(found.plain))
    if anchors:
        doubt = "Chỉ có ngày trong tháng, chưa rõ tháng nào."
        return Time("", TimeKind.DEADLINE, anchors=anchors, confidence=0.6, doubt=doubt)
    if re.search(r"\bdinh\s*ky\b", found.plain):
        doubt = "Ghi “định kỳ” nhưng không nói bao lâu một lần."
        return Time("", TimeKind.RECURRING, confidence=0.5, doubt=doubt)
    return Time(
        "", TimeKind.NONE, confidence=0.4, doubt="Không nhận ra thời gian; xin xem lại nguyên văn."
    )


def _stands_in(found: Folded, start: int) -> bool:
    """True when the condition opens the text, so that a date in it only dates the condition."""
    return not stretches(found.plain[:start])


def _lowered(text: str) -> str:
    text = tidy(text).rstrip(" .;,")
    return text[:1].lower() + text[1:]


def _by_reference(found: Folded, match: re.Match[str], frame: _Frame) -> Time:
    """ "Theo Kế hoạch …": no date of its own until the act it leans on is attached."""
    what = tidy(found.cut(*match.span("what"))).rstrip(" .;,")
    rhythm = find_rhythm(found.plain)
    time = replace(frame.whole(TimeKind.BY_REFERENCE), reference=what)
    return replace(time, freq=rhythm.freq, freqs=rhythm.freqs) if rhythm else time


def _continuous(found: Folded, end: int, frame: _Frame) -> Time:
    """ "Thường xuyên": runs all through the plan; what it depends on is kept as the trigger."""
    time = replace(frame.whole(TimeKind.CONTINUOUS), is_continuous=True)
    rest = found.plain[end:]
    trigger = _TRIGGER.search(rest) or _ON_DEMAND.search(rest)
    if trigger:
        words = found.cut(end + trigger.start(), end + trigger.end())
        return replace(time, trigger=_lowered(words))
    reference = re.search(r"\btheo\s+(?P<what>.+)$", rest)
    if reference:
        words = found.cut(end + reference.start("what"), end + reference.end("what"))
        return replace(time, reference=tidy(words).rstrip(" .;,"))
    dated = _dated(_blanked(found, (0, end)), frame)
    if dated is not None:
        return replace(time, start=dated.start or time.start, due=dated.due or time.due)
    return time


def _blanked(found: Folded, span: tuple[int, int]) -> Folded:
    """The text with a span already understood made blank, so that it is not read twice."""
    first, last = span
    plain = found.plain[:first] + " " * (last - first) + found.plain[last:]
    return replace(found, plain=plain)


def _whole_year(found: Folded, frame: _Frame) -> Time:
    kind = TimeKind.DEADLINE if re.search(r"\b(?:het|cuoi)\b", found.plain) else TimeKind.PERIOD
    time = frame.whole(kind)
    if kind is TimeKind.DEADLINE:
        time = replace(time, start=None)
    return time if time.due else replace(time, confidence=0.5, doubt="Không biết năm của kế hoạch.")


def _recurring(found: Folded, rhythm: Rhythm, frame: _Frame, *, is_continuous: bool) -> Time:
    time = replace(
        frame.whole(TimeKind.RECURRING),
        freq=rhythm.freq,
        freqs=rhythm.freqs,
        times_per_period=rhythm.times,
        every=rhythm.every,
        anchors=rhythm.anchors,
        is_continuous=is_continuous,
        exclusive=rhythm.is_exclusive,
        note=f"“{found.text}”" if rhythm.has_rest else None,
    )
    dated = None if rhythm.anchors else _dated(_blanked(found, rhythm.span), frame)
    if dated is not None:
        return replace(time, start=dated.start or time.start, due=dated.due or time.due)
    return _first_yearly(time, frame)


def _first_yearly(time: Time, frame: _Frame) -> Time:
    """A yearly day in a plan of one year is a date: the last such day is the due day."""
    months = [anchor for anchor in time.anchors if anchor.month is not None]
    if time.freq is not Freq.YEARLY or frame.year is None or not months:
        return time
    days = sorted(day for anchor in months if (day := anchor.in_year(frame.year)))
    if not days:
        return time
    due = days[-1]
    if not time.exclusive:
        return replace(time, due=due)
    return replace(time, stated=due, due=due if frame.stated_day_counts else _day_before(due))


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _dated(found: Folded, frame: _Frame) -> Time | None:
    """A period, deadline or beginning made of the days, months, quarters and years in the text."""
    parts = stretches(found.plain)
    if not parts:
        return None
    bounds = [(part, part.dates(frame.year)) for part in parts]
    known = [(part, days) for part, days in bounds if days is not None]
    if not known:
        why = "Ngày không có trong lịch." if frame.year else "Không biết năm nên chưa có hạn."
        return Time("", TimeKind.DEADLINE, confidence=0.3, doubt=why)
    first, last = known[0], known[-1]
    lead_in = found.plain[: first[0].start] + " "
    if len(known) == 1 and _FROM.search(lead_in) and not _UNTIL.search(lead_in):
        return Time("", TimeKind.FROM, start=first[1][0])
    ends_before = _BEFORE.search(found.plain[: last[0].start] + " ") is not None
    if ends_before or _BEFORE.search(lead_in):
        time = _before(last[0], last[1], frame)
        if len(known) == 1 or (ends_before and first[0].unit is not Unit.DAY):
            return time
        return replace(time, confidence=0.7, doubt="Có nhiều hạn trong một ô; lấy hạn cuối.")
    return _with_care(_between(found, known), found, parts, known)


def _before(part: Stretch, days: Period, frame: _Frame) -> Time:
    stated = days[1] if part.part == "cuoi" else days[0]
    due = stated if frame.stated_day_counts else _day_before(stated)
    return Time("", TimeKind.DEADLINE, due=due, stated=stated, exclusive=True)


def _between(found: Folded, known: list[tuple[Stretch, Period]]) -> Time:
    """From the first day named to the last; a deadline when the words or single days say so."""
    start = min(days[0] for _, days in known)
    due = max(days[1] for _, days in known)
    lead_in = found.plain[: known[0][0].start]
    is_range = len(known) > 1
    only_days = all(part.unit is Unit.DAY for part, _ in known)
    from_first = is_range and bool(re.search(r"\btu\b", lead_in))
    if from_first or (is_range and only_days and _is_dash(found, known)):
        return Time("", TimeKind.PERIOD, start=start, due=due)
    if only_days or _UNTIL.search(lead_in) or (not is_range and known[0][0].part == "cuoi"):
        return Time("", TimeKind.DEADLINE, due=due)
    return Time("", TimeKind.PERIOD, start=start, due=due)


def _is_dash(found: Folded, known: list[tuple[Stretch, Period]]) -> bool:
    between = found.plain[known[0][0].end : known[1][0].start].strip()
    return between in {"-", "–", "den", "den ngay", "den het", "den het ngay", "- ngay"}


def _with_care(
    time: Time, found: Folded, parts: list[Stretch], known: list[tuple[Stretch, Period]]
) -> Time:
    """Doubt where a date fell out, the order is turned, or several dates were joined."""
    if re.search(r"\bqu[yi]\s*$", found.plain[: known[0][0].start]):
        return replace(time, confidence=0.4, doubt="Không đọc được số của quý.")
    if len(known) < len(parts):
        return replace(time, confidence=0.6, doubt="Có mốc thời gian không đọc được.")
    if len(known) > 1 and known[0][1][0] > known[-1][1][1]:
        return replace(time, confidence=0.5, doubt="Mốc sau đứng trước mốc đầu; xin xem lại.")
    if time.kind is TimeKind.DEADLINE and len(known) > 1:
        return replace(time, confidence=0.7, doubt="Có nhiều hạn trong một ô; lấy hạn cuối.")
    between = [found.plain[a.end : b.start] for (a, _), (b, _) in itertools.pairwise(known)]
    are_apart = any(re.search(r"[;,]|\bva\b", words) for words in between)
    if (len(known) > 2 or are_apart) and not _adjoin([days for _, days in known]):
        doubt = "Có nhiều mốc thời gian; lấy mốc đầu và mốc cuối."
        return replace(time, confidence=0.7, doubt=doubt)
    return time


def _adjoin(stretches_of_days: list[Period]) -> bool:
    """Whether each stretch begins the day after the one before ("Quý II, III, IV")."""
    pairs = itertools.pairwise(stretches_of_days)
    return all(first[1] + timedelta(days=1) == second[0] for first, second in pairs)
