"""Handing work down, back and on: one address, one act."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.plans import links
from cchc.modules.plans.operations.break_down import break_down, recall
from cchc.modules.plans.operations.hand_back import decline, insist, pass_on
from cchc.modules.plans.queries.acting import part_to_act_on
from cchc.modules.plans.queries.handing import (
    part_to_answer,
    part_to_recall,
    round_to_break_down,
)
from cchc.modules.plans.queries.pages import BreakingDown
from cchc.modules.plans.rules.handing import HandingRefused
from cchc.modules.plans.web.acting import Act, act_with_form
from cchc.modules.plans.web.forms.handing import MOST_ROWS, PartForms, PassOnForm
from cchc.modules.plans.web.forms.tasks import ReasonForm
from cchc.modules.plans.web.handing_words import FIELDS, handing_words
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

FIRST_ROWS = 2


@signed_in
@require_http_methods(["GET", "POST"])
def give_down(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Giao xuống: break work down into parts; another line is a press away, without scripts too."""
    found = round_to_break_down(occurrence_id, actor=request.actor)
    forms = _forms(request, found)
    status = 200
    if request.method == "POST" and "them" not in request.POST:
        if forms.is_valid() and _give(request, forms, found):
            messages.success(request, _("Đã giao việc xuống."))
            return redirect(links.task(found.task_id, occurrence_id))
        status = 422
    context = {"work": found, "forms": forms, "back": links.task(found.task_id, occurrence_id)}
    return render(request, "plans/tasks/break_down.html", context, status=status)


def _forms(request: ActorRequest, found: BreakingDown) -> Any:
    first = {"due_on": found.due_on, "product": ""}
    choices = {"agencies": found.agencies, "people": found.people}
    if request.method != "POST":
        return PartForms(initial=[first] * FIRST_ROWS, form_kwargs=choices)
    data = request.POST.copy()
    rows = _number(data.get("form-TOTAL_FORMS"))
    if "them" in data:
        data["form-TOTAL_FORMS"] = str(min(rows + 1, MOST_ROWS))
        data.setdefault(f"form-{rows}-due_on", data.get("form-0-due_on", ""))
    return _Lenient(
        data,
        initial=[first] * MOST_ROWS,
        form_kwargs={**choices, "empty_permitted": True, "use_required_attribute": False},
    )


class _Lenient(PartForms):  # type: ignore[misc,valid-type]
    """The lines as they were sent: as many as the page had, blank ones passed over."""

    def initial_form_count(self) -> int:
        """Every line counts as an extra one, so that a blank line is no mistake."""
        return 0

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """With the deadline that a blank line came with."""
        kwargs = dict(super().get_form_kwargs(index))
        if self.initial and index is not None and index < len(self.initial):
            kwargs["initial"] = self.initial[index]
        return kwargs


def _give(request: ActorRequest, forms: Any, found: BreakingDown) -> bool:
    """Give what the lines say; a refusal is written at its line."""
    filled = [form for form in forms if form.has_changed()]
    try:
        break_down(
            occurrence_id=found.occurrence_id,
            parts=[form.part() for form in filled],
            actor=request.actor,
            now=clock.now(),
        )
    except HandingRefused as refused:
        form = filled[refused.row - 1] if refused.row else next(iter(forms))
        fields = FIELDS.get(refused.problem, ())
        at = next((name for name in fields if name in form.fields), None)
        form.add_error(at, handing_words(refused))
        return False
    return True


@signed_in
@require_http_methods(["GET", "POST"])
def give_back(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Trả lại giao việc, with the reason; whoever gave it must answer."""
    part = part_to_act_on(assignment_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Trả lại giao việc"),
        explained=_(
            "Dùng khi việc không thuộc thẩm quyền. Nơi giao phải giữ nguyên kèm lý do hoặc chuyển "
            "nơi khác; trong lúc chờ, hạn không thay đổi."
        ),
        verb=_("Trả lại"),
        done=_("Đã trả lại. Nơi giao việc đã được thông báo."),
        back=links.task(part.task_id),
        subject=part.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return decline(
            assignment_id=assignment_id, reason=reason, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def keep(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Giữ nguyên: the work that was handed back stays, and why."""
    part = part_to_answer(assignment_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Giữ nguyên việc đã giao"),
        explained=part.explained,
        verb=_("Giữ nguyên"),
        done=_("Đã giữ nguyên việc giao."),
        back=links.task(part.task_id),
        subject=part.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return insist(
            assignment_id=assignment_id, reason=reason, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def give_to_another(request: ActorRequest, assignment_id: int) -> HttpResponse:
    """Chuyển nơi khác: another agency or person has the work now, with the same deadline."""
    part = part_to_answer(assignment_id, actor=request.actor)
    form = PassOnForm(request.POST or None, agencies=part.agencies, people=part.people)
    act = Act(
        title=_("Chuyển nơi khác"),
        explained=part.explained or _("Nơi mới nhận việc với hạn như cũ; đồng hồ không tính lại."),
        verb=_("Chuyển"),
        done=_("Đã chuyển việc, giữ nguyên hạn."),
        back=links.task(part.task_id),
        subject=part.subject,
    )

    def do() -> object:
        data = form.cleaned_data
        agency, person = data.get("agency", ""), data.get("person", "")
        return pass_on(
            assignment_id=assignment_id,
            reason=data["reason"],
            agency_id=int(agency) if agency else None,
            person_id=int(person) if person else None,
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def take_part_back(request: ActorRequest, task_id: int) -> HttpResponse:
    """Thu hồi việc con with a reason; what was given from it goes too."""
    part = part_to_recall(task_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Thu hồi việc con"),
        explained=_(
            "Việc này và mọi việc giao tiếp từ nó kết thúc; phần đã nghiệm thu giữ nguyên."
        ),
        verb=_("Thu hồi"),
        done=_("Đã thu hồi việc con."),
        back=links.task(part.task_id, part.occurrence_id),
        subject=part.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return recall(task_id=task_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _number(text: str | None) -> int:
    return min(int(text), MOST_ROWS) if text and text.isascii() and text.isdigit() else 0
