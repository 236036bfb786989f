"""Decisions about work: of the agency's head, and of whoever assigned it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.plans import links
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.extend import decide_extension
from cchc.modules.plans.operations.suspend import resume, suspend
from cchc.modules.plans.queries.acting import extension_to_decide, round_to_act_on
from cchc.modules.plans.web.acting import Act, act_at_once, act_with_form
from cchc.modules.plans.web.forms.tasks import ExtensionDecisionForm, ReasonForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_POST
def approve(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Duyệt: the head approves what was handed in."""
    found = round_to_act_on(occurrence_id, actor=request.actor)

    def do() -> object:
        return approve_proof(occurrence_id=occurrence_id, actor=request.actor, now=clock.now())

    done = _("Đã duyệt và gửi cơ quan giao nghiệm thu.")
    return act_at_once(request, do, done=done, back=links.task(found.task_id, occurrence_id))


@signed_in
@require_POST
def accept(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Nghiệm thu: whoever assigned accepts the proof; the work is done."""
    found = round_to_act_on(occurrence_id, actor=request.actor)

    def do() -> object:
        return accept_proof(occurrence_id=occurrence_id, actor=request.actor, now=clock.now())

    done = _("Đã nghiệm thu. Phần việc hoàn thành.")
    return act_at_once(request, do, done=done, back=links.task(found.task_id, occurrence_id))


@signed_in
@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Trả lại the proof with a reason."""
    found = round_to_act_on(occurrence_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Trả lại minh chứng"),
        explained=_("Cơ quan nhận lại việc cùng lý do và nộp lại; hạn không thay đổi."),
        verb=_("Trả lại"),
        done=_("Đã trả lại minh chứng."),
        back=links.task(found.task_id, occurrence_id),
        subject=found.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return return_proof(
            occurrence_id=occurrence_id, reason=reason, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def decide_more_time(request: ActorRequest, extension_id: int) -> HttpResponse:
    """Quyết định gia hạn: grant more time, or refuse with a reason."""
    asked = extension_to_decide(extension_id, actor=request.actor)
    form = ExtensionDecisionForm(request.POST or None, initial={"granted_on": asked.wanted_on})
    act = Act(
        title=_("Quyết định gia hạn"),
        explained=asked.explained,
        verb=_("Quyết định"),
        done=_("Đã quyết định đề nghị gia hạn."),
        back=links.task(asked.task_id, asked.occurrence_id),
        subject=asked.subject,
    )

    def do() -> object:
        data = form.cleaned_data
        return decide_extension(
            extension_id=extension_id,
            is_granted=data["is_granted"] == "yes",
            granted_on=data["granted_on"] if data["is_granted"] == "yes" else None,
            granted_days=data["granted_days"] if data["is_granted"] == "yes" else None,
            reason=data["reason"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def stop(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Tạm dừng: the clock stands still until the work goes on."""
    found = round_to_act_on(occurrence_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Tạm dừng"),
        explained=_("Đồng hồ dừng từ hôm nay; khi tiếp tục, hạn lùi đúng số ngày đã dừng."),
        verb=_("Tạm dừng"),
        done=_("Đã tạm dừng."),
        back=links.task(found.task_id, occurrence_id),
        subject=found.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return suspend(
            occurrence_id=occurrence_id, reason=reason, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_POST
def go_on(request: ActorRequest, occurrence_id: int) -> HttpResponse:
    """Tiếp tục after a suspension."""
    found = round_to_act_on(occurrence_id, actor=request.actor)

    def do() -> object:
        return resume(occurrence_id=occurrence_id, actor=request.actor, now=clock.now())

    back = links.task(found.task_id, occurrence_id)
    return act_at_once(request, do, done=_("Đã tiếp tục."), back=back)
