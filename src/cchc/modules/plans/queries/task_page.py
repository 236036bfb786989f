"""The page of one task: everybody's part, the clock, the story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from cchc.modules.organisation.public import expand_all, groups
from cchc.modules.plans.models import (
    Comment,
    Occurrence,
    Plan,
    Task,
    TaskParty,
    Trigger,
)
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.counting import count
from cchc.modules.plans.queries.history import history_of
from cchc.modules.plans.queries.naming import (
    agency_ref,
    agency_refs,
    area_name,
    name_of,
    obligation_label,
    person_refs,
)
from cchc.modules.plans.queries.pages import (
    AgencyRef,
    Choice,
    CommentView,
    PartyView,
    TaskPage,
    TriggerView,
)
from cchc.modules.plans.queries.task_clock import clocks_of
from cchc.modules.plans.queries.task_parts import Parts, parts_of
from cchc.modules.plans.queries.task_reading import (
    answers_to,
    bound_parties,
    comments_of,
    parties_of,
    rounds_of_leads,
    task_seen,
    triggers_of,
)
from cchc.modules.plans.queries.thread_page import above_of, threads_of_task
from cchc.modules.plans.queries.times import time_label
from cchc.modules.plans.queries.trail import trail_of_task
from cchc.modules.plans.rules.areas import scheme_by_code
from cchc.modules.plans.rules.kinds import TaskStatus, TimeKind
from cchc.modules.plans.rules.products import products_named
from cchc.platform.access import Actor
from cchc.platform.text.writing import money_vi


def task_page(
    *,
    task_id: int,
    actor: Actor,
    today: date,
    occurrence_id: int | None = None,
    assignment_id: int | None = None,
) -> TaskPage:
    """One task, the part that is asked for shown open. Raises NotVisible."""
    task = task_seen(task_id, actor)
    sees_all = actor.scope_of(Permission.VIEW).everywhere
    sees_plan = sees_all or Plan.objects.visible_to(actor).filter(pk=task.plan_id).exists()
    parts = parts_of(
        task,
        actor=actor,
        today=today,
        occurrence_id=occurrence_id,
        assignment_id=assignment_id,
        is_whole=sees_plan or task.part_of_id is not None,
    )
    above = above_of(task)
    threads = threads_of_task(task, actor=actor, today=today, occurrence_id=occurrence_id)
    is_part = task.part_of_id is not None
    may_manage = not is_part and actor.may(Permission.MANAGE, agency_id=task.plan.issuer_id)
    is_active = task.status == TaskStatus.ACTIVE
    rounds = rounds_of_leads.count(task.pk)
    triggers: list[Trigger] = triggers_of.objects(task.pk)
    scheme = scheme_by_code(task.plan.area_scheme)
    return TaskPage(
        id=task.pk,
        code=task.code,
        content=task.content,
        product=task.product,
        status=task.status,
        withdrawal_reason=task.withdrawal_reason,
        plan_id=task.plan_id,
        plan_number=task.plan.number,
        plan_title=task.plan.title,
        issuer=above.agency if above else agency_ref(task.plan.issuer_id),
        section_title=task.section.title if task.section else "",
        area_code=task.area_code,
        area_name=area_name(task.area_code, scheme),
        lead_text=task.lead_text,
        coordinating_text=task.coordinating_text,
        time_text=task.time_text,
        time_label=time_label(task, rounds=rounds),
        time_reference=task.time_reference,
        time_trigger=task.time_trigger,
        budget_text=task.budget_text,
        budget_label=_budget(task),
        funding_source=task.funding_source,
        note=task.note,
        parts=parts.shown,
        lead_count=parts.lead_count,
        coordinating_count=parts.coordinating_count,
        hidden_part_count=parts.hidden_count,
        counts=parts.counts
        if sees_all
        else count(Occurrence.objects.visible_to(actor).filter(task=task)),
        parties=_parties(task),
        clocks=clocks_of(task, parts, triggers, today=today, occurrence_id=occurrence_id),
        triggers=_triggers(triggers),
        comments=_comments(task),
        trail=trail_of_task(
            task.pk if sees_plan or is_part else None, [thread.root_id for thread in threads]
        ),
        history=history_of(task, parts.opened_ids),
        answers=_choice(task.answers) if task.answers else None,
        answered_by=[_choice(t) for t in answers_to(task.pk, actor)],
        products_hint=products_named(task.product),
        may_comment=actor.may_somewhere(Permission.COMMENT),
        may_manage=may_manage,
        may_record_trigger=is_active
        and not is_part
        and _may_trigger(task, parts, may_manage=may_manage),
        may_bind_reference=is_active and may_manage and _may_bind(task, parts),
        may_withdraw=is_active and may_manage,
        may_choose_members=is_active and may_manage,
        may_open_plan=sees_plan,
        above=above,
        threads=threads,
        may_recall=is_active
        and any(row.may_recall for thread in threads for row in thread.rows if row.is_here),
    )


def _budget(task: Task) -> str:
    """ "5.000.000 đ mỗi kỳ · suy ra 120.000.000 đ"."""
    if task.budget_amount is None:
        return ""
    parts = [f"{money_vi(task.budget_amount)} {task.budget_basis}".strip()]
    if task.is_budget_total_derived and task.budget_total is not None:
        parts.append(f"suy ra {money_vi(task.budget_total)}")
    return " · ".join(parts)


def _parties(task: Task) -> list[PartyView]:
    parties: list[TaskParty] = parties_of.objects(task.pk)
    is_of_group = any(party.group_code for party in parties)
    names = {card.code: card.name for card in groups()} if is_of_group else {}
    members = expand_all(task.plan.issued_on) if any(p.needs_choice for p in parties) else {}
    bound: dict[int | None, int] = dict(bound_parties(task.pk))
    return [
        PartyView(
            id=party.pk,
            obligation=party.obligation,
            obligation_label=obligation_label(party.obligation),
            text=party.text,
            group_name=names.get(party.group_code, ""),
            condition=party.condition,
            needs_choice=party.needs_choice,
            bound_count=bound.get(party.pk, 0),
            candidates=[
                AgencyRef(card.id, card.name, card.short_name)
                for card in members.get(party.group_code, ())
            ]
            if party.needs_choice
            else [],
        )
        for party in parties
    ]


def _triggers(found: Sequence[Trigger]) -> list[TriggerView]:
    people = person_refs(trigger.recorded_by_id for trigger in found)
    return [
        TriggerView(
            kind=trigger.kind,
            happened_on=trigger.happened_on,
            document_number=trigger.document_number,
            document_title=trigger.document_title,
            due_on=trigger.due_on,
            recorded_by=name_of(people, trigger.recorded_by_id),
            recorded_at=trigger.recorded_at,
            file_id=trigger.file_id,
            file_name=trigger.file.name if trigger.file else "",
        )
        for trigger in found
    ]


def _comments(task: Task) -> list[CommentView]:
    found: list[Comment] = comments_of.objects(task.pk)
    agencies = agency_refs(one.agency_id for one in found if one.agency_id is not None)
    return [
        CommentView(
            id=one.pk,
            author_name=one.author_name,
            agency_name=agencies[one.agency_id].name if one.agency_id in agencies else "",
            text=one.text,
            at=one.at,
        )
        for one in reversed(found)
    ]


def _choice(task: Task) -> Choice:
    return Choice(str(task.pk), f"{task.plan.number} · {task.code} {task.content}"[:200])


def _may_trigger(task: Task, parts: Parts, *, may_manage: bool) -> bool:
    """Events are recorded for what waits for them, and for work that goes on all year."""
    is_eventful = task.time_kind in (TimeKind.CONDITIONAL, TimeKind.CONTINUOUS) or bool(
        task.time_trigger or task.time_adhoc
    )
    is_waiting = bool(parts.waiting_count)
    return (is_eventful or is_waiting) and (may_manage or parts.has_mine)


def _may_bind(task: Task, parts: Parts) -> bool:
    """A document sets the time of what names no day of its own, and of what still waits."""
    is_open_ended = task.time_kind in (TimeKind.BY_REFERENCE, TimeKind.NONE)
    return is_open_ended or bool(task.time_reference or parts.waiting_count)


def choosable_parties(task_id: int) -> QuerySet[TaskParty]:
    """The parties of a task whose members a person must still choose."""
    return TaskParty.objects.filter(task_id=task_id, needs_choice=True)
