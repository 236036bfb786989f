"""Plans and tasks among the results of the universal search."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.modules.plans.queries.finding import find_plans, find_tasks
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi
from cchc.ui.search import SearchHit


def search_plans(actor: Actor, words: str, limit: int) -> list[SearchHit]:
    """The documents whose kind, number or title fits the words, the newest first."""
    return [
        SearchHit(
            kind=_("Kế hoạch"),
            title=plan.title,
            detail=f"{plan.document_kind} {plan.number} · {date_vi(plan.issued_on)}",
            url=reverse("plans:plan", args=[plan.id]),
            icon="file-text",
        )
        for plan in find_plans(actor, words, limit)
    ]


def search_tasks(actor: Actor, words: str, limit: int) -> list[SearchHit]:
    """The tasks whose content or product fits the words, those of the newest plans first."""
    return [
        SearchHit(
            kind=_("Nhiệm vụ"),
            title=f"{task.code} {task.content}".strip(),
            detail=" · ".join(part for part in (task.plan_number, task.lead_text) if part),
            url=reverse("plans:task", args=[task.id]),
            icon="list-check",
        )
        for task in find_tasks(actor, words, limit)
    ]
