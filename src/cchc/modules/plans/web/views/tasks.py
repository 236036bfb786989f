"""The page of a task."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.modules.plans.queries.task_page import task_page
from cchc.modules.plans.queries.task_sections import sections_of
from cchc.modules.plans.web.numbers import whole_number
from cchc.modules.plans.web.task_story import events_of, next_act
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def task(request: ActorRequest, task_id: int) -> HttpResponse:
    """One task: everybody's part, the clock, the story."""
    today = clock.today()
    page = task_page(
        task_id=task_id,
        actor=request.actor,
        today=today,
        occurrence_id=whole_number(request.GET.get("ky")),
        assignment_id=whole_number(request.GET.get("phan")),
    )
    context = {
        "page": page,
        "events": events_of(page),
        "next_act": next_act(page),
        "sections": sections_of(task_id, actor=request.actor, today=today),
    }
    return render(request, "plans/tasks/page.html", context)
