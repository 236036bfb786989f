"""The clock of a task's occurrences, explained line by line in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.labels import CLOCK_LINES, DUE_CHANGES, STATES, WAITING_FOR
from cchc.modules.plans.models import Occurrence, Task, Trigger
from cchc.modules.plans.queries.naming import agency_ref, badge_of
from cchc.modules.plans.queries.pages import ClockRow, ClockView, DayRow
from cchc.modules.plans.queries.task_parts import Parts
from cchc.modules.plans.queries.task_reading import due_changes_of
from cchc.modules.plans.rules.clock import (
    ClockFacts,
    ClockLine,
    DueChange,
    LineKind,
    explain_clock,
)
from cchc.modules.plans.rules.kinds import DueChangeKind, Obligation, WaitingFor
from cchc.modules.plans.rules.lifecycle import OPEN, State
from cchc.platform.calendar import WorkingCalendar, explain_days, in_vietnam
from cchc.platform.sql import prepared
from cchc.platform.text.writing import date_vi

_MOST_DAYS = 60
_RESULTS = (LineKind.DAYS_LEFT, LineKind.DAYS_LATE, LineKind.GOES_ON, LineKind.WAITS)


def clocks_of(
    task: Task,
    parts: Parts,
    triggers: Sequence[Trigger],
    *,
    today: date,
    occurrence_id: int | None,
) -> list[ClockView]:
    """The clock of the occurrence asked for, else of the actor's own part, else of a lead.

    `triggers` are the events and documents recorded of the task, the last first.
    """
    found = _occurrence(task, parts, occurrence_id)
    return [_clock_of(found, task, triggers, today)] if found else []


def _clock_of(one: Occurrence, task: Task, triggers: Sequence[Trigger], today: date) -> ClockView:
    """The clock of one occurrence."""
    calendar = working_calendar(one.agency_id)
    changes = [
        DueChange(DueChangeKind(c.kind), c.to_due_on, in_vietnam(c.at).date())
        for c in due_changes_of.objects(one.pk)
    ]
    trigger = _trigger(triggers, one)
    facts = ClockFacts(
        state=State(one.state),
        assigned_on=one.assignment.assigned_on,
        written=task.time_text,
        starts_on=one.starts_on,
        due_on=one.due_on,
        first_due_on=one.first_due_on,
        is_continuous=one.is_continuous,
        waits_for=WaitingFor(one.waits_for) if one.waits_for else None,
        triggered_on=trigger.happened_on if trigger else None,
        submitted_on=one.submitted_on,
        changes=changes,
        has_pending_extension=one.has_pending_extension,
    )
    return ClockView(
        occurrence_id=one.pk,
        agency_name=agency_ref(one.agency_id).name,
        label=one.label,
        badge=badge_of(one, today=today),
        lines=[clock_row(line) for line in explain_clock(facts, calendar, today=today)],
        days=_days(one, calendar, today),
    )


def _trigger(triggers: Sequence[Trigger], one: Occurrence) -> Trigger | None:
    """The event or document that gave this occurrence its deadline."""
    if one.first_due_on is None:
        return None
    return next((t for t in reversed(triggers) if t.due_on == one.first_due_on), None)


def clock_row(line: ClockLine) -> ClockRow:
    """A line of the clock in words."""
    label = str(CLOCK_LINES[line.kind])
    if line.kind is LineKind.CHANGED:
        label = f"{label} ({DUE_CHANGES[DueChangeKind(line.text)]})"
    return ClockRow(label, _value(line), is_result=line.kind in _RESULTS)


def _value(line: ClockLine) -> str:
    if line.on is not None:
        return date_vi(line.on)
    if line.kind is LineKind.HOLIDAYS:
        return _holidays(line)
    fixed = {
        LineKind.NO_EXTENSION: _("không"),
        LineKind.EXTENSION_PENDING: _("đang chờ quyết định"),
    }
    if line.kind in fixed:
        return str(fixed[line.kind])
    if line.days is not None:
        return str(_("{days} ngày làm việc").format(days=line.days))
    return _said(line)


def _holidays(line: ClockLine) -> str:
    if not line.days:
        return str(_("không"))
    return str(_("{days} ngày ({which})").format(days=line.days, which=line.text))


def _said(line: ClockLine) -> str:
    if line.kind is LineKind.WAITS:
        return str(WAITING_FOR[WaitingFor(line.text)])
    if line.kind is LineKind.STOPPED:
        return str(STATES[State(line.text)])
    return f"“{line.text}”" if line.kind is LineKind.WRITTEN else line.text


def _days(one: Occurrence, calendar: WorkingCalendar, today: date) -> list[DayRow]:
    """Day by day from the deadline to the day counted to, or up to the deadline."""
    if one.due_on is None:
        return []
    counted_to = one.submitted_on if one.submitted_on and one.state != State.RETURNED else today
    first, last = sorted((one.due_on, counted_to))
    if (last - first).days > _MOST_DAYS:
        return []
    return [DayRow(d.on, d.is_working, d.reason) for d in explain_days(calendar, first, last)][1:]


def _occurrence(task: Task, parts: Parts, occurrence_id: int | None) -> Occurrence | None:
    """The round asked for; else the actor's own, else a lead's, open ones before others."""
    own = [part.pk for part in parts.opened]
    found: list[Occurrence] = _clocked.objects(task.pk, parts.known_ids, own, occurrence_id or 0)
    return found[0] if found else None


@prepared
def _clocked(task_id: int, known: list[int], own: list[int], asked: int) -> QuerySet[Occurrence]:
    """Of the rounds that the actor may know of, the one whose clock is shown, first."""
    is_own, is_lead = Q(assignment_id__any_of=own), Q(obligation=Obligation.LEAD)
    is_open = Q(state__in=sorted(OPEN))
    ranks = (Q(pk=asked), is_own & is_open, is_own, is_lead & is_open, is_lead)
    rank = Case(*(When(case, then=Value(place)) for place, case in enumerate(ranks)))
    rows = Occurrence.objects.filter(task_id=task_id, assignment_id__any_of=known)
    ranked: QuerySet[Any] = rows.annotate(rank=rank).select_related("assignment")
    return ranked.filter(rank__isnull=False).order_by("rank", "sorts_on", "pk")[:1]
