"""The work calendar of leaders for a week, as it is to be printed: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.officialdocs.writing.paper import Signature

HEADS = ("Thứ, ngày", "Thời gian", "Nội dung", "Lãnh đạo", "Thành phần, chuẩn bị", "Địa điểm")
WIDTHS = (25, 20, 95, 42, 52, 33)
"""Millimetres, on a landscape page."""


@dataclass(frozen=True, slots=True)
class WeekLine:
    """One entry: half of the day or hour, what, who, with whom, where."""

    time: str
    content: str
    leaders: str
    attending: str
    place: str
    mark: str = ""
    """ "điều chỉnh", "bổ sung" … where it differs from the first publication."""
    is_struck_out: bool = False


@dataclass(frozen=True, slots=True)
class WeekPart:
    """A half of a day ("Sáng") with its entries; without any it is printed empty."""

    label: str
    lines: tuple[WeekLine, ...]


@dataclass(frozen=True, slots=True)
class PaperDay:
    """A day of the week: "Thứ Hai\\n14/10/2019", why it is off, and its halves."""

    label: str
    closed: str
    parts: tuple[WeekPart, ...]


@dataclass(frozen=True, slots=True)
class WeekPaper:
    """The calendar of a week in its official form (head of Decree 30/2020/NĐ-CP)."""

    superior: str
    issuer: tuple[str, ...]
    place: str
    issued_on: date | None
    of_whom: str
    """ "LÃNH ĐẠO ỦY BAN NHÂN DÂN TỈNH SEN HỒNG"."""
    starts_on: date
    ends_on: date
    days: tuple[PaperDay, ...]
    adjusted: int = 0
    """How many times it was published again."""
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """ "LỊCH CÔNG TÁC TUẦN CỦA …"."""
        return f"LỊCH CÔNG TÁC TUẦN CỦA {self.of_whom}"

    @property
    def span(self) -> str:
        """ "(Từ ngày 14/10/2019 đến ngày 20/10/2019; điều chỉnh lần 1)"."""
        again = f"; điều chỉnh lần {self.adjusted}" if self.adjusted else ""
        return f"(Từ ngày {self.starts_on:%d/%m/%Y} đến ngày {self.ends_on:%d/%m/%Y}{again})"


def printed_rows(day: PaperDay) -> list[tuple[str, WeekLine]]:
    """The rows of a day: half of the day or hour, and the entry; an empty half takes one row."""
    empty = WeekLine("", "", "", "", "")
    rows = []
    for part in day.parts:
        for line in part.lines or (empty,):
            rows.append((f"{part.label}\n{line.time}".strip(), line))
    return rows


def content_of(line: WeekLine) -> str:
    """What is printed of an entry, its mark before it."""
    return f"({line.mark}) {line.content}" if line.mark else line.content
