"""What the rows looked like: changes of deadlines, money and states, from the row history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cchc.modules.plans.labels import STATES
from cchc.modules.plans.models import Task
from cchc.modules.plans.queries.pages import HistoryRow
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.sql import prepared_for
from cchc.platform.text.writing import date_vi, money_vi

_MOST = 60
_TASK_FIELDS = (
    "content",
    "product",
    "lead_text",
    "coordinating_text",
    "time_text",
    "due_on",
    "budget_text",
    "budget_amount",
    "budget_total",
    "funding_source",
    "status",
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A table of row history: its columns that people look for, and the one that says when."""

    model: str
    fields: tuple[str, ...]
    moment: str


_TASKS = _Kept("TaskEvent", _TASK_FIELDS, "pgh_created_at")
_OCCURRENCES = _Kept("OccurrenceEvent", ("state", "due_on", "agency_id"), "state_since")


def history_of(task: Task, occurrence_ids: Sequence[int]) -> list[HistoryRow]:
    """Changes of the task and of the occurrences shown, the last first."""
    rows = _changes(_TASKS, [task.pk], _("Nhiệm vụ"))
    rows += _changes(_OCCURRENCES, occurrence_ids, _("Phần việc"))
    return sorted(rows, key=lambda row: row.at, reverse=True)[:_MOST]


def _changes(kept: _Kept, ids: Sequence[int], thing: str) -> list[HistoryRow]:
    if not ids:
        return []
    names = ("pgh_obj_id", kept.moment, *kept.fields)

    def found(ids: list[int]) -> QuerySet[Any, Any]:
        events: QuerySet[Any] = apps.get_model("plans", kept.model)._default_manager.all()
        events = events.filter(pgh_obj_id__any_of=ids)
        return events.order_by("pgh_obj_id", "pgh_id").values_list(*names)

    by_row: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for values in prepared_for(("plans.history", kept.model), found)(list(ids)):
        row = dict(zip(names, values, strict=True))
        by_row[row["pgh_obj_id"]].append(row)
    return [change for rows in by_row.values() for change in _between(rows, kept, thing)]


def _between(rows: Sequence[dict[str, Any]], kept: _Kept, thing: str) -> Iterable[HistoryRow]:
    labels = _labels()
    for before, after in pairwise(rows):
        at: datetime = after[kept.moment]
        for name in kept.fields:
            if before[name] != after[name]:
                old, new = _said(name, before[name]), _said(name, after[name])
                yield HistoryRow(at=at, thing=thing, field=labels[name], before=old, after=new)


def _said(name: str, value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, date):
        return date_vi(value)
    if name.startswith("budget_") and isinstance(value, int):
        return money_vi(value)
    return str(STATES[State(str(value))]) if name == "state" else str(value)


def _labels() -> dict[str, str]:
    return {
        "content": _("Nội dung"),
        "product": _("Sản phẩm"),
        "lead_text": _("Chủ trì"),
        "coordinating_text": _("Phối hợp"),
        "time_text": _("Thời gian"),
        "due_on": _("Hạn"),
        "budget_text": _("Kinh phí"),
        "budget_amount": _("Số tiền"),
        "budget_total": _("Tổng tiền"),
        "funding_source": _("Nguồn"),
        "status": _("Hiệu lực"),
        "state": _("Trạng thái"),
        "agency_id": _("Cơ quan"),
    }
