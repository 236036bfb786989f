"""What stands in a person's calendar: deadlines, report dates, inspections, meetings, entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

_ALL_DAY = time.min


class AgendaKind(StrEnum):
    """What sort of dated thing it is."""

    DEADLINE = "DEADLINE"
    REPORT = "REPORT"
    """A report that must be sent by that day."""
    INSPECTION = "INSPECTION"
    MEETING = "MEETING"
    LEADER = "LEADER"
    """An entry of the work calendar of leaders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One dated thing. Without `starts_at` it concerns the whole day.

    `key` names the thing for ever ("plans.task:12"), though its day may move: a feed makes its UID
    of it. `title` and `detail` name no people other than the one who asks.
    """

    key: str
    on: date
    title: str
    kind: AgendaKind
    url: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    detail: str = ""
    place: str = ""
    agency_id: int | None = None
    agency_name: str = ""
    is_late: bool = False


def in_time_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """By day; what concerns the whole day first, then by hour; equals by title and key."""
    return sorted(items, key=_place)


def _place(item: AgendaItem) -> tuple[date, time, str, str]:
    hour = item.starts_at.timetz().replace(tzinfo=None) if item.starts_at else _ALL_DAY
    return item.on, hour, item.title, item.key
