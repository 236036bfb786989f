"""Registers of outgoing papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cchc.modules.documents import links
from cchc.modules.documents.operations.registers import begin_year, set_symbol, skip_numbers
from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.queries.letters import kind_choices
from cchc.modules.documents.queries.pages import EntryRow, RegisterPage
from cchc.modules.documents.queries.registers import register_page, register_rows
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.documents.web.acting import Act, act_with_form
from cchc.modules.documents.web.forms import SkipForm, SymbolForm
from cchc.modules.documents.web.views.letters import whole_number
from cchc.platform import clock
from cchc.platform.access import AccessDenied
from cchc.platform.exports import Column, xlsx_response
from cchc.platform.web.request import ActorRequest
from cchc.platform.web.signing_in import signed_in


@require_safe
@signed_in
def registers(request: ActorRequest) -> HttpResponse:
    """Sổ đăng ký văn bản đi, a row a year."""
    rows = register_rows(actor=request.actor)
    return render(request, "documents/registers.html", {"rows": rows})


@require_safe
@signed_in
def register(request: ActorRequest, register_id: int) -> HttpResponse:
    """One year of a register, every number with its paper or with the reason why it has none."""
    return render(request, "documents/register.html", {"page": _page(request, register_id)})


@require_safe
@signed_in
def register_export(request: ActorRequest, register_id: int) -> HttpResponseBase:
    """One year of a register, as Excel, in the columns of the official form."""
    page = _page(request, register_id)
    if not page.may_export:
        raise AccessDenied(Permission.EXPORT)
    columns: list[Column[EntryRow]] = [
        Column(_("Số"), lambda row: row.number, kind="number", width=8),
        Column(_("Ký hiệu"), lambda row: row.symbol, width=14),
        Column(_("Ngày ban hành"), lambda row: row.issued_on, kind="date", width=14),
        Column(_("Tên loại và trích yếu"), _named, width=60),
        Column(_("Người ký"), lambda row: row.signer, width=22),
        Column(_("Nơi nhận"), lambda row: row.addressees, width=40),
        Column(_("Trạng thái"), lambda row: row.state_label, width=14),
        Column(_("Ghi chú"), lambda row: row.explanation, width=40),
    ]
    rows = list(reversed(page.rows))
    title = f"{page.name}, {page.year}"
    return xlsx_response(name=f"so-van-ban-di-{page.year}", title=title, columns=columns, rows=rows)


@signed_in
@require_http_methods(["GET", "POST"])
def symbol(request: ActorRequest, register_id: int) -> HttpResponse:
    """Đặt ký hiệu of a kind of papers from a day on."""
    page = _managed(request, register_id)
    form = SymbolForm(request.POST or None, kinds=kind_choices(), initial={"since": clock.today()})
    act = Act(
        title=_("Đặt ký hiệu"),
        explained=_("Văn bản đã phát hành giữ ký hiệu cũ."),
        verb=_("Đặt ký hiệu"),
        done=_("Đã đặt ký hiệu."),
        back=links.register(register_id, page.year),
        subject=page.name,
    )

    def do() -> object:
        data = form.cleaned_data
        return set_symbol(
            register_id=register_id,
            kind=LetterKind(data["kind"]),
            symbol=data["symbol"],
            since=data["since"],
            actor=request.actor,
            now=clock.now(),
        )

    return act_with_form(request, form, act, do)


@signed_in
@require_http_methods(["GET", "POST"])
def skip(request: ActorRequest, register_id: int) -> HttpResponse:
    """Ghi số đã dùng ngoài hệ thống, with the reason."""
    page = _managed(request, register_id)
    form = SkipForm(request.POST or None, initial={"year": page.year, "last": page.next_number})
    act = Act(
        title=_("Ghi số đã dùng ngoài hệ thống"),
        explained=_("Sổ liên tục: số không có văn bản trên hệ thống phải có lý do."),
        verb=_("Ghi vào sổ"),
        done=_("Đã ghi vào sổ."),
        back=links.register(register_id, page.year),
        subject=page.name,
    )

    return act_with_form(request, form, act, lambda: _skip(request, page, form.cleaned_data))


def _skip(request: ActorRequest, page: RegisterPage, data: Mapping[str, Any]) -> object:
    """Numbers within a year that is running, or those before the first of a new one."""
    who: Any = {"register_id": page.id, "actor": request.actor, "now": clock.now()}
    if page.rows or data["year"] != page.year:
        return skip_numbers(**data, **who)
    first = data["last"] + 1
    return begin_year(year=data["year"], first_number=first, reason=data["reason"], **who)


def _named(row: EntryRow) -> str:
    return f"{row.kind_label}: {row.subject}" if row.subject else ""


def _page(request: ActorRequest, register_id: int) -> RegisterPage:
    return register_page(
        register_id=register_id,
        year=whole_number(request.GET.get("nam", ""), most_digits=4),
        actor=request.actor,
        this_year=clock.today().year,
    )


def _managed(request: ActorRequest, register_id: int) -> RegisterPage:
    page = _page(request, register_id)
    if not page.may_manage:
        raise AccessDenied(Permission.MANAGE_REGISTERS)
    return page
