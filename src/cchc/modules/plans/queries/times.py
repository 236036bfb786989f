"""What the time of a task means, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.plans.labels import WAITING_FOR
from cchc.modules.plans.models import Task
from cchc.modules.plans.rules.kinds import TimeKind, WaitingFor
from cchc.modules.plans.rules.timing import Timing
from cchc.platform.text.writing import date_vi, number_vi

_WAITS = {
    TimeKind.BY_REFERENCE: WaitingFor.REFERENCE,
    TimeKind.CONDITIONAL: WaitingFor.EVENT,
    TimeKind.NONE: WaitingFor.DEADLINE,
}


def time_label(task: Task, *, rounds: int) -> str:
    """ "30/06/2019", "24 kỳ", "thường xuyên đến 31/12/2019", "chờ sự kiện"."""
    timing = Timing(TimeKind(task.time_kind), task.starts_on, task.due_on)
    return timing_label(timing, rounds=rounds)


def timing_label(timing: Timing, *, rounds: int) -> str:
    """What a time means once the number of its rounds is known."""
    kind = timing.kind
    if kind in _WAITS:
        return str(WAITING_FOR[_WAITS[kind]])
    if kind is TimeKind.RECURRING and rounds > 1:
        return str(_("{number} kỳ").format(number=number_vi(rounds)))
    due = date_vi(timing.due_on) if timing.due_on else ""
    if kind is TimeKind.CONTINUOUS:
        return str(_("thường xuyên đến {day}").format(day=due)) if due else str(_("thường xuyên"))
    if kind is TimeKind.FROM and timing.starts_on:
        return str(_("từ {day}").format(day=date_vi(timing.starts_on)))
    return due or str(_("trong kỳ kế hoạch"))
