"""The clock of a task's occurrences, explained line by line in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.labels import CLOCK_LINES, DUE_CHANGES, STATES, WAITING_FOR
from cchc.modules.plans.models import Occurrence, Task, Trigger
from cchc.modules.plans.queries.naming import agency_ref, badge_of
from cchc.modules.plans.queries.pages import ClockRow, ClockView, DayRow
from cchc.modules.plans.queries.task_parts import Parts
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
from cchc.platform.text.writing import date_vi

_MOST_DAYS = 60
_RESULTS = (LineKind.DAYS_LEFT, LineKind.DAYS_LATE, LineKind.GOES_ON, LineKind.WAITS)


def clocks_of(
    task: Task, parts: Parts, *, today: date, occurrence_id: int | None
) -> list[ClockView]:
    """The clock of the occurrence asked for, else of the actor's own part, else of a lead."""
    found = _occurrence(task, parts, occurrence_id)
    return [clock_of(found, task, today=today)] if found else []


def clock_of(one: Occurrence, task: Task, *, today: date) -> ClockView:
    """The clock of one occurrence."""
    calendar = working_calendar(one.agency_id)
    changes = [
        DueChange(DueChangeKind(c.kind), c.to_due_on, in_vietnam(c.at).date())
        for c in one.due_changes.order_by("pk")
    ]
    trigger = _trigger(task, one)
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


def _trigger(task: Task, one: Occurrence) -> Trigger | None:
    """The event or document that gave this occurrence its deadline."""
    if one.first_due_on is None:
        return None
    return task.triggers.filter(due_on=one.first_due_on).order_by("pk").first()


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
    known = Occurrence.objects.filter(task=task, assignment__in=parts.known_ids)
    rounds = known.select_related("assignment")
    if occurrence_id is not None:
        asked = rounds.filter(pk=occurrence_id).first()
        if asked is not None:
            return asked
    by_deadline = rounds.order_by("sorts_on", "pk")
    own = by_deadline.filter(assignment__in=parts.opened)
    leads = by_deadline.filter(obligation=Obligation.LEAD)
    candidates = (
        own.filter(state__in=sorted(OPEN)),
        own,
        leads.filter(state__in=sorted(OPEN)),
        leads,
    )
    return next((one for many in candidates if (one := many.first())), None)
