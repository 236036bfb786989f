"""What a corrected paper changes, and what that does to work already begun."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cchc.modules.plans.labels import DRAFT_FIELDS, ROW_CHANGES
from cchc.modules.plans.models import ImportDraft, Occurrence, Task
from cchc.modules.plans.queries.review_pages import DifferenceRow
from cchc.modules.plans.rules.comparing import draft_rows, plan_row
from cchc.modules.plans.rules.difference import RowChange, RowDifference, compare
from cchc.modules.plans.rules.draft import Draft
from cchc.modules.plans.rules.lifecycle import OPEN, State

_TONES = {
    RowChange.SAME: "idle",
    RowChange.CHANGED: "soon",
    RowChange.ADDED: "ok",
    RowChange.REMOVED: "late",
}


def compare_with_plan(plan_id: int, reading: Draft) -> list[RowDifference]:
    """What the corrected paper says differently from the rows in force."""
    tasks = Task.objects.rows().active().filter(plan_id=plan_id).order_by("position", "pk")
    return compare([plan_row(str(t.pk), _columns(t)) for t in tasks], draft_rows(reading))


def differences_of(draft: ImportDraft, reading: Draft) -> list[DifferenceRow]:
    """The rows that differ, with what taking them over would do."""
    if draft.corrects_id is None:
        return []
    found = compare_with_plan(draft.corrects_id, reading)
    counts = _counts(draft.corrects_id)
    return [_row(one, counts) for one in found if one.change is not RowChange.SAME]


def _columns(task: Task) -> dict[str, str]:
    return {
        "code": task.code,
        "content": task.content,
        "product": task.product,
        "lead_text": task.lead_text,
        "coordinating_text": task.coordinating_text,
        "time_text": task.time_text,
        "budget_text": task.budget_text,
        "funding_source": task.funding_source,
        "note_text": task.note,
    }


def _counts(plan_id: int) -> dict[int, tuple[int, int]]:
    """By task: how many occurrences are open, and how many are done."""
    rows = (
        Occurrence.objects.filter(plan_id=plan_id, is_part=False)
        .order_by()
        .values_list("task_id")
        .annotate(
            is_open=Count("pk", filter=Q(state__in=sorted(OPEN))),
            is_done=Count("pk", filter=Q(state=State.ACCEPTED)),
        )
    )
    return {task: (is_open, is_done) for task, is_open, is_done in rows}


def _row(one: RowDifference, counts: Mapping[int, tuple[int, int]]) -> DifferenceRow:
    said = one.after or one.before
    task_id = int(one.before.id) if one.before else None
    return DifferenceRow(
        change=one.change,
        change_label=str(ROW_CHANGES[one.change]),
        tone=_TONES[one.change],
        code=said.code if said else "",
        content=said.content if said else "",
        fields=[(str(DRAFT_FIELDS[f.name]), f.before, f.after) for f in one.fields],
        effect=_effect(one, counts.get(task_id or 0, (0, 0))),
        row_id=one.after.id if one.after else "",
        task_id=task_id,
    )


def _effect(one: RowDifference, counts: tuple[int, int]) -> str:
    is_open, is_done = counts
    if one.change is RowChange.ADDED:
        return str(_("giao việc mới khi xác nhận"))
    done = _("; {done} kỳ đã nghiệm thu được giữ nguyên").format(done=is_done) if is_done else ""
    if one.change is RowChange.REMOVED:
        return str(_("thu hồi {open} kỳ chưa xong{done}").format(open=is_open, done=done))
    changed = {field.name for field in one.fields}
    words = []
    if "time_text" in changed:
        words.append(
            str(_("{open} kỳ chưa xong tính lại hạn{done}").format(open=is_open, done=done))
        )
    if changed & {"lead_text", "coordinating_text"}:
        words.append(str(_("tính lại cơ quan được giao")))
    return "; ".join(words) or str(_("không đổi hạn, không đổi cơ quan"))
