"""Rows of a plan and of a draft in the one shape in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping

from cchc.modules.plans.rules.difference import ComparedRow
from cchc.modules.plans.rules.draft import Draft

COMPARED = (
    "product",
    "lead_text",
    "coordinating_text",
    "time_text",
    "budget_text",
    "funding_source",
    "note_text",
)


def draft_rows(draft: Draft) -> list[ComparedRow]:
    """The rows of a draft, under their identities there."""
    return [
        ComparedRow(
            id=task.id,
            code=task.code,
            content=task.text("content"),
            fields={name: task.text(name) for name in COMPARED},
        )
        for task in draft.tasks
    ]


def plan_row(row_id: str, columns: Mapping[str, str]) -> ComparedRow:
    """A row of a plan in force, from its columns by name."""
    fields = {name: columns[name] for name in COMPARED}
    return ComparedRow(row_id, columns["code"], columns["content"], fields)
