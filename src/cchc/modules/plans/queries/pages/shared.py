"""What several pages show: agencies, people, badges, figures, choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AgencyRef:
    """An agency as a page names it."""

    id: int
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person as a page names them."""

    id: int
    full_name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class StateBadge:
    """A state in words with its tone: "quá hạn 11 ngày làm việc"."""

    code: str
    label: str
    tone: str
    due_on: date | None = None
    days: int | None = None
    """Working days left; negative when late; None when no clock runs."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a page that opens: `query` is the query string of the work list with its rows."""

    code: str
    label: str
    value: str
    unit: str
    note: str
    query: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter or a select."""

    value: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class TrailItem:
    """One line of what happened."""

    at: datetime
    actor_name: str
    text: str
    event: str
