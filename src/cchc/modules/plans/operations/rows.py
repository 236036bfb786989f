"""From the rows of a draft to the rows of a plan: tasks with their parties, ready to be given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from cchc.modules.plans.models import Plan, PlanSection, Target, Task, TaskParty
from cchc.modules.plans.operations.giving import Groups
from cchc.modules.plans.rules.assignment import Party
from cchc.modules.plans.rules.draft import (
    DraftSection,
    DraftTarget,
    DraftTask,
    Mention,
    timing_to_json,
)
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.readiness import quantity_of
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold

_AGENCY, _GROUP = "agency:", "group:"


def section_rows(plan: Plan, headings: Iterable[DraftSection]) -> list[PlanSection]:
    """The headings of the plan, unsaved."""
    return [
        PlanSection(
            plan=plan,
            position=position,
            code=section.code[:20],
            title=section.title[:500],
            area_code=section.area_code,
        )
        for position, section in enumerate(headings)
    ]


def task_row(
    plan: Plan, row: DraftTask, position: int, sections: Mapping[int, PlanSection]
) -> Task:
    """One row of the plan, unsaved."""
    section = sections.get(row.section) if row.section is not None else None
    return Task(plan=plan, **task_values(row, position, section))


def task_values(row: DraftTask, position: int, section: PlanSection | None) -> dict[str, Any]:
    """The columns of a task as a row of a draft says them."""
    timing, rhythm = row.timing, row.timing.rhythm
    return {
        "section": section,
        "position": position,
        "code": row.code[:40],
        "order_text": row.text("order_text")[:20],
        "area_code": section.area_code if section else "",
        "content": row.text("content"),
        "product": row.text("product"),
        "lead_text": row.text("lead_text"),
        "coordinating_text": row.text("coordinating_text"),
        "time_text": row.text("time_text"),
        "time_kind": timing.kind,
        "starts_on": timing.starts_on,
        "due_on": timing.due_on,
        "stated_on": timing.stated_on,
        "freq": rhythm.freqs[0] if rhythm.freqs else "",
        "times_per_period": rhythm.times,
        "time_reference": timing.reference,
        "time_trigger": timing.trigger,
        "time_adhoc": timing.adhoc,
        "timing": timing_to_json(timing),
        "budget_text": row.text("budget_text"),
        "budget_amount": row.money.amount,
        "budget_basis": row.money.basis[:60],
        "budget_total": row.money.total,
        "is_budget_total_derived": row.money.is_total_derived,
        "funding_source": row.text("funding_source")[:200],
        "note": row.text("note_text"),
        "folded": fold(f"{row.code} {row.text('content')} {row.text('product')}"),
    }


def target_row(plan: Plan, target: DraftTarget, number: int) -> Target:
    """One target of the plan, unsaved."""
    return Target(plan=plan, **target_values(target, number))


def target_values(target: DraftTarget, number: int) -> dict[str, Any]:
    """The columns of a target as the draft says them."""
    return {
        "number": number,
        "text": target.text("text"),
        "subject": target.text("subject"),
        "quantity": quantity_of(target.text("quantity")),
        "unit": target.text("unit")[:60],
        "comparator": target.text("comparator"),
        "due_on": target.text("due_on") or None,
    }


def party_rows(
    task: Task, row: DraftTask, groups_then: Groups, *, actor: Actor, now: datetime
) -> list[TaskParty]:
    """The parties of one task, unsaved: leads first, as the paper lists them."""
    rows = _parties(task, Obligation.LEAD, row.leads)
    rows += _parties(task, Obligation.COORDINATING, row.coordinators)
    for party in rows:
        if party.chosen:
            party.chosen_at, party.chosen_by_id = now, actor.user_id
        party.needs_choice = _needs_choice(party, groups_then)
    return rows


def _parties(task: Task, obligation: Obligation, mentions: Iterable[Mention]) -> list[TaskParty]:
    found: list[TaskParty] = []
    for mention in mentions:
        for code in mention.codes or ("",):
            agency = code.removeprefix(_AGENCY) if code.startswith(_AGENCY) else ""
            party = TaskParty(
                task=task,
                obligation=obligation,
                position=len(found),
                text=mention.text,
                agency_id=int(agency) if agency else None,
                group_code=code.removeprefix(_GROUP) if code.startswith(_GROUP) else "",
                condition=mention.condition,
                chosen=list(mention.chosen),
            )
            found.append(party)
    return found


def _needs_choice(party: TaskParty, groups_then: Groups) -> bool:
    rule = Party(
        obligation=Obligation(party.obligation),
        text=party.text,
        agency_id=party.agency_id,
        group_code=party.group_code,
        condition=party.condition,
        is_open=groups_then.is_open(party.group_code),
        is_chosen=bool(party.chosen),
    )
    return rule.needs_choice
