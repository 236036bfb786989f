"""What the review of a directive settles beyond single values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cchc.modules.plans import links
from cchc.modules.plans.operations.direct_draft import (
    choose_issuer,
    mark_same,
    pass_to_heirs,
    set_common_deadline,
)
from cchc.modules.plans.queries.draft_hints import draft_hints, same_candidates
from cchc.modules.plans.queries.pages.directive import DraftHints
from cchc.modules.plans.queries.review import Shown, review_page
from cchc.modules.plans.queries.review_pages import ReviewPage, ReviewRow
from cchc.modules.plans.rules.refusals import DraftRefused
from cchc.modules.plans.web.forms.directives import (
    OWN,
    CommonDeadlineForm,
    IssuerForm,
    SameWorkForm,
)
from cchc.modules.plans.web.refusal_words import draft_refusal_words
from cchc.modules.plans.web.views.review import MOST_ROWS
from cchc.platform import clock
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def issuer(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Say in whose name the document gives work; groups inside that agency are spread anew."""
    hints = _hints(request, draft_id)
    form = IssuerForm(
        request.POST or None, issuers=hints.issuers, initial={"issuer": str(hints.issuer_id)}
    )

    def do() -> object:
        agency_id = int(form.cleaned_data["issuer"])
        return choose_issuer(draft_id=draft_id, agency_id=agency_id, **_who(request))

    explained = _(
        "Các nhóm như “Các phòng, ban, trung tâm” sẽ được hiểu là của cơ quan này; chỗ đã chọn tay "
        "giữ nguyên."
    )
    return _ask(request, draft_id, form, (_("Cơ quan giao việc"), explained), do)


@signed_in
@require_http_methods(["GET", "POST"])
def common_deadline(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Đặt hạn chung for every duty that names no time, or one before the day of issue."""
    hints = _hints(request, draft_id)
    form = CommonDeadlineForm(request.POST or None, initial={"due_on": hints.proposed_due_on})

    def do() -> object:
        due_on = form.cleaned_data["due_on"]
        return set_common_deadline(draft_id=draft_id, due_on=due_on, **_who(request))

    explained = _("{n} nhiệm vụ chưa có hạn hoặc có hạn trước ngày ký sẽ có hạn này.").format(
        n=hints.undated_count
    )
    return _ask(request, draft_id, form, (_("Đặt hạn chung"), explained), do)


@signed_in
@require_POST
def heirs(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Chuyển cho cơ quan kế thừa, wherever an agency has ended meanwhile."""
    try:
        pass_to_heirs(draft_id=draft_id, **_who(request))
    except DraftRefused as refused:
        messages.error(request, draft_refusal_words(refused))
    else:
        messages.success(request, _("Đã thay bằng cơ quan kế thừa."))
    return redirect(f"{links.draft(draft_id)}?xem=all")


@signed_in
@require_http_methods(["GET", "POST"])
def same(request: ActorRequest, draft_id: int, row_id: str) -> HttpResponse:
    """Cùng việc với: say that a duty is work which a task in force already is."""
    page, row = _row(request, draft_id, row_id)
    text = request.GET.get("tim", "")[:300]
    found = same_candidates(draft_id=draft_id, row_id=row_id, text=text, actor=request.actor)
    form = SameWorkForm(request.POST or None, candidates=found)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["task"]
        try:
            task_id = None if wanted == OWN else int(wanted)
            mark_same(draft_id=draft_id, row_id=row_id, task_id=task_id, **_who(request))
        except DraftRefused as refused:
            form.add_error(None, draft_refusal_words(refused))
        else:
            messages.success(request, _("Đã lưu chỗ sửa."))
            return redirect(f"{links.draft(draft_id)}?xem=all")
    back = f"{links.draft(draft_id)}?xem=all"
    context = {
        "page": page, "row": row, "form": form, "found": found, "text": text, "back": back,
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "plans/directives/same.html", context, status=status)


def _row(request: ActorRequest, draft_id: int, row_id: str) -> tuple[ReviewPage, ReviewRow]:
    shown = Shown(view="all", size=MOST_ROWS)
    page = review_page(draft_id=draft_id, actor=request.actor, today=clock.today(), shown=shown)
    row = next((one for one in page.rows if one.row_id == row_id), None)
    if row is None:
        raise Http404
    return page, row


def _who(request: ActorRequest) -> dict[str, Any]:
    return {"actor": request.actor, "now": clock.now()}


def _hints(request: ActorRequest, draft_id: int) -> DraftHints:
    hints = draft_hints(draft_id=draft_id, actor=request.actor, today=clock.today())
    if hints is None:
        raise Http404
    return hints


def _ask(
    request: ActorRequest,
    draft_id: int,
    form: Any,
    words: tuple[str, str],
    do: Callable[[], object],
) -> HttpResponse:
    back = f"{links.draft(draft_id)}?xem=all"
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except DraftRefused as refused:
            form.add_error(None, draft_refusal_words(refused))
        else:
            messages.success(request, _("Đã lưu chỗ sửa."))
            return redirect(back)
    context = {"form": form, "title": words[0], "explained": words[1], "back": back}
    status = 422 if form.errors else 200
    return render(request, "plans/directives/ask.html", context, status=status)
