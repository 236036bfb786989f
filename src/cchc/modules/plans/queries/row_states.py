"""How the rows of a paper stand, for modules that gave it: a meeting shows its conclusions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.modules.plans import links
from cchc.modules.plans.labels import DRAFT_STATES
from cchc.modules.plans.models import ImportDraft, Occurrence, Plan
from cchc.modules.plans.queries.naming import badge_of
from cchc.modules.plans.rules.kinds import DraftState, Obligation, TaskStatus
from cchc.platform.access import Actor

_PRESSING_FIRST = {"late": 0, "soon": 1, "info": 2, "idle": 3, "ok": 4}


@dataclass(frozen=True, slots=True)
class RowState:
    """How the work of one row stands: the most pressing of its lead parts speaks."""

    order: str
    task_id: int
    url: str
    label: str
    tone: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class DraftStanding:
    """Where a draft stands, and where it is reviewed."""

    url: str
    label: str
    is_open: bool


def row_states(plan_id: int, *, actor: Actor, today: date) -> list[RowState]:
    """The rows of a plan in force with their states; nothing when the actor may not see it."""
    plan = Plan.objects.visible_to(actor).filter(pk=plan_id).first()
    if plan is None:
        return []
    rounds: dict[int, list[Occurrence]] = defaultdict(list)
    leads = Occurrence.objects.filter(plan=plan, obligation=Obligation.LEAD)
    for one in leads.order_by("sorts_on", "pk"):
        rounds[one.task_id].append(one)
    tasks = plan.tasks.filter(status=TaskStatus.ACTIVE).order_by("position")
    return [_state(task.order_text, task.pk, rounds[task.pk], today) for task in tasks]


def draft_standing(draft_id: int, *, actor: Actor) -> DraftStanding | None:
    """Where a draft stands; None when the actor may not see it."""
    draft = ImportDraft.objects.visible_to(actor).filter(pk=draft_id).first()
    if draft is None:
        return None
    state = DraftState(draft.state)
    is_open = state in (DraftState.READY, DraftState.FAILED)
    return DraftStanding(links.draft(draft.pk), str(DRAFT_STATES[state]), is_open)


def plan_url(plan_id: int) -> str:
    """The page of a plan."""
    return links.plan(plan_id)


def _state(order: str, task_id: int, rounds: Sequence[Occurrence], today: date) -> RowState:
    badges = [badge_of(one, today=today) for one in rounds]
    url = links.task(task_id)
    if not badges:
        return RowState(order, task_id, url, "", "idle", None)
    worst = min(badges, key=lambda badge: _PRESSING_FIRST.get(badge.tone, 3))
    return RowState(order, task_id, url, worst.label, worst.tone, worst.due_on)
