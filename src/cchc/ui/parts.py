"""The plain values that lists, tables and other components take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


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


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One choice of a filter; the count says how many rows it would leave."""

    value: str
    label: str
    count: int | None = None
    is_chosen: bool = False


def filter_choice(choice: Any, chosen: object) -> FilterChoice:
    """A pair of code and words, or an object with value, label and perhaps count."""
    value, label = choice if isinstance(choice, tuple) else (choice.value, choice.label)
    is_chosen = chosen is not None and str(value) == str(chosen)
    return FilterChoice(str(value), str(label), _count(choice), is_chosen)


def _count(choice: object) -> int | None:
    count = getattr(choice, "count", None)
    return count if isinstance(count, int) else None


def heat_level(rate: float | None) -> int | None:
    """The colour step of a rate in percent: from 95 best, below 70 worst."""
    if rate is None:
        return None
    return sum(rate < bound for bound in (95, 87, 77, 70))
