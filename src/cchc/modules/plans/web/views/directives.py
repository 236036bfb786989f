"""The register of documents that give work, sending one in, and the page of one."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cchc.modules.plans.operations.start_import import start_by_hand, start_import
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.directives import (
    directive_page,
    directives_for_export,
    directives_page,
)
from cchc.modules.plans.queries.draft_hints import issuer_choices
from cchc.modules.plans.queries.pages.directive import (
    DirectiveFilter,
    DirectiveRow,
    DirectivesPage,
)
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.modules.plans.web.forms.directives import DirectiveForm, TypedDirectiveForm
from cchc.modules.plans.web.numbers import whole_number
from cchc.modules.plans.web.task_story import trail_events
from cchc.platform import clock
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.web.paging import AFTER, BEFORE
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in
from cchc.ui.lists import address_with
from cchc.ui.parts import Chip

_START = "plans/directives/start.html"


@require_safe
@signed_in
def register(request: ActorRequest) -> HttpResponse:
    """Văn bản giao việc: what came in and what was issued, and how late it was entered."""
    page = directives_page(
        wanted=_wanted(request.GET),
        actor=request.actor,
        after=request.GET.get(AFTER, ""),
        before=request.GET.get(BEFORE, ""),
    )
    context = {
        "page": page,
        "chips": _chips(request, page),
        "ways": [("di", _("Văn bản ban hành")), ("den", _("Văn bản đến"))],
        "next_url": _beside(request, AFTER, page.next_cursor),
        "previous_url": _beside(request, BEFORE, page.previous_cursor),
    }
    return render(request, "plans/directives/list.html", context)


@require_safe
@signed_in
def register_export(request: ActorRequest) -> HttpResponseBase:
    """Exactly the rows of the register, as Excel."""
    request.actor.require_somewhere(Permission.EXPORT)
    rows = directives_for_export(wanted=_wanted(request.GET), actor=request.actor)
    return xlsx_response(
        name="van-ban-giao-viec", title=_("Văn bản giao việc"), columns=_columns(), rows=rows
    )


@signed_in
@require_http_methods(["GET", "POST"])
def start(request: ActorRequest) -> HttpResponse:
    """Nhập văn bản giao việc: send a document in to be read into duties."""
    request.actor.require_somewhere(Permission.IMPORT)
    issuers = issuer_choices(request.actor, clock.today())
    form = DirectiveForm(request.POST or None, request.FILES or None, issuers=issuers)
    if request.method == "POST" and form.is_valid():
        try:
            draft = start_import(
                content=form.cleaned_data["file"].file,
                name=form.cleaned_data["file"].name,
                plan_kind=PlanKind.DIRECTIVE,
                issuer_id=whole_number(form.cleaned_data["issuer"]),
                received_on=form.cleaned_data["received_on"],
                actor=request.actor,
                now=clock.now(),
            )
        except RefusedFile as refused:
            form.add_error("file", str(refused.message))
        else:
            return redirect("plans:draft", draft.pk)
    by_hand = TypedDirectiveForm(issuers=issuers, initial={"year": clock.today().year})
    context = {"form": form, "by_hand": by_hand}
    return render(request, _START, context, status=422 if form.errors else 200)


@signed_in
@require_POST
def by_hand(request: ActorRequest) -> HttpResponse:
    """Begin a document whose duties are typed in; it goes through the same review."""
    request.actor.require_somewhere(Permission.IMPORT)
    issuers = issuer_choices(request.actor, clock.today())
    form = TypedDirectiveForm(request.POST, issuers=issuers)
    if not form.is_valid():
        context = {"form": DirectiveForm(issuers=issuers), "by_hand": form}
        return render(request, _START, context, status=422)
    draft = start_by_hand(
        title=form.cleaned_data["title"],
        year=form.cleaned_data["year"],
        issuer_id=whole_number(form.cleaned_data["issuer"]),
        plan_kind=PlanKind.DIRECTIVE,
        actor=request.actor,
        now=clock.now(),
    )
    return redirect("plans:draft", draft.pk)


@require_safe
@signed_in
def directive(request: ActorRequest, plan_id: int) -> HttpResponse:
    """One document: what it is, its duties with everyone who has them, how they stand."""
    page = directive_page(plan_id=plan_id, actor=request.actor, today=clock.today())
    context = {"page": page.plan, "directive": page, "events": trail_events(page.plan.trail)}
    return render(request, "plans/directives/page.html", context)


def _wanted(query: QueryDict) -> DirectiveFilter:
    return DirectiveFilter(
        text=query.get("tim", "")[:200],
        kind=query.get("loai", "")[:60],
        issuer_id=whole_number(query.get("co_quan")),
        year=whole_number(query.get("nam")),
        way=query.get("chieu", ""),
        late=query.get("cham", "") == "1",
    )


def _beside(request: ActorRequest, way: str, cursor: str) -> str:
    return address_with(request.GET, {way: cursor}) if cursor else ""


def _chips(request: ActorRequest, page: DirectivesPage) -> list[Chip]:
    wanted = page.filter
    issuer = next((c.label for c in page.issuers if c.value == str(wanted.issuer_id)), "")
    ways = {"den": _("Văn bản đến"), "di": _("Văn bản ban hành")}
    shown = [
        ("tim", wanted.text),
        ("loai", wanted.kind),
        ("co_quan", issuer),
        ("nam", str(wanted.year or "")),
        ("chieu", str(ways.get(wanted.way, ""))),
        ("cham", _("Nhập chậm") if wanted.late else ""),
    ]
    named = [(name, said) for name, said in shown if said]
    return [Chip(_("Lọc"), said, address_with(request.GET, {name: None})) for name, said in named]


def _columns() -> list[Column[DirectiveRow]]:
    return [
        Column(_("Loại"), lambda row: row.document_kind, width=14),
        Column(_("Số, ký hiệu"), lambda row: row.number, width=18),
        Column(_("Ngày ban hành"), lambda row: row.issued_on, kind="date", width=13),
        Column(_("Trích yếu"), lambda row: row.title, width=60),
        Column(_("Cơ quan giao việc"), lambda row: row.issuer.name, width=30),
        Column(_("Nơi ban hành (văn bản đến)"), lambda row: row.issued_by, width=30),
        Column(_("Ngày đến"), lambda row: row.received_on, kind="date", width=12),
        Column(_("Ngày nhập"), lambda row: row.entered_on, kind="date", width=12),
        Column(_("Chậm nhập (ngày làm việc)"), lambda row: row.entry_days, kind="number", width=12),
        Column(_("Nhiệm vụ"), lambda row: row.task_count, kind="number", width=10),
        Column(_("Việc đã giao trước"), lambda row: row.shared_count, kind="number", width=10),
        Column(_("Phần việc"), lambda row: row.counts.total, kind="number", width=10),
        Column(_("Đã xong"), lambda row: row.counts.done, kind="number", width=10),
        Column(_("Quá hạn"), lambda row: row.counts.overdue, kind="number", width=10),
    ]
