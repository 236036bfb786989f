"""The timeline of dated work as bars: geometry in shares of the period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from cchc.platform.text.writing import date_vi

_Place = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class GanttTask:
    """A piece of work with its dates, both included."""

    label: str
    due_on: date
    starts_on: date | None = None
    """None: a single day, drawn as a point."""
    first_due_on: date | None = None
    """The deadline before any extension: the baseline."""
    done_on: date | None = None
    tone: str = "idle"
    detail: str = ""
    url: str = ""
    said: str = ""
    """The state in words, for screen readers and on hover."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month on the axis."""

    label: str
    x: str
    middle: str


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One piece of work with places in percent of the width."""

    task: GanttTask
    x: str
    width: str
    is_point: bool
    first_x: str = ""
    over_x: str = ""
    over_width: str = ""
    """The stretch after the deadline until it was done, or until today."""

    @property
    def in_words(self) -> str:
        """What the drawing says, for screen readers and on hover."""
        task = self.task
        parts = [task.said] if task.said else []
        if task.starts_on:
            parts.append(_("từ %s") % date_vi(task.starts_on))
        parts.append(_("hạn %s") % date_vi(task.due_on))
        if task.first_due_on:
            parts.append(_("hạn ban đầu %s") % date_vi(task.first_due_on))
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class GanttChart:
    """Everything the component draws."""

    ticks: list[Tick]
    rows: list[GanttRow]
    today_x: str = ""


def gantt(tasks: Sequence[GanttTask], *, starts_on: date, ends_on: date, today: date) -> GanttChart:
    """Lay out the work over a period; what lies outside is cut at its edges."""
    days = (ends_on - starts_on).days + 1

    def place(day: date) -> float:
        return min(1.0, max(0.0, (day - starts_on).days / days))

    return GanttChart(
        ticks=_months(starts_on, ends_on, place),
        rows=[_row(task, place, today) for task in tasks],
        today_x=_share(place(today)) if starts_on <= today <= ends_on else "",
    )


def _share(part: float) -> str:
    return f"{part * 100:.2f}%"


def _months(starts_on: date, ends_on: date, place: _Place) -> list[Tick]:
    ticks, day = [], starts_on.replace(day=1)
    while day <= ends_on:
        last = day.replace(day=monthrange(day.year, day.month)[1])
        middle = (place(day) + place(last)) / 2
        ticks.append(
            Tick(
                f"{day:%m/%y}" if day.month == 1 else f"{day.month}",
                _share(place(day)),
                _share(middle),
            )
        )
        day = last + timedelta(days=1)
    return ticks


def _row(task: GanttTask, place: _Place, today: date) -> GanttRow:
    start = place(task.starts_on or task.due_on)
    end = place(task.due_on + timedelta(days=1))
    late_until = task.done_on or today
    is_over = late_until > task.due_on and (task.done_on is not None or task.tone == "late")
    return GanttRow(
        task=task,
        x=_share(start),
        width=_share(max(end - start, 0.004)),
        is_point=task.starts_on is None,
        first_x=_share(place(task.first_due_on + timedelta(days=1))) if task.first_due_on else "",
        over_x=_share(end) if is_over else "",
        over_width=_share(place(late_until) - end) if is_over and place(late_until) > end else "0%",
    )
