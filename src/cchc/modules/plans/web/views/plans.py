"""Pages of plans."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.plans import links
from cchc.modules.plans.operations.withdraw import withdraw_plan
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.directives import is_directive
from cchc.modules.plans.queries.exports import plan_paper
from cchc.modules.plans.queries.pages import PlanRow, PlansPage
from cchc.modules.plans.queries.plan_page import plan_page
from cchc.modules.plans.queries.plans import plans_page
from cchc.modules.plans.web.acting import Act, act_with_form
from cchc.modules.plans.web.forms.tasks import ReasonForm
from cchc.modules.plans.web.task_story import trail_events
from cchc.officialdocs.writing import plan_docx, plan_xlsx
from cchc.platform import clock
from cchc.platform.access import AccessDenied
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.text.folding import fold
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def plans(request: ActorRequest) -> HttpResponse:
    """Kế hoạch: what is in force, and what is on its way."""
    page = _plans(request)
    return render(request, "plans/plans/list.html", {"page": page})


@require_safe
@signed_in
def plans_export(request: ActorRequest) -> HttpResponseBase:
    """The list of plans, as Excel."""
    columns: list[Column[PlanRow]] = [
        Column(_("Số, ký hiệu"), lambda row: row.number, width=18),
        Column(_("Trích yếu"), lambda row: row.title, width=60),
        Column(_("Cơ quan ban hành"), lambda row: row.issuer.name, width=30),
        Column(_("Ngày ban hành"), lambda row: row.issued_on, kind="date", width=14),
        Column(_("Loại"), lambda row: row.kind_label, width=20),
        Column(_("Nhiệm vụ"), lambda row: row.task_count, kind="number", width=10),
        Column(_("Đã đến hạn"), lambda row: row.counts.fallen_due, kind="number", width=12),
        Column(_("Quá hạn"), lambda row: row.counts.overdue, kind="number", width=10),
        Column(_("Đúng hạn (%)"), lambda row: row.rate, kind="number", width=12),
    ]
    rows = _plans(request).plans
    return xlsx_response(name="ke-hoach", title=_("Kế hoạch"), columns=columns, rows=rows)


@require_safe
@signed_in
def plan(request: ActorRequest, plan_id: int) -> HttpResponse:
    """One plan: what it is, how it stands, its rows."""
    if is_directive(plan_id, actor=request.actor):
        return redirect("plans:directive", plan_id)
    page = plan_page(plan_id=plan_id, actor=request.actor, today=clock.today())
    context = {"page": page, "events": trail_events(page.trail)}
    return render(request, "plans/plans/page.html", context)


@require_safe
@signed_in
def plan_as_word(request: ActorRequest, plan_id: int) -> HttpResponseBase:
    """The plan in its official form, as Word."""
    paper = plan_paper(plan_id=plan_id, actor=request.actor)
    return _file(plan_docx(paper), f"{_file_name(paper.number)}.docx", WORD)


@require_safe
@signed_in
def plan_as_excel(request: ActorRequest, plan_id: int) -> HttpResponseBase:
    """The appendix of the plan, as Excel."""
    paper = plan_paper(plan_id=plan_id, actor=request.actor)
    return _file(plan_xlsx(paper), f"{_file_name(paper.number)}.xlsx", EXCEL)


@signed_in
@require_http_methods(["GET", "POST"])
def withdraw(request: ActorRequest, plan_id: int) -> HttpResponse:
    """Thu hồi a plan with a reason; what was done stays on record."""
    page = plan_page(plan_id=plan_id, actor=request.actor, today=clock.today())
    if not page.may_manage:
        raise AccessDenied(Permission.MANAGE)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Thu hồi kế hoạch"),
        explained=_("Mọi phần việc chưa xong của kế hoạch kết thúc và không tính quá hạn nữa."),
        verb=_("Thu hồi kế hoạch"),
        done=_("Đã thu hồi kế hoạch."),
        back=links.plan(plan_id),
        subject=f"{page.number} {page.title}",
    )

    def do() -> object:
        reason = form.cleaned_data["reason"]
        return withdraw_plan(plan_id=plan_id, reason=reason, actor=request.actor, now=clock.now())

    return act_with_form(request, form, act, do)


def _file(content: bytes, name: str, content_type: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": disposition}
    )


def _file_name(number: str) -> str:
    return slugify(fold(number).replace("/", "-")) or "ke-hoach"


def _plans(request: ActorRequest) -> PlansPage:
    year = request.GET.get("nam", "")
    return plans_page(
        actor=request.actor,
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        kind=request.GET.get("loai", ""),
        text=request.GET.get("tim", ""),
    )
