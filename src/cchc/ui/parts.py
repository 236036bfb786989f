"""The plain values that lists, tables and other components take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the address of the list without it."""

    label: str
    value: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class SortLink:
    """The heading of a column that sorts: where it leads, and how it sorts now."""

    url: str
    direction: str = ""
    """`ascending`, `descending`, or empty when another column sorts."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several views of a thing."""

    label: str
    url: str
    is_current: bool = False
    count: int | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened, for the timeline of a thing."""

    text: str
    at: datetime | date | None = None
    who: str = ""
    detail: str = ""
    is_latest: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """A step of long work."""

    label: str
    state: str = "waiting"
    """`done`, `running`, `waiting` or `failed`."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One measure of one agency."""

    text: str
    level: int | None = None
    """0 best to 4 worst; None when nothing has fallen due."""
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One agency across all measures."""

    label: str
    cells: list[HeatCell] = field(default_factory=list)
    total: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a facts column."""

    label: str
    value: str
    url: str = ""


def heat_level(rate: float | None) -> int | None:
    """The colour step of a rate in percent: from 95 best, below 70 worst."""
    if rate is None:
        return None
    return sum(rate < bound for bound in (95, 87, 77, 70))
