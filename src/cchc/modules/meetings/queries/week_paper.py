"""The rows of a week as they are printed: what publication keeps, and what the paper shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from cchc.modules.meetings.labels import MARKS, SESSIONS
from cchc.modules.meetings.models import Entry, WorkWeek
from cchc.modules.meetings.queries.naming import (
    agencies_named,
    agency_name,
    hours_vi,
    people_named,
    person_name,
)
from cchc.modules.meetings.rules.conflicts import is_open_ended
from cchc.modules.meetings.rules.kinds import EntryState, Mark, Session
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import list_vi


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One entry as it is printed; every value as it stands on the paper."""

    entry_id: int
    on: date
    session: str
    session_label: str
    time: str
    """ "08:00", or empty when only the half of the day is known."""
    hours: str
    content: str
    leaders: str
    chair: str
    place: str
    attending: str
    prepared_by: str
    note: str
    mark: str
    mark_label: str
    is_struck_out: bool
    state: str


def rows_of(entries: Sequence[Entry]) -> list[WeekRow]:
    """Entries as rows, in the order of time."""
    leaders = {e.pk: [one.person_id for one in e.leaders.all()] for e in entries}
    people = people_named([*(p for many in leaders.values() for p in many), *_chairs(entries)])
    agencies = agencies_named(
        [*(a for e in entries for a in e.attending_ids), *(e.prepared_by_id for e in entries)]
    )
    rows = []
    for entry in sorted(entries, key=lambda e: (e.starts_at, e.ends_at, e.pk)):
        attending = [agency_name(agencies, pk) for pk in entry.attending_ids]
        rows.append(
            WeekRow(
                entry_id=entry.pk,
                on=entry.on,
                session=entry.session,
                session_label=str(SESSIONS[Session(entry.session)]),
                time=f"{in_vietnam(entry.starts_at):%H:%M}" if entry.has_hours else "",
                hours=_hours(entry),
                content=entry.content,
                leaders=list_vi([person_name(people, pk) for pk in leaders[entry.pk]]),
                chair=person_name(people, entry.chair_id),
                place=entry.room.name if entry.room and not entry.place else entry.place,
                attending="; ".join(part for part in (*attending, entry.attending_text) if part),
                prepared_by=agency_name(agencies, entry.prepared_by_id),
                note=entry.note,
                mark=entry.mark,
                mark_label=str(MARKS[Mark(entry.mark)]),
                is_struck_out=entry.state == EntryState.CANCELLED,
                state=entry.state,
            )
        )
    return rows


def published_rows(week: WorkWeek) -> list[WeekRow]:
    """What everybody reads of a published week now; nothing when it is not published."""
    entries = Entry.objects.published().filter(week=week)
    return rows_of(list(entries.select_related("room").prefetch_related("leaders")))


def rows_to_publish(week: WorkWeek) -> list[WeekRow]:
    """What the next publication prints: approved, and struck out since an earlier one."""
    found = week.entries.select_related("room").prefetch_related("leaders")
    printed = [
        entry
        for entry in found
        if entry.state == EntryState.APPROVED or entry.mark == Mark.CANCELLED
    ]
    return rows_of(printed)


def as_kept(rows: Sequence[WeekRow]) -> list[dict[str, Any]]:
    """Rows as plain JSON, for the version that is kept."""
    return [{**asdict(row), "on": row.on.isoformat()} for row in rows]


def _hours(entry: Entry) -> str:
    """ "08:00–09:30"; only the beginning where no end was written."""
    if not entry.has_hours:
        return ""
    ends = in_vietnam(entry.ends_at).time()
    is_open = is_open_ended(Session(entry.session), ends)
    return hours_vi(entry.starts_at, None if is_open else entry.ends_at)


def _chairs(entries: Sequence[Entry]) -> list[int | None]:
    return [entry.chair_id for entry in entries]
