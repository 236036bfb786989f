"""What whoever issued the plan settles later: events, documents, members; and taking back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.plans import links
from cchc.modules.plans.operations.settle_waiting import (
    bind_reference,
    choose_members,
    record_trigger,
)
from cchc.modules.plans.operations.withdraw import withdraw_task
from cchc.modules.plans.queries.acting import (
    agency_choices_today,
    party_to_choose,
    task_to_act_on,
    task_to_manage,
)
from cchc.modules.plans.web.acting import Act, act_with_form
from cchc.modules.plans.web.forms.tasks import (
    MembersForm,
    ReasonForm,
    ReferenceForm,
    TriggerForm,
)
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def record_event(request: ActorRequest, task_id: int) -> HttpResponse:
    """Ghi nhận sự kiện: what the work waited for has happened; the deadline begins."""
    task = task_to_act_on(task_id, actor=request.actor)
    form = TriggerForm(request.POST or None, request.FILES or None)
    act = Act(
        title=_("Ghi nhận sự kiện"),
        explained=_("Các phần việc đang chờ sự kiện này sẽ có hạn và được thông báo ngay."),
        verb=_("Ghi nhận"),
        done=_("Đã ghi nhận sự kiện; các phần việc đã có hạn."),
        back=links.task(task_id),
        subject=task.subject,
        keep_draft=f"trigger-{task_id}",
    )

    def do() -> object:
        data = form.cleaned_data
        return record_trigger(
            task_id=task_id,
            happened_on=data["happened_on"],
            **_time_and_document(form),
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def bind(request: ActorRequest, task_id: int) -> HttpResponse:
    """Gắn văn bản: the document that sets the time has come."""
    task = task_to_act_on(task_id, actor=request.actor)
    form = ReferenceForm(request.POST or None, request.FILES or None)
    act = Act(
        title=_("Gắn văn bản quy định thời gian"),
        explained=_("Nhiệm vụ thực hiện theo văn bản khác; hạn được lấy theo văn bản này."),
        verb=_("Gắn văn bản"),
        done=_("Đã gắn văn bản; các phần việc đã có hạn."),
        back=links.task(task_id),
        subject=task.subject,
        keep_draft=f"reference-{task_id}",
    )

    def do() -> object:
        data = form.cleaned_data
        return bind_reference(
            task_id=task_id,
            issued_on=data["happened_on"],
            **_time_and_document(form),
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def choose(request: ActorRequest, party_id: int) -> HttpResponse:
    """Chọn cơ quan: say who is meant, where the paper leaves it open."""
    task, text = party_to_choose(party_id, actor=request.actor)
    form = MembersForm(request.POST or None, choices=agency_choices_today())
    act = Act(
        title=_("Chọn cơ quan thực hiện"),
        explained=_("Văn bản ghi “{text}”. Cơ quan được chọn nhận việc từ hôm nay.").format(
            text=text
        ),
        verb=_("Giao việc"),
        done=_("Đã giao việc cho các cơ quan được chọn."),
        back=links.task(task.task_id),
        subject=task.subject,
    )

    def do() -> object:
        chosen = [int(pk) for pk in form.cleaned_data["agencies"]]
        return choose_members(
            party_id=party_id, agency_ids=chosen, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def take_back(request: ActorRequest, task_id: int) -> HttpResponse:
    """Thu hồi: the task is taken back, with a reason; what was done stays on record."""
    task = task_to_manage(task_id, actor=request.actor)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Thu hồi nhiệm vụ"),
        explained=_("Mọi phần việc chưa xong của nhiệm vụ này kết thúc và không tính quá hạn nữa."),
        verb=_("Thu hồi nhiệm vụ"),
        done=_("Đã thu hồi nhiệm vụ."),
        back=links.task(task_id),
        subject=task.subject,
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return withdraw_task(task_id=task_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _time_and_document(form: TriggerForm) -> dict[str, Any]:
    data = form.cleaned_data
    file = data["file"]
    return {
        "due_on": None if data["days"] else data["due_on"],
        "days": data["days"],
        "document_number": data["document_number"],
        "document_title": data["document_title"],
        "file": file.file if file else None,
        "file_name": file.name if file else "",
    }
