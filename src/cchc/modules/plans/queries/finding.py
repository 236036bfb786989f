"""Finding plans and tasks by words typed with or without marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.modules.plans.models import Plan, Task
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold

_MOST_LETTERS = 240


@dataclass(frozen=True, slots=True)
class FoundPlan:
    """A plan among the results of a search."""

    id: int
    document_kind: str
    number: str
    title: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task among the results of a search."""

    id: int
    code: str
    content: str
    lead_text: str
    plan_number: str


def find_plans(actor: Actor, words: str, limit: int) -> list[FoundPlan]:
    """The plans whose kind, number or title holds every word, the newest first."""
    plans = Plan.objects.visible_to(actor)
    for word in fold(words).split():
        plans = plans.filter(folded__contains=word)
    return [
        FoundPlan(plan.pk, plan.document_kind, plan.number, plan.title, plan.issued_on)
        for plan in plans.order_by("-issued_on", "-pk")[:limit]
    ]


def find_tasks(actor: Actor, words: str, limit: int) -> list[FoundTask]:
    """The tasks whose code, content or product holds every word, of the newest plans first."""
    tasks = Task.objects.visible_to(actor).select_related("plan")
    for word in fold(words).split():
        tasks = tasks.filter(folded__contains=word)
    return [
        FoundTask(
            task.pk,
            task.code,
            task.content[:_MOST_LETTERS],
            task.lead_text[:_MOST_LETTERS],
            task.plan.number,
        )
        for task in tasks.order_by("-plan__issued_on", "plan_id", "position", "pk")[:limit]
    ]
