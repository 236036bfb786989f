"""Talking about a task."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.plans import links
from cchc.modules.plans.events import TaskCommented
from cchc.modules.plans.models import Comment, Task
from cchc.modules.plans.operations.telling import tell
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.refusals import WorkProblem, WorkRefused
from cchc.platform.access import AccessDenied, Actor
from cchc.platform.events.announcing import announce

_MOST_LETTERS = 4_000


@transaction.atomic
def comment(*, task_id: int, text: str, actor: Actor, now: datetime) -> Comment:
    """Say something on a task; those who hold work in it or spoke before are told.

    Raises NotVisible, AccessDenied or WorkRefused.
    """
    task = Task.objects.get_visible(actor, pk=task_id)
    if not actor.may_somewhere(Permission.COMMENT):
        raise AccessDenied(Permission.COMMENT)
    said = text.strip()[:_MOST_LETTERS]
    if not said:
        raise WorkRefused(WorkProblem.NOTHING_SAID)
    made = Comment.objects.create(
        task=task,
        author_id=actor.user_id,
        author_name=actor.name,
        agency_id=actor.agency_id,
        text=said,
        at=now,
    )
    excerpt = said if len(said) <= 160 else f"{said[:159]}…"
    event = TaskCommented(
        task_id=task.pk, plan_id=task.plan_id, code=task.code, comment_id=made.pk, excerpt=excerpt
    )
    announce(event, actor=actor, at=now)
    holders = task.assignments.live().values_list("holder_id", flat=True)
    speakers = task.comments.values_list("author_id", flat=True)
    tell(
        {*holders, *speakers} - {actor.user_id},
        topic="plans.task.commented",
        title=f"{actor.name} trao đổi về nhiệm vụ {task.code}",
        body=excerpt,
        link=links.task(task.pk),
        now=now,
    )
    return made
