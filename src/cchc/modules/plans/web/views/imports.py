"""Taking a document in, watching it being read, and turning it into work."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.plans.operations.apply_correction import apply_correction
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.share_draft import abandon_draft, take_as_correction
from cchc.modules.plans.operations.start_import import read_again, start_by_hand, start_import
from cchc.modules.plans.queries.draft_hints import draft_hints, with_hints
from cchc.modules.plans.queries.review import Shown, progress_page, review_page
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.modules.plans.rules.refusals import DraftRefused
from cchc.modules.plans.web.forms.imports import ByHandForm, UploadForm
from cchc.modules.plans.web.numbers import whole_number
from cchc.modules.plans.web.refusal_words import draft_refusal_words
from cchc.modules.plans.web.review_parts import progress_steps, review_tabs
from cchc.platform import clock
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def start(request: ActorRequest) -> HttpResponse:
    """Nhập kế hoạch: send a document in to be read."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            draft = start_import(
                content=form.cleaned_data["file"].file,
                name=form.cleaned_data["file"].name,
                plan_kind=PlanKind(form.cleaned_data["plan_kind"]),
                corrects_plan_id=whole_number(request.GET.get("dinh_chinh")),
                actor=request.actor,
                now=clock.now(),
            )
        except RefusedFile as refused:
            form.add_error("file", str(refused.message))
        else:
            return redirect("plans:draft", draft.pk)
    context = {"form": form, "by_hand": ByHandForm(initial={"year": clock.today().year})}
    return render(request, "plans/imports/start.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def by_hand(request: ActorRequest) -> HttpResponse:
    """Begin a plan that is typed in; it goes through the same review."""
    form = ByHandForm(request.POST)
    if not form.is_valid():
        context = {"form": UploadForm(), "by_hand": form}
        return render(request, "plans/imports/start.html", context, status=422)
    draft = start_by_hand(
        title=form.cleaned_data["title"],
        year=form.cleaned_data["year"],
        plan_kind=PlanKind(form.cleaned_data["plan_kind"]),
        actor=request.actor,
        now=clock.now(),
    )
    return redirect("plans:draft", draft.pk)


@require_safe
@signed_in
def draft(request: ActorRequest, draft_id: int) -> HttpResponse:
    """A draft: how far its reading has come, and once it is read, the review."""
    progress = progress_page(draft_id=draft_id, actor=request.actor)
    is_fragment = "dang-doc" in request.GET
    if progress.state in ("QUEUED", "READING", "FAILED", "ABANDONED"):
        context = {"page": progress, "steps": progress_steps(progress)}
        name = "plans/imports/progress.html" + ("#progress" if is_fragment else "")
        return render(request, name, context)
    if is_fragment:
        return HttpResponse(headers={"HX-Refresh": "true"})
    who: dict[str, Any] = {"actor": request.actor, "today": clock.today()}
    page = review_page(draft_id=draft_id, **who, shown=_shown(request))
    page = with_hints(page, draft_hints(draft_id=draft_id, **who))
    context = {
        "page": page,
        "tabs": review_tabs(page),
        "header_is_doubtful": any(cell.doubts for cell in page.header.values()),
        "above_pairs": [(choice.value, choice.label) for choice in page.above_choices],
        "programme_pairs": [(choice.value, choice.label) for choice in page.programme_choices],
    }
    return render(request, "plans/review/page.html", context)


def _shown(request: ActorRequest) -> Shown:
    """Which part of the review the address asks for."""
    return Shown(
        view=request.GET.get("xem", ""),
        page=whole_number(request.GET.get("trang")) or 1,
        paper_page=whole_number(request.GET.get("to")),
        row_id=request.GET.get("dong", ""),
    )


@signed_in
@require_POST
def confirm(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Xác nhận và giao việc: turn the draft into work, or take a correction over."""
    page = progress_page(draft_id=draft_id, actor=request.actor)
    review = review_page(draft_id=page.draft_id, actor=request.actor, today=clock.today())
    confirm_it = apply_correction if review.corrects_plan_id else confirm_plan
    try:
        plan = confirm_it(draft_id=draft_id, actor=request.actor, now=clock.now())
    except DraftRefused as refused:
        messages.error(request, draft_refusal_words(refused))
        return redirect("plans:draft", draft_id)
    said = ngettext(
        "Đã giao %(tasks)d nhiệm vụ, %(parts)d phần việc.",
        "Đã giao %(tasks)d nhiệm vụ, %(parts)d phần việc.",
        review.row_count,
    )
    messages.success(request, said % {"tasks": review.row_count, "parts": review.assignment_count})
    return redirect("plans:plan", plan.pk)


@signed_in
@require_POST
def as_correction(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Take the draft as the corrected paper of the document that has its number already."""
    wanted = whole_number(request.POST.get("plan"))
    if wanted is None:
        raise Http404
    try:
        take_as_correction(draft_id=draft_id, plan_id=wanted, actor=request.actor, now=clock.now())
    except DraftRefused as refused:
        messages.error(request, draft_refusal_words(refused))
        return redirect("plans:draft", draft_id)
    messages.success(request, _("Bản nháp nay là bản đính chính. Xem các thay đổi rồi áp dụng."))
    return redirect(f"{reverse('plans:draft', args=[draft_id])}?xem=difference")


@signed_in
@require_POST
def again(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Đọc lại the document from the file, without the corrections made so far."""
    read_again(draft_id=draft_id, actor=request.actor, now=clock.now())
    return redirect("plans:draft", draft_id)


@signed_in
@require_POST
def abandon(request: ActorRequest, draft_id: int) -> HttpResponse:
    """Bỏ bản nháp; nothing was given to anyone."""
    try:
        abandon_draft(draft_id=draft_id, actor=request.actor, now=clock.now())
    except DraftRefused as refused:
        messages.error(request, draft_refusal_words(refused))
    else:
        messages.success(request, _("Đã bỏ bản nháp."))
    return redirect("plans:plans")
