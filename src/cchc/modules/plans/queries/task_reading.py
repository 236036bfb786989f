"""A task as its page needs it: read with one prepared question each, however often pages open."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from cchc.modules.plans.models import (
    Assignment,
    Comment,
    DueChange,
    Occurrence,
    Task,
    TaskParty,
    Trigger,
)
from cchc.modules.plans.rules.kinds import Obligation
from cchc.platform.access import Actor, NotVisible
from cchc.platform.sql import prepared, prepared_for

_COMMENTS = 100
_MOST_BELOW = 100


def task_seen(task_id: int, actor: Actor) -> Task:
    """A task with its plan, its heading and what it carries out. Raises NotVisible."""

    def seen(task_id: int) -> QuerySet[Task]:
        rows = Task.objects.select_related("plan", "section", "answers__plan")
        return rows.visible_to(actor).filter(pk=task_id)

    found: list[Task] = prepared_for(("plans.task", actor), seen).objects(task_id)
    if not found:
        raise NotVisible
    return found[0]


def answers_to(task_id: int, actor: Actor) -> list[Task]:
    """The rows of other plans that carry this one out."""

    def below(task_id: int) -> QuerySet[Task]:
        rows = Task.objects.visible_to(actor).filter(answers_id=task_id).select_related("plan")
        return rows.order_by("plan_id", "position")[:_MOST_BELOW]

    found: list[Task] = prepared_for(("plans.answers", actor), below).objects(task_id)
    return found


@prepared
def parts_in_short(task_id: int) -> QuerySet[Assignment, Any]:
    """Every part of a task, as far as their order asks for it."""
    rows = Assignment.objects.filter(task_id=task_id).order_by("pk")
    return rows.values_list(*PART_IN_SHORT)


PART_IN_SHORT = (
    *("pk", "agency_id", "passed_on_from_id", "obligation", "is_part", "holder_id", "issuer_id"),
)


@prepared
def parts_in_full(ids: list[int]) -> QuerySet[Assignment]:
    """Some parts."""
    return Assignment.objects.filter(pk__any_of=ids)


@prepared
def sums_by_part(task_id: int) -> QuerySet[Occurrence, Any]:
    """By part and timeliness: how many rounds, and the nearest deadline of those still open."""
    rows = Occurrence.objects.filter(task_id=task_id).order_by()
    return rows.values_list("assignment_id", "timeliness").annotate(
        number=Count("pk"), due=Min("due_on", filter=Q(accepted_at=None))
    )


@prepared
def rounds_of_parts(parts: list[int]) -> QuerySet[Occurrence]:
    """The rounds of some parts, by deadline."""
    rows = Occurrence.objects.filter(assignment_id__any_of=parts)
    rows = rows.select_related("task", "plan", "assignment")
    return rows.order_by("assignment_id", "sorts_on", "sequence")


@prepared
def rounds_of_leads(task_id: int) -> QuerySet[Occurrence, Any]:
    """The numbers of the rounds that leads have."""
    rows = Occurrence.objects.filter(task_id=task_id, obligation=Obligation.LEAD)
    return rows.values_list("sequence").distinct()


@prepared
def parties_of(task_id: int) -> QuerySet[TaskParty]:
    """Who was named in the text, leads first."""
    return TaskParty.objects.filter(task_id=task_id).order_by("-obligation", "position")


@prepared
def bound_parties(task_id: int) -> QuerySet[Assignment, Any]:
    """By party: how many live parts follow from it."""
    rows = Assignment.objects.live().filter(task_id=task_id).order_by()
    return rows.values_list("party_id").annotate(number=Count("pk"))


@prepared
def triggers_of(task_id: int) -> QuerySet[Trigger]:
    """What was recorded to have happened, the last first."""
    return Trigger.objects.filter(task_id=task_id).select_related("file").order_by("-pk")


@prepared
def comments_of(task_id: int) -> QuerySet[Comment]:
    """The last things said, the last first."""
    return Comment.objects.filter(task_id=task_id).order_by("-at", "-pk")[:_COMMENTS]


@prepared
def due_changes_of(occurrence_id: int) -> QuerySet[DueChange]:
    """How the deadline of a round moved, the first change first."""
    return DueChange.objects.filter(occurrence_id=occurrence_id).order_by("pk")
