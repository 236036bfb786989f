"""What does not fit together in a document as read: said to a person, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cchc.officialdocs.document import Period, Task
from cchc.officialdocs.layout import Doubt
from cchc.officialdocs.understanding.tasks import Context
from cchc.officialdocs.understanding.times import Time, TimeKind

SHORT_NOTICE = timedelta(days=31)
"""A deadline this close to the day of signing is said."""
_DATED = frozenset({TimeKind.PERIOD, TimeKind.DEADLINE})


def check_tasks(
    tasks: Sequence[Task], context: Context, period: Period | None
) -> tuple[tuple[Task, ...], tuple[Doubt, ...]]:
    """The tasks with a doubt on each time that does not fit, and the warnings for the document."""
    checked: list[Task] = []
    warnings: list[Doubt] = []
    for task in tasks:
        found = list(_misfits(task, context.issued_on, period))
        warnings += [replace(doubt, message=f"{task.key}: {doubt.message}") for doubt in found]
        checked.append(_with_doubt(task, found))
    return tuple(checked), tuple(warnings)


def _misfits(task: Task, issued_on: date | None, period: Period | None) -> Iterator[Doubt]:
    time, place = task.time, task.time_text.place
    if time.kind in _DATED and time.due is not None:
        if issued_on is not None and time.due < issued_on:
            message = f"Hạn {time.due:%d/%m/%Y} trước ngày ký {issued_on:%d/%m/%Y}."
            yield Doubt("due_before_signing", message, place)
        elif issued_on is not None and time.due - issued_on <= SHORT_NOTICE:
            message = f"Hạn {time.due:%d/%m/%Y} sát ngày ký {issued_on:%d/%m/%Y}."
            yield Doubt("due_close_to_signing", message, place)
        if period is not None and not period.first <= time.due <= period.last:
            message = f"Hạn {time.due:%d/%m/%Y} ngoài kỳ kế hoạch."
            yield Doubt("due_outside_period", message, place)
    if not task.lead:
        yield Doubt("no_lead", "Không có cơ quan chủ trì.", task.lead_text.place)


def _with_doubt(task: Task, found: Sequence[Doubt]) -> Task:
    """The doubt goes to the time itself where that has none yet."""
    about_time = next((doubt for doubt in found if doubt.code.startswith("due_")), None)
    time: Time = task.time
    if about_time is not None and time.doubt is None:
        confidence = min(time.confidence, 0.8)
        task = replace(task, time=replace(time, doubt=about_time.message, confidence=confidence))
    missing = next((doubt for doubt in found if doubt.code == "no_lead"), None)
    if missing is not None and task.lead_text.doubt is None:
        lead = replace(task.lead_text, doubt=missing.message, confidence=0.5)
        task = replace(task, lead_text=lead)
    return task
