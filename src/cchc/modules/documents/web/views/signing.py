"""Laying a paper before who signs, issuing, sending, taking back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.documents import links
from cchc.modules.documents.operations.issuing import issue_letter, send_letter, withdraw_letter
from cchc.modules.documents.operations.submitting import (
    abandon_letter,
    return_letter,
    submit_letter,
)
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.letter_page import letter_page
from cchc.modules.documents.queries.pages import LetterPage
from cchc.modules.documents.web.acting import Act, act_at_once, act_with_form
from cchc.modules.documents.web.forms import IssueForm, ReasonForm
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_POST
def submit(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Trình ký."""

    def do() -> object:
        return submit_letter(letter_id=letter_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã trình ký."), back=links.letter(letter_id))


@signed_in
@require_POST
def send(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Gửi đến các cơ quan nhận."""

    def do() -> object:
        return send_letter(letter_id=letter_id, actor=request.actor, now=clock.now())

    done = _("Đã gửi văn bản đến các cơ quan nhận.")
    return act_at_once(request, do, done=done, back=links.letter(letter_id))


@signed_in
@require_POST
def abandon(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Bỏ dự thảo: it stays on record without a number."""

    def do() -> object:
        return abandon_letter(letter_id=letter_id, actor=request.actor, now=clock.now())

    return act_at_once(request, do, done=_("Đã bỏ dự thảo."), back=links.letter(letter_id))


@signed_in
@require_http_methods(["GET", "POST"])
def issue(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Phát hành: the paper is signed; it gets its number and enters the register."""
    page = _page(request, letter_id)
    form = IssueForm(request.POST or None, initial={"issued_on": clock.today()})
    act = Act(
        title=_("Phát hành"),
        explained=_("Ghi nhận {signer} đã ký, cấp số kế tiếp của sổ và khóa nội dung.").format(
            signer=page.signer_name or _("người có thẩm quyền")
        ),
        verb=_("Cấp số, phát hành"),
        done=_("Đã phát hành. Bước sau: gửi đến các cơ quan nhận."),
        back=links.letter(letter_id),
        subject=page.subject,
    )

    def do() -> object:
        day = form.cleaned_data["issued_on"]
        return issue_letter(
            letter_id=letter_id, issued_on=day, actor=request.actor, now=clock.now()
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def send_back(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Trả lại dự thảo with a reason."""
    act = Act(
        title=_("Trả lại dự thảo"),
        explained=_("Người soạn nhận lại dự thảo cùng lý do, sửa và trình lại."),
        verb=_("Trả lại"),
        done=_("Đã trả lại dự thảo."),
        back=links.letter(letter_id),
        subject=_page(request, letter_id).subject,
    )
    return _with_reason(request, act, letter_id, return_letter)


@signed_in
@require_http_methods(["GET", "POST"])
def withdraw(request: ActorRequest, letter_id: int) -> HttpResponse:
    """Thu hồi an issued paper; its number stays."""
    act = Act(
        title=_("Thu hồi văn bản"),
        explained=_("Văn bản không còn hiệu lực; số đã cấp vẫn giữ trong sổ và không cấp lại."),
        verb=_("Thu hồi"),
        done=_("Đã thu hồi văn bản."),
        back=links.letter(letter_id),
        subject=_page(request, letter_id).subject,
    )
    return _with_reason(request, act, letter_id, withdraw_letter)


def _with_reason(
    request: ActorRequest, act: Act, letter_id: int, operation: Callable[..., object]
) -> HttpResponse:
    form = ReasonForm(request.POST or None)

    def do() -> object:
        now: datetime = clock.now()
        reason = form.cleaned_data["reason"]
        return operation(letter_id=letter_id, reason=reason, actor=request.actor, now=now)

    return act_with_form(request, form, act, do)


def _page(request: ActorRequest, letter_id: int) -> LetterPage:
    """The paper, for those who issue for its agency."""
    page = letter_page(letter_id=letter_id, actor=request.actor, today=clock.today())
    request.actor.require(Permission.ISSUE, agency_id=page.agency_id)
    return page
