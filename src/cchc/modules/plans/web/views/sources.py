"""The documents behind a task: tying another, taking one off, settling what differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cchc.modules.plans import links
from cchc.modules.plans.operations.sources import (
    add_source,
    keep_earlier,
    make_separate,
    remove_source,
    take_new_deadline,
)
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.acting import task_to_manage
from cchc.modules.plans.queries.sources import document_choices, source_to_change
from cchc.modules.plans.web.acting import Act, act_with_form
from cchc.modules.plans.web.forms.directives import SourceForm
from cchc.modules.plans.web.forms.tasks import ReasonForm
from cchc.platform import clock
from cchc.platform.access import AccessDenied
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def add(request: ActorRequest, task_id: int) -> HttpResponse:
    """Gắn thêm văn bản: another document gives the work of this task too."""
    found = task_to_manage(task_id, actor=request.actor)
    documents = document_choices(task_id, actor=request.actor)
    form = SourceForm(request.POST or None, documents=documents)
    act = _adding(task_id, found.subject)

    def do() -> object:
        said = form.cleaned_data
        return add_source(
            task_id=task_id,
            plan_id=int(said["document"]),
            place=said["place"],
            content=said["content"],
            due_on=said["due_on"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


def _adding(task_id: int, subject: str) -> Act:
    return Act(
        title=_("Gắn thêm văn bản giao"),
        explained=_(
            "Nhiệm vụ giữ nguyên, có thêm một nguồn. Nếu văn bản ghi hạn khác, trang nhiệm vụ sẽ "
            "cảnh báo để anh/chị quyết định."
        ),
        verb=_("Gắn văn bản"),
        done=_("Đã gắn văn bản."),
        back=links.task(task_id),
        subject=subject,
        keep_draft=f"source-{task_id}",
    )


@signed_in
@require_http_methods(["GET", "POST"])
def remove(request: ActorRequest, source_id: int) -> HttpResponse:
    """Gỡ văn bản khỏi nhiệm vụ, with a reason; the trail keeps it."""
    words = (
        _("Gỡ văn bản khỏi nhiệm vụ"),
        _("Nhiệm vụ giữ nguyên; văn bản không còn là nguồn của nhiệm vụ."),
        _("Gỡ văn bản"),
        _("Đã gỡ văn bản."),
    )
    return _settle(request, source_id, words, remove_source)


@signed_in
@require_http_methods(["GET", "POST"])
def keep(request: ActorRequest, source_id: int) -> HttpResponse:
    """Giữ theo văn bản trước where two sources say differently."""
    words = (
        _("Giữ theo nhiệm vụ đã giao"),
        _("Hạn và cơ quan chủ trì của nhiệm vụ giữ như đã giao; cảnh báo được tắt."),
        _("Giữ như đã giao"),
        _("Đã giữ theo nhiệm vụ đã giao."),
    )
    return _settle(request, source_id, words, keep_earlier)


@signed_in
@require_http_methods(["GET", "POST"])
def re_date(request: ActorRequest, source_id: int) -> HttpResponse:
    """Lấy hạn mới: every open deadline moves, with a line in its ledger."""
    words = (
        _("Lấy hạn của văn bản này"),
        _("Hạn của mọi phần việc chưa xong đổi theo văn bản này; hạn ban đầu và lý do được lưu."),
        _("Lấy hạn mới"),
        _("Đã đổi hạn theo văn bản."),
    )
    return _settle(request, source_id, words, take_new_deadline)


@signed_in
@require_http_methods(["GET", "POST"])
def separate(request: ActorRequest, source_id: int) -> HttpResponse:
    """Tách thành nhiệm vụ riêng: the duty of the document is given out by itself."""
    words = (
        _("Tách thành nhiệm vụ riêng"),
        _("Nội dung trong văn bản này thành một nhiệm vụ riêng của văn bản và được giao ngay."),
        _("Tách nhiệm vụ"),
        _("Đã tách thành nhiệm vụ riêng."),
    )
    return _settle(request, source_id, words, make_separate)


def _settle(
    request: ActorRequest,
    source_id: int,
    words: tuple[str, str, str, str],
    operation: Callable[..., object],
) -> HttpResponse:
    task_id, source = source_to_change(source_id, actor=request.actor)
    if not source.may_change:
        raise AccessDenied(Permission.MANAGE)
    form = ReasonForm(request.POST or None)
    title, explained, verb, done = words
    act = Act(
        title=title,
        explained=explained,
        verb=verb,
        done=done,
        back=links.task(task_id),
        subject=f"{source.document} · {source.place}",
    )

    def do() -> Any:
        reason = form.cleaned_data["reason"]
        return operation(source_id=source_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)
