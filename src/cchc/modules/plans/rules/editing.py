"""Corrections lie on top of what was read: each is one plain entry, and the last can be taken off.

An entry that touches a row carries the whole row as it then reads, so that applying corrections
needs neither the paper nor the register of agencies again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cchc.modules.plans.rules.draft import (
    Cell,
    Draft,
    DraftSection,
    DraftTarget,
    DraftTask,
    target_from_json,
    target_to_json,
    task_from_json,
    task_to_json,
)

Edit = Mapping[str, Any]

_JOINED = (
    "content",
    "product",
    "lead_text",
    "coordinating_text",
    "time_text",
    "budget_text",
    "note_text",
)


def apply_edits(draft: Draft, edits: Iterable[Edit]) -> Draft:
    """The draft with every correction in the order in which people made them."""
    for edit in edits:
        draft = _HANDLERS[edit["op"]](draft, edit)
    return draft


def set_header(name: str, value: str, tasks: Sequence[DraftTask] | None = None) -> dict[str, Any]:
    """A value of the header typed anew, with the rows as they then read where they depend on it."""
    edit: dict[str, Any] = {"op": "header", "field": name, "value": value}
    if tasks is not None:
        edit["tasks"] = [task_to_json(task) for task in tasks]
    return edit


def set_row(task: DraftTask) -> dict[str, Any]:
    """A row that reads differently."""
    return {"op": "row", "row": task.id, "task": task_to_json(task)}


def set_rows(tasks: Sequence[DraftTask]) -> dict[str, Any]:
    """Several rows that read differently by one act, to be taken off by one act."""
    return {"op": "rows", "tasks": [task_to_json(task) for task in tasks]}


def set_issuer(tasks: Sequence[DraftTask], *, before_id: int, issuer_id: int) -> dict[str, Any]:
    """Another agency gives the work: the rows with the parties that its words then mean."""
    return {**set_rows(tasks), "before_id": before_id, "issuer_id": issuer_id}


def insert_row(task: DraftTask, *, after: str | None) -> dict[str, Any]:
    """A row that a person added, after another or at the end."""
    return {"op": "insert", "after": after, "task": task_to_json(task)}


def drop_row(row_id: str) -> dict[str, Any]:
    """A row that is none."""
    return {"op": "drop", "row": row_id}


def merge_rows(merged: DraftTask, *, gone: str) -> dict[str, Any]:
    """Two rows that are one: how the one reads, and which goes."""
    return {"op": "merge", "row": gone, "into": merged.id, "task": task_to_json(merged)}


def take_over_duty(row_id: str) -> dict[str, Any]:
    """A duty to report, found in the text, that becomes a row."""
    return {"op": "duty", "row": row_id}


def set_section(index: int, section: DraftSection) -> dict[str, Any]:
    """A heading that reads differently, or belongs to another area."""
    return {
        "op": "section",
        "index": index,
        "code": section.code,
        "title": section.title,
        "area_code": section.area_code,
    }


def set_target(target: DraftTarget) -> dict[str, Any]:
    """A target that reads differently, or that a person added."""
    return {"op": "target", "row": target.id, "target": target_to_json(target)}


def drop_target(row_id: str) -> dict[str, Any]:
    """A target that is none."""
    return {"op": "drop_target", "row": row_id}


def tie_to(*, above_id: int | None, programme_id: int | None) -> dict[str, Any]:
    """The plan above and the programme that the paper carries out."""
    return {"op": "tie", "above_id": above_id, "programme_id": programme_id}


def joined(first: DraftTask, second: DraftTask) -> DraftTask:
    """Two rows read as one, as a page break leaves them: what the second says follows the first."""
    cells = dict(first.cells)
    for name in _JOINED:
        parts = [part for part in (first.text(name), second.text(name)) if part]
        if second.text(name):
            cells[name] = replace(
                cells.get(name, Cell()), value=" ".join(parts), is_edited=True, doubts=()
            )
    return replace(first, cells=cells)


def with_cell(task: DraftTask, name: str, value: str) -> DraftTask:
    """A row with one value typed by a person: what was doubtful about it is settled."""
    cell = replace(task.cells.get(name, Cell()), value=value, is_edited=True, doubts=())
    return replace(task, cells={**task.cells, name: cell})


def next_row_id(draft: Draft, edits: Iterable[Edit], prefix: str = "n") -> str:
    """An identity for an added row that no row has, or had before it was dropped."""
    taken = [task.id for task in draft.tasks] + [target.id for target in draft.targets]
    taken += [edit[key]["id"] for edit in edits for key in ("task", "target") if key in edit]
    numbers = [int(t[len(prefix) :]) for t in taken if t.startswith(prefix) and t[1:].isdigit()]
    return f"{prefix}{max(numbers, default=-1) + 1}"


def _header(draft: Draft, edit: Edit) -> Draft:
    cell = draft.header.get(edit["field"], Cell())
    fresh = replace(cell, value=edit["value"], is_edited=True, doubts=())
    header = {**draft.header, edit["field"]: fresh}
    tasks = draft.tasks
    if "tasks" in edit:
        tasks = tuple(task_from_json(task) for task in edit["tasks"])
    return replace(draft, header=header, tasks=tasks)


def _row(draft: Draft, edit: Edit) -> Draft:
    fresh = task_from_json(edit["task"])
    return replace(draft, tasks=tuple(fresh if t.id == fresh.id else t for t in draft.tasks))


def _rows(draft: Draft, edit: Edit) -> Draft:
    fresh = {task["id"]: task_from_json(task) for task in edit["tasks"]}
    return replace(draft, tasks=tuple(fresh.get(task.id, task) for task in draft.tasks))


def _insert(draft: Draft, edit: Edit) -> Draft:
    fresh = task_from_json(edit["task"])
    ids = [task.id for task in draft.tasks]
    at = ids.index(edit["after"]) + 1 if edit["after"] in ids else len(ids)
    return replace(draft, tasks=(*draft.tasks[:at], fresh, *draft.tasks[at:]))


def _drop(draft: Draft, edit: Edit) -> Draft:
    return replace(draft, tasks=tuple(t for t in draft.tasks if t.id != edit["row"]))


def _merge(draft: Draft, edit: Edit) -> Draft:
    return _drop(_row(draft, edit), edit)


def _duty(draft: Draft, edit: Edit) -> Draft:
    taken = tuple(duty for duty in draft.duties if duty.id == edit["row"])
    left = tuple(duty for duty in draft.duties if duty.id != edit["row"])
    return replace(draft, tasks=(*draft.tasks, *taken), duties=left)


def _section(draft: Draft, edit: Edit) -> Draft:
    section = DraftSection(edit["code"], edit["title"], edit["area_code"])
    index = edit["index"]
    if index >= len(draft.sections):
        return replace(draft, sections=(*draft.sections, section))
    sections = (*draft.sections[:index], section, *draft.sections[index + 1 :])
    return replace(draft, sections=sections)


def _target(draft: Draft, edit: Edit) -> Draft:
    fresh = target_from_json(edit["target"])
    if fresh.id not in {target.id for target in draft.targets}:
        return replace(draft, targets=(*draft.targets, fresh))
    return replace(draft, targets=tuple(fresh if t.id == fresh.id else t for t in draft.targets))


def _drop_target(draft: Draft, edit: Edit) -> Draft:
    return replace(draft, targets=tuple(t for t in draft.targets if t.id != edit["row"]))


def _tie(draft: Draft, edit: Edit) -> Draft:
    return replace(draft, above_id=edit["above_id"], programme_id=edit["programme_id"])


_HANDLERS: dict[str, Callable[[Draft, Edit], Draft]] = {
    "header": _header,
    "row": _row,
    "rows": _rows,
    "insert": _insert,
    "drop": _drop,
    "merge": _merge,
    "duty": _duty,
    "section": _section,
    "target": _target,
    "drop_target": _drop_target,
    "tie": _tie,
}
