"""What the urging of one day is reckoned from, laid out in tables that live as long as the run.

200,000 open occurrences stay in the database: Python sees only what they have in common (kinds of
work, agencies, deadlines, holders) and answers with the steps reached and the people to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from cchc.modules.organisation.public import sub_agencies, working_calendar
from cchc.modules.plans.public import OPEN_WORK
from cchc.modules.urging.models import Mute
from cchc.modules.urging.queries.addressing import Directory
from cchc.modules.urging.queries.ladders import LadderVersion, ladders_on
from cchc.modules.urging.rules.choosing import Choice, Kind, choose
from cchc.modules.urging.rules.ladder import Step, Telling, day_of, next_up, reached
from cchc.platform.calendar import WorkingCalendar, add_working_days, is_working_day
from cchc.platform.text.folding import fold

SOON_WORKING_DAYS = 5

_WORK = f"""
CREATE TEMP TABLE urging_work ON COMMIT DROP AS
SELECT w.*, (w.assignment_id = ANY(%(parts)s) OR w.agency_id = ANY(%(agencies)s)) AS is_muted
FROM ({OPEN_WORK}) AS w
"""  # noqa: S608 (only our own words)
_KIND = "plan_kind text, document_kind text, obligation text, area_code text, ladder_id bigint"
_PLACE = "agency_id bigint, calendar_no int, soon_until date"
_RUNG = (
    'ladder_id bigint, calendar_no int, due_on date, "offset" smallint, scheduled_on date,'
    " number smallint, audience text, channels text[], answer_by date"
)
_ADDRESSEE = (
    "agency_id bigint, holder_id bigint, audience text, person_id bigint, stands_for_id bigint"
)
_DUE = """
CREATE TEMP TABLE urging_due ON COMMIT DROP AS
SELECT w.occurrence_id, w.task_id, w.agency_id, coalesce(w.holder_id, 0) AS holder_id, w.is_part,
       w.due_on, k.ladder_id, p.calendar_no
FROM urging_work w
JOIN urging_kind k USING (plan_kind, document_kind, obligation, area_code)
JOIN urging_place p USING (agency_id)
WHERE w.due_on IS NOT NULL AND NOT w.is_muted
"""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of urging: its ladders, its calendars by number, its people."""

    on: date
    ladders: dict[int, LadderVersion]
    calendars: tuple[WorkingCalendar, ...]


def lay_out(day: date, directory: Directory) -> Day:
    """Make the tables of the day: work, its ladders and calendars, whom to tell."""
    choices = ladders_on(day)
    _make_work(day)
    calendars = _make_places(day)
    _make_kinds(choices)
    again("urging_due", _DUE)
    _make_addressees(directory)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE urging_work; ANALYZE urging_due; ANALYZE urging_addressee")
    return Day(day, {c.ladder.id: c.ladder for c in choices}, calendars)


def make_rungs(day: Day) -> None:
    """Lay out the steps reached today, for each ladder, calendar and deadline that there is."""
    found = ask("SELECT DISTINCT ladder_id, calendar_no, due_on FROM urging_due")
    rows: list[Sequence[Any]] = []
    for ladder_id, calendar_no, due_on in found:
        calendar = day.calendars[calendar_no]
        steps = day.ladders[ladder_id].steps
        for telling in reached(steps, calendar, due_on=due_on, on=day.on):
            rows.append(_rung(ladder_id, calendar_no, due_on, telling, day))
    fill("urging_rung", _RUNG, rows)


def make_next_rungs(day: Day, silent: Iterable[tuple[Any, ...]]) -> None:
    """Lay out the steps that silence brings forward: for ladder, calendar, deadline, last step.

    `silent` holds those four and the highest audience that was told and did not answer.
    """
    rows: list[Sequence[Any]] = []
    for ladder_id, calendar_no, due_on, after, above in silent:
        calendar = day.calendars[calendar_no]
        steps = day.ladders[ladder_id].steps
        for offset, number, step in next_up(steps, after=after, above=above):
            telling = Telling(offset, day_of(calendar, due_on, offset), number, step)
            rung = _rung(ladder_id, calendar_no, due_on, telling, day)
            rows.append((*rung, after, above))
    fill("urging_next", f"{_RUNG}, after smallint, above text", rows)


def ask(query: str, *values: Any) -> list[tuple[Any, ...]]:
    """The answers of the database."""
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return list(cursor.fetchall())


def fill(table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
    """Make a table of the run and fill it."""
    again(table, f"CREATE TEMP TABLE {table} ({columns}) ON COMMIT DROP")
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"ANALYZE {table}")


def again(table: str, statement: str, values: dict[str, Any] | None = None) -> None:
    """Make a table anew: of an earlier day in the same transaction it may still be there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"pg_temp.{table}"])
        if cursor.fetchone()[0] is not None:
            cursor.execute(f"DROP TABLE {table}")
        cursor.execute(statement, values)


def _make_work(day: date) -> None:
    mutes = Mute.objects.in_force_on(day).values_list("assignment_id", "agency_id")
    parts: list[int] = []
    agencies: set[int] = set()
    for assignment_id, agency_id in mutes:
        if assignment_id is not None:
            parts.append(assignment_id)
        elif agency_id is not None:
            agencies |= sub_agencies(agency_id, day) | {agency_id}
    again("urging_work", _WORK, {"parts": parts, "agencies": sorted(agencies)})


def _make_places(day: date) -> tuple[WorkingCalendar, ...]:
    """The agencies with open work that work today; the work of the others waits for their day."""
    numbers: dict[str, int] = {}
    calendars: list[WorkingCalendar] = []
    rows = []
    for (agency_id,) in ask("SELECT DISTINCT agency_id FROM urging_work"):
        calendar = working_calendar(agency_id)
        if calendar.version not in numbers:
            numbers[calendar.version] = len(calendars)
            calendars.append(calendar)
        if is_working_day(calendar, day):
            soon_until = add_working_days(calendar, day, SOON_WORKING_DAYS)
            rows.append((agency_id, numbers[calendar.version], soon_until))
    fill("urging_place", _PLACE, rows)
    return tuple(calendars)


def _make_kinds(choices: Sequence[Choice[LadderVersion]]) -> None:
    kinds = ask("SELECT DISTINCT plan_kind, document_kind, obligation, area_code FROM urging_work")
    rows = []
    for plan_kind, document_kind, obligation, area_code in kinds:
        kind = Kind(plan_kind, fold(document_kind), obligation, area_code)
        chosen = choose(choices, kind)
        if chosen is not None:
            rows.append((plan_kind, document_kind, obligation, area_code, chosen.id))
    fill("urging_kind", _KIND, rows)


def _make_addressees(directory: Directory) -> None:
    holdings = ask("SELECT DISTINCT agency_id, coalesce(holder_id, 0) FROM urging_work")
    fill("urging_addressee", _ADDRESSEE, directory.rows_for(holdings))


def _rung(
    ladder_id: int, calendar_no: int, due_on: date, telling: Telling, day: Day
) -> Sequence[Any]:
    step: Step = telling.step
    answer_by = None
    if step.answer_within:
        answer_by = add_working_days(day.calendars[calendar_no], day.on, step.answer_within)
    return (
        ladder_id,
        calendar_no,
        due_on,
        telling.offset,
        telling.scheduled_on,
        telling.number,
        step.audience.value,
        [channel.value for channel in step.channels],
        answer_by,
    )
